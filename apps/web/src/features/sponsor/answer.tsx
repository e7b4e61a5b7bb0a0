import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import styles from './answer.module.css';
import { ANSWER_FIXED } from './mine.graphql.js';
import type { MyPainPoint } from './sort-mine.js';
import type { DoAct, Mine } from './use-mine.js';

/** "Is it fixed?" with two answers of equal weight; each then takes a few words. */
export function Answer({ painPoint, act }: { painPoint: MyPainPoint; act: DoAct }) {
  const [fixed, setFixed] = useState<boolean>();
  return (
    <div className={styles['answer']}>
      <div className={styles['answers']} role="group" aria-label={`Is it fixed: ${painPoint.title}`}>
        <Button aria-pressed={fixed === true} onClick={() => setFixed(true)}>
          <span aria-hidden="true">✓</span> Yes, it is fixed
        </Button>
        <Button aria-pressed={fixed === false} onClick={() => setFixed(false)}>
          <span aria-hidden="true">●</span> Still bleeding
        </Button>
      </div>
      {fixed !== undefined && (
        <AnswerForm
          key={String(fixed)}
          painPoint={painPoint}
          fixed={fixed}
          act={act}
          onDone={() => setFixed(undefined)}
        />
      )}
    </div>
  );
}

const RATINGS = ['bad', 'poor', 'fair', 'good', 'very good'];

interface FormProps {
  painPoint: MyPainPoint;
  fixed: boolean;
  act: DoAct;
  onDone: () => void;
}

function AnswerForm({ painPoint, fixed, act, onDone }: FormProps) {
  const { id, key } = painPoint;
  const [words, write, forget] = useDraft(`confirm:${fixed}:${id}`);
  const [rating, setRating] = useState<number>();
  const [refusal, setRefusal] = useState<string>();

  const send = async () => {
    if (!fixed && !words.trim()) {
      setRefusal('Please say in a few words what still hurts.');
      return;
    }
    try {
      await act({
        mutation: ANSWER_FIXED,
        variables: { input: { painPointId: id, fixed, rating: rating ?? null, words: words.trim() || null } },
        expect: (mine) => answered(mine, id, fixed),
      });
      forget();
      say(
        fixed
          ? `Thank you. ${key} is confirmed fixed.`
          : `Thank you for saying so. ${key} goes back to be treated, and IT is told.`,
      );
    } catch (error) {
      // The card is back where it was, and this form with it: what was typed is kept as a draft.
      say(`Your answer to ${key} was not taken. ${sayError(error)}`, { kind: 'heed' });
    }
  };
  return (
    <form
      className={styles['form']}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
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
                name={`rating-${id}`}
                checked={rating === index + 1}
                onChange={() => setRating(index + 1)}
              />
              <span>
                {index + 1} <span className={styles['faint']}>{word}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field label={fixed ? 'A few words (optional)' : 'What still hurts?'} error={refusal}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={4000}
            value={words}
            onChange={(event) => write(event.target.value)}
            autoFocus
          />
        )}
      </Field>
      <div className={styles['acts']}>
        <Button type="submit" look="main">
          {fixed ? 'Confirm that it is fixed' : 'Say that it still bleeds'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}

/** What an answer makes of it: confirmed, or back among what is treated. */
function answered(mine: Mine, id: string, fixed: boolean): Mine {
  const { stages } = mine.board;
  const to = fixed
    ? stages.findLast(({ category }) => category === 'FIXED')
    : (stages.find(({ category }) => category === 'TREATING') ?? stages[0]);
  return {
    ...mine,
    painPoints: mine.painPoints.map((one) =>
      one.id === id && to
        ? { ...one, stage: to, enteredStageAt: new Date().toISOString(), confirmed: fixed, viewerMayConfirm: fixed }
        : one,
    ),
  };
}
