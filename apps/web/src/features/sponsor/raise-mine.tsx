import { skipToken, useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useDeferredValue, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { Button } from '../../ui/button.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import { useDraft } from '../../ui/use-draft.js';
import { JOIN_FROM_MINE, MINE, OTHERS_SAY, RAISE_MINE } from './mine.graphql.js';
import styles from './raise-mine.module.css';

/** From this many letters on it is worth looking whether others said it. */
const ENOUGH = 4;

/** Raises what hurts by one line and Enter, or joins somebody who said it before. */
export function RaiseMine() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const [title, write, forget] = useDraft('raise-mine');
  const [sending, setSending] = useState<string>();
  // The same line sent again after a lost answer is the same pain point.
  const key = useRef(idempotencyKey());
  const [raise] = useMutation(RAISE_MINE);
  const open = (painPointKey: string) => void navigate(`/mine/p/${painPointKey}`, { state: { opened: true } });

  async function submit() {
    const wanted = title.trim();
    if (!wanted || sending !== undefined) return;
    setSending(wanted);
    try {
      const { data } = await raise({ variables: { input: { title: wanted, idempotencyKey: key.current } } });
      key.current = idempotencyKey();
      forget();
      const raised = data?.raisePainPoint;
      if (raised)
        say(`${raised.key} is raised. IT sees it now.`, { action: { label: 'Say more', run: () => open(raised.key) } });
      await client.refetchQueries({ include: [MINE] });
    } catch (error) {
      say(`“${wanted}” was not raised. ${sayError(error)}`, { kind: 'heed' });
    } finally {
      setSending(undefined);
    }
  }

  return (
    <section className={styles['raise']} aria-label="Raise a pain point">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <input
          aria-label="What hurts?"
          placeholder="What hurts? Say it in a line."
          maxLength={200}
          enterKeyHint="send"
          value={sending ?? title}
          readOnly={sending !== undefined}
          onChange={({ target }) => write(target.value)}
        />
        <Button type="submit" look="main" disabled={!title.trim() || sending !== undefined}>
          {sending === undefined ? 'Raise it' : 'Raising …'}
        </Button>
      </form>
      {sending === undefined && <OthersSay text={title} onJoined={forget} />}
    </section>
  );
}

/** Pain points that sound like what is being typed: one more voice says more than one more card. */
function OthersSay({ text, onJoined }: { text: string; onJoined(): void }) {
  const client = useApolloClient();
  const wanted = useDeferredValue(text.trim());
  const { data } = useQuery(OTHERS_SAY, wanted.length < ENOUGH ? skipToken : { variables: { text: wanted } });
  const [join, { loading }] = useMutation(JOIN_FROM_MINE);
  const found = wanted.length < ENOUGH ? [] : (data?.painPoints.nodes ?? []);
  if (found.length === 0) return null;

  async function meToo(id: string) {
    try {
      const { data: joined } = await join({ variables: { id } });
      onJoined();
      if (joined) say(`You stand behind ${joined.joinPainPoint.key} too. You are told what becomes of it.`);
      await client.refetchQueries({ include: [MINE] });
    } catch (error) {
      say(sayError(error), { kind: 'heed' });
    }
  }

  return (
    <div className={styles['others']}>
      <p>Does one of these say it?</p>
      <ul>
        {found.map(({ id, key, title, viewerIsSponsor, raiser, stage }) => (
          <li key={id}>
            <span className={styles['said']}>
              {title}
              <small>
                <StageMark category={stage.category} /> {key} · {raiser.name} · {stage.name}
              </small>
            </span>
            {viewerIsSponsor ? (
              <small>yours</small>
            ) : (
              <Button small disabled={loading} aria-label={`Me too: ${title}`} onClick={() => void meToo(id)}>
                Me too
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
