import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { atLeast, useViewer } from '../../app/session.js';
import { dayOf } from '../../format.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { useBoardFilter } from '../board/board-filter.js';
import { setOnDevice } from './device-choices.js';
import { Sheet } from './frame.js';
import { DoorKeys } from './key-sheet.js';
import { type Command, commandOf } from './keys.js';
import { LAST_MEETING, START_MEETING } from './door.graphql.js';
import { MeetingScreen } from './meeting-screen.js';
import styles from './present.module.css';
import { useAwake } from './use-awake.js';
import { keepLead } from './this-screen.js';
import { useRunningMeeting } from './use-running-meeting.js';
import { forAll } from './use-slice.js';
import { useKeyPress } from './use-key-press.js';

/** The projected view: the meeting that is named, or the one that runs, or the way to start one. */
export default function PresentPage() {
  const { meetingId } = useParams();
  return meetingId ? <MeetingScreen key={meetingId} id={meetingId} /> : <Door />;
}

/** Leads to the meeting that runs; when none does, offers to start one. */
function Door() {
  const { id: me, role } = useViewer();
  const { filter, search } = useBoardFilter();
  const navigate = useNavigate();
  // Whoever came too early is let in as soon as it begins; also when that was while the line was cut.
  const running = useRunningMeeting(true);
  useAwake();
  const last = useQuery(LAST_MEETING, { fetchPolicy: 'network-only' });
  const [start, { loading }] = useMutation(START_MEETING, { fetchPolicy: 'no-cache' });
  const [failure, setFailure] = useState<unknown>();
  const [key] = useState(idempotencyKey);
  const [keys, setKeys] = useState<{ page: number; of: number }>();
  const begin = async () => {
    if (loading) return;
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
  const starts = running.data !== undefined && works;
  const run = (command: Command) => {
    switch (command) {
      case 'next':
      case 'back':
      case 'down':
      case 'up': {
        const on = command === 'next' || command === 'down';
        if (keys) {
          const page = keys.page + (on ? 1 : -1);
          return setKeys(page < 0 || page >= keys.of ? undefined : { ...keys, page });
        }
        if (on && starts) void begin();
        return;
      }
      case 'keys':
        return setKeys((open) => (open ? undefined : { page: 0, of: 1 }));
      case 'close':
        return setKeys(undefined);
      case 'full':
      case 'dark':
      case 'room':
        return setOnDevice(command);
      case 'leave':
        return void (me !== null && navigate('/board'));
    }
  };
  useKeyPress((event) => {
    const command = commandOf(event);
    // What has the focus hears its own space bar.
    if (!command || (event.key === ' ' && document.activeElement !== document.body)) return;
    event.preventDefault();
    run(command);
  });
  if (running.data?.meeting) return <Navigate to={`/present/${running.data.meeting.id}${search}`} replace />;
  if (keys) {
    return (
      <Sheet>
        <div className={styles['safe']}>
          <main className={styles['body']}>
            <DoorKeys
              opens={starts ? 'start the meeting' : undefined}
              leaves={me !== null}
              page={keys.page}
              onPages={(of) => setKeys((before) => before && (before.of === of ? before : { ...before, of }))}
              onPage={(page) => setKeys((before) => before && { ...before, page })}
              run={(command) => {
                setKeys(undefined);
                if (command === 'next') void begin();
                else if (command !== 'keys') run(command);
              }}
            />
          </main>
        </div>
      </Sheet>
    );
  }
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
          {starts && (
            <button
              autoFocus
              type="button"
              className={`${styles['big']} ${styles['main']}`}
              disabled={loading}
              onClick={() => void begin()}
            >
              Start the meeting
            </button>
          )}
          {(running.error ?? !works) && (
            <button type="button" className={styles['big']} onClick={() => void running.refresh()}>
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
