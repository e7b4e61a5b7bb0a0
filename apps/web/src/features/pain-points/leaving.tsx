import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { count, when } from '../../format.js';
import { Button } from '../../ui/button.js';
import { say } from '../../ui/toasts.js';
import styles from './leaving.module.css';
import { MergeForm } from './merge-form.js';
import { CLOSE_CARD, REOPEN_CARD } from './pain-point-acts.graphql.js';
import parts from './parts.module.css';
import { ReasonForm } from './reason-form.js';
import { type Details, useOpenDetails, useRights } from './use-details.js';
import { useOpener } from './use-opener.js';

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
        <LeavingReason
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
    <LeavingReason way={way} onDone={onDone} />
  );
}

const REASONS = {
  PARKED: { label: 'Why is it parked?', button: 'Park it', done: 'is parked' },
  DECLINED: { label: 'Why is it declined?', button: 'Decline it', done: 'is declined' },
  REOPEN: { label: 'What bleeds again?', button: 'Bring it back to be treated', done: 'is treated again' },
  BACK: { label: 'Why does it come back?', button: 'Bring it back to the board', done: 'is back on the board' },
} as const;

function LeavingReason({ way, onDone }: { way: keyof typeof REASONS; onDone: () => void }) {
  const { details, act } = useOpenDetails();
  const { id, key, tells } = details;
  const { label, button, done } = REASONS[way];
  const send = async (reason: string) => {
    const { error } =
      way === 'PARKED' || way === 'DECLINED'
        ? await act({
            mutation: CLOSE_CARD,
            variables: { input: { id, as: way, reason } },
            expect: (state): Details => ({
              ...state,
              closed: { __typename: 'Closing', as: way, reason, at: new Date().toISOString(), by: null },
            }),
          })
        : await act({ mutation: REOPEN_CARD, variables: { id, reason } });
    if (!error) {
      const told = tells > 0 ? `, and ${count(tells, 'sponsor')} ${tells === 1 ? 'is' : 'are'} told why` : '';
      say(`${key} ${done}${told}.`);
    }
    return { error };
  };
  return (
    <ReasonForm
      draft={`${way}:${id}`}
      label={label}
      hint="Its sponsors read this first."
      button={button}
      missing="Give a reason: its sponsors read it first."
      send={send}
      onDone={onDone}
    />
  );
}
