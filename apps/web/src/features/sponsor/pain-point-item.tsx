import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../app/session.js';
import { daysUntil, money, span, today } from '../../format.js';
import { SilenceMark } from '../../ui/silence-mark.js';
import { StageMark } from '../../ui/stage-mark.js';
import { useReached } from '../../ui/use-clock.js';
import { Answer } from './answer.js';
import styles from './pain-point-item.module.css';
import { ago, sayNews, sayOthers, sayPromise, saySilence } from './say.js';
import type { MyPainPoint } from './sort-mine.js';
import { StagePath } from './stage-path.js';
import type { DoAct, Mine } from './use-mine.js';

interface ItemProps {
  painPoint: MyPainPoint;
  stages: Mine['board']['stages'];
  myId: string;
  /** Somebody else changed it just now. */
  fresh: boolean;
  /** What is asked about it, below the rest. */
  children?: ReactNode;
}

/** Where one of my pain points stands, what happened last, and what is promised for when. */
export function PainPointItem({ painPoint, stages, myId, fresh, children }: ItemProps) {
  const {
    stage,
    confirmed,
    enteredStageAt,
    blocked,
    blockedReason,
    latestNews,
    commitments,
    workaround,
    closed,
    viewerMayConfirm,
  } = painPoint;
  const fixed = stage.category === 'FIXED';
  const promise = fixed && confirmed ? null : sayPromise(commitments, fixed || stage.category === 'CHECKING');
  return (
    <Item painPoint={painPoint} fresh={fresh}>
      {closed || painPoint.mergedInto ? (
        <Gone painPoint={painPoint} />
      ) : (
        <div className={styles['where']}>
          <StagePath
            stages={stages}
            here={stage}
            confirmed={confirmed}
            broughtBy={painPoint.confirmations.findLast((answer) => answer.fixed)?.onBehalfBy?.name}
            since={sinceOf(enteredStageAt)}
          />
          <div className={styles['words']}>
            <Silent painPoint={painPoint} />
            {blocked && (
              <p className={styles['heed']}>
                <span aria-hidden="true">▲</span>
                <span>Held up{blockedReason && `: ${blockedReason}`}</span>
              </p>
            )}
            {workaround && !fixed && (
              <p className={styles['promise']}>
                <span aria-hidden="true">◒</span>
                <span className={styles['helps']}>Until it is fixed, this helps: {workaround.words}</span>
              </p>
            )}
            {promise ? (
              <p className={promise.heed ? styles['heed'] : styles['promise']}>
                <span aria-hidden="true">{promise.mark}</span>
                <span>
                  {promise.text}.{promise.more && ` ${promise.more}`}
                </span>
              </p>
            ) : (
              !fixed && (
                <p className={styles['none']}>
                  {stage.category === 'BLEEDING' ? 'Nothing is promised yet.' : 'No date is promised yet.'}
                </p>
              )
            )}
          </div>
        </div>
      )}
      {latestNews && !closed && <News news={latestNews} myId={myId} />}
      {fixed && confirmed && viewerMayConfirm && (
        <Link
          to={`/mine/p/${painPoint.key}`}
          state={{ opened: true, fixed: false }}
          className={styles['again']}
          aria-label={`It bleeds again: ${painPoint.title}`}
        >
          It bleeds again …
        </Link>
      )}
      {children}
    </Item>
  );
}

/** One that waits for my answer: who says that it is done, what got better by it, and the question. */
export function AskedItem({ painPoint, myId, fresh, act }: Omit<ItemProps, 'stages' | 'children'> & { act: DoAct }) {
  const { enteredStageAt, latestNews, commitments, wins, stage, confirmationRequests } = painPoint;
  const mine = confirmationRequests.find(({ person }) => person.id === myId);
  const saidAt = mine && mine.askedAt < enteredStageAt ? mine.askedAt : enteredStageAt;
  const timedOut = stage.category === 'FIXED' && latestNews?.change.kind === 'MOVED' && !latestNews.change.actor;
  const promise = sayPromise(commitments, true);
  const win = wins.findLast(({ published }) => published);
  const moved = latestNews?.change.kind === 'MOVED' ? latestNews.change.actor?.name : undefined;
  return (
    <Item painPoint={painPoint} fresh={fresh} asked>
      <p className={styles['said']}>
        {moved ?? 'IT'} said {ago(saidAt)} that it is done.{' '}
        {timedOut
          ? 'Nobody has answered, so it counts as fixed, unconfirmed. Your word is as welcome as before.'
          : 'Only you, who felt it, can say whether it is.'}
      </p>
      {win && <p className={styles['win']}>{win.headline}</p>}
      <Answer painPoint={painPoint} act={act} />
      {promise && (
        <p className={styles['promise']}>
          <span aria-hidden="true">{promise.mark}</span>
          <span>{promise.text}.</span>
        </p>
      )}
      {latestNews && moved === undefined && !timedOut && <News news={latestNews} myId={myId} />}
    </Item>
  );
}

