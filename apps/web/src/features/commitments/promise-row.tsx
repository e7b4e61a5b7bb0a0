import { Link } from 'react-router';
import { atLeast, useMe } from '../../app/session.js';
import { day, daysUntil, today } from '../../format.js';
import { StageMark } from '../../ui/stage-mark.js';
import type { GivenPromise } from './commitments.graphql.js';
import styles from './commitments-page.module.css';

/** What is told of a promise in a list: when it is due, how late it is, why it was missed, or that it was kept. */
export type Telling = 'due' | 'late' | 'reason' | 'kept';

/** One promise: the date, the pain point, who stands behind it, and what there is to say. */
export function PromiseRow({ promise, telling }: { promise: GivenPromise; telling: Telling }) {
  const { commitment, painPoint, moves, outcome } = promise;
  const { dueOn, firstDueOn, deliveredOn, by } = commitment;
  // What was missed is the date that was promised first, whatever was promised after it.
  const missed = telling === 'reason' && outcome === 'MISSED';
  const owner = painPoint.owner?.name ?? null;
  return (
    <li className={styles['row']}>
      <p className={telling === 'late' ? styles['late'] : styles['date']}>
        <strong>{day(missed ? firstDueOn : dueOn)}</strong>
        <span>{sayWhen(promise, telling)}</span>
      </p>
      <div className={styles['what']}>
        <p>
          <Link to={`/commitments/p/${painPoint.key}`} state={{ opened: true }}>
            <span className={styles['key']}>{painPoint.key}</span> {painPoint.title}
          </Link>
        </p>
        <p className={styles['soft']}>
          <StageMark category={painPoint.stage.category} /> {painPoint.stage.name}
          {' · promised by '}
          {by.name}
          {owner !== null && owner !== by.name && `, in the care of ${owner}`}
          {painPoint.businessUnit && ` · ${painPoint.businessUnit.name}`}
        </p>
        {moves > 0 && (
          <p className={styles['soft']}>
            {missed ? `moved to ${day(dueOn)}` : `first promised for ${day(firstDueOn)}, moved`}
            {moves === 1 ? (missed ? '' : ' once') : `${missed ? ', ' : ' '}${moves} times`}
            {missed && deliveredOn !== null && `, done on ${day(deliveredOn)}`}
          </p>
        )}
        {(telling === 'reason' || telling === 'late') && <Reason promise={promise} />}
      </div>
    </li>
  );
}

/** Why it was moved or not kept; where nobody has said, IT is led to where one says it. */
export function Reason({ promise: { reason, painPoint } }: { promise: GivenPromise }) {
  const works = atLeast(useMe().role, 'IT');
  if (reason) return <p className={styles['reason']}>“{reason}”</p>;
  return (
    <p className={styles['heed']}>
      ▲ Nobody has said why yet.{' '}
      {works && (
        <Link to={`/commitments/p/${painPoint.key}`} state={{ opened: true }} aria-label={`Say why: ${painPoint.key}`}>
          Say why
        </Link>
      )}
    </p>
  );
}

function sayWhen({ commitment: { dueOn, nearFrom, deliveredOn }, outcome }: GivenPromise, telling: Telling): string {
  const days = daysUntil(dueOn);
  if (telling === 'kept') return '✓ kept';
  if (telling === 'late') return days === -1 ? '▲ since yesterday' : `▲ for ${-days} days`;
  if (telling === 'reason' && outcome === 'MISSED') return '▲ missed';
  if (deliveredOn !== null) return `✓ done on ${day(deliveredOn)}`;
  if (telling === 'reason') return '△ new date';
  if (today() >= nearFrom) return `△ ${['today', 'tomorrow'][days] ?? `in ${days} days`}`;
  return `in ${days} days`;
}
