import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { homeOf, useSession } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { FrontPage } from './front-page.js';
import styles from './front-page.module.css';
import { lastAddress } from '../../app/last-address.js';
import { LinkEntrance } from './link-entrance.js';
import { nextOf } from './next-of.js';
import { SIGN_IN_BY_LINK, SIGN_IN_LINK } from './welcome.graphql.js';

/** Where the link of the mail leads: a button, since mail scanners open links first, and nothing happens by opening it. */
export default function EnterPage() {
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  const next = nextOf(search);
  const { setup, me, renew } = useSession();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(SIGN_IN_LINK, { variables: { token }, fetchPolicy: 'no-cache' });
  const [signIn, { loading, error: refusal }] = useMutation(SIGN_IN_BY_LINK);
  const [email, setEmail] = useState(lastAddress);
  const link = data?.signInLink;

  const enter = async () => {
    const { data: entered } = await signIn({ variables: { token } });
    await renew();
    if (entered) await navigate(next ?? homeOf(entered.signInByLink.role), { replace: true });
  };

  if (!link && !error) {
    return (
      <FrontPage title={setup.workspaceName ?? 'Stanch'} lead="One moment.">
        <p className="unseen" role="status">
          Reading the link …
        </p>
      </FrontPage>
    );
  }
  if (link?.good) {
    return (
      <FrontPage title={setup.workspaceName ?? 'Stanch'} lead="One click, and you are in for 30 days on this device.">
        <div className={`${styles['way']} ${styles['narrow']}`}>
          {refusal && (
            <p role="alert" className={styles['problem']}>
              {sayError(refusal)}
            </p>
          )}
          <Button look="main" autoFocus disabled={loading} onClick={() => void enter().catch(() => undefined)}>
            {loading ? 'Signing in …' : `Sign in as ${link.personName ?? 'myself'}`}
          </Button>
          {me && me.name !== link.personName && (
            <p className={styles['soft']}>You are signed in as {me.name} now; that ends with it.</p>
          )}
        </div>
      </FrontPage>
    );
  }
  return (
    <FrontPage
      title="This link does not count any more"
      lead="It was used before, its time is over, or a letter of it was lost. A fresh one takes a moment."
    >
      {error ? (
        <div className={`${styles['way']} ${styles['narrow']}`}>
          <p role="alert" className={styles['problem']}>
            {sayError(error)}
          </p>
          <Button onClick={() => void refetch()}>Try again</Button>
        </div>
      ) : me ? (
        <div className={`${styles['way']} ${styles['narrow']}`}>
          <p>You are signed in already, as {me.name}.</p>
          <ButtonLink look="main" to={next ?? homeOf(me.role)}>
            Go on
          </ButtonLink>
        </div>
      ) : (
        <LinkEntrance
          email={email}
          onEmail={setEmail}
          next={next}
          onPassword={() => void navigate(`/sign-in${next === null ? '' : `?next=${encodeURIComponent(next)}`}`)}
        />
      )}
    </FrontPage>
  );
}
