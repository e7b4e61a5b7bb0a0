import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { homeOf, type Role, useSession } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FrontPage } from './front-page.js';
import styles from './front-page.module.css';
import { useDemoDoor } from './use-demo-door.js';
import { SIGN_IN, SIGN_IN_TO_DEMO } from './welcome.graphql.js';

/** Where one comes in: by password, or with one click in the demo. */
export default function SignInPage() {
  const { setup, me } = useSession();
  const [search] = useSearchParams();
  if (me) return <Navigate to={nextOf(search) ?? homeOf(me.role)} replace />;
  if (setup.needed) return <Navigate to="/welcome" replace />;
  return setup.demo ? <DemoEntrance /> : <PasswordEntrance />;
}

function PasswordEntrance() {
  const { setup, renew } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SIGN_IN);

  async function submit() {
    const { data } = await signIn({ variables: { email, password } });
    await renew();
    if (data) await navigate(nextOf(search) ?? homeOf(data.signIn.role), { replace: true });
  }

  return (
    <FrontPage
      title={setup.workspaceName ?? 'Sign in'}
      lead="Sign in to see what hurts, what is promised and what is fixed."
    >
      <form
        className={`${styles['way']} ${styles['narrow']}`}
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(() => undefined);
        }}
      >
        <Field label="E-mail address">
          {(control) => (
            <input
              {...control}
              required
              autoFocus
              type="email"
              autoComplete="username"
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <input
              {...control}
              required
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        {error && (
          <p role="alert" className={styles['problem']}>
            {sayError(error)}
          </p>
        )}
        <Button type="submit" look="main" disabled={loading}>
          {loading ? 'Signing in …' : 'Sign in'}
        </Button>
        <p className={styles['soft']}>No password yet, or forgotten? A lead of your IT can set a new one for you.</p>
      </form>
    </FrontPage>
  );
}

const ENTRANCES: readonly { as: Role; name: string; what: string; does: string }[] = [
  {
    as: 'LEAD',
    name: 'Nora Lindqvist',
    what: 'leads IT',
    does: 'Runs the programme: the whole board, people, imports, the outbox.',
  },
  { as: 'IT', name: 'Samir Haddad', what: 'works in IT', does: 'Moves cards, plans tasks, keeps promises.' },
  {
    as: 'SPONSOR',
    name: 'Greta Olsen',
    what: 'runs bakeries',
    does: 'Raises what hurts, watches, says whether it is fixed.',
  },
];

function DemoEntrance() {
  const { renew } = useSession();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [enter, { loading, error }] = useMutation(SIGN_IN_TO_DEMO);
  const { leave, busy, problem } = useDemoDoor();

  async function come(as: Role) {
    const { data } = await enter({ variables: { as } });
    await renew();
    if (data) await navigate(nextOf(search) ?? homeOf(data.signInToDemo.role), { replace: true });
  }

  return (
    <FrontPage
      title="Welcome to Fernwick Foods"
      lead="Eleven bakeries, a central kitchen and an IT that has promised too much too often. Who would you like to be?"
    >
      {(error || problem) && (
        <p role="alert" className={styles['problem']}>
          {problem ?? sayError(error)}
        </p>
      )}
      <div className={styles['people']}>
        {ENTRANCES.map(({ as, name, what, does }) => (
          <button
            key={as}
            type="button"
            className={styles['person']}
            disabled={loading || busy}
            onClick={() => void come(as).catch(() => undefined)}
          >
            <strong>{name}</strong>
            <span>{what}</span>
            <span>{does}</span>
          </button>
        ))}
      </div>
      <p className={styles['soft']}>
        This is a demo with a database of its own.{' '}
        <Button look="quiet" small disabled={busy} onClick={() => void leave()}>
          {busy ? 'Leaving …' : 'Leave it and start my own workspace'}
        </Button>
      </p>
    </FrontPage>
  );
}

/** Where one wanted to go; only an address within the app, never one that a stranger's link brings. */
function nextOf(search: URLSearchParams): string | null {
  const next = search.get('next');
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : null;
}
