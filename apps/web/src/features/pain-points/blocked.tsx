import { useState } from 'react';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import styles from './facts.module.css';
import parts from './parts.module.css';
import { useOpenDetails } from './use-details.js';
import { useEdit } from './use-edit.js';
import { byEscape, useOpener } from './use-opener.js';

/** Whether something holds it up, and what. */
export function Blocked() {
  const { details } = useOpenDetails();
  const { save } = useEdit();
  const [asking, setAsking] = useState(false);
  const [reason, write, forget] = useDraft(`blocked:${details.id}`);
  const opener = useOpener();
  const close = () => {
    setAsking(false);
    opener.back();
  };
  const block = async () => {
    const blockedReason = reason.trim() || null;
    close();
    if (await save({ blocked: true, blockedReason }, undefined, { blocked: true, blockedReason })) forget();
    else setAsking(true);
  };
  if (details.blocked) {
    return (
      <div className={styles['blocked']}>
        <span>
          ■ <strong>Blocked</strong>
          {details.blockedReason && `: ${details.blockedReason}`}
        </span>
        <Button
          ref={opener.ref}
          small
          onClick={() => {
            void save({ blocked: false }, undefined, { blocked: false, blockedReason: null });
            opener.back();
          }}
        >
          It goes on
        </Button>
      </div>
    );
  }
  if (!asking) {
    return (
      <div>
        <span className={styles['name']}>Blocked</span>
        <button
          ref={opener.ref}
          type="button"
          className={`${parts['plain']} ${parts['unset']}`}
          onClick={() => setAsking(true)}
        >
          no <span className="unseen">: mark it as blocked</span>
        </button>
      </div>
    );
  }
  return (
    <form
      className={`${parts['box']} ${styles['wide']}`}
      onKeyDown={byEscape(close)}
      onSubmit={(event) => {
        event.preventDefault();
        void block();
      }}
    >
      <Field label="What blocks it?" text={reason} longest={2000} hint="Its sponsors can read this.">
        {(control) => <input {...control} autoFocus value={reason} onChange={(event) => write(event.target.value)} />}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          Mark as blocked
        </Button>
        <Button look="quiet" small onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
