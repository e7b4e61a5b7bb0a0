import { useMutation } from '@apollo/client/react';
import { when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { sayFailure } from '../../ui/say-failure.js';
import { say } from '../../ui/toasts.js';
import { type PersonRow, TRY_ADDRESS_AGAIN } from './people.graphql.js';
import styles from './people-page.module.css';

/** That mails to somebody come back, with what their mail server said, and the way to try once more. */
export function Bounced({ person: { id, name, bounce } }: { person: PersonRow }) {
  const [again, { loading }] = useMutation(TRY_ADDRESS_AGAIN, { variables: { personId: id } });
  if (!bounce) return null;
  return (
    <span className={styles['waiting']}>
      <span className={styles['heed']}>
        ▲ mails come back since {when(bounce.at)}, none is sent: {bounce.reason}
      </span>
      <Button
        small
        disabled={loading}
        aria-label={`Try the address of ${name} again`}
        onClick={() => void again().then(() => say(`${name} gets mails again.`), sayFailure)}
      >
        Try it again
      </Button>
    </span>
  );
}
