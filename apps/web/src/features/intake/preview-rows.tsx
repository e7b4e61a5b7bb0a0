import { useSession } from '../../app/session.js';
import { day, money, number } from '../../format.js';
import { Button } from '../../ui/button.js';
import type { ImportRun } from './import.graphql.js';
import styles from './import-page.module.css';

/** The rows as the pain points they would become. */
export function PreviewRows({ run: { rows, rowCount }, onMore }: { run: ImportRun; onMore(): void }) {
  const { setup } = useSession();
  const currency = setup.currency ?? 'EUR';
  return (
    <section className={styles['section']}>
      <h2 id="rows">What they become</h2>
      {rows.length === 0 ? (
        <p className={styles['soft']}>No row can be read as a pain point yet.</p>
      ) : (
        <div className={styles['scroll']} tabIndex={0} role="region" aria-labelledby="rows">
          <table>
            <thead>
              <tr>
                <th scope="col" className={styles['figure']}>
                  Row
                </th>
                <th scope="col">Pain point</th>
                <th scope="col">Raised by</th>
                <th scope="col">Unit</th>
                <th scope="col">Service</th>
                <th scope="col">Said on</th>
                <th scope="col">Stage</th>
                <th scope="col" className={styles['figure']}>
                  Bleeds a week
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.row} className={row.alreadyThere ? styles['there'] : ''}>
                  <td className={styles['figure']}>{number(row.row, 0)}</td>
                  <td className={styles['title']}>
                    {row.title}
                    {row.alreadyThere && <small> is there already</small>}
                  </td>
                  <td>{row.raiser}</td>
                  <td>{row.businessUnit}</td>
                  <td>{row.service}</td>
                  <td>{row.date && day(row.date)}</td>
                  <td>{row.stage}</td>
                  <td className={styles['figure']}>{row.bleedPerWeek ? money(row.bleedPerWeek, currency) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && rows.length < rowCount && (
        <Button small look="quiet" onClick={onMore}>
          Show more of the {number(rowCount, 0)} rows
        </Button>
      )}
    </section>
  );
}
