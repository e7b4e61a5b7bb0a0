import { useApolloClient, useMutation } from '@apollo/client/react';
import { type SyntheticEvent, useCallback, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { atLeast, cameInAs, useSession } from '../../app/session.js';
import { signInFor } from '../../app/sign-in-for.js';
import { inTurn } from '../../graphql/in-turn-link.js';
import { codeOf, sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { sayFailure } from '../../ui/say-failure.js';
import { STEP_WORDS } from '../meetings/step-words.js';
import { MEETING_STARTED } from './door.graphql.js';
import { PAIR_REMOTE, REMOTE_MEETING, type RemoteMeeting, STEER_MEETING, type SteerCommand } from './guests.graphql.js';
import { FOLLOW_MEETING } from './meeting.graphql.js';
import styles from './remote-page.module.css';
import { useAwake } from './use-awake.js';
import { useHearing, useReading } from './use-reading.js';

/** A phone that drives the meeting on the big screen: it needs a code from there, or somebody of IT who is signed in. */
export default function RemotePage() {
  const { me, guest } = useSession();
  const { hash } = useLocation();
  const meetingId = guest?.kind === 'REMOTE' ? guest.meetingId : null;
  const scanned = hash.slice(1);
  const mayDrive = meetingId !== null || (me !== null && atLeast(me.role, 'IT'));
  if (mayDrive && scanned === '') return <Remote meetingId={meetingId} />;
  return <Pair scanned={scanned} />;
}

function Pair({ scanned }: { scanned: string }) {
  const { me, guest, renew } = useSession();
  const navigate = useNavigate();
  const location = useLocation();
  const wanted = (location.state as { wanted?: { pathname: string; search: string } } | null)?.wanted ?? location;
  // A code that was just scanned says by itself what is to come.
  const [ended] = useState(() => !me && !guest && scanned === '' && cameInAs('REMOTE'));
  const [code, setCode] = useState(scanned);
  const [pair, { loading, error }] = useMutation(PAIR_REMOTE);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await pair({ variables: { code } });
      // The code has done its part; it must not be tried again.
      await navigate('/remote', { replace: true });
      await renew();
    } catch {
      // What is wrong stands below the field, and the code in it.
    }
  };
  return (
    <main className={styles['pair']}>
      {ended ? (
        <div role="alert">
          <h1>This remote was ended</h1>
          <p className={styles['soft']}>
            A remote ends with its meeting, after twelve hours, or when whoever paired it may drive no meeting any more.
          </p>
        </div>
      ) : (
        <h1>Drive the meeting</h1>
      )}
      <p>
        {ended && 'Pair this phone again to go on. '}On the big screen, <kbd>H</kbd> shows a code. It makes this phone
        the remote control of that meeting.
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <Field label="The six digits on the screen" error={error ? sayError(error) : undefined}>
          {(control) => (
            <input
              {...control}
              className={styles['code']}
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
              required
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="main" disabled={loading || code.trim() === ''}>
          Drive this meeting
        </Button>
      </form>
      {ended && (
        <p className={styles['soft']}>
          This is your own phone? <Link to={signInFor(wanted)}>Sign in instead</Link>
        </p>
      )}
    </main>
  );
}

/** Also without any news it is read again now and then, in milliseconds: a phone that slept has missed some. */
const READ_AGAIN = 60_000;
/** Changes that come one after the other are read together, after this pause. */
const PAUSE = 150;
const OF_THE_BOARD = {};

function Remote({ meetingId }: { meetingId: string | null }) {
  const client = useApolloClient();
  const [data, setData] = useState<{ meeting: RemoteMeeting | null }>();
  const read = useCallback(
    async (isWanted: () => boolean) => {
      const { data: now } = await client.query({
        query: REMOTE_MEETING,
        variables: { id: meetingId },
        fetchPolicy: 'no-cache',
      });
      if (now && isWanted()) setData(now);
    },
    [client, meetingId],
  );
  const { error, refresh, soon } = useReading(read, READ_AGAIN);
  const meeting = data?.meeting;
  const runs = meeting !== null && meeting !== undefined && meeting.state !== 'ENDED';
  // Whoever came too early drives as soon as it begins.
  useHearing(MEETING_STARTED, meetingId === null && !runs ? OF_THE_BOARD : null, () => void refresh());
  useHearing(FOLLOW_MEETING, runs ? { meetingId: meeting.id } : null, () => soon(PAUSE), meeting?.revision);
  if (runs) return <Buttons meeting={meeting} />;
  return (
    <main className={styles['pair']}>
      <h1>Drive the meeting</h1>
      {error && !hasEnded(error) ? (
        <Notice kind="heed" action={<Button onClick={() => void refresh()}>Try again</Button>}>
          {sayError(error)}
        </Notice>
      ) : data ? (
        <Notice title="No meeting runs now" action={<Button onClick={() => void refresh()}>Look again</Button>}>
          As soon as somebody starts it on the big screen, this phone can drive it.
        </Notice>
      ) : (
        <Notice>Looking for the meeting …</Notice>
      )}
    </main>
  );
}

function Buttons({ meeting }: { meeting: RemoteMeeting }) {
  const { me } = useSession();
  useAwake();
  const { id, boardName, slice, steps, position } = meeting;
  const [mutate] = useMutation(STEER_MEETING);
  const steer = (command: SteerCommand, step?: RemoteMeeting['position']['step']) => {
    navigator.vibrate?.(15);
    void mutate({
      variables: { meetingId: id, command, step: step ?? null },
      context: inTurn('steer'),
      fetchPolicy: 'no-cache',
    }).catch((error: unknown) => {
      // One that was ended is asked for a new code by the page itself.
      if (me || !hasEnded(error)) sayFailure(error);
    });
  };
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <main className={styles['remote']}>
      <header>
        <p className={styles['soft']}>{slice ? `${boardName}, ${slice.words}` : boardName}</p>
        <h1 aria-live="polite">{STEP_WORDS[position.step]}</h1>
        <p className={styles['shown']}>{position.shown}</p>
      </header>
      <div className={styles['way']}>
        <button type="button" onClick={() => steer('BACK')}>
          <span aria-hidden="true">←</span> Back
        </button>
        <button ref={first} type="button" className={styles['next']} onClick={() => steer('NEXT')}>
          On <span aria-hidden="true">→</span>
        </button>
      </div>
      <nav aria-label="Agenda">
        <ol className={styles['steps']}>
          {steps.map(({ kind }, at) => (
            <li key={kind}>
              <button
                type="button"
                aria-current={kind === position.step ? 'step' : undefined}
                onClick={() => steer('STEP', kind)}
              >
                <span>{at + 1}</span> {STEP_WORDS[kind]}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      <footer className={styles['more']}>
        <Button onClick={() => steer('CLOSE')}>Close what is open</Button>
        <Button onClick={() => steer('BLACK')}>Black screen</Button>
        {me && <ButtonLink to={`/present/${id}`}>All of it on this phone</ButtonLink>}
      </footer>
      <p className={styles['soft']}>
        The screen that presents does what is pressed here. <Link to="/present">What everybody sees</Link>
      </p>
    </main>
  );
}

/** Whether a remote that nobody signed in on is refused since it was ended. */
function hasEnded(error: unknown): boolean {
  return codeOf(error) === 'UNAUTHENTICATED';
}
