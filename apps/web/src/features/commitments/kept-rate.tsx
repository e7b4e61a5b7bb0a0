import { Link } from 'react-router';
import { day } from '../../format.js';
import type { GivenPromise } from './commitments.graphql.js';
import styles from './commitments-page.module.css';
import { Reason } from './promise-row.js';

interface Rate {
  kept: number;
  due: number;
}

/** "7 of 9": how many of the promises that fell due were kept, and how that is counted. */
export function KeptRate({ rate, thisWeek, from }: { rate: Rate; thisWeek: Rate; from: string }) {
  return (
    <section className={styles['rate']}>
      <h2 className={styles['title']}>Kept</h2>
      <p className={styles['figure']}>
        {rate.kept} <small>of {rate.due}</small>
      </p>
      <Bar {...rate} />
      <p className={styles['soft']}>
        since {day(from)}: the last 12 weeks.{' '}
        {thisWeek.due === 0
          ? 'Nothing has fallen due in this week yet.'
          : `This week: ${thisWeek.kept} of ${thisWeek.due}.`}
      </p>
      <details>
        <summary>How it is counted</summary>
        <p className={styles['soft']}>
          Kept / fallen due. A promise counts once, in the week of its first date. One that was moved beyond that date
          is missed. One that was done in time counts once its sponsors have said so. It is a figure of the programme,
          of units and services; never of a person.
        </p>
      </details>
    </section>
  );
}

interface KeptByGroupProps {
  title: string;
  rates: readonly (Rate & { name: string })[];
  /** All that was missed, of which each group shows its own. */
  missed: readonly GivenPromise[];
  groupOf: (painPoint: GivenPromise['painPoint']) => string | undefined;
}

/** The same for each business unit or service, with what it missed and why; none when nothing fell due. */
export function KeptByGroup({ title, rates, missed, groupOf }: KeptByGroupProps) {
  if (rates.length === 0) return null;
  const misses = Map.groupBy(missed, ({ painPoint }) => groupOf(painPoint));
  return (
    <section>
      <h2 className={styles['title']}>{title}</h2>
      <ul className={styles['groups']}>
        {rates.map(({ name, kept, due }) => (
          <li key={name}>
            <span>{name}</span>
            <span>
              {kept} of {due}
            </span>
            <Bar kept={kept} due={due} />
            <Misses name={name} promises={misses.get(name) ?? []} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What of a group was missed, and why. */
function Misses({ name, promises }: { name: string; promises: readonly GivenPromise[] }) {
  if (promises.length === 0) return null;
  return (
    <details className={styles['misses']}>
      <summary>
        Why {promises.length === 1 ? 'one was' : `${promises.length} were`} missed
        <span className="unseen"> by {name}</span>
      </summary>
      <ul>
        {promises.map((promise) => (
          <li key={promise.commitment.id}>
            <Link to={`/commitments/p/${promise.painPoint.key}`} state={{ opened: true }}>
              <span className={styles['key']}>{promise.painPoint.key}</span> {promise.painPoint.title}
            </Link>
            <Reason promise={promise} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Bar({ kept, due }: Rate) {
  return (
    <span className={styles['bar']} aria-hidden="true">
      <span style={{ width: `${due === 0 ? 0 : (100 * kept) / due}%` }} />
    </span>
  );
}
