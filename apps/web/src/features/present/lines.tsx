import { day, money } from '../../format.js';
import { StageMark } from '../../ui/stage-mark.js';
import type { Card, PromiseNews } from './meeting.graphql.js';
import styles from './lines.module.css';
import { Sign, type SignKind } from './signs.js';

export type CardLine = Pick<Card, 'painPointId' | 'key' | 'title' | 'bleedPerWeek' | 'category' | 'businessUnit'> & {
  /** Null where it stands above all of them. */
  stage: string | null;
  /** What is said of it instead of where it stands. */
  says?: string;
};

/** Cards one below the other, each whole. */
export function CardLines({ lines, currency }: { lines: readonly CardLine[]; currency: string }) {
  return (
    <ul className={styles['lines']}>
      {lines.map(({ painPointId, key, title, bleedPerWeek, stage, category, businessUnit, says }, at) => (
        <li key={`${painPointId} ${at}`}>
          <p className={styles['title']}>
            <span className={styles['key']}>{key}</span> {title}
          </p>
          <p className={styles['facts']}>
            {says ? (
              <span>{says}</span>
            ) : (
              stage !== null && (
                <span className={styles['fact']}>
                  <StageMark category={category} /> {stage}
                </span>
              )
            )}
            {bleedPerWeek > 0 && (
              <span>
                {category === 'FIXED' && 'cost '}
                {money(bleedPerWeek, currency)} a week
              </span>
            )}
            {businessUnit && <span>{businessUnit}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What became of a promise: a shape and a word. */
const OUTCOMES: Record<PromiseNews['outcome'], (promise: PromiseNews) => readonly [SignKind, string]> = {
  KEPT: () => ['kept', 'kept'],
  BROKEN: () => ['broken', 'broken'],
  MOVED: ({ newDueOn, missedBefore }) => [
    'later',
    newDueOn ? `${missedBefore ? 'new date:' : 'moved to'} ${day(newDueOn)}` : 'moved',
  ],
  AWAITED: () => ['asked', 'done, its sponsors have the word'],
  OPEN: ({ dueOn }) => ['due', `due ${day(dueOn)}`],
};

/** Promises one below the other: what became of each, and why. */
export function PromiseLines({ promises }: { promises: readonly PromiseNews[] }) {
  return (
    <ul className={styles['lines']}>
      {promises.map((promise) => {
        const { commitmentId, card, by, dueOn, firstDueOn, moves, outcome, reason } = promise;
        const [sign, word] = OUTCOMES[outcome](promise);
        return (
          <li key={commitmentId}>
            <p className={styles['outcome']}>
              <Sign kind={sign} /> {word}
            </p>
            <p className={styles['title']}>
              <span className={styles['key']}>{card.key}</span> {card.title}
            </p>
            <p className={styles['facts']}>
              <span>
                promised by {by}
                {outcome !== 'OPEN' && ` for ${day(dueOn)}`}
              </span>
              {firstDueOn !== dueOn && <span>first for {day(firstDueOn)}</span>}
              {moves > 1 && <span>moved {moves} times</span>}
              {card.businessUnit && <span>{card.businessUnit}</span>}
            </p>
            {reason && <p className={styles['reason']}>“{reason}”</p>}
            {!reason && (outcome === 'BROKEN' || outcome === 'MOVED') && (
              <p className={styles['facts']}>Nobody has said why yet.</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
