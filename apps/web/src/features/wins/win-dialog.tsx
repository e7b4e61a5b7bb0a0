import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from '../../ui/toasts.js';
import { readDecimal } from './read-decimal.js';
import { RECORD_WIN } from './win.graphql.js';
import styles from './win-dialog.module.css';

interface WinDialogProps {
  painPoint: { id: string; key: string; title: string; tells: number };
  onClose(): void;
}

/** Asks "what is the win?" when something got fixed. May be skipped; a win can be told later too. */
export default function WinDialog({ painPoint, onClose }: WinDialogProps) {
  const [headline, setHeadline] = useState('');
  const [measure, setMeasure] = useState('');
  const [unit, setUnit] = useState('');
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [publish, setPublish] = useState(true);
  const [key] = useState(idempotencyKey);
  const [said, setSaid] = useState<{ field: string | undefined; text: string } | null>(null);
  const [record, { loading }] = useMutation(RECORD_WIN);

  const tell = async () => {
    const figures = { before: readDecimal(before), after: readDecimal(after) };
    for (const [field, value] of Object.entries(figures)) {
      if (Number.isNaN(value)) {
        setSaid({ field, text: 'Write a number, such as 45 or 3.5.' });
        return;
      }
    }
    if (!headline.trim()) {
      setSaid({ field: 'headline', text: 'Say in one line what got better.' });
      return;
    }
    try {
      await record({
        variables: {
          input: {
            headline: headline.trim(),
            painPointIds: [painPoint.id],
            measure: measure.trim() || null,
            unit: unit.trim() || null,
            before: figures.before,
            after: figures.after,
            publish,
            idempotencyKey: key,
          },
        },
      });
      say(publish ? 'The win is recorded, and its sponsors hear of it.' : 'The win is recorded.');
      onClose();
    } catch (error) {
      setSaid({ field: fieldOf(error), text: sayError(error) });
    }
  };
  const errorOf = (field: string) => (said?.field === field ? said.text : undefined);
  const elsewhere = said && !['headline', 'measure', 'unit', 'before', 'after'].includes(said.field ?? '');

  return (
    <Sheet place="middle" label="What is the win?" onClose={onClose}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void tell();
        }}
      >
        <p className={styles['about']}>
          <span>{painPoint.key}</span> {painPoint.title}
        </p>
        <Field
          label="What got better, in one line"
          error={errorOf('headline')}
          hint="In words that its sponsors would use."
        >
          {(control) => (
            <input
              {...control}
              autoFocus
              maxLength={200}
              value={headline}
              onChange={(event) => setHeadline(event.target.value)}
            />
          )}
        </Field>
        <fieldset className={styles['measure']}>
          <legend>How one sees it (optional)</legend>
          <Field label="Measure" error={errorOf('measure')}>
            {(control) => (
              <input
                {...control}
                placeholder="Waiting time"
                value={measure}
                onChange={(event) => setMeasure(event.target.value)}
              />
            )}
          </Field>
          <Field label="Unit" error={errorOf('unit')}>
            {(control) => (
              <input
                {...control}
                placeholder="minutes"
                value={unit}
                onChange={(event) => setUnit(event.target.value)}
              />
            )}
          </Field>
          <Field label="Before" error={errorOf('before')}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                value={before}
                onChange={(event) => setBefore(event.target.value)}
              />
            )}
          </Field>
          <Field label="After" error={errorOf('after')}>
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                value={after}
                onChange={(event) => setAfter(event.target.value)}
              />
            )}
          </Field>
        </fieldset>
        <label className={styles['publish']}>
          <input type="checkbox" checked={publish} onChange={(event) => setPublish(event.target.checked)} />
          Publish it to the sponsors of this pain point
        </label>
        {elsewhere && (
          <p role="alert" className={styles['refused']}>
            ▲ {said.text}
          </p>
        )}
        <div className={styles['end']}>
          <Button look="quiet" onClick={onClose}>
            Skip for now
          </Button>
          <Button look="main" type="submit" disabled={loading}>
            Record the win
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
