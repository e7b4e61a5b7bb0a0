import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { connection } from '../../graphql/connection.js';
import type { FollowMeetingSubscription, PainPointFilter } from '../../graphql/generated/types.js';
import { FOLLOW_MEETING, type Meeting, MEETING, PRESENT_BOARD_CHANGED } from './meeting.graphql.js';
import { keepWalk } from './slides.js';

/** Changes that come one after the other are read together, after this pause in milliseconds. */
const PAUSE = 250;
/** Without any news it is read again now and then, so that the time on the screen can be believed. */
const READ_AGAIN = 60_000;

/** What a meeting shows until the server has answered to an act; taken back when it refuses. */
export type Patch = (meeting: Meeting) => Meeting;

/** What a remote asks of the screen that presents. */
export interface Steering {
  command: NonNullable<FollowMeetingSubscription['meetingChanged']['command']>;
  step: FollowMeetingSubscription['meetingChanged']['step'];
}

export interface MeetingState {
  /** With the walk as the room began it. */
  meeting: Meeting | undefined;
  error: unknown;
  /** When the data that is shown was read, by the clock of this device. */
  readAt: number;
  refresh(): Promise<void>;
  /** Hears what a remote asks for; gives back how to stop. */
  onSteer(listener: (steering: Steering) => void): () => void;
  /** Shows what is expected while the act runs. */
  expecting<Result>(patch: Patch, act: () => Promise<Result>): Promise<Result>;
}

/** What of a meeting is read. */
interface Asked {
  id: string;
  acts: boolean;
  /** Another slice of the board than all others see; null: the same. */
  filter: PainPointFilter | null;
  /** So many cards of the walk. */
  walk: number;
}

/**
 * A meeting with everything it shows. What was read stays when the network goes, and is read anew when it is back. It is
 * kept apart from the cards of the board, which follow their own line.
 */
export function useMeeting({ id, acts, filter, walk }: Asked): MeetingState {
  const client = useApolloClient();
  const [known, setKnown] = useState<{ meeting: Meeting; readAt: number }>();
  const [error, setError] = useState<unknown>();
  const [expected, setExpected] = useState<readonly Patch[]>([]);
  const asked = useRef(0);
  const steerers = useRef(new Set<(steering: Steering) => void>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const refresh = useCallback(async () => {
    clearTimeout(timer.current);
    const mine = (asked.current += 1);
    try {
      const { data } = await client.query({
        query: MEETING,
        variables: { id, acts, filter, walk },
        fetchPolicy: 'no-cache',
      });
      const meeting = data?.meeting;
      if (mine !== asked.current || !meeting) return;
      setKnown((before) => {
        const begun = before && sameCards(before.meeting, meeting) ? before.meeting.walk.items : [];
        const walk = { ...meeting.walk, items: keepWalk(begun, meeting.walk.items) };
        return { meeting: { ...meeting, walk }, readAt: Date.now() };
      });
      setError(undefined);
    } catch (failure) {
      if (mine === asked.current) setError(failure);
    }
  }, [client, id, acts, filter, walk]);

  const soon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refresh(), PAUSE);
  }, [refresh]);

  useEffect(() => {
    void refresh();
    const again = setInterval(() => void refresh(), READ_AGAIN);
    return () => {
      clearInterval(again);
      clearTimeout(timer.current);
    };
  }, [refresh]);
  useEffect(() => connection.onReturn(() => void refresh()), [refresh]);

  const boardId = known?.meeting.board.id;
  const running = known?.meeting.state === 'RUNNING';
  useEffect(() => {
    if (!running) return;
    const changes = client.subscribe({ query: FOLLOW_MEETING, variables: { meetingId: id }, fetchPolicy: 'no-cache' });
    const subscription = changes.subscribe({
      next: ({ data }) => {
        const change = data?.meetingChanged;
        if (!change) return;
        if (change.command) {
          const { command, step } = change;
          for (const listener of steerers.current) listener({ command, step });
          return;
        }
        // Where the one who presents stands is shown at once; the rest is read.
        setKnown((before) => before && { ...before, meeting: { ...before.meeting, position: change.position } });
        soon();
      },
      error: () => undefined,
    });
    return () => subscription.unsubscribe();
  }, [client, id, running, soon]);
  useEffect(() => {
    if (!boardId || !running) return;
    const changes = client.subscribe({
      query: PRESENT_BOARD_CHANGED,
      variables: { boardId },
      fetchPolicy: 'no-cache',
    });
    const subscription = changes.subscribe({ next: soon, error: () => undefined });
    return () => subscription.unsubscribe();
  }, [client, boardId, running, soon]);

  const expecting: MeetingState['expecting'] = useCallback(
    async (patch, act) => {
      setExpected((before) => [...before, patch]);
      try {
        const result = await act();
        await refresh();
        return result;
      } finally {
        setExpected((before) => before.filter((one) => one !== patch));
      }
    },
    [refresh],
  );

  const onSteer = useCallback((listener: (steering: Steering) => void) => {
    const all = steerers.current;
    all.add(listener);
    return () => void all.delete(listener);
  }, []);

  const meeting = useMemo(
    () => known && expected.reduce((state, patch) => patch(state), known.meeting),
    [known, expected],
  );
  return { meeting, error, readAt: known?.readAt ?? 0, refresh, onSteer, expecting };
}

/** Whether both show the same meeting and the same slice of the board. */
function sameCards(one: Meeting, other: Meeting): boolean {
  return one.id === other.id && one.slice?.words === other.slice?.words;
}
