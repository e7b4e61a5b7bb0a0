import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { atLeast, useViewer } from '../../app/session.js';
import { dayOf } from '../../format.js';
import { connection } from '../../graphql/connection.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { useTryAgain } from '../../graphql/try-again.js';
import { useBoardFilter } from '../board/board-filter.js';
import { Sheet } from './frame.js';
import { LAST_MEETING, MEETING_STARTED, RUNNING_MEETING, START_MEETING } from './meeting.graphql.js';
import { MeetingScreen } from './meeting-screen.js';
import styles from './present.module.css';
import { useAwake } from './use-awake.js';
import { keepLead } from './this-screen.js';
import { useHearing } from './use-reading.js';
import { forAll } from './use-slice.js';

/** The projected view: the meeting that is named, or the one that runs, or the way to start one. */
export default function PresentPage() {
  const { meetingId } = useParams();
  return meetingId ? <MeetingScreen key={meetingId} id={meetingId} /> : <Door />;
}

const NOTHING = {};

/** Leads to the meeting that runs; when none does, offers to start one. */
function Door() {
  const { id: me, role } = useViewer();
  const { filter, search } = useBoardFilter();
  const navigate = useNavigate();
  const running = useQuery(RUNNING_MEETING, { fetchPolicy: 'network-only' });
  const look = () => void running.refetch().catch(() => undefined);
  // Whoever came too early is let in as soon as it begins; also when that was while the line was cut.
  useHearing(MEETING_STARTED, NOTHING, look);
  useEffect(() => connection.onReturn(look));
  useTryAgain(running.error !== undefined && !running.data, look);
  useAwake();
  const last = useQuery(LAST_MEETING, { fetchPolicy: 'network-only' });
  const [start, { loading }] = useMutation(START_MEETING, { fetchPolicy: 'no-cache' });
  const [failure, setFailure] = useState<unknown>();
  const [key] = useState(idempotencyKey);
  if (running.data?.meeting) return <Navigate to={`/present/${running.data.meeting.id}${search}`} replace />;

  const begin = async () => {
    try {
      const { data } = await start({
        variables: { input: { idempotencyKey: key, filter: filter && forAll(filter, me ?? '') } },
      });
      if (!data) return;
      keepLead(data.startMeeting.id, true);
      await navigate(`/present/${data.startMeeting.id}`, { replace: true });
    } catch (error) {
      setFailure(error);
    }
  };
  const before = last.data?.meetings.nodes.find(({ endedAt }) => endedAt !== null);
  const error = failure ?? running.error;
  const works = atLeast(role, 'IT');
  return (
    <Sheet>
      <div className={styles['safe']}>
        <h1 className={styles['opening']} aria-live="polite">
          {running.data
            ? 'No meeting runs now'
            : running.error
              ? 'The meetings could not be read'
              : 'Looking for the meeting …'}
        </h1>
        {running.data && (
          <p className={styles['lead']}>
            {works
              ? `Start the weekly meeting of ${running.data.board.name}: what changed, the wins, the promises, and what to decide.`
              : 'As soon as somebody from IT starts it, it is shown at this address.'}
          </p>
        )}
        {error !== undefined && <p className={styles['lead']}>{sayError(error)}</p>}
        <p className={styles['doors']}>
          {running.data && works && (
            <button
              type="button"
              className={`${styles['big']} ${styles['main']}`}
              disabled={loading}
              onClick={() => void begin()}
            >
              Start the meeting
            </button>
          )}
          {(running.error ?? !works) && (
            <button type="button" className={styles['big']} onClick={() => void running.refetch()}>
              {running.error ? 'Try again' : 'Look again'}
            </button>
          )}
          {before?.endedAt && (
            <Link className={styles['big']} to={`/present/${before.id}`}>
              The last one, of {dayOf(before.endedAt)}
            </Link>
          )}
          {me !== null && (
            <Link className={styles['big']} to="/board">
              To the board
            </Link>
          )}
        </p>
      </div>
    </Sheet>
  );
}
