import { count, number } from '../../format.js';
import type { ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

const DELIMITERS: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab' };

/** What was found in the file, in figures, and whom and what it would make known. */
export function FileFacts({ run }: { run: ImportRun }) {
  const { fileName, encoding, delimiter, rowCount } = run;
  const added = [
    ['people', run.newPeople],
    ['business units', run.newBusinessUnits],
    ['services', run.newServices],
  ] as const;
  return (
    <section className={styles['facts']} aria-label="What was found">
      <p>
        <strong>{fileName}</strong>
        <span className={styles['soft']}>
          {' '}
          {count(rowCount, 'row')}, separated by {DELIMITERS[delimiter] ?? delimiter}, {encoding}
        </span>
      </p>
      <dl className={styles['figures']}>
        <Figure value={run.newCount} says="become pain points" />
        <Figure value={run.mergedCount} says="join another row" />
        <Figure value={run.alreadyThereCount} says="are there already" />
        <Figure value={run.failedCount} says="cannot be imported" heed />
      </dl>
      <div className={styles['added']}>
        {added.map(
          ([what, names]) =>
            names.length > 0 && (
              <details key={what}>
                <summary>
                  {number(names.length, 0)} new {what}
                </summary>
                <p>{names.join(', ')}</p>
              </details>
            ),
        )}
      </div>
    </section>
  );
}

function Figure({ value, says, heed = false }: { value: number; says: string; heed?: boolean }) {
  return (
    <div className={heed && value > 0 ? styles['heeded'] : value === 0 ? styles['none'] : ''}>
      <dt>{says}</dt>
      <dd>
        {heed && value > 0 && <span aria-hidden="true">▲ </span>}
        {number(value, 0)}
      </dd>
    </div>
  );
}
