import { useState } from 'react';
import { number } from '../../format.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import { figure } from '../wins/win-draft.js';
import { ConflictChoice } from './conflict-choice.js';
import styles from './cost.module.css';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { useEdit } from './use-edit.js';
import { byEscape } from './use-opener.js';

const FIELDS = [
  ['peopleAffected', 'People affected', ''],
  ['hoursLostPerPersonPerWeek', 'Hours each of them loses a week', ''],
  ['directCostPerWeek', 'Paid directly each week', 'Overtime, returns, penalties'],
  ['effortDays', 'Days of work to fix it', 'Only IT sees this'],
] as const;

type FieldName = (typeof FIELDS)[number][0];

interface Typed {
  version: number;
  fields: Partial<Record<FieldName, string>>;
}

/** The estimate as figures; sent are only those that were changed. */
export function EstimateForm({ onDone }: { onDone: () => void }) {
  const { details } = useOpenDetails();
  // Kept is only what was changed, with the version that it was seen in: a later change of the same figure is noticed by it.
  const [kept, write, clear] = useDraft(`estimate:${details.id}`);
  const [began] = useState(details);
  const typed: Typed = kept === '' ? { version: began.version, fields: {} } : (JSON.parse(kept) as Typed);
  const shown = (field: FieldName) => typed.fields[field] ?? (began[field] == null ? '' : number(began[field], 2));
  const set = (field: FieldName, text: string) =>
    write(JSON.stringify({ ...typed, fields: { ...typed.fields, [field]: text } } satisfies Typed));
  const [errors, setErrors] = useState<Partial<Record<FieldName, string>>>({});
  const [saving, setSaving] = useState(false);
  const { save, conflict, keepMine, takeTheirs } = useEdit();
  const done = () => {
    clear();
    onDone();
  };
  const submit = async () => {
    const wanted: Partial<Record<FieldName, number | null>> = {};
    const wrong: typeof errors = {};
    for (const [field] of FIELDS) {
      if (typed.fields[field] === undefined) continue;
      const value = figure(typed.fields[field]);
      if (Number.isNaN(value) || (value !== null && value < 0)) wrong[field] = 'Give a figure, like 12 or 2.5.';
      else if (field === 'peopleAffected' && value !== null && !Number.isInteger(value))
        wrong[field] = 'Give a whole number of people.';
      else wanted[field] = field === 'effortDays' ? value : (value ?? 0);
    }
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const changed = Object.fromEntries(
      Object.entries(wanted).filter(([field, value]) => value !== (began[field as FieldName] ?? null)),
    );
    if (Object.keys(changed).length === 0) {
      done();
      return;
    }
    setSaving(true);
    const saved = await save(changed, typed.version);
    setSaving(false);
    if (saved) done();
  };
  return (
    <form
      className={parts['box']}
      noValidate
      onKeyDown={byEscape(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles['fields']}>
        {FIELDS.map(([field, label, hint], index) => (
          <Field key={field} label={label} hint={hint} error={errors[field]}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                autoComplete="off"
                autoFocus={index === 0}
                value={shown(field)}
                onChange={(event) => set(field, event.target.value)}
              />
            )}
          </Field>
        ))}
      </div>
      {conflict ? (
        <ConflictChoice
          conflict={conflict}
          onKeepMine={() => void keepMine()?.then((saved) => saved && done())}
          onTakeTheirs={() => {
            takeTheirs();
            done();
          }}
        />
      ) : (
        <div className={parts['row']}>
          <Button type="submit" look="main" small disabled={saving}>
            {saving ? 'Saving …' : 'Save the estimate'}
          </Button>
          <Button look="quiet" small onClick={done}>
            Cancel
          </Button>
        </div>
      )}
    </form>
  );
}
