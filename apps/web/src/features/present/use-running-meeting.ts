import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import type { RunningMeetingQuery } from '../../graphql/generated/types.js';
import { MEETING_STARTED, RUNNING_MEETING } from './door.graphql.js';
import { type Reading, useHearing, useReading } from './use-reading.js';

/** Whoever waits looks again now and then, also without any news, in milliseconds. */
const READ_AGAIN = 60_000;
const OF_THE_BOARD = {};

/** Waits for a meeting of the board: the one that runs now, or as soon as one begins; also when no news of it came through. */
export function useRunningMeeting(
  waits: boolean,
): { data: RunningMeetingQuery | undefined } & Pick<Reading, 'error' | 'refresh'> {
  const client = useApolloClient();
  const [data, setData] = useState<RunningMeetingQuery>();
  const read = useCallback(
    async (isWanted: () => boolean) => {
      if (!waits) return;
      const { data: now } = await client.query({ query: RUNNING_MEETING, fetchPolicy: 'no-cache' });
      if (now && isWanted()) setData(now);
    },
    [client, waits],
  );
  const { error, refresh } = useReading(read, READ_AGAIN);
  useHearing(MEETING_STARTED, waits ? OF_THE_BOARD : null, () => void refresh());
  return { data: waits ? data : undefined, error, refresh };
}
