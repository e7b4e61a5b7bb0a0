import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { say } from '../../ui/toasts.js';
import { AnswerForm, hasAnswerDraft, type Said } from './answer-form.js';
import styles from './answer.module.css';
import { ANSWER_FIXED } from './mine.graphql.js';
import type { MyPainPoint } from './sort-mine.js';
import { TwoAnswers } from './two-answers.js';
import type { DoAct, Mine } from './use-mine.js';

/** "Is it fixed?" with two answers of equal weight; each then takes a few words. */
export function Answer({ painPoint, act }: { painPoint: MyPainPoint; act: DoAct }) {
  const { id, key, title } = painPoint;
  // What was being said when it was refused, or when the page was left, stands there again.
  const [fixed, setFixed] = useState(() => [true, false].find((answer) => hasAnswerDraft(answer, id)));
  const send = async ({ fixed: yes, rating, words }: Said) => {
    try {
      await act({
        mutation: ANSWER_FIXED,
        variables: { input: { painPointId: id, fixed: yes, rating, words } },
        expect: (mine) => answered(mine, id, yes),
      });
      say(
        yes
          ? `Thank you. ${key} is confirmed fixed.`
          : `Thank you for saying so. ${key} goes back to be treated, and IT is told.`,
      );
      return undefined;
    } catch (error) {
      say(`Your answer to ${key} was not taken. ${sayError(error)}`, { kind: 'heed' });
      return sayError(error);
    }
  };
  return (
    <div className={styles['answer']}>
      <TwoAnswers label={`Is it fixed: ${title}`} chosen={fixed} onChoose={setFixed} />
      {fixed !== undefined && (
        <AnswerForm key={String(fixed)} name={id} fixed={fixed} onSend={send} onCancel={() => setFixed(undefined)} />
      )}
    </div>
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
