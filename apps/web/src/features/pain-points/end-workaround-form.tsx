import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import { END_WORKAROUND } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';

/** Asks why a workaround helps no longer. */
export function EndWorkaroundForm({ onDone }: { onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id } = details;
  const [reason, write, forget] = useDraft(`end-workaround:${id}`);
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (!reason.trim()) {
      setRefusal('Say why: its sponsors read it.');
      return;
    }
    setSending(true);
    const input = { painPointId: id, reason: reason.trim() };
    const { error } = await act({
      mutation: END_WORKAROUND,
      variables: { input },
      expect: (state) => ({ ...state, workaround: null }),
    });
    setSending(false);
    if (error) {
      setRefusal(sayError(error));
      return;
    }
    forget();
    onDone();
  };
  return (
    <form
      className={parts['box']}
      hidden={sending}
      onKeyDown={byEscape(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field
        label="Why does it help no longer?"
        hint="Its sponsors read this. It bleeds again as before the workaround."
        error={refusal}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={2000}
            autoFocus
            value={reason}
            onChange={(event) => write(event.target.value)}
          />
        )}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          Take it back
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        <Tells />
      </div>
    </form>
  );
}
