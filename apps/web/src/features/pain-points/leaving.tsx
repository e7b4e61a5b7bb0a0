import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { count, when } from '../../format.js';
import type { CloseReason } from '../../graphql/generated/types.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import { Finder, type Found } from './finder.js';
import { CLOSE_CARD, FIND_MERGE_TARGET, MERGE_CARD, REOPEN_CARD } from './pain-point-acts.graphql.js';
import styles from './panel.module.css';
import { useOpenDetails, useRights } from './use-details.js';

/** Why it is not on the board, when it is not, and the way back. */
export function OffTheBoard() {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [asking, setAsking] = useState(false);
  const { pathname } = useLocation();
  const { closed, mergedInto } = details;
  if (mergedInto) {
    return (
      <p className={styles['off']}>
        It lives on in{' '}
        <Link to={pathname.replace(/[^/]+$/, mergedInto.key)} replace>
          {mergedInto.key} {mergedInto.title}
        </Link>
        .
      </p>
    );
  }
  if (!closed) return null;
  return (
    <section className={styles['off']}>
      <p>
        <strong>{closed.as === 'PARKED' ? '❙❙ Parked' : '⊘ Declined'}</strong> {closed.by && `by ${closed.by.name}, `}
        {when(closed.at)}
      </p>
      <blockquote className={styles['words']}>{closed.reason}</blockquote>
      {works && !asking && (
        <Button small onClick={() => setAsking(true)}>
          Bring it back
        </Button>
      )}
      {asking && (
        <ReasonForm
          name="reopen"
          label="Why does it come back?"
          button="Bring it back to the board"
          mutate={(reason) => ({ mutation: REOPEN_CARD, variables: { id: details.id, reason } })}
          done={`${details.key} is back on the board.`}
          onDone={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** The ways off the board without a fix: park, decline, merge. Each says first whom it tells. */
export function WaysOff({ onLeft }: { onLeft: () => void }) {
  const { details } = useOpenDetails();
  const { works } = useRights();
  const [way, setWay] = useState<CloseReason | 'MERGED' | 'REOPEN'>();
  const { id, key, tells, stage, closed, mergedInto } = details;
  if (!works || closed || mergedInto) return null;
  const healed = stage.category === 'FIXED' || stage.category === 'CHECKING';
  return (
    <section className={styles['section']} aria-label="Taking it off the board">
      <div className={styles['row']}>
        {healed && (
          <Button look="quiet" small aria-pressed={way === 'REOPEN'} onClick={() => setWay('REOPEN')}>
            ↩ It bleeds again
          </Button>
        )}
        <Button look="quiet" small aria-pressed={way === 'PARKED'} onClick={() => setWay('PARKED')}>
          ❙❙ Park
        </Button>
        <Button look="quiet" small aria-pressed={way === 'DECLINED'} onClick={() => setWay('DECLINED')}>
          ⊘ Decline
        </Button>
        <Button look="quiet" small aria-pressed={way === 'MERGED'} onClick={() => setWay('MERGED')}>
          ⤵ Merge into another
        </Button>
      </div>
      {(way === 'PARKED' || way === 'DECLINED') && (
        <ReasonForm
          key={way}
          name={way}
          label={way === 'PARKED' ? 'Why is it parked?' : 'Why is it declined?'}
          button={way === 'PARKED' ? 'Park it' : 'Decline it'}
          mutate={(reason) => ({ mutation: CLOSE_CARD, variables: { input: { id, as: way, reason } } })}
          done={`${key} is ${way === 'PARKED' ? 'parked' : 'declined'}.${tells > 0 ? ` That tells ${count(tells, 'sponsor')}.` : ''}`}
          onDone={() => setWay(undefined)}
        />
      )}
      {way === 'REOPEN' && (
        <ReasonForm
          name="reopen"
          label="What bleeds again?"
          button="Bring it back to treating"
          mutate={(reason) => ({ mutation: REOPEN_CARD, variables: { id, reason } })}
          done={`${key} is treated again.`}
          onDone={() => setWay(undefined)}
        />
      )}
      {way === 'MERGED' && <MergeForm onCancel={() => setWay(undefined)} onMerged={onLeft} />}
    </section>
  );
}

interface ReasonFormProps {
  name: string;
  label: string;
  button: string;
  mutate: (reason: string) => { mutation: typeof CLOSE_CARD | typeof REOPEN_CARD; variables: object };
  done: string;
  onDone: () => void;
}

function ReasonForm({ name, label, button, mutate, done, onDone }: ReasonFormProps) {
  const { details, act } = useOpenDetails();
  const [reason, write, forget] = useDraft(`${name}:${details.id}`);
  const [refusal, setRefusal] = useState<string>();
  const [sending, setSending] = useState(false);
  const submit = async () => {
    if (!reason.trim()) {
      setRefusal('Give a reason: its sponsors read it first.');
      return;
    }
    setSending(true);
    const { error } = await act(mutate(reason.trim()) as Parameters<typeof act>[0]);
    setSending(false);
    if (error) {
      setRefusal(sayError(error));
      return;
    }
    forget();
    say(done);
    onDone();
  };
  return (
    <form
      className={styles['box']}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Field label={label} hint="Its sponsors read this first." error={refusal}>
        {(control) => (
          <textarea {...control} rows={2} autoFocus value={reason} onChange={(event) => write(event.target.value)} />
        )}
      </Field>
      <div className={styles['row']}>
        <Button type="submit" look="main" small disabled={sending}>
          {button}
        </Button>
        <Button look="quiet" small onClick={onDone}>
          Cancel
        </Button>
        {details.tells > 0 && <span className={styles['faint']}>tells {count(details.tells, 'sponsor')}</span>}
      </div>
    </form>
  );
}

function MergeForm({ onCancel, onMerged }: { onCancel: () => void; onMerged: () => void }) {
  const { details, act } = useOpenDetails();
  const client = useApolloClient();
  const [into, setInto] = useState<Found>();
  const { id, key, tells } = details;
  const find = useCallback(
    async (text: string) => {
      const { data } = await client.query({ query: FIND_MERGE_TARGET, variables: { text }, fetchPolicy: 'no-cache' });
      return (data?.painPoints.nodes ?? [])
        .filter((one) => one.id !== id)
        .map((one) => ({ id: one.id, name: one.title, about: one.key }));
    },
    [client, id],
  );
  const merge = async (target: Found) => {
    const { data } = await act({
      mutation: MERGE_CARD,
      variables: { input: { fromIds: [id], intoId: target.id } },
      failure: `${key} was not merged.`,
    });
    if (!data) return;
    say(`${key} lives on in ${target.about ?? target.name}.`);
    onMerged();
  };
  return (
    <div className={styles['box']}>
      {into ? (
        <>
          <p>
            {key} goes into <strong>{into.about}</strong> {into.name}. Its sponsors, tasks and talk go with it.
          </p>
          <div className={styles['row']}>
            <Button look="main" small onClick={() => void merge(into)}>
              Merge them
            </Button>
            <Button look="quiet" small onClick={() => setInto(undefined)}>
              Another one
            </Button>
            {tells > 0 && <span className={styles['faint']}>tells {count(tells, 'sponsor')}</span>}
          </div>
        </>
      ) : (
        <>
          <Finder label="Into which one?" hint="A word of its title, or its key" find={find} onChoose={setInto} />
          <div className={styles['row']}>
            <Button look="quiet" small onClick={onCancel}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
