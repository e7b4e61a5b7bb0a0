import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { count, dayOf, money, number, shortMoney } from '../../format.js';
import { Button } from '../../ui/button.js';
import styles from './cost.module.css';
import { EstimateForm } from './estimate-form.js';
import { SAY_UNIT_COST_FROM_PANEL } from './pain-point-acts.graphql.js';
import { Section } from './section.js';
import { UnitCostForm } from './unit-cost-form.js';
import { useOpener } from './use-opener.js';
import { useOpenDetails, useRights } from './use-details.js';

/** What it costs, opened to how that was computed. The estimate can be bettered where it stands. */
export function Cost() {
  const { details, act } = useOpenDetails();
  const { works, steers } = useRights();
  const [editing, setEditing] = useState(false);
  const opener = useOpener();
  const { id, title, bleedPerWeek, bledSoFar, bleedExplained, workaround } = details;
  const { stage, closed, mergedInto, viewerIsSponsor } = details;
  const { businessUnit } = useMe();
  const { currency } = bleedExplained;
  const speaksForUnit = !steers && viewerIsSponsor && businessUnit !== null && !closed && !mergedInto;
  const bleeds = stage.category !== 'FIXED' && !closed && !mergedInto;
  const done = () => {
    setEditing(false);
    opener.back();
  };
  return (
    <Section
      title="What it costs"
      note="an estimate"
      action={
        (steers || speaksForUnit) && !editing ? (
          <Button ref={opener.ref} look="quiet" small onClick={() => setEditing(true)}>
            {speaksForUnit ? 'Say what it costs you' : bleedPerWeek === 0 ? 'Estimate' : 'Change'}
          </Button>
        ) : null
      }
    >
      {bleedPerWeek === 0 ? (
        <p className={styles['unknown']}>Not sized yet: how many people lose how many hours a week with it?</p>
      ) : (
        <div className={styles['cost']}>
          <p className={`${styles['rate']} ${bleeds ? styles['bleeds'] : ''}`}>
            {bleeds && (
              <svg viewBox="0 0 10 14" aria-hidden="true">
                <path d="M5 .5c2 3 4 5.1 4 8a4 4 0 0 1-8 0c0-2.9 2-5 4-8Z" fill="currentColor" />
              </svg>
            )}
            <strong>{money(bleedPerWeek, currency)}</strong>{' '}
            <span>{bleeds ? (workaround ? 'a week, slowed by a workaround' : 'a week') : 'a week, while it bled'}</span>
          </p>
          <p className={styles['soFar']}>
            {shortMoney(bledSoFar, currency)} {bleeds ? 'bled so far' : 'bled in all'}
          </p>
          <Sum />
        </div>
      )}
      {works && !editing && <Effort />}
      {editing && steers && <EstimateForm onDone={done} />}
      {editing && speaksForUnit && (
        <UnitCostForm
          painPoint={{ id, title, bleedPerWeek, businessUnit: details.businessUnit }}
          onDone={done}
          onSay={async (figures) => {
            const input = { painPointId: id, ...figures };
            const { error } = await act({ mutation: SAY_UNIT_COST_FROM_PANEL, variables: { input } });
            if (error !== undefined) throw error instanceof Error ? error : new Error('It did not come through.');
          }}
        />
      )}
    </Section>
  );
}