/** That nobody says a word, and who was told so. */
function Silent({ painPoint: { silence } }: { painPoint: MyPainPoint }) {
  const silent = useReached(silence?.from);
  if (!silence || !silent) return null;
  return (
    <p className={styles['heed']}>
      <span>
        <SilenceMark />
      </span>
      <span>{saySilence(silence)}</span>
    </p>
  );
}

function News({ news, myId }: { news: NonNullable<MyPainPoint['latestNews']>; myId: string }) {
  return (
    <div className={styles['news']}>
      <p>
        <span>
          {sayNews(news, myId)}
          {news.words !== null && ':'}
        </span>{' '}
        <time dateTime={news.at}>{ago(news.at)}</time>
      </p>
      {news.words !== null && <blockquote>{news.words}</blockquote>}
    </div>
  );
}

function Item({
  painPoint,
  fresh,
  asked = false,
  children,
}: {
  painPoint: MyPainPoint;
  fresh: boolean;
  asked?: boolean;
  children: ReactNode;
}) {
  const { id, key, title, sponsors, viewerIsSponsor, raiser, owner } = painPoint;
  const others = sayOthers(sponsors.length, viewerIsSponsor);
  const known = key !== '';
  return (
    <li
      data-pain-point={id}
      className={[styles['item'], asked && styles['asked'], fresh && styles['fresh']].filter(Boolean).join(' ')}
    >
      <div className={styles['head']}>
        <h3 className={styles['title']}>
          {known ? (
            <Link to={`/mine/p/${key}`} state={{ opened: true }}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <p className={styles['about']}>
          <span>
            {known ? key : 'being raised …'}
            {!viewerIsSponsor && ` · raised by ${raiser.name}`}
            {others && ` · ${others}`}
            {owner && ` · in the hands of ${owner.name}`}
          </span>
          <Bleeding painPoint={painPoint} />
        </p>
      </div>
      {children}
    </li>
  );
}

/** What it costs while it is not fixed; red only where nothing has been done about it. */
function Bleeding({ painPoint: { bleedPerWeek, stage, closed, mergedInto } }: { painPoint: MyPainPoint }) {
  const { setup } = useSession();
  if (bleedPerWeek <= 0 || stage.category === 'FIXED' || closed || mergedInto) return null;
  return (
    <span className={styles['bleeding']}>
      <StageMark category="BLEEDING" /> {money(bleedPerWeek, setup.currency ?? 'EUR')} a week
    </span>
  );
}

/** Why it is not on the board any more. */
function Gone({ painPoint: { closed, mergedInto } }: { painPoint: MyPainPoint }) {
  if (mergedInto) {
    return (
      <p className={styles['promise']}>
        <span aria-hidden="true">↳</span>
        <span>
          It lives on in{' '}
          <Link to={`/mine/p/${mergedInto.key}`} state={{ opened: true }}>
            {mergedInto.key} {mergedInto.title}
          </Link>
          .
        </span>
      </p>
    );
  }
  if (!closed) return null;
  return (
    <>
      <p className={styles['promise']}>
        <span aria-hidden="true">{closed.as === 'PARKED' ? '❙❙' : '⊘'}</span>
        <span>
          {closed.by?.name ?? 'Stanch'} {closed.as === 'PARKED' ? 'parked' : 'declined'} it {ago(closed.at)}:
        </span>
      </p>
      <blockquote className={styles['reason']}>{closed.reason}</blockquote>
    </>
  );
}

function sinceOf(at: string): string {
  const days = -daysUntil(today(new Date(at)));
  return days < 1 ? 'since today' : `for ${span(days)}`;
}
