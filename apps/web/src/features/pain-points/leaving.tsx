import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { count, when } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import styles from './leaving.module.css';
import { MergeForm } from './merge-form.js';
import { CLOSE_CARD, REOPEN_CARD } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { Tells } from './tells.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { byEscape, useOpener } from './use-opener.js';

/** The ways off the board without a fix, and back among what is treated. */
export type Way = 'PARKED' | 'DECLINED' | 'MERGED' | 'REOPEN';

/** Why it is not on the board, when it is not, and the way back. */
export function OffTheBoard() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [asking, setAsking] = useState(false);
  const opener = useOpener();
  const here = useLocation();
  const { closed, mergedInto } = details;
  if (mergedInto) {
    return (
      <p className={styles['off']}>
        <span>
          It lives on in{' '}
          <Link
            to={{ ...here, pathname: here.pathname.replace(/[^/]+$/, mergedInto.key) }}
            state={here.state as unknown}
            replace
          >
            {mergedInto.key} {mergedInto.title}
          </Link>
          .
        </span>
      </p>
    );
  }
  if (!closed) return null;
  return (
    <section className={styles['off']} aria-label="Why it is not on the board">
      <p>
        <strong>{closed.as === 'PARKED' ? '❙❙ Parked' : '⊘ Declined'}</strong>
        {closed.by && ` by ${closed.by.name}`}, {when(closed.at)}
      </p>
      <blockquote className={parts['sponsorWords']}>{closed.reason}</blockquote>
      {works && !asking && (
        <Button ref={opener.ref} small onClick={() => setAsking(true)}>
          Bring it back
        </Button>
      )}
      {asking && (
        <ReasonForm
          way="BACK"
          onDone={() => {
            setAsking(false);
            opener.back();
          }}
        />
      )}
    </section>
  );
}

/** Asks what a way off the board needs to know. Each says first whom it tells. */
export function LeavingForm({ way, onDone, onMerged }: { way: Way; onDone: () => void; onMerged: () => void }) {
  return way === 'MERGED' ? (
    <MergeForm onDone={onDone} onMerged={onMerged} />
  ) : (
    <ReasonForm way={way} onDone={onDone} />
  );
}

const REASONS = {
  PARKED: { label: 'Why is it parked?', button: 'Park it', done: 'is parked' },
  DECLINED: { label: 'Why is it declined?', button: 'Decline it', done: 'is declined' },
  REOPEN: { label: 'What bleeds again?', button: 'Bring it back to be treated', done: 'is treated again' },
  BACK: { label: 'Why does it come back?', button: 'Bring it back to the board', done: 'is back on the board' },
} as const;

function ReasonForm({ way, onDone }: { way: keyof typeof REASONS; onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id, key, tells } = details;
  const [reason, write, forget] = useDraft(`${way}:${id}`);
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const { label, button, done } = REASONS[way];
  const submit = async () => {
    const said = reason.trim();
    if (!said) {
      setRefusal('Give a reason: its sponsors read it first.');
      return;
    }
    setSending(true);
    const { error } =
      way === 'PARKED' || way === 'DECLINED'
        ? await act({
            mutation: CLOSE_CARD,
            variables: { input: { id, as: way, reason: said } },
            expect: (state): Details => ({
              ...state,
              closed: { __typename: 'Closing', as: way, reason: said, at: new Date().toISOString(), by: null },
            }),
          })
        : await act({ mutation: REOPEN_CARD, variables: { id, reason: said } });
    setSending(false);
    if (error) {
      setRefusal(sayError(error));
      return;
    }
    forget();
    say(`${key} ${done}${tells > 0 ? `, and ${count(tells, 'sponsor')} ${tells === 1 ? 'is' : 'are'} told why` : ''}.`);
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
      <Field label={label} hint="Its sponsors read this first." error={refusal}>
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
