import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../app/session.js';
import { count } from '../../format.js';
import { idempotencyKey } from '../../graphql/idempotency-key.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { Fits, isTooLong } from '../../ui/fits.js';
import { StageMark } from '../../ui/stage-mark.js';
import { say } from '../../ui/toasts.js';
import { hasDraft, useDraft } from '../../ui/use-draft.js';
import { RAISE_MINE } from './mine.graphql.js';
import styles from './raise.module.css';
import type { MyPainPoint } from './sort-mine.js';
import { titleOfWords } from './title-of-words.js';
import type { DoAct, Mine } from './use-mine.js';
import { useSimilar } from './use-similar.js';

interface RaiseProps {
  act: DoAct;
  onRaised: (id: string) => void;
  /** Gives whether it went well. */
  onJoin: (painPoint: MyPainPoint) => Promise<boolean>;
}

/** The name under which it is kept while it is typed. */
const DRAFT = 'raise-mine';
/** So many letters fit. */
const LONGEST = 20_000;
const HEED = { kind: 'heed' } as const;

/** Says what hurts, typed or dictated, and Enter. Before that, what others said already is offered to join. */
export function Raise({ act, onRaised, onJoin }: RaiseProps) {
  const [words, write, forget] = useDraft(DRAFT);
  const [refusal, setRefusal] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const similar = useSimilar(titleOfWords(words).title);
  const me = useMe();
  const navigate = useNavigate();
  const open = (key: string) => void navigate(`/mine/p/${key}`, { state: { opened: true } });

  const raise = async () => {
    const said = words.trim();
    if (!said) {
      setRefusal('Say in a few words what hurts.');
      field.current?.focus();
      return;
    }
    forget();
    setRefusal(undefined);
    const key = idempotencyKey();
    const { title, description } = titleOfWords(said);
    try {
      const { raisePainPoint: raised } = await act({
        mutation: RAISE_MINE,
        variables: { input: { title, description: description ?? null, idempotencyKey: key } },
        expect: (mine) => withRaised(mine, title, key, me),
      });
      say(`${raised.key} is raised. IT is told.`, { action: { label: 'Say more', run: () => open(raised.key) } });
      onRaised(raised.id);
    } catch (error) {
      // Nothing typed meanwhile is overwritten by what comes back.
      if (!hasDraft(DRAFT)) write(said);
      setRefusal(`“${title}” was not raised. ${sayError(error)}`);
      // Whoever has gone on to another screen still hears of it.
      if (!field.current) say(`“${title}” was not raised; it stands in its field again. ${sayError(error)}`, HEED);
    }
  };

  const join = async (painPoint: MyPainPoint) => {
    forget();
    field.current?.focus();
    if (!(await onJoin(painPoint)) && !hasDraft(DRAFT)) write(words);
  };

  return (
    <section className={styles['raise']} aria-label="Raise a pain point">
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void raise();
        }}
      >
        <label htmlFor="what-hurts">What hurts?</label>
        <div className={styles['line']}>
          <textarea
            id="what-hurts"
            ref={field}
            rows={2}
            value={words}
            autoComplete="off"
            enterKeyHint="send"
            placeholder="In your own words. Typed or dictated, as short or as long as you like."
            aria-describedby="what-hurts-said"
            aria-invalid={refusal !== undefined || isTooLong(words, LONGEST) || undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            onChange={(event) => {
              write(event.target.value);
              setRefusal(undefined);
            }}
          />
          <Button type="submit" look="main">
            Raise it
          </Button>
        </div>
        <Fits text={words} longest={LONGEST} />
        <p id="what-hurts-said" role="status" className={refusal ? styles['refusal'] : 'unseen'}>
          {refusal ??
            (similar.length > 0 && `${count(similar.length, 'pain point')} may say the same; they stand below.`)}
        </p>
      </form>
      {similar.length > 0 && (
        <div className={styles['similar']}>
          <h2>Does one of these say it already?</h2>
          <ul>
            {similar.map((one) => (
              <li key={one.id}>
                <div>
                  <Link to={`/mine/p/${one.key}`} state={{ opened: true }}>
                    {one.title}
                  </Link>
                  <p>
                    <StageMark category={one.stage.category} /> {one.stage.name} · {one.key} ·{' '}
                    {count(one.sponsors.length, 'sponsor')}
                  </p>
                </div>
                {one.viewerMayConfirm && one.stage.category === 'FIXED' ? (
                  <ButtonLink
                    small
                    to={`/mine/p/${one.key}`}
                    state={{ opened: true, fixed: false }}
                    aria-label={`It bleeds again: ${one.title}`}
                  >
                    It bleeds again
                  </ButtonLink>
                ) : one.viewerIsSponsor ? (
                  <span className={styles['mine']}>yours already</span>
                ) : (
                  <Button small aria-label={`Me too: ${one.title}`} onClick={() => void join(one)}>
                    Me too
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {similar.some(({ viewerIsSponsor }) => !viewerIsSponsor) && (
            <p className={styles['hint']}>Joining gives it more weight. If yours is another pain, raise it.</p>
          )}
        </div>
      )}
    </section>
  );
}

/** What is raised stands in the list at once; its key and its history follow. */
function withRaised(mine: Mine, title: string, key: string, me: { id: string; name: string }): Mine {
  const stage = mine.board.stages[0];
  if (!stage) return mine;
  const now = new Date().toISOString();
  const person = { __typename: 'Person', id: me.id, name: me.name } as const;
  const raised: MyPainPoint = {
    __typename: 'PainPoint',
    id: `new:${key}`,
    key: '',
    title,
    stage,
    enteredStageAt: now,
    raisedAt: now,
    confirmed: false,
    blocked: false,
    blockedReason: null,
    silence: null,
    viewerIsSponsor: true,
    viewerMayConfirm: false,
    raiser: person,
    owner: null,
    businessUnit: null,
    sponsors: [person],
    commitments: [],
    latestNews: null,
    confirmations: [],
    confirmationRequests: [],
    workaround: null,
    bleedPerWeek: 0,
    wins: [],
    closed: null,
    mergedInto: null,
  };
  return { ...mine, painPoints: [raised, ...mine.painPoints] };
}
