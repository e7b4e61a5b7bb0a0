import { memo } from 'react';
import { Link, useLocation } from 'react-router';
import { daysSince, day, dayOf, daysUntil, money, span } from '../../format.js';
import type { PainPointCardFragment } from '../../graphql/generated/types.js';
import { PersonMark } from '../../ui/person-mark.js';
import { SilenceMark } from '../../ui/silence-mark.js';
import { useReached, useToday } from '../../ui/use-clock.js';
import styles from './pain-point-card.module.css';
import { useRecentMove } from './recent-moves.js';
import { isBeingRaised } from './use-raise-pain-point.js';

interface CardProps {
  card: PainPointCardFragment;
  currency: string;
  /** place: where it would land; lifted: held by the keyboard; flying: the one under the pointer. */
  look?: 'place' | 'lifted' | 'flying' | undefined;
  movable: boolean;
  /** What to do with it besides opening it. */
  menu?: React.ReactNode;
}

const LOOKS = { place: styles['held'], lifted: styles['lifted'], flying: styles['flying'] };

/** A pain point on the board: what hurts, whom, how much, and how far its healing is. */
export const PainPointCard = memo(function PainPointCard({ card, currency, look, movable, menu }: CardProps) {
  const { search } = useLocation();
  const movedBy = useRecentMove(card.id);
  const { key, title, raiser, businessUnit, owner, blocked, blockedReason, taskCount, tasksDone } = card;
  const waiting = isBeingRaised(card.id);
  return (
    <article
      className={[
        styles['card'],
        movable && styles['movable'],
        look && LOOKS[look],
        waiting && styles['waiting'],
        movedBy && styles['fresh'],
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <div className={styles['top']}>
        <span className={styles['key']}>{key}</span>
        {card.quadrant === 'QUICK_WIN' && card.stage.category !== 'FIXED' && <QuickWin />}
        <Age card={card} />
        {menu}
      </div>
      <Link
        className={styles['title']}
        to={{ pathname: `/board/p/${key}`, search }}
        state={{ opened: true }}
        draggable={false}
        data-title=""
        {...(movable && { 'aria-describedby': 'board-keys' })}
      >
        {title}
      </Link>
      <div className={styles['people']}>
        <p className={styles['from']}>
          {raiser.name}
          {businessUnit && ` · ${businessUnit.name}`}
        </p>
        {owner && <PersonMark name={owner.name} says={`Owner: ${owner.name}`} />}
      </div>
      {blocked && (
        <p className={styles['blocked']}>
          <span aria-hidden="true">■ </span>Blocked{blockedReason && `: ${blockedReason}`}
        </p>
      )}
      <Silent silence={card.silence} />
      <div className={styles['facts']}>
        <Bleed card={card} currency={currency} />
        {taskCount > 0 && (
          <span className={styles['fact']} title={`${tasksDone} of ${taskCount} tasks done`}>
            <span className={styles['bar']} aria-hidden="true">
              <span style={{ width: `${(tasksDone / taskCount) * 100}%` }} />
            </span>
            <span aria-hidden="true">
              {tasksDone}/{taskCount}
            </span>
            <span className="unseen">
              {tasksDone} of {taskCount} tasks done
            </span>
          </span>
        )}
        <Promised card={card} />
      </div>
      {movedBy && <p className={styles['news']}>moved by {movedBy}</p>}
    </article>
  );
});

/** That its sponsors hear nothing; shows by itself when the moment comes. */
function Silent({ silence }: { silence: PainPointCardFragment['silence'] }) {
  const silent = useReached(silence?.from);
  if (!silence || !silent) return null;
  return (
    <p className={styles['silent']}>
      <SilenceMark />
      <span>
        Silent: no {silence.why === 'UNANSWERED' ? 'answer' : 'word'} since {dayOf(silence.since)}
      </span>
    </p>
  );
}

function Bleed({
  card: { bleedPerWeek, slowed, stage, confirmed },
  currency,
}: {
  card: PainPointCardFragment;
  currency: string;
}) {
  if (stage.category === 'FIXED') {
    return (
      <span className={`${styles['fact']} ${confirmed ? styles['healed'] : ''}`}>
        {confirmed ? <Tick /> : <Ring />}
        {confirmed ? 'confirmed fixed' : 'fixed, not confirmed'}
      </span>
    );
  }
  return (
    <>
      {bleedPerWeek === 0 ? (
        <span className={`${styles['fact']} ${styles['unsized']}`}>not sized yet</span>
      ) : (
        <span className={`${styles['fact']} ${styles['bleeds']}`}>
          <svg viewBox="0 0 10 14" width="8" height="11" aria-hidden="true">
            <path d="M5 0.5c2 3 4 5.1 4 8a4 4 0 0 1-8 0c0-2.9 2-5 4-8Z" fill="currentColor" />
          </svg>
          <span className="unseen">bleeds </span>
          {money(bleedPerWeek, currency)}/wk
        </span>
      )}
      {slowed && <Slowed />}
    </>
  );
}

function Age({ card }: { card: PainPointCardFragment }) {
  const days = daysSince(card.enteredStageAt);
  const text = span(days);
  return (
    <span className={styles['age']} title={`In ${card.stage.name} since ${dayOf(card.enteredStageAt)}`}>
      <span className="unseen">in this stage: </span>
      {text}
    </span>
  );
}

/** The promised date: past, near or later, told by shape and word; a date that was moved never hides the first one. */
function Promised({ card: { commitment, stage } }: { card: PainPointCardFragment }) {
  const today = useToday();
  const days = commitment ? daysUntil(commitment.dueOn) : 0;
  if (!commitment || stage.category === 'FIXED') return null;
  const date = day(commitment.dueOn);
  const first = commitment.firstDueOn === commitment.dueOn ? '' : `, first ${day(commitment.firstDueOn)}`;
  if (commitment.state === 'KEPT') return <span className={styles['fact']}>kept its date, {date}</span>;
  if (commitment.deliveredOn !== null) return <span className={styles['fact']}>done for its date, {date}</span>;
  if (commitment.state === 'BROKEN' && stage.category === 'CHECKING') {
    return <span className={styles['fact']}>▲ came later than {date}</span>;
  }
  if (days < 0 || commitment.state === 'BROKEN') {
    return (
      <span className={`${styles['fact']} ${styles['heed']}`}>
        ▲ overdue since {date}
        {first}
      </span>
    );
  }
  if (today >= commitment.nearFrom) {
    const soon = ['today', 'tomorrow'][days] ?? `in ${days} days`;
    return (
      <span className={`${styles['fact']} ${styles['heed']}`}>
        △ promised {soon}
        {first}
      </span>
    );
  }
  return (
    <span className={styles['fact']}>
      promised {date}
      {first}
    </span>
  );
}

/** It hurts less than it did, and is not fixed. */
function Slowed() {
  return (
    <span className={styles['fact']} title="Slowed by a workaround; it is not fixed">
      <span aria-hidden="true">↓</span>slowed<span className="unseen"> by a workaround</span>
    </span>
  );
}

function QuickWin() {
  return (
    <span className={styles['quick']}>
      <svg viewBox="0 0 10 12" width="9" height="11" aria-hidden="true">
        <path d="M6 0 0.8 7h3L3.2 12 9 4.6H5.5Z" fill="currentColor" />
      </svg>
      quick win
    </span>
  );
}

function Tick() {
  return (
    <svg viewBox="0 0 14 14" width="13" height="13" aria-hidden="true">
      <circle cx="7" cy="7" r="7" fill="currentColor" />
      <path d="m3.8 7.3 2.2 2.2 4.3-4.5" fill="none" stroke="var(--surface)" strokeWidth="1.6" />
    </svg>
  );
}

function Ring() {
  return (
    <svg viewBox="0 0 14 14" width="13" height="13" aria-hidden="true">
      <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.5 2" />
    </svg>
  );
}
