import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { day, today } from '../../format.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import styles from './commitments.module.css';
import { DAYS_OFF } from './days-off.graphql.js';
import { MAKE_COMMITMENT } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { sayDayOff } from './say-day-off.js';
import { Tells } from './tells.js';
import { type Details, useOpenDetails } from './use-details.js';
import { byEscape } from './use-opener.js';
import { useTakeBack } from './use-take-back.js';

interface PromiseFormProps {
  /** The promise that the new one moves. */
  standing: Details['commitments'][number] | undefined;
  onDone: () => void;
}

/** Promises a date, or moves one that was promised, which needs a reason. */
export function PromiseForm({ standing, onDone }: PromiseFormProps) {
  const { details, act } = useOpenDetails();
  const takeBack = useTakeBack();
  const me = useMe();
  const daysOff = useQuery(DAYS_OFF);
  const [dueOn, setDueOn, forgetDate] = useDraft(`promise-date:${details.id}`);
  const [reason, write, forget] = useDraft(`promise:${details.id}`);
  const [refused, setRefused] = useState<{ field: string | undefined; text: string }>();
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (!dueOn || dueOn < today()) {
      setRefused({ field: 'dueOn', text: dueOn ? 'Choose today or a later day.' : 'Choose a date.' });
      return;
    }
    if (standing && !reason.trim()) {
      setRefused({ field: 'reason', text: 'Say why the date moves.' });
      return;
    }
    setSending(true);
    const made: Details['commitments'][number] = {
      __typename: 'Commitment',
      id: 'new',
      by: { __typename: 'Person', id: me.id, name: me.name },
      madeOn: today(),
      dueOn,
      firstDueOn: standing?.firstDueOn ?? dueOn,
      deliveredOn: null,
      state: 'OPEN',
      reason: reason.trim() || null,
      missedBecause: null,
      viewerMayWithdrawUntil: null,
    };
    const { data, error } = await act({
      mutation: MAKE_COMMITMENT,
      variables: { input: { painPointId: details.id, dueOn, reason: reason.trim() || null } },
      expect: (state) => ({
        ...state,
        commitments: [
          ...state.commitments.map((one) =>
            one.id === standing?.id && one.state === 'OPEN' ? { ...one, state: 'MOVED' as const } : one,
          ),
          made,
        ],
      }),
    });
    setSending(false);
    if (!data) {
      setRefused({ field: fieldOf(error), text: sayError(error) });
      return;
    }
    forget();
    forgetDate();
    const { id } = data.makeCommitment;
    say(`${details.key} is promised for ${day(dueOn)}.`, {
      action: { label: 'Take back', run: () => void takeBack(id) },
    });
    onDone();
  };
  const elsewhere = refused && refused.field !== 'dueOn' && refused.field !== 'reason';
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
      <div className={styles['dates']}>
        <Field
          label="Fixed by"
          hint={sayDayOff(dueOn, daysOff.data?.workspace.holidays ?? [])}
          error={refused?.field === 'dueOn' ? refused.text : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              autoFocus
              min={today()}
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
          )}
        </Field>
        {standing && (
          <p className={parts['faint']}>
            {day(standing.firstDueOn)} stays on the record
            {standing.firstDueOn === standing.dueOn ? ' as the first date.' : ' as the first date promised.'}
          </p>
        )}
      </div>
      <Field
        label={standing ? 'Why does it move?' : 'A word with it (optional)'}
        text={reason}
        longest={2000}
        hint="Its sponsors read this."
        error={refused?.field === 'reason' ? refused.text : undefined}
      >
        {(control) => <textarea {...control} rows={2} value={reason} onChange={(event) => write(event.target.value)} />}
      </Field>
      {elsewhere && (
        <p className={parts['heed']} role="alert">
          ▲ {refused.text}
        </p>
      )}
      <div className={parts['row']}>
        <Button type="submit" look="main" small>
          {standing ? 'Move the date' : 'Promise it'}
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        <Tells />
      </div>
    </form>
  );
}
