import { count } from '../../format.js';
import { Button, ButtonLink } from '../../ui/button.js';
import type { ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

const TITLES = {
  CANCELLED: 'Cancelled: nothing was imported',
  FAILED: 'Nothing was imported',
} as const;

/** What came of it. */
export function ImportEnded({ run, onLeave }: { run: ImportRun; onLeave(): void }) {
  const { state, error, newCount, mergedCount, alreadyThereCount, failedCount, fileName } = run;
  const done = state === 'DONE';
  const more = [
    mergedCount > 0 && `${count(mergedCount, 'row')} joined another`,
    alreadyThereCount > 0 && `${count(alreadyThereCount, 'row was', 'rows were')} there already`,
    failedCount > 0 && `${count(failedCount, 'row')} could not be imported`,
  ].filter(Boolean);
  return (
    <section className={`${styles['drop']} ${styles['ended']}`} aria-label="The import has ended" role="status">
      <h2>
        {done
          ? newCount === 0
            ? 'There was nothing new in it'
            : `${count(newCount, 'pain point is', 'pain points are')} on the board`
          : TITLES[state === 'FAILED' ? 'FAILED' : 'CANCELLED']}
      </h2>
      <p className={styles['soft']}>
        {fileName}
        {done && more.length > 0 && `: ${more.join(', ')}`}
      </p>
      {error && <p className={styles['problem']}>▲ {error}</p>}
      <div className={styles['acts']}>
        {done && (
          <ButtonLink to="/board" look="main">
            Open the board
          </ButtonLink>
        )}
        <Button onClick={onLeave}>{done ? 'Import another file' : 'Choose a file'}</Button>
      </div>
    </section>
  );
}
