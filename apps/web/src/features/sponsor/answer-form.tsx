import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { hasFormDraft, useFormDraft } from '../../ui/use-form-draft.js';
import styles from './answer.module.css';

const RATINGS = ['bad', 'poor', 'fair', 'good', 'very good'];

/** What was said to "is it fixed?". */
export interface Said {
  fixed: boolean;
  rating: number | null;
  words: string | null;
  /** How a lead knows what the sponsor says; empty when the sponsor answers. */
  howKnown: string;
}

interface AnswerFormProps {
  /** What is typed is kept under this name until it was sent. */
  name: string;
  fixed: boolean;
  /** A lead answers for this sponsor, and says how they know. */
  onBehalfOf?: string | undefined;
  /** Sends it; gives the sentence to show when it was refused. */
  onSend: (said: Said) => Promise<string | undefined>;
  onCancel: () => void;
}

function draftOf(fixed: boolean, name: string): string {
  return `answer:${fixed}:${name}`;
}

/** Whether somebody has begun to say this. */
export function hasAnswerDraft(fixed: boolean, name: string): boolean {
  return hasFormDraft(draftOf(fixed, name));
}

/** What an answer takes: for "fixed" a rating and a few words, for "still bleeding" what still hurts. */
export function AnswerForm({ name, fixed, onBehalfOf, onSend, onCancel }: AnswerFormProps) {
  const { draft, set, clear } = useFormDraft(draftOf(fixed, name), { words: '', howKnown: '', rating: '' });
  const [errors, setErrors] = useState<{ words?: string; howKnown?: string; all?: string }>({});
  const [sending, setSending] = useState(false);
  const send = async () => {
    const wrong: typeof errors = {};
    const words = draft.words.trim();
    const howKnown = draft.howKnown.trim();
    if (!fixed && !words) wrong.words = 'Please say in a few words what still hurts.';
    if (onBehalfOf !== undefined && !howKnown) wrong.howKnown = 'Say how you know it: it stays with the answer.';
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    setSending(true);
    const rating = draft.rating === '' ? null : Number(draft.rating);
    const refusal = await onSend({ fixed, rating, words: words || null, howKnown });
    setSending(false);
    if (refusal === undefined) clear();
    else setErrors({ all: refusal });
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {fixed && (
        <fieldset className={styles['rating']}>
          <legend>How well was it done? (optional)</legend>
          {RATINGS.map((word, index) => (
            <label key={word}>
              <input
                type="radio"
                name={`rating-${name}`}
                checked={draft.rating === String(index + 1)}
                onChange={() => set('rating', String(index + 1))}
              />
              <span>
                {index + 1} <span className={styles['faint']}>{word}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field
        label={fixed ? 'A few words (optional)' : 'What still hurts?'}
        text={draft.words}
        longest={4000}
        error={errors.words}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={draft.words}
            onChange={(event) => set('words', event.target.value)}
            autoFocus
          />
        )}
      </Field>
      {onBehalfOf !== undefined && (
        <Field
          label={`How do you know what ${onBehalfOf} says?`}
          text={draft.howKnown}
          longest={500}
          hint="It is marked for ever that you answered for them."
          error={errors.howKnown}
        >
          {(control) => (
            <input
              {...control}
              autoComplete="off"
              placeholder="On the phone, this morning"
              value={draft.howKnown}
              onChange={(event) => set('howKnown', event.target.value)}
            />
          )}
        </Field>
      )}
      {errors.all && (
        <p role="alert" className={styles['refusal']}>
          ▲ {errors.all}
        </p>
      )}
      <div className={styles['acts']}>
        <Button type="submit" look="main" disabled={sending}>
          {sending ? 'Sending …' : fixed ? 'Confirm that it is fixed' : 'Say that it still bleeds'}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  );
}
