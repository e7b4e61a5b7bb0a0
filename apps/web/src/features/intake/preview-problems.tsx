import { count, number } from '../../format.js';
import type { ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

/** Every problem of the file, by row and column. */
export function PreviewProblems({ run: { problems, problemCount } }: { run: ImportRun }) {
  if (problemCount === 0) {
    return (
      <p className={styles['good']} role="status">
        <span aria-hidden="true">✓ </span>No problem was found in any cell.
      </p>
    );
  }
  return (
    <section className={styles['section']}>
      <h2 id="problems">{count(problemCount, 'problem')}</h2>
      <p className={styles['soft']}>
        {problems.some(({ severity }) => severity === 'ERROR')
          ? 'A row with a ▲ cannot come in; the others come in without that value.'
          : 'These rows come in without that value.'}{' '}
        Correct them in the spreadsheet and choose it again, or go on.
      </p>
      <div className={styles['scroll']} tabIndex={0} role="region" aria-labelledby="problems">
        <table>
          <thead>
            <tr>
              <th scope="col" className={styles['figure']}>
                Row
              </th>
              <th scope="col">Column</th>
              <th scope="col">What is there</th>
              <th scope="col">What is wrong with it</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ row, column, heading, value, severity, message }) => (
              <tr key={`${row} ${column} ${message}`} className={severity === 'ERROR' ? styles['error'] : ''}>
                <td className={styles['figure']}>{number(row, 0)}</td>
                <td>{heading ?? (column === null ? 'the whole row' : `column ${column}`)}</td>
                <td>{value ? <q>{value}</q> : '–'}</td>
                <td>
                  {severity === 'ERROR' && (
                    <>
                      <span aria-hidden="true">▲ </span>
                      <span className="unseen">Cannot be imported: </span>
                    </>
                  )}
                  {message}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problemCount > problems.length && (
        <p className={styles['soft']}>The first {number(problems.length, 0)} are listed.</p>
      )}
    </section>
  );
}
