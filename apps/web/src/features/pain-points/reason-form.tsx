import { useState } from 'react';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { byEscape } from './use-opener.js';

interface ReasonFormProps {
  /** Under this name what is typed is kept until it was sent. */
  draft: string;
  /** What was said before, to be said otherwise. */
  initial?: string;
  label: string;
  hint: string;
  button: string;
  /** What is said when nothing was typed. */
  missing: string;
  /** Does it for this reason; gives why it was refused. */
  send(reason: string): Promise<{ error?: unknown }>;
  onDone(): void;
}

/** Asks for the reason of an act, which the sponsors read. It is out of sight while the act is expected to succeed. */
export function ReasonForm({ draft, initial, label, hint, button, missing, send, onDone }: ReasonFormProps) {
  const [reason, write, forget] = useDraft(draft, initial);
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const submit = async () => {
    const said = reason.trim();
    if (!said) {
      setRefusal(missing);
      return;
    }
    setSending(true);
    const { error } = await send(said);
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
      <Field label={label} text={reason} longest={2000} hint={hint} error={refusal}>
        {(control) => (
          <textarea {...control} rows={2} autoFocus value={reason} onChange={(event) => write(event.target.value)} />
        )}
      </Field>
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          {button}
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        <Tells />
      </div>
    </form>
  );
}
