import { useState } from 'react';
import { Button } from '../../ui/button.js';
import styles from './commitments.module.css';
import { EXPLAIN_MISS } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { ReasonForm } from './reason-form.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { useOpener } from './use-opener.js';

/** Why a promise was not kept: what IT said of it, or that nobody has, with the way to say it. */
export function WhyMissed({ commitment }: { commitment: Details['commitments'][number] }) {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [saying, setSaying] = useState(false);
  const opener = useOpener();
  const { missedBecause } = commitment;
  const close = () => {
    setSaying(false);
    opener.back();
  };
  return (
    <>
      {missedBecause ? (
        <>
          <p className={parts['faint']}>Why it was not kept:</p>
          <p className={styles['reason']}>{missedBecause}</p>
        </>
      ) : (
        <p className={parts['heed']}>▲ Nobody has said yet why it was not kept.</p>
      )}
      {works && !details.mergedInto && !saying && (
        <div>
          <Button ref={opener.ref} look={missedBecause ? 'quiet' : 'plain'} small onClick={() => setSaying(true)}>
            {missedBecause ? 'Say it otherwise' : 'Say why'}
          </Button>
        </div>
      )}
      {saying && <ExplainForm commitment={commitment} onDone={close} />}
    </>
  );
}

function ExplainForm({ commitment, onDone }: { commitment: Details['commitments'][number]; onDone: () => void }) {
  const { act } = useOpenDetails();
  const { id, missedBecause } = commitment;
  return (
    <ReasonForm
      draft={`missed:${id}`}
      initial={missedBecause ?? ''}
      label="Why was it not kept?"
      hint="Its sponsors read this."
      button="Say why"
      missing="Say why it was not kept."
      send={(reason) =>
        act({
          mutation: EXPLAIN_MISS,
          variables: { commitmentId: id, reason },
          expect: (state) => ({
            ...state,
            commitments: state.commitments.map((one) => (one.id === id ? { ...one, missedBecause: reason } : one)),
          }),
        })
      }
      onDone={onDone}
    />
  );
}
