import { useMutation } from '@apollo/client/react';
import { type ChangeEvent, type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import { count } from '../../format.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { Sheet } from '../../ui/sheet.js';
import { say } from '../../ui/toasts.js';
import { RECORD_WIN } from './win-dialog.graphql.js';
import styles from './win-dialog.module.css';
import { type DraftErrors, EMPTY_DRAFT, errorsOf, inputOf, type WinDraft } from './win-draft.js';

interface WinDialogProps {
  painPoint: { id: string; key: string; title: string };
  /** How many sponsors a published win tells, when it is known. */
  tells?: number | undefined;
  onClose: () => void;
}

const PLACES: (keyof WinDraft)[] = ['headline', 'measure', 'before', 'after', 'unit'];

/** Asks what got better, in the words of those who will read it. Nothing but a headline is needed; it can be skipped. */
export default function WinDialog({ painPoint, tells, onClose }: WinDialogProps) {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [errors, setErrors] = useState<DraftErrors>({});
  const [refusal, setRefusal] = useState<string>();
  const [key] = useState(idempotencyKey);
  const [record, { loading }] = useMutation(RECORD_WIN);
  const form = useRef<HTMLFormElement>(null);
  const publishId = useId();

  // The dialog first shows itself, then the field is reached.
  useEffect(() => focusOn(form.current, 'headline'), []);

  const change = (field: keyof WinDraft) => (event: ChangeEvent<HTMLInputElement>) => {
    const { type, checked, value } = event.currentTarget;
    setDraft((before) => ({ ...before, [field]: type === 'checkbox' ? checked : value }));
    setErrors((before) => ({ ...before, [field]: undefined }));
  };

  const refuse = (found: DraftErrors) => {
    setErrors(found);
    const first = PLACES.find((place) => found[place]);
    if (first) focusOn(form.current, first);
  };

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setRefusal(undefined);
    const found = errorsOf(draft);
    if (Object.keys(found).length > 0) {
      refuse(found);
      return;
    }
    try {
      await record({ variables: { input: inputOf(draft, painPoint.id, key) } });
    } catch (error) {
      const place = PLACES.find((name) => name === fieldOf(error));
      if (place) refuse({ [place]: sayError(error) });
      else setRefusal(sayError(error));
      return;
    }
    say(
      draft.publish ? `The win of ${painPoint.key} is told to its sponsors.` : `The win of ${painPoint.key} is kept.`,
    );
    onClose();
  };

  const text = (field: Exclude<keyof WinDraft, 'publish'>) => ({
    name: field,
    value: draft[field],
    onChange: change(field),
  });

  return (
    <Sheet place="middle" label="What is the win?" onClose={onClose}>
      <form ref={form} className={styles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <p className={styles['about']}>
          <span className={styles['key']}>{painPoint.key}</span> {painPoint.title}
        </p>
        <Field label="What got better, in one line" text={draft.headline} longest={200} error={errors.headline}>
          {(control) => (
            <input
              {...control}
              {...text('headline')}
              autoComplete="off"
              placeholder="Claims open in 2 seconds instead of 40"
            />
          )}
        </Field>
        <fieldset className={styles['measure']}>
          <legend>
            Measured <span className={styles['optional']}>optional</span>
          </legend>
          <div className={styles['what']}>
            <Field label="What" text={draft.measure} longest={120} error={errors.measure}>
              {(control) => <input {...control} {...text('measure')} placeholder="Time to open a claim" />}
            </Field>
          </div>
          <Field label="Before" error={errors.before}>
            {(control) => <input {...control} {...text('before')} inputMode="decimal" autoComplete="off" />}
          </Field>
          <span className={styles['arrow']} aria-hidden="true">
            →
          </span>
          <Field label="After" error={errors.after}>
            {(control) => <input {...control} {...text('after')} inputMode="decimal" autoComplete="off" />}
          </Field>
          <Field label="Unit" text={draft.unit} longest={40} error={errors.unit}>
            {(control) => <input {...control} {...text('unit')} placeholder="seconds" />}
          </Field>
        </fieldset>
        <div className={styles['publish']}>
          <input id={publishId} type="checkbox" checked={draft.publish} onChange={change('publish')} />
          <label htmlFor={publishId}>
            {tells === undefined
              ? 'Tell its sponsors now'
              : tells === 0
                ? 'Publish it'
                : `Tell ${count(tells, 'sponsor')} now`}
          </label>
          <span>
            {draft.publish
              ? 'They read the line above, and what was measured.'
              : 'Only IT sees it until it is published.'}
          </span>
        </div>
        {refusal && (
          <p role="alert" className={styles['refusal']}>
            {refusal}
          </p>
        )}
        <div className={styles['answers']}>
          <Button look="quiet" onClick={onClose}>
            Skip
          </Button>
          <Button look="main" type="submit" disabled={loading}>
            {loading ? 'Recording …' : 'Record the win'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function focusOn(form: HTMLFormElement | null, field: keyof WinDraft): void {
  form?.querySelector<HTMLInputElement>(`[name=${field}]`)?.focus();
}
