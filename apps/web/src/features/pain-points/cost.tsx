import { useState } from 'react';
import { money, number, shortMoney } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { ConflictChoice } from './conflict-choice.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { useOpenDetails, useRights } from './use-details.js';
import { useEdit } from './use-edit.js';
import { figure } from '../wins/win-draft.js';

/** What it costs, opened to how that was computed. The estimate can be bettered where it stands. */
export function Cost() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [editing, setEditing] = useState(false);
  const { bleedPerWeek, bledSoFar, bleedExplained: how, stage, closed, mergedInto } = details;
  const { currency } = how;
  const still = stage.category !== 'FIXED' && !closed && !mergedInto;
  return (
    <Section
      title="What it costs"
      note="an estimate"
      action={
        works && !editing ? (
          <Button look="quiet" small onClick={() => setEditing(true)}>
            {bleedPerWeek === 0 ? 'Estimate it' : 'Better the estimate'}
          </Button>
        ) : null
      }
    >
      {bleedPerWeek === 0 ? (
        <p className={styles['faint']}>
          Nobody has said yet how many people it hits and how many hours they lose. Until then it counts as nothing.
        </p>
      ) : (
        <>
          <div className={styles['figures']}>
            <div className={still ? styles['bleeds'] : ''}>
              <strong>
                {still && (
                  <svg viewBox="0 0 10 14" aria-hidden="true">
                    <path d="M5 .5c2 3 4 5.1 4 8a4 4 0 0 1-8 0c0-2.9 2-5 4-8Z" fill="currentColor" />
                  </svg>
                )}
                {money(bleedPerWeek, currency)}
              </strong>
              <span>{still ? 'bleeding a week' : 'a week, before it was fixed'}</span>
            </div>
            <div>
              <strong>{shortMoney(bledSoFar, currency)}</strong>
              <span>bled so far</span>
            </div>
          </div>
          <details className={styles['how']}>
            <summary>How this is computed</summary>
            <dl>
              <dt>
                {number(details.peopleAffected, 0)} people × {number(details.hoursLostPerPersonPerWeek, 2)} hours each a
                week × {money(how.hourlyCost, currency)} an hour
              </dt>
              <dd>{money(how.timeCostPerWeek, currency)}</dd>
              <dt>direct cost a week</dt>
              <dd>{money(how.directCostPerWeek, currency)}</dd>
              <dt>
                <strong>bleed rate a week</strong>
              </dt>
              <dd>
                <strong>{money(how.bleedPerWeek, currency)}</strong>
              </dd>
              <dt>× {number(how.weeks)} weeks since it was raised = bled so far</dt>
              <dd>{money(how.bledSoFar, currency)}</dd>
            </dl>
          </details>
        </>
      )}
      {works && <Effort />}
      {editing && <EstimateForm onDone={() => setEditing(false)} />}
    </Section>
  );
}

const QUADRANTS = {
  QUICK_WIN: '⚡ quick win: much relief for little work',
  BIG_FIX: 'big fix: much relief, much work',
  FILL_IN: 'fill-in: little relief, little work',
  THINK_TWICE: 'think twice: little relief for much work',
};

function Effort() {
  const { details } = useOpenDetails();
  const { effortDays, quadrant, score, bleedExplained } = details;
  if (effortDays == null) return <p className={styles['faint']}>The effort is not estimated yet.</p>;
  return (
    <p className={styles['faint']}>
      {number(effortDays)} days of work{quadrant && ` · ${QUADRANTS[quadrant]}`}
      {score != null && ` · ${money(score, bleedExplained.currency)} a week stopped for each day of work`}
    </p>
  );
}

const FIELDS = [
  ['peopleAffected', 'People affected'],
  ['hoursLostPerPersonPerWeek', 'Hours each loses a week'],
  ['directCostPerWeek', 'Direct cost a week'],
  ['effortDays', 'Effort in days'],
] as const;

function EstimateForm({ onDone }: { onDone: () => void }) {
  const { details } = useOpenDetails();
  const [version] = useState(details.version);
  const [typed, setTyped] = useState<Record<string, string>>(() =>
    Object.fromEntries(FIELDS.map(([field]) => [field, details[field] == null ? '' : number(details[field], 2)])),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const { save, conflict, keepMine, takeTheirs } = useEdit();
  const submit = async () => {
    const wanted: Record<string, number | null> = {};
    const wrong: Record<string, string> = {};
    for (const [field] of FIELDS) {
      const value = figure(typed[field] ?? '');
      if (Number.isNaN(value) || (value !== null && value < 0)) wrong[field] = 'Give a figure, like 12 or 2.5.';
      else if (field === 'peopleAffected' && value !== null && !Number.isInteger(value)) wrong[field] = 'Whole people.';
      else if (field === 'effortDays') wanted[field] = value;
      else wanted[field] = value ?? 0;
    }
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const changed = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => value !== (details[field as 'effortDays'] ?? null)),
    );
    if (Object.keys(changed).length === 0 || (await save(changed, version))) onDone();
  };
  return (
    <form
      className={styles['box']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['fields']}>
        {FIELDS.map(([field, label], index) => (
          <Field key={field} label={label} error={errors[field]}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                autoFocus={index === 0}
                value={typed[field] ?? ''}
                onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          onKeepMine={() => void keepMine()?.then((done) => done && onDone())}
          onTakeTheirs={() => {
            takeTheirs();
            onDone();
          }}
        />
      ) : (
        <div className={styles['row']}>
          <Button type="submit" look="main" small>
            Save the estimate
          </Button>
          <Button look="quiet" small onClick={onDone}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
