import { Button } from './button.js';
import styles from './shown-once.module.css';
import { say } from './toasts.js';

interface ShownOnceProps {
  /** What the secret is, as in "The token is copied." */
  what: string;
  secret: string;
  onDone(): void;
}

/** A secret that is shown this one time: to be copied, then gone. */
export function ShownOnce({ what, secret, onDone }: ShownOnceProps) {
  return (
    <div className={styles['secret']} role="status">
      <p>This is shown once. Copy it now.</p>
      <code>{secret}</code>
      <div className={styles['acts']}>
        <Button
          small
          onClick={() =>
            void navigator.clipboard.writeText(secret).then(
              () => say(`The ${what} is copied.`),
              () => say(`The browser does not allow copying. Select the ${what} and copy it by hand.`),
            )
          }
        >
          Copy
        </Button>
        <Button look="quiet" small onClick={onDone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