/** The figures as one would write them on the back of an envelope. */
function Sum() {
  const { details } = useOpenDetails();
  const { bleedExplained: how, bleedWhenPlanned, raisedAt, fixedAt, closed } = details;
  const { peopleAffected, hoursLostPerPersonPerWeek, hourlyCost, currency, weeks, course } = how;
  const end = fixedAt ?? closed?.at;
  const from = dayOf(raisedAt);
  const steps = [
    [
      `${count(peopleAffected, 'person', 'people')}, each ${number(hoursLostPerPersonPerWeek, 2)} h a week`,
      `${number(peopleAffected * hoursLostPerPersonPerWeek, 1)} h`,
    ],
    [`× ${money(hourlyCost, currency)} an hour`, money(how.timeCostPerWeek, currency)],
    ...(how.directCostPerWeek > 0
      ? [['+ paid directly each week', money(how.directCostPerWeek, currency)] as const]
      : []),
  ] as const;
  return (
    <details className={styles['how']}>
      <summary>How this adds up</summary>
      <dl>
        {steps.map(([what, much]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{much}</dd>
          </div>
        ))}
        <div className={styles['total']}>
          <dt>= a week</dt>
          <dd>{money(how.bleedPerWeek, currency)}</dd>
        </div>
        {course.length === 1 ? (
          <div>
            <dt>
              × {number(weeks, 1)} weeks, {end ? `${from} to ${dayOf(end)}` : `since ${from}`}
            </dt>
            <dd>{money(how.bledSoFar, currency)}</dd>
          </div>
        ) : (
          <Course end={end} />
        )}
      </dl>
      <ByUnit />
      {bleedWhenPlanned !== null && bleedWhenPlanned !== how.bleedPerWeek && (
        <p>
          When it was planned, it was said to cost {money(bleedWhenPlanned, currency)} a week. What a win gives back is
          measured by that.
        </p>
      )}
    </details>
  );
}

/** What it bled before a workaround slowed it, and since: each rate by the time for which it held. */
function Course({ end }: { end: string | undefined }) {
  const { course, currency, bledSoFar } = useOpenDetails().details.bleedExplained;
  return (
    <>
      {course.map(({ from, until, weeks, bleedPerWeek }, at) => (
        <div key={from}>
          <dt>
            {at === course.length - 1 && end === undefined
              ? `since ${dayOf(from)}`
              : `${dayOf(from)} to ${dayOf(until)}`}
            : {money(bleedPerWeek, currency)} × {number(weeks, 1)} weeks
          </dt>
          <dd>{money(bleedPerWeek * weeks, currency)}</dd>
        </div>
      ))}
      <div className={styles['total']}>
        <dt>= {end === undefined ? 'bled so far' : 'bled in all'}</dt>
        <dd>{money(bledSoFar, currency)}</dd>
      </div>
    </>
  );
}

/** How the week's cost spreads over the business units that said what it costs them. */
function ByUnit() {
  const { details } = useOpenDetails();
  const { unitCosts, bleedExplained, businessUnit } = details;
  if (unitCosts.length === 0) return null;
  const { currency } = bleedExplained;
  const others = unitCosts.filter((one) => one.businessUnit.id !== businessUnit?.id);
  const rest = bleedExplained.bleedPerWeek - others.reduce((sum, one) => sum + one.bleedPerWeek, 0);
  return (
    <dl aria-label="What it costs each business unit">
      {rest > 0.5 && (
        <div>
          <dt>{businessUnit?.name ?? 'Nobody’s unit yet'}</dt>
          <dd>{money(rest, currency)}</dd>
        </div>
      )}
      {others.map((one) => (
        <div key={one.businessUnit.id}>
          <dt>
            {one.businessUnit.name}, says {one.saidBy.name}
          </dt>
          <dd>{money(one.bleedPerWeek, currency)}</dd>
        </div>
      ))}
    </dl>
  );
}

const QUADRANTS = {
  QUICK_WIN: 'Quick win: much relief for little work.',
  BIG_FIX: 'Big fix: much relief, much work.',
  FILL_IN: 'Fill-in: little relief, little work.',
  THINK_TWICE: 'Think twice: little relief for much work.',
};

function Effort() {
  const { details } = useOpenDetails();
  const { effortDays, quadrant, score, bleedExplained } = details;
  if (effortDays == null) return <p className={styles['effort']}>How much work it is, nobody has said yet.</p>;
  return (
    <p className={styles['effort']}>
      <strong>About {count(effortDays, 'day')} of work.</strong> {quadrant && QUADRANTS[quadrant]}
      {score != null && score > 0 && ` Each day of work stops ${money(score, bleedExplained.currency)} a week.`}
    </p>
  );
}
