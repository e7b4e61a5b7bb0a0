import { useMutation } from '@apollo/client/react';
import { Navigate, useNavigate } from 'react-router';
import { homeOf, useSession } from '../../app/session.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { FrontPage } from './front-page.js';
import styles from './front-page.module.css';
import { CurrencyField, HourlyCostField, hourlyCostOf, TimeZoneField } from '../../ui/region-fields.js';
import { guessCurrency, guessTimeZone } from '../../ui/regions.js';
import { useDemoDoor } from './use-demo-door.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { START_WORKSPACE } from './welcome.graphql.js';

const SECRETS = ['password'] as const;

/** The first visit: make a workspace of one's own, or look around in the demo company. */
export default function WelcomePage() {
  const { setup, me } = useSession();
  if (me) return <Navigate to={homeOf(me.role)} replace />;
  if (!setup.needed) return <Navigate to="/sign-in" replace />;
  return (
    <FrontPage
      title="Stop the bleeding. Show the wins. Earn the trust back."
      lead="Collect what hurts the business, in its own words. Fix it where everybody can see it. Let those who felt the pain say when it has gone."
    >
      <div className={styles['ways']}>
        <OwnWorkspace />
        <DemoDoor />
      </div>
    </FrontPage>
  );
}

function OwnWorkspace() {
  const { renew } = useSession();
  const navigate = useNavigate();
  const { draft, set, clear } = useFormDraft(
    'welcome',
    {
      workspaceName: '',
      currency: guessCurrency(),
      hourlyCost: '50',
      timeZone: guessTimeZone(),
      name: '',
      email: '',
      password: '',
    },
    SECRETS,
  );
  const [start, { loading, error }] = useMutation(START_WORKSPACE);
  const wrong = fieldOf(error);
  const problem = (field: string) => (wrong === field ? sayError(error) : undefined);
  const hourlyCost = hourlyCostOf(draft.hourlyCost);

  async function submit() {
    const input = { ...draft, hourlyCost, locale: navigator.language };
    await start({ variables: { input } });
    clear();
    await renew();
    await navigate('/board');
  }

  return (
    <form
      className={styles['way']}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => undefined);
      }}
    >
      <h2>Start my own workspace</h2>
      <Field
        label="What is it called?"
        text={draft.workspaceName}
        longest={80}
        hint="Your company or programme."
        error={problem('workspaceName')}
      >
        {(control) => (
          <input
            {...control}
            required
            autoFocus
            value={draft.workspaceName}
            onChange={({ target }) => set('workspaceName', target.value)}
          />
        )}
      </Field>
      <div className={styles['pair']}>
        <CurrencyField
          value={draft.currency}
          onChange={(value) => set('currency', value)}
          error={problem('currency')}
        />
        <HourlyCostField
          value={draft.hourlyCost}
          onChange={(value) => set('hourlyCost', value)}
          error={problem('hourlyCost')}
        />
      </div>
      <TimeZoneField value={draft.timeZone} onChange={(value) => set('timeZone', value)} error={problem('timeZone')} />
      <hr className={styles['rule']} />
      <Field label="Your name" error={problem('name')}>
        {(control) => (
          <input
            {...control}
            required
            autoComplete="name"
            value={draft.name}
            onChange={({ target }) => set('name', target.value)}
          />
        )}
      </Field>
      <div className={styles['pair']}>
        <Field label="Your e-mail address" error={problem('email')}>
          {(control) => (
            <input
              {...control}
              required
              type="email"
              autoComplete="username"
              value={draft.email}
              onChange={({ target }) => set('email', target.value)}
            />
          )}
        </Field>
        <Field label="A password" hint="At least 10 characters." error={problem('password')}>
          {(control) => (
            <input
              {...control}
              required
              type="password"
              minLength={10}
              autoComplete="new-password"
              value={draft.password}
              onChange={({ target }) => set('password', target.value)}
            />
          )}
        </Field>
      </div>
      {error && !wrong && (
        <p role="alert" className={styles['problem']}>
          {sayError(error)}
        </p>
      )}
      <Button type="submit" look="main" disabled={loading || !Number.isFinite(hourlyCost)}>
        {loading ? 'Making it …' : 'Start'}
      </Button>
    </form>
  );
}

function DemoDoor() {
  const { open, busy, problem } = useDemoDoor();
  return (
    <section className={`${styles['way']} ${styles['aside']}`} aria-labelledby="demo-door">
      <h2 id="demo-door">Look around in a demo</h2>
      <p className={styles['soft']}>
        Fernwick Foods: eleven bakeries, six lorries, one tired IT. Forty pain points and twelve weeks of history, some
        promises kept and some not. Change what you like; it has a database of its own.
      </p>
      {problem && (
        <p role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <Button onClick={() => void open()} disabled={busy}>
        {busy ? 'The bakeries open …' : 'Look around'}
      </Button>
    </section>
  );
}
