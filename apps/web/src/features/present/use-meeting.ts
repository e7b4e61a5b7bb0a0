import { useApolloClient } from '@apollo/client/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { FollowMeetingSubscription, PainPointFilter } from '../../graphql/generated/types.js';
import { FOLLOW_MEETING, type Meeting, MEETING, PRESENT_BOARD_CHANGED } from './meeting.graphql.js';
import { inOrderOf } from './slides.js';
import { useHearing, useReading } from './use-reading.js';

/** Changes that come one after the other are read together, after this pause in milliseconds. */
const PAUSE = 250;
/** Where the presenter stands is told with the news; what else came of it can wait. */
const LONG_PAUSE = 5_000;
/** So many cards that this screen has been to are asked for. */
const MOST_BEEN_TO = 20;
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
  /** This card is looked at here: it stays in the walk also once it needs no more talk. */
  beenTo(painPointId: string): void;
  /** Hears what a remote asks for; gives back how to stop. */
  onSteer(listener: (steering: Steering) => void): () => void;
  /** Shows what is expected while the act runs. */
  expecting<Result>(patch: Patch, act: () => Promise<Result>): Promise<Result>;
}

interface Known {
  meeting: Meeting;
  /** Each card that its walk ever had here, in the order in which they came. */
  walk: readonly string[];
  readAt: number;
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
  const [known, setKnown] = useState<Known>();
  const [expected, setExpected] = useState<readonly Patch[]>([]);
  const steerers = useRef(new Set<(steering: Steering) => void>());
  const been = useRef<readonly string[]>([]);

  const read = useCallback(
    async (isWanted: () => boolean) => {
      const { data } = await client.query({
        query: MEETING,
        variables: { id, acts, filter, walk, also: [...been.current] },
        fetchPolicy: 'no-cache',
      });
      const meeting = data?.meeting;
      if (!isWanted() || !meeting) return;
      setKnown((before) => {
        const begun = before && sameCards(before.meeting, meeting) ? before.walk : [];
        const items = inOrderOf(begun, meeting.walk.items);
        const ids = items.map(({ card }) => card.painPointId);
        // News may have come while it was read.
        const position = before ? laterOf(before.meeting, meeting) : meeting.position;
        return {
          meeting: { ...meeting, position, walk: { ...meeting.walk, items } },
          walk: [...new Set([...begun, ...ids])],
          readAt: Date.now(),
        };
      });
    },
    [client, id, acts, filter, walk],
  );
  const { error, refresh, soon } = useReading(read, READ_AGAIN);

  const boardId = known?.meeting.board.id;
  const running = known?.meeting.state === 'RUNNING';
  const hear = ({ meetingChanged }: FollowMeetingSubscription) => {
    const { kind, command, step, position } = meetingChanged;
    if (command) {
      for (const listener of steerers.current) listener({ command, step });
      return;
    }
    // Where the one who presents stands is shown at once; the rest is read.
    setKnown((before) => {
      if (!before) return before;
      const { meeting } = before;
      return { ...before, meeting: { ...meeting, position: laterOf(meeting, { ...meeting, position }) } };
    });
    soon(kind === 'position' && isShownHere(known?.meeting, position) ? LONG_PAUSE : PAUSE);
  };
  useHearing(FOLLOW_MEETING, running ? { meetingId: id } : null, hear, known?.meeting.revision);
  const again = () => soon(PAUSE);
  useHearing(PRESENT_BOARD_CHANGED, boardId && running ? { boardId } : null, again, known?.meeting.board.revision);

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

  const beenTo = useCallback((painPointId: string) => {
    been.current = [...been.current.filter((one) => one !== painPointId), painPointId].slice(-MOST_BEEN_TO);
  }, []);
  const onSteer = useCallback((listener: (steering: Steering) => void) => {
    const all = steerers.current;
    all.add(listener);
    return () => void all.delete(listener);
  }, []);

  const meeting = useMemo(
    () => known && expected.reduce((state, patch) => patch(state), known.meeting),
    [known, expected],
  );
  return { meeting, error, readAt: known?.readAt ?? 0, refresh, beenTo, onSteer, expecting };
}

/** Whether both show the same meeting and the same slice of the board. */
function sameCards(one: Meeting, other: Meeting): boolean {
  return one.id === other.id && one.slice?.words === other.slice?.words;
}

/** Where the meeting stands, of two tellings of it. */
function laterOf(one: Meeting, other: Meeting): Meeting['position'] {
  return one.id === other.id && one.position.revision > other.position.revision ? one.position : other.position;
}

/** Whether what the presenter went to was read already. */
function isShownHere(meeting: Meeting | undefined, { painPointId, winId }: Meeting['position']): boolean {
  if (!meeting) return false;
  if (winId !== null) return meeting.wins.some((win) => win.winId === winId);
  return painPointId === null || meeting.walk.items.some(({ card }) => card.painPointId === painPointId);
}
