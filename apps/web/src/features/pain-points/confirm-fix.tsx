import { useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import { AnswerForm, type Said } from '../sponsor/answer-form.js';
import { ago } from '../sponsor/say.js';
import { TwoAnswers } from '../sponsor/two-answers.js';
import { CONFIRM_FIXED } from './pain-point-acts.graphql.js';
import { sayError } from '../../graphql/say-error.js';
import { Awaited } from './awaited.js';
import styles from './confirm-fix.module.css';
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
      <TwoAnswers label="Is it fixed?" chosen={answer} onChoose={setAnswer} />
      {answer !== undefined && <MyAnswer key={String(answer)} fixed={answer} onDone={() => setAnswer(undefined)} />}
    </section>
  );
}

/** What a sponsor answered, or that the answer is awaited. */
function Answered() {
  const { stage, confirmed, confirmations, closed, mergedInto } = useOpenDetails().details;
  if (closed || mergedInto) return null;
  if (stage.category !== 'CHECKING' && stage.category !== 'FIXED') return <BledAgain />;
  const answer = confirmations.findLast(({ fixed }) => fixed);
  if (stage.category === 'FIXED' && confirmed && answer) return <Confirmed answer={answer} />;
  if (confirmed) return null;
  return <Awaited />;
}

/** What still hurts, or hurts again, since the last time that IT held it for fixed. */
function BledAgain() {
  const { reopenedCount, confirmations, history } = useOpenDetails().details;
  if (reopenedCount === 0) return null;
  const back = history.findLast(({ kind, to }) => kind === 'REOPENED' && to !== null);
  const answer = confirmations.at(-1);
  if (answer?.fixed === false && (!back || answer.words === back.to)) return <StillBleeding answer={answer} />;
  if (!back) return null;
  return (
    <div className={styles['bleeding']}>
      <p>
        <span aria-hidden="true">●</span> {back.actor?.name ?? 'Stanch'} brought it back: “{back.to}”
      </p>
    </div>
  );
}

/** A sponsor's no, with what still hurts. */
function StillBleeding({ answer: { person, words, at, onBehalfBy, howKnown } }: AnswerProps) {
  return (
    <div className={styles['bleeding']}>
      <p>
        <span aria-hidden="true">●</span> <strong>{person.name}</strong> said {ago(at)} that it is still bleeding: “
        {words}”
      </p>
      {onBehalfBy && <Brought by={onBehalfBy.name} howKnown={howKnown} />}
    </div>
  );
}

/** A word that a lead brought; it is marked so for ever. */
function Brought({ by, howKnown }: { by: string; howKnown: string | null }) {
  return (
    <p className={styles['brought']}>
      Brought by {by}, not given by the sponsor: {howKnown}
    </p>
  );
}

interface AnswerProps {
  answer: Details['confirmations'][number];
}

/** A sponsor's yes; who brought it, when it was not the sponsor. */
function Confirmed({ answer }: AnswerProps) {
  const { person, rating, words, onBehalfBy, howKnown } = answer;
  return (
    <div className={styles['healed']}>
      <p>
        <span aria-hidden="true">✓</span> <strong>{person.name}</strong> said that it is fixed
        {rating !== null && `, ${rating} of 5`}
        {words && `: “${words}”`}
      </p>
      {onBehalfBy && <Brought by={onBehalfBy.name} howKnown={howKnown} />}
    </div>
  );
}

/** Takes my answer; what is typed stays when it is refused. */
function MyAnswer({ fixed, onDone }: { fixed: boolean; onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id, key } = details;
  const send = async ({ rating, words }: Said) => {
    const input = { painPointId: id, fixed, rating, words };
    const { data, error } = await act({ mutation: CONFIRM_FIXED, variables: { input } });
    if (!data) return sayError(error);
    onDone();
    say(
      fixed
        ? `Thank you. ${key} is confirmed fixed.`
        : `Thank you for saying so. ${key} goes back to be treated, and IT is told.`,
    );
    return undefined;
  };
  return <AnswerForm name={id} fixed={fixed} onSend={send} onCancel={onDone} />;
}
