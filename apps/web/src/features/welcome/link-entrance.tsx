import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { EmailField } from './email-field.js';
import styles from './front-page.module.css';
import { rememberAddress } from '../../app/last-address.js';
import { ASK_FOR_SIGN_IN_LINK } from './welcome.graphql.js';

interface LinkEntranceProps {
  email: string;
  onEmail: (email: string) => void;
  next: string | null;
  onPassword: () => void;
}

/** In without a password: asks for the address, sends a link there, and says the same whether or not it is known. */
export function LinkEntrance({ email, onEmail, next, onPassword }: LinkEntranceProps) {
  const [askedFor, setAskedFor] = useState<string>();
  const [known, setKnown] = useState(email !== '');
  const [ask, { loading, error }] = useMutation(ASK_FOR_SIGN_IN_LINK);
  const submit = async () => {
    await ask({ variables: { email, next } });
    rememberAddress(email);
    setAskedFor(email.trim());
  };
  if (askedFor !== undefined) {
    return (
      <section className={`${styles['way']} ${styles['narrow']}`} role="status">
        <h2>Look into your mail</h2>
        <p>
          If <strong className={styles['address']}>{askedFor}</strong> is known here, a link is on its way. It counts
          for 15 minutes and works once.
        </p>
        <p className={styles['soft']}>Nothing after a few minutes? Look among the unwanted mails, or ask your IT.</p>
        <div className={styles['row']}>
          <Button disabled={loading} onClick={() => void submit().catch(() => undefined)}>
            {loading ? 'Sending …' : 'Send it again'}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setKnown(false);
              setAskedFor(undefined);
            }}
          >
            Another address
          </Button>
        </div>
        {error && (
          <p role="alert" className={styles['problem']}>
            {sayError(error)}
          </p>
        )}
      </section>
    );
  }
  return (
    <form
      className={`${styles['way']} ${styles['narrow']}`}
      onSubmit={(event) => {
        event.preventDefault();
        submit().catch(() => undefined);
      }}
    >
      {known ? (
        <p>
          A fresh link goes to <strong className={styles['address']}>{email}</strong>
          {next !== null && ' and leads back to what you wanted to see'}.
        </p>
      ) : (
        <EmailField email={email} onEmail={onEmail} hint="We send you a link. No password is needed." />
      )}
      {error && (
        <p role="alert" className={styles['problem']}>
          {sayError(error)}
        </p>
      )}
      <Button type="submit" look="main" disabled={loading} autoFocus={known}>
        {loading ? 'Sending …' : 'Send me a link'}
      </Button>
      <div className={styles['row']}>
        {known && (
          <Button
            look="quiet"
            onClick={() => {
              onEmail('');
              setKnown(false);
            }}
          >
            Another address
          </Button>
        )}
        <Button look="quiet" onClick={onPassword}>
          I have a password
        </Button>
      </div>
    </form>
  );
}
