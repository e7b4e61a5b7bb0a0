import { useState } from 'react';
import { day, daysUntil } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './commitments.module.css';
import { WhyMissed } from './why-missed.js';
import parts from './parts.module.css';
import { PromiseForm } from './promise-form.js';
import { Section } from './section.js';
import { TakeBack } from './take-back.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { useOpener } from './use-opener.js';

type Commitment = Details['commitments'][number];

/** What was promised for when: the date that stands large, and those before it, of which the first is never forgotten. */
export function Commitments() {
  const { details } = useOpenDetails();
  const { steers } = useRights();
  const [asking, setAsking] = useState(false);
  const opener = useOpener();
  const { commitments, stage, closed, mergedInto } = details;
  // A merge can bring an older promise along, which stands although a later one was broken.
  const last = commitments.find(({ state }) => state === 'OPEN') ?? commitments.at(-1);
  const standing = last && last.state !== 'KEPT' ? last : undefined;
  const earlier = commitments.filter((one) => one !== last).toReversed();
  const over = stage.category === 'CHECKING' || stage.category === 'FIXED' || closed || mergedInto;
  if (!last && over) return null;
  return (
    <Section
      title="What is promised"
      action={
        steers && !asking && !over ? (
          <Button ref={opener.ref} look="quiet" small onClick={() => setAsking(true)}>
            {standing ? 'Move the date' : 'Promise a date'}
          </Button>
        ) : null
      }
    >
      {!last && (
        <p className={parts['faint']}>No date is promised yet.{!steers && ' You are told when there is one.'}</p>
      )}
      {last && <Standing commitment={last} onTakenBack={opener.back} />}
      {earlier.length > 0 && (
        <ol className={styles['earlier']} aria-label="Promised before">
          {earlier.map((one) => (
            <Earlier key={one.id} commitment={one} />
          ))}
        </ol>
      )}
      {asking && (
        <PromiseForm
          standing={standing}
          onDone={() => {
            setAsking(false);
            opener.back();
          }}
        />
      )}
    </Section>
  );
}

const MARKS = { OPEN: '○', KEPT: '✓', BROKEN: '▲', MOVED: '→' } as const;

/** The promise that counts now. */
function Standing({ commitment, onTakenBack }: { commitment: Commitment; onTakenBack: () => void }) {
  const { details } = useOpenDetails();
  const { by, madeOn, dueOn, firstDueOn, state, reason, viewerMayWithdrawUntil: until } = commitment;
  return (
    <div className={`${styles['standing']} ${state === 'BROKEN' ? styles['broken'] : ''}`}>
      <p className={styles['date']}>
        <span aria-hidden="true">{MARKS[state]}</span>
        <strong>{day(dueOn)}</strong>
        <span>{standingOf(commitment, details)}</span>
      </p>
      <p className={parts['faint']}>
        Promised by {by.name} on {day(madeOn)}.{firstDueOn !== dueOn && ` First promised for ${day(firstDueOn)}.`}
      </p>
      {reason && <p className={styles['reason']}>{reason}</p>}
      {state === 'BROKEN' && <WhyMissed commitment={commitment} />}
      {until && <TakeBack commitment={commitment} until={until} onDone={onTakenBack} />}
    </div>
  );
}

function standingOf({ state, dueOn, deliveredOn }: Commitment, { stage, viewerIsSponsor }: Details): string {
  const said = stage.category === 'CHECKING' || stage.category === 'FIXED';
  if (state === 'KEPT') return 'kept';
  if (state === 'MOVED') return 'moved';
  if (state === 'BROKEN') return said ? 'not kept: it came late' : 'not kept';
  if (!deliveredOn) return howSoon(dueOn);
  return `done in time, on ${day(deliveredOn)}; ${viewerIsSponsor ? 'you say' : 'its sponsors say'} whether it is fixed`;
}

function howSoon(dueOn: string): string {
  const days = daysUntil(dueOn);
  if (days < 0) return 'has passed';
  return days < 2 ? (days === 0 ? 'today' : 'tomorrow') : `in ${days} days`;
}

function Earlier({ commitment: { by, madeOn, dueOn, state, reason, missedBecause } }: { commitment: Commitment }) {
  const word = { OPEN: 'stood', KEPT: 'kept', BROKEN: 'not kept', MOVED: 'moved' }[state];
  return (
    <li className={state === 'BROKEN' ? styles['broken'] : ''}>
      <span aria-hidden="true">{MARKS[state]}</span>
      <span>
        <strong>{day(dueOn)}</strong> {word}
        <span className={parts['faint']}>
          {' '}
          · {by.name}, {day(madeOn)}
        </span>
        {reason && <span className={styles['reason']}>{reason}</span>}
        {missedBecause && <span className={styles['reason']}>{missedBecause}</span>}
      </span>
    </li>
  );
}
