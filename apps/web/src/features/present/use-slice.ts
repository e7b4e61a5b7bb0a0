import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useViewer } from '../../app/session.js';
import { inTurn } from '../../graphql/in-turn-link.js';
import type { PainPointFilter } from '../../graphql/generated/types.js';
import { isForGood, sayError } from '../../graphql/say-error.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { addressOf, type FilterName, filterOf, useBoardFilter } from '../board/board-filter.js';
import { NARROW_MEETING } from './acts.graphql.js';
import type { Meeting } from './meeting.graphql.js';

/**
 * What all can be shown: of what is "mine" each would see something else, so that whose it is must be named. Of what concerns
 * the one who asks it is what they own, which is less; `sayForAll` says so.
 */
export function forAll({ mine, ...filter }: PainPointFilter, me: string): PainPointFilter {
  return mine ? { ...filter, ownerIds: [me] } : filter;
}

/** What has to be said of a slice that was made for all. */
function sayForAll({ mine }: PainPointFilter): string | undefined {
  return mine ? 'All see what you own of what is yours.' : undefined;
}

/** How the slice of a meeting is asked for once more, as of its plots. */
export function filterOfSlice(slice: Meeting['slice']): PainPointFilter | null {
  if (!slice) return null;
  const beside: readonly string[] = ['__typename', 'words'];
  return Object.fromEntries(Object.entries(slice).filter(([name, value]) => value !== null && !beside.includes(name)));
}

/** Which slice of the board this screen shows: the one of whoever presents, or its own, which stands in the address. */
export function useSlice(
  meeting: Meeting,
  leads: boolean,
  refresh: () => Promise<void>,
  say: (text: string, wrong?: boolean) => void,
) {
  const client = useApolloClient();
  const { id: me } = useViewer();
  const { own, replace } = useBoardFilter();
  const { id, slice } = meeting;

  const tell = useCallback(
    async (filter: PainPointFilter | null) => {
      await client.mutate({
        mutation: NARROW_MEETING,
        variables: { input: { meetingId: id, filter: filter && forAll(filter, me ?? '') } },
        context: inTurn('acts'),
        fetchPolicy: 'no-cache',
      });
      replace(null);
      await refresh();
    },
    [client, id, me, refresh, replace],
  );

  // Whoever presents has no slice of their own: theirs is everybody's.
  const alone = own !== null;
  const saying = useRef(say);
  useEffect(() => {
    saying.current = say;
  });
  const [failed, setFailed] = useState(false);
  const said = useRef<typeof own>(null);
  const tellOwn = useCallback(async () => {
    if (!own) return;
    try {
      await tell(own);
      setFailed(false);
      const words = sayForAll(own);
      if (words) saying.current(words);
    } catch (error) {
      // What was refused would be refused again; a line that was cut will stand.
      setFailed(!isForGood(error));
      // It is said once, however often it is tried.
      if (said.current === own) return;
      said.current = own;
      saying.current(`Nobody else is shown this slice yet. ${sayError(error)}`, true);
    }
  }, [own, tell]);
  useEffect(() => {
    if (leads) void tellOwn();
  }, [leads, tellOwn]);
  useTryAgain(failed && leads && alone, tellOwn);

  return {
    /** Whether this screen shows another slice than all others. */
    alone,
    /** Takes one thing to the slice, in place of another of its kind; or off it again, when it is there. */
    async choose(name: FilterName, value: string): Promise<void> {
      const next = slice ? addressOf(slice) : new URLSearchParams();
      if (next.get(name) === value) next.delete(name);
      else next.set(name, value);
      const filter = filterOf(next);
      if (leads) return tell(filter);
      replace(filter ? next : 'whole');
    },
    async whole(): Promise<void> {
      if (leads) return tell(null);
      replace('whole');
    },
    /** Back to what all others are shown. */
    follow(): void {
      if (alone) replace(null);
    },
  };
}
