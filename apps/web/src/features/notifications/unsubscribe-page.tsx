import { useMutation, useQuery } from '@apollo/client/react';
import { useParams } from 'react-router';
import { useSession } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import type { UnsubscriptionQuery } from '../../graphql/generated/types.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FrontPage } from '../welcome/front-page.js';
import frontStyles from '../welcome/front-page.module.css';
import { EVENT_WORDS } from './event-words.js';
import { UNSUBSCRIBE, UNSUBSCRIPTION } from './unsubscribe.graphql.js';
import styles from './unsubscribe-page.module.css';

type Unsubscription = NonNullable<UnsubscriptionQuery['unsubscription']>;
type Scope = Unsubscription['offered'][number];

/** Where the link under every mail leads: fewer mails, or none, signed in or not; nothing happens by opening it. */
export default function UnsubscribePage() {
  const { token = '' } = useParams();
  const { me, setup } = useSession();
  const { data, error, refetch } = useQuery(UNSUBSCRIPTION, { variables: { token }, fetchPolicy: 'no-cache' });
  const [unsubscribe, { data: changed, loading, error: refusal }] = useMutation(UNSUBSCRIBE);
  const state = changed?.unsubscribe ?? data?.unsubscription;
  const set = (scope: Scope, comeBack: boolean) =>
    void unsubscribe({ variables: { input: { token, scope, comeBack } } }).catch(() => undefined);

  if (error || (data && !state)) {
    return (
      <FrontPage
        title="This link is damaged"
        lead="A letter of it was lost on the way. Open it once more from the mail, or sign in and use your settings."
      >
        <div className={`${frontStyles['way']} ${frontStyles['narrow']}`}>
          {error && (
            <p role="alert" className={frontStyles['problem']}>
              {sayError(error)}
            </p>
          )}
          {error && <Button onClick={() => void refetch()}>Try again</Button>}
          <ButtonLink to="/settings">To my settings</ButtonLink>
        </div>
      </FrontPage>
    );
  }
  if (!state) {
    return (
      <FrontPage title={setup.workspaceName ?? 'Stanch'} lead="One moment.">
        <p className="unseen" role="status">
          Reading the link …
        </p>
      </FrontPage>
    );
  }
  return (
    <FrontPage
      title="Fewer mails, or none"
      lead="It counts at once, and you can come back at any time. What you said stays, and what is asked of you waits in the app."
    >
      <div className={`${frontStyles['way']} ${styles['ways']}`}>
        {refusal && (
          <p role="alert" className={frontStyles['problem']}>
            {sayError(refusal)}
          </p>
        )}
        <ul aria-label="What you can leave">
          {state.offered.map((scope) => (
            <Way key={scope} scope={scope} state={state} busy={loading} onSet={(comeBack) => set(scope, comeBack)} />
          ))}
        </ul>
        {me && <ButtonLink to="/settings">All my settings</ButtonLink>}
      </div>
    </FrontPage>
  );
}

interface WayProps {
  scope: Scope;
  state: Unsubscription;
  busy: boolean;
  onSet(comeBack: boolean): void;
}

function Way({ scope, state, busy, onSet }: WayProps) {
  const left = state.left.includes(scope);
  const { title, about } = wordsOf(scope, state);
  return (
    <li className={styles['way']}>
      <div>
        <strong>{title}</strong>
        <p role="status">{left ? '✓ You left it.' : about}</p>
      </div>
      <Button disabled={busy} aria-label={`${left ? 'Come back to' : 'Leave'}: ${title}`} onClick={() => onSet(left)}>
        {left ? 'Come back' : 'Leave'}
      </Button>
    </li>
  );
}

function wordsOf(scope: Scope, { painPoint, event }: Unsubscription): { title: string; about: string } {
  if (scope === 'PAIN_POINT') {
    return { title: painPoint ?? 'This pain point', about: 'You hear nothing more of it, by any way.' };
  }
  if (scope === 'DIGEST') {
    return { title: 'The weekly digest', about: 'All else comes as before.' };
  }
  if (scope === 'EVENT') {
    return {
      title: `Mails like this one: ${event ? EVENT_WORDS[event].toLowerCase() : ''}`,
      about: 'The app still tells you.',
    };
  }
  return {
    title: 'All mails and push messages',
    about: 'None at all, not even when you are asked whether it is fixed.',
  };
}
