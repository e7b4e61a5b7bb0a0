import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { homeOf, type Role, useSession } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { EmailField } from './email-field.js';
import { FrontPage } from './front-page.js';
import styles from './front-page.module.css';
import { lastAddress } from '../../app/last-address.js';
import { LinkEntrance } from './link-entrance.js';
import { nextOf } from './next-of.js';
import { useDemoDoor } from './use-demo-door.js';
import { SIGN_IN, SIGN_IN_TO_DEMO } from './welcome.graphql.js';

/** Where one comes in: by a link in a mail, by password, or with one click in the demo. */
export default function SignInPage() {
  const { setup, me } = useSession();
  const [search] = useSearchParams();
  if (me) return <Navigate to={nextOf(search) ?? homeOf(me.role)} replace />;
  if (setup.needed) return <Navigate to="/welcome" replace />;
  return setup.demo ? <DemoEntrance /> : <Entrance />;
}

/** A link needs no password to be remembered, so it comes first; without a mail server there is the password alone. */
function Entrance() {
  const { setup } = useSession();
  const [search] = useSearchParams();
  const [email, setEmail] = useState(lastAddress);
  const [byPassword, setByPassword] = useState(!setup.mailConfigured);
  return (
    <FrontPage
      title={setup.workspaceName ?? 'Sign in'}
      lead="Sign in to see what hurts, what is promised and what is fixed."
    >
      {byPassword ? (
        <PasswordEntrance
          email={email}
          onEmail={setEmail}
          {...(setup.mailConfigured && { onLink: () => setByPassword(false) })}
        />
      ) : (
        <LinkEntrance email={email} onEmail={setEmail} next={nextOf(search)} onPassword={() => setByPassword(true)} />
      )}
    </FrontPage>
  );
}

interface PasswordEntranceProps {
  email: string;
  onEmail: (email: string) => void;
  onLink?: () => void;
}

function PasswordEntrance({ email, onEmail, onLink }: PasswordEntranceProps) {
  const { renew } = useSession();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [password, setPassword] = useState('');
  const [signIn, { loading, error }] = useMutation(SIGN_IN);

  async function submit() {
    const { data } = await signIn({ variables: { email, password } });
    await renew();
    if (data) await navigate(nextOf(search) ?? homeOf(data.signIn.role), { replace: true });
  }

  return (
    <form
      className={`${styles['way']} ${styles['narrow']}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => undefined);
      }}
    >
      <EmailField email={email} onEmail={onEmail} />
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
      {onLink ? (
        <Button look="quiet" onClick={onLink}>
          Send me a link instead
        </Button>
      ) : (
        <p className={styles['soft']}>No password yet, or forgotten? A lead of your IT can set a new one for you.</p>
      )}
    </form>
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
