import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { number } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { CANCEL_IMPORT, type ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

/** How far it is. Until the end nobody else sees any of it, and it can be cancelled. */
export function ImportProgress({ run }: { run: ImportRun }) {
  const [cancel, { loading }] = useMutation(CANCEL_IMPORT, { variables: { id: run.id } });
  const [problem, setProblem] = useState<string>();
  return (
    <section className={`${styles['drop']} ${styles['ended']}`} aria-label="Importing">
      <h2>Importing {run.fileName} …</h2>
      <progress className={styles['bar']} aria-label="Rows imported" max={run.rowCount} value={run.done} />
      <p className={styles['soft']}>
        {number(run.done, 0)} of {number(run.rowCount, 0)} rows. Nothing shows on the board before all of them are in.
      </p>
      <Button disabled={loading} onClick={() => void cancel().catch((error: unknown) => setProblem(sayError(error)))}>
        {loading ? 'Cancelling …' : 'Cancel'}
      </Button>
      {problem && (
        <p role="alert" className={styles['problem']}>
          ▲ {problem}
        </p>
      )}
    </section>
  );
}
