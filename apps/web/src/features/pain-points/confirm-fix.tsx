import { useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import { CONFIRM_FIXED } from './pain-point-acts.graphql.js';
import { sayError } from '../../graphql/say-error.js';
import styles from './confirm-fix.module.css';
import parts from './parts.module.css';
import { sayChange } from './say-change.js';
import { type Details, useOpenDetails } from './use-details.js';

/** Asks a sponsor the one question that counts, with two answers of equal weight. */
export function ConfirmFix() {
  const { details } = useOpenDetails();
  // "My pain points" asks the question too, and brings the answer that was pressed there.
  const pressed = (useLocation().state as { fixed?: boolean } | null)?.fixed;
  const [answer, setAnswer] = useState(pressed);
  if (!details.viewerMayConfirm) return <Answered />;
  if (details.confirmed && answer === undefined) {
    return (
      <>
        <Answered />
        <p className={styles['again']}>
          Does it bleed again?
          <Button small onClick={() => setAnswer(false)}>
            Still bleeding
          </Button>
        </p>
      </>
    );
  }
  return (
    <section className={styles['ask']} aria-labelledby="is-it-fixed">
      <h3 id="is-it-fixed">Is it fixed?</h3>
      <p>IT says that it is done. Only you, who felt it, can say whether it is.</p>
      <div className={styles['answers']} role="group" aria-labelledby="is-it-fixed">
        <Button aria-pressed={answer === true} onClick={() => setAnswer(true)}>
          <span aria-hidden="true">✓</span> Yes, it is fixed
        </Button>
        <Button aria-pressed={answer === false} onClick={() => setAnswer(false)}>
          <span aria-hidden="true">●</span> Still bleeding
        </Button>
      </div>
      {answer !== undefined && <AnswerForm key={String(answer)} fixed={answer} onDone={() => setAnswer(undefined)} />}
    </section>
  );
}

/** What a sponsor answered, or that the answer is awaited. */
function Answered() {
  const { details } = useOpenDetails();
  const { stage, confirmed, history, closed } = details;
  if (closed) return null;
  const answer = history.findLast(({ kind }) => kind === 'CONFIRMED');
  if (stage.category === 'FIXED' && confirmed && answer) {
    return (
      <p className={styles['healed']}>
        <span aria-hidden="true">✓</span> <strong>{answer.actor?.name}</strong> {sayChange(answer)}
      </p>
    );
  }
  if (stage.category !== 'CHECKING') return null;
  return <p className={styles['awaited']}>{awaited(details)}</p>;
}

/** Whoever worked on it cannot confirm it; its raiser is asked first. */
function awaited({ sponsorships, owner, tasks, raiser }: Details): string {
  const worked = new Set([owner?.id, ...tasks.map(({ assignee }) => assignee?.id)]);
  const may = sponsorships.map(({ person }) => person).filter(({ id }) => !worked.has(id));
  const asked = may.find(({ id }) => id === raiser.id) ?? (may.length === 1 ? may[0] : undefined);
  if (asked) return `Waiting for ${asked.name} to say whether it is fixed.`;
  if (may.length > 0) return 'Waiting for one of its sponsors to say whether it is fixed.';
  return 'Nobody can say yet whether it is fixed: all who stand behind it have worked on it. Add whom it hurts under Sponsors.';
}

const RATINGS = ['bad', 'poor', 'fair', 'good', 'very good'];

function AnswerForm({ fixed, onDone }: { fixed: boolean; onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const [words, write, forget] = useDraft(`confirm:${fixed}:${details.id}`);
  const [rating, setRating] = useState<number>();
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const send = async () => {
    if (!fixed && !words.trim()) {
      setRefusal('Please say in a few words what still hurts.');
      return;
    }
    setSending(true);
    const { data, error } = await act({
      mutation: CONFIRM_FIXED,
      variables: { input: { painPointId: details.id, fixed, rating: rating ?? null, words: words.trim() || null } },
    });
    setSending(false);
    if (!data) {
      setRefusal(sayError(error));
      return;
    }
    forget();
    onDone();
    say(
      fixed
        ? `Thank you. ${details.key} is confirmed fixed.`
        : `Thank you for saying so. ${details.key} goes back to be treated, and IT is told.`,
    );
  };
  return (
    <form
      className={parts['stack']}
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
              <input type="radio" name="rating" checked={rating === index + 1} onChange={() => setRating(index + 1)} />
              <span>
                {index + 1} <span className={parts['faint']}>{word}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field label={fixed ? 'A few words (optional)' : 'What still hurts?'} error={refusal}>
        {(control) => (
          <textarea {...control} rows={2} value={words} onChange={(event) => write(event.target.value)} autoFocus />
        )}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" disabled={sending}>
          {sending ? 'Sending …' : fixed ? 'Confirm that it is fixed' : 'Say that it still bleeds'}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Not now
        </Button>
      </div>
    </form>
  );
}
