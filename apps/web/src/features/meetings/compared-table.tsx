import type { Compared } from './compare.js';
import styles from './meetings-page.module.css';

/** Figures of two times side by side, and what changed in between. */
export function ComparedTable({
  label,
  before,
  after,
  rows,
}: {
  label: string;
  before: string;
  after: string;
  rows: readonly Compared[];
}) {
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      <table className={styles['table']}>
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>{row.before}</td>
              <td>{row.after}</td>
              <td>{row.change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
