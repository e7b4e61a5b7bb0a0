import { instant } from '../../format.js';
import { compare } from './compare.js';
import type { PastMeeting } from './meetings.graphql.js';
import styles from './meetings-page.module.css';

/** The figures of two meetings side by side, as each of them saw its day. */
export function CompareMeetings({ one, other, currency }: { one: PastMeeting; other: PastMeeting; currency: string }) {
  return (
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label="Two meetings compared">
      <table className={styles['table']}>
        <caption className={styles['title']}>What changed in between</caption>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">{instant(one.startedAt)}</th>
            <th scope="col">{instant(other.startedAt)}</th>
            <th scope="col">Change</th>
          </tr>
        </thead>
        <tbody>
          {compare(one, other, currency).map(({ name, before, after, change }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{before}</td>
              <td>{after}</td>
              <td>{change}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
