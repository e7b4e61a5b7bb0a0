import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useRunningMeeting } from './use-running-meeting.js';

/** A screen that nobody attends goes on from a meeting that has ended to the next one, as soon as that begins. */
export function useNextMeeting(waits: boolean): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { data } = useRunningMeeting(waits);
  const next = data?.meeting?.id;
  useEffect(() => {
    if (next !== undefined) void navigate(`/present/${next}${search}`, { replace: true });
  }, [next, navigate, search]);
}
