import type { Command } from './keys.js';
import styles from './present.module.css';
import { actsHere, type Subject } from './questions.js';

/** The keys of what can be done here; each is a button too. */
export function ActLine({ subject, run }: { subject: Subject; run(command: Command): void }) {
  return (
    <p className={styles['actLine']}>
      {actsHere(subject).map(({ act, key, word }) => (
        <button key={act} type="button" onClick={() => run(act)}>
          <kbd>{key.toUpperCase()}</kbd> {word}
        </button>
      ))}
    </p>
  );
}
