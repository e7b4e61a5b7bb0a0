import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import styles from './commitments.module.css';
import { EXPLAIN_MISS } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { byEscape, useOpener } from './use-opener.js';

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
  const [reason, write, forget] = useDraft(`missed:${id}`, missedBecause ?? '');
  const [refused, setRefused] = useState<string>();
  const [sending, setSending] = useState(false);
  const submit = async () => {
    const said = reason.trim();
    if (!said) {
      setRefused('Say why it was not kept.');
      return;
    }
    setSending(true);
    const { data, error } = await act({
      mutation: EXPLAIN_MISS,
      variables: { commitmentId: id, reason: said },
      expect: (state) => ({
        ...state,
        commitments: state.commitments.map((one) => (one.id === id ? { ...one, missedBecause: said } : one)),
      }),
    });
    setSending(false);
    if (!data) {
      setRefused(sayError(error));
      return;
    }
    forget();
    onDone();
  };
  return (
    <form
      className={parts['box']}
      noValidate
      hidden={sending}
      onKeyDown={byEscape(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Why was it not kept?" hint="Its sponsors read this." error={refused}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            autoFocus
            maxLength={2000}
            value={reason}
            onChange={({ target }) => write(target.value)}
          />
        )}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          Say why
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        <Tells />
      </div>
    </form>
  );
}
