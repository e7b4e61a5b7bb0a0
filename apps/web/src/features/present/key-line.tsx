import type { ReactNode } from 'react';
import type { Command } from './keys.js';
import styles from './present.module.css';

interface KeyLineProps {
  keys: readonly { command: Command; key: string; word: string }[];
  run(command: Command): void;
  children?: ReactNode;
}

/** Keys and what each does; each is a button too. */
export function KeyLine({ keys, run, children }: KeyLineProps) {
  return (
    <p className={styles['actLine']}>
      {keys.map(({ command, key, word }) => (
        <button key={command} type="button" onClick={() => run(command)}>
          <kbd>{key.toUpperCase()}</kbd> {word}
        </button>
      ))}
      {children}
    </p>
  );
}
