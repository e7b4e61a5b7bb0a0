import { useState } from 'react';
import { useMe } from '../../app/session.js';
import { count, day, today } from '../../format.js';
import { fieldOf, sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { useDraft } from '../../ui/use-draft.js';
import { MAKE_COMMITMENT } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { Section } from './section.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';

const STATES = {
  OPEN: ['○', 'stands'],
  KEPT: ['✓', 'kept'],
  BROKEN: ['▲', 'broken'],
  MOVED: ['→', 'moved'],
} as const;

/** What was promised for when. The first date is never forgotten. */
export function Commitments() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [asking, setAsking] = useState(false);
  const { commitments, closed, mergedInto } = details;
  const last = commitments.at(-1);
  const standing = last && last.state !== 'KEPT' ? last : undefined;
  const open = works && !closed && !mergedInto;
  return (
    <Section
      title="What is promised"
      action={
        open && !asking ? (
          <Button look="quiet" small onClick={() => setAsking(true)}>
            {standing ? 'Move the date' : 'Promise a date'}
          </Button>
        ) : null
      }
    >
      {commitments.length === 0 && <p className={styles['faint']}>Nothing is promised yet.</p>}
      {commitments.length > 0 && (
        <ol className={styles['promises']}>
          {commitments.map((one) => (
            <Promised key={one.id} commitment={one} />
          ))}
        </ol>
      )}
      {asking && <PromiseForm standing={standing} onDone={() => setAsking(false)} />}
    </Section>
  );
}

function Promised({ commitment }: { commitment: Details['commitments'][number] }) {
  const { by, madeOn, dueOn, firstDueOn, state, reason } = commitment;
  const [mark, word] = STATES[state];
  return (
    <li className={state === 'BROKEN' ? styles['heed'] : state === 'MOVED' ? styles['faint'] : ''}>
      <span aria-hidden="true">{mark}</span>
      <div>
        <strong>{day(dueOn)}</strong> {word}
        <span className={styles['faint']}>
          {' '}
          · {by.name}, {day(madeOn)}
          {firstDueOn !== dueOn && ` · first promised for ${day(firstDueOn)}`}
        </span>
        {reason && <p>“{reason}”</p>}
      </div>
    </li>
  );
}

function PromiseForm({
  standing,
  onDone,
}: {
  standing: Details['commitments'][number] | undefined;
  onDone: () => void;
}) {
  const { details, act } = useOpenDetails();
  const me = useMe();
  const [dueOn, setDueOn] = useState('');
  const [reason, write, forget] = useDraft(`promise:${details.id}`);
  const [refused, setRefused] = useState<{ field: string | undefined; text: string }>();
  const submit = async () => {
    if (!dueOn) {
      setRefused({ field: 'dueOn', text: 'Choose a date.' });
      return;
    }
    if (standing && !reason.trim()) {
      setRefused({ field: 'reason', text: 'Say why the date moves. Its sponsors read this.' });
      return;
    }
    const { data, error } = await act({
      mutation: MAKE_COMMITMENT,
      variables: { input: { painPointId: details.id, dueOn, reason: reason.trim() || null } },
      expect: (state) => ({
        ...state,
        commitments: [
          ...state.commitments.map((one) =>
            one.id === standing?.id && one.state === 'OPEN' ? { ...one, state: 'MOVED' as const } : one,
          ),
          {
            __typename: 'Commitment',
            id: 'new',
            by: { __typename: 'Person', id: me.id, name: me.name },
            madeOn: today(),
            dueOn,
            firstDueOn: standing?.firstDueOn ?? dueOn,
            state: 'OPEN',
            reason: reason.trim() || null,
          },
        ],
      }),
    });
    if (!data) {
      setRefused({ field: fieldOf(error), text: sayError(error) });
      return;
    }
    forget();
    onDone();
  };
  const other = refused && refused.field !== 'dueOn' && refused.field !== 'reason';
  return (
    <form
      className={styles['box']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label="Fixed by" error={refused?.field === 'dueOn' ? refused.text : undefined}>
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
      <Field
        label={standing ? 'Why does it move?' : 'A word with it (optional)'}
        hint="Its sponsors read this."
        error={refused?.field === 'reason' ? refused.text : undefined}
      >
        {(control) => <textarea {...control} rows={2} value={reason} onChange={(event) => write(event.target.value)} />}
      </Field>
      {other && (
        <p className={styles['heed']} role="alert">
          {refused.text}
        </p>
      )}
      <div className={styles['row']}>
        <Button type="submit" look="main" small>
          {standing ? 'Move the date' : 'Promise it'}
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        {details.tells > 0 && <span className={styles['faint']}>tells {count(details.tells, 'sponsor')}</span>}
      </div>
    </form>
  );
}
