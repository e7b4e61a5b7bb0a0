import { useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/session.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useFormDraft } from '../../ui/use-form-draft.js';
import { figure } from '../wins/win-draft.js';
import styles from './unit-cost-form.module.css';

export interface UnitCostFigures {
  peopleAffected: number;
  hoursLostPerPersonPerWeek: number;
}

interface FormProps {
  painPoint: { id: string; title: string; businessUnit: { id: string } | null; bleedPerWeek: number };
  /** Sends the figures; what it throws is said beside them. */
  onSay: (figures: UnitCostFigures) => Promise<void>;
  onDone: () => void;
  /** It came by an act elsewhere on the page: brings it into sight and the cursor into it. */
  reveal?: boolean;
}

/** Asks what a pain costs the unit that the reader speaks for. Two figures, both guesses, and it can be left for later. */
export function UnitCostForm({ painPoint, onSay, onDone, reveal = false }: FormProps) {
  const { businessUnit } = useMe();
  const { draft, set, clear } = useFormDraft(`unit-cost:${painPoint.id}`, { people: '', hours: '' });
  const [errors, setErrors] = useState<{ people?: string; hours?: string; all?: string }>({});
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!reveal) return;
    first.current?.focus({ preventScroll: true });
    first.current?.form?.scrollIntoView({ block: 'center' });
  }, [reveal]);
  if (!businessUnit) return null;
  const done = () => {
    clear();
    onDone();
  };
  const send = async () => {
    const [people, hours] = [figure(draft.people), figure(draft.hours)];
    const wrong: typeof errors = {};
    if (people === null || !Number.isInteger(people) || people < 0) wrong.people = 'A whole number, like 12.';
    if (hours === null || !(hours >= 0 && hours <= 168)) wrong.hours = 'Hours a week, like 1.5.';
    setErrors(wrong);
    if (people === null || hours === null || Object.keys(wrong).length > 0) return;
    setSending(true);
    try {
      await onSay({ peopleAffected: people, hoursLostPerPersonPerWeek: hours });
      done();
    } catch (error) {
      setErrors({ all: sayError(error) });
    } finally {
      setSending(false);
    }
  };
  return (
    <form
      className={styles['form']}
      noValidate
      aria-label={`What it costs ${businessUnit.name}: ${painPoint.title}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>
        What does it cost <strong>{businessUnit.name}</strong>? A guess is enough.
        {painPoint.businessUnit?.id === businessUnit.id && painPoint.bleedPerWeek > 0 && (
          <span className={styles['known']}> So far it is estimated; what you say takes the place of that.</span>
        )}
      </p>
      <div className={styles['fields']}>
        <Field label="People it hits" error={errors.people}>
          {(control) => (
            <input
              {...control}
              ref={first}
              inputMode="numeric"
              autoComplete="off"
              value={draft.people}
              onChange={(event) => set('people', event.target.value)}
            />
          )}
        </Field>
        <Field label="Hours each loses a week" error={errors.hours}>
          {(control) => (
            <input
              {...control}
              inputMode="decimal"
              autoComplete="off"
              value={draft.hours}
              onChange={(event) => set('hours', event.target.value)}
            />
          )}
        </Field>
      </div>
      {errors.all && (
        <p role="status" className={styles['refusal']}>
          ▲ It was not taken. {errors.all}
        </p>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="main" disabled={sending}>
          {sending ? 'Saying so …' : 'Say what it costs'}
        </Button>
        <Button look="quiet" onClick={done}>
          Not now
        </Button>
      </div>
    </form>
  );
}
