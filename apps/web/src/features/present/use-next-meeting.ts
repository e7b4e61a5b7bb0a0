import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { connection } from '../../graphql/connection.js';
import { MEETING_STARTED, RUNNING_MEETING } from './meeting.graphql.js';
import { useHearing } from './use-reading.js';

const OF_THE_BOARD = {};

/** A screen that nobody attends goes on from a meeting that has ended to the next one, as soon as that begins. */
export function useNextMeeting(waits: boolean): void {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { search } = useLocation();
  const look = useCallback(async () => {
    const { data } = await client.query({ query: RUNNING_MEETING, fetchPolicy: 'no-cache' });
    if (data?.meeting) await navigate(`/present/${data.meeting.id}${search}`, { replace: true });
  }, [client, navigate, search]);
  const lookQuietly = useCallback(() => void look().catch(() => undefined), [look]);
  useHearing(MEETING_STARTED, waits ? OF_THE_BOARD : null, lookQuietly);
  useEffect(() => {
    if (!waits) return;
    lookQuietly();
    return connection.onReturn(lookQuietly);
  }, [waits, lookQuietly]);
}
