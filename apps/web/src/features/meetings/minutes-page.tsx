import { useQuery } from '@apollo/client/react';
import { type ReactNode, useId } from 'react';
import { Link, useParams } from 'react-router';
import { day, instant, money, number } from '../../format.js';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import buttonStyles from '../../ui/button.module.css';
import { Notice } from '../../ui/notice.js';
import { type MeetingMinutes, MINUTES, type NamedCard } from './minutes.graphql.js';
import styles from './minutes-page.module.css';
import { Plot } from './plot.js';

/** The minutes of one meeting, as they were kept when it ended: to be read, printed and taken away. */
export default function MinutesPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(MINUTES, { variables: { id } });
  if (error && !data) {
    return (
      <Notice
        kind="heed"
        title="These minutes could not be read"
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        {sayError(error)}
      </Notice>
    );
  }
  const meeting = data?.meeting;
  if (!data || !meeting) return <div className={styles['ghost']} role="status" aria-label="Reading the minutes" />;
  if (meeting.state === 'RUNNING') {
    return (
      <Notice
        title="This meeting still runs"
        action={
          <ButtonLink look="main" to={`/present/${id}`}>
            Follow it
          </ButtonLink>
        }
      >
        Its minutes are written when somebody ends it.
      </Notice>
    );
  }
  return <Minutes meeting={meeting} currency={data.workspace.currency} />;
}

function Minutes({ meeting, currency }: { meeting: MeetingMinutes; currency: string }) {
  const { id, startedAt, endedAt, startedBy, board, nextOn, decisions, actions, promised, wins, attendance } = meeting;
  const file = (form: string) => `/meetings/${id}/minutes.${form}`;
  const plain = `${buttonStyles['button']} ${buttonStyles['plain']}`;
  const seen = new Set(meeting.shown.map(({ painPointId }) => painPointId));
  const talked = meeting.walk.items.filter(({ card }) => seen.has(card.painPointId));
  const people = (present: boolean) =>
    attendance
      .filter((one) => one.present === present)
      .map(({ name }) => name)
      .join(', ');
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['soft']}>
          <Link to="/meetings">All meetings</Link>
        </p>
        <h1>Status meeting of {instant(startedAt)}</h1>
        <p className={styles['soft']}>
          {board.name}
          {startedBy && `, led by ${startedBy.name}`}
          {endedAt && `. Kept as it was when it ended, ${instant(endedAt)}`}. The next one is on {day(nextOn)}.
        </p>
        <div className={styles['acts']}>
          <a className={plain} href={file('pdf')} target="_blank" rel="noreferrer">
            As a PDF
          </a>
          <a className={plain} href={file('md')} download>
            As Markdown
          </a>
        </div>
      </header>
      <Part title="Decisions">
        {decisions.length === 0 ? (
          <p className={styles['soft']}>Nothing was decided.</p>
        ) : (
          <ol className={styles['numbered']}>
            {decisions.map(({ id: decisionId, text, by, card }) => (
              <li key={decisionId}>
                <strong>{text}</strong>
                <small>
                  {card && (
                    <>
                      <Card card={card} /> ·{' '}
                    </>
                  )}
                  {by}
                </small>
              </li>
            ))}
          </ol>
        )}
      </Part>
      <Part title="Action items">
        {actions.length === 0 ? (
          <p className={styles['soft']}>Nobody was asked to do anything.</p>
        ) : (
          <ul className={styles['list']}>
            {actions.map(({ taskId, title, assignee, dueOn, cards, task }) => (
              <li key={taskId}>
                <strong>{title}</strong>
                <span>
                  {assignee ?? 'nobody yet'}
                  {dueOn && `, by ${day(dueOn)}`}
                  {task?.state === 'DONE' && ' · ✓ done since'}
                </span>
                <small>
                  <Cards cards={cards} />
                </small>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {promised.length > 0 && (
        <Part title="Promised in the meeting">
          <ul className={styles['list']}>
            {promised.map(({ commitmentId, card, by, dueOn }) => (
              <li key={commitmentId}>
                <strong>
                  <Cards cards={[card]} />
                </strong>
                <span>
                  {by}, by {day(dueOn)}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title="Since the meeting before">
        <Happened meeting={meeting} currency={currency} />
        <Plot kind="BLEEDING" boardId={board.id} to={endedAt} />
      </Part>
      <Promises commitments={meeting.commitments} />
      {wins.length > 0 && (
        <Part title="What got better">
          <ul className={styles['list']}>
            {wins.map((win) => (
              <li key={win.winId}>
                <strong>{win.headline}</strong>
                <span>
                  {[
                    measured(win),
                    win.givesBackPerWeek !== null && `gives back ${money(win.givesBackPerWeek, currency)} a week`,
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </span>
                <small>
                  <Cards cards={win.cards} />
                  {win.thanks.length > 0 && ` · Thanks to ${win.thanks.join(', ')}`}
                </small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {talked.length > 0 && (
        <Part title="What was talked about">
          <ul className={styles['list']}>
            {talked.map(({ card, toDecide }) => (
              <li key={card.painPointId}>
                <Card card={card} />
                <span>{toDecide}</span>
                <small>{card.owner ?? 'nobody has it yet'}</small>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {attendance.length > 0 && (
        <Part title="Who was there">
          {people(true) && <p>{people(true)}</p>}
          {people(false) && <p className={styles['soft']}>Could not come: {people(false)}</p>}
        </Part>
      )}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function Happened({
  meeting: { sinceLast, trust },
  currency,
}: {
  meeting: Pick<MeetingMinutes, 'sinceLast' | 'trust'>;
  currency: string;
}) {
  const { bleedThen, bleedNow, raised, fixed, confirmed, reopened, moved, left } = sinceLast;
  const of = (part: number, whole: number) => (whole === 0 ? 'none yet' : `${number(part)} of ${number(whole)}`);
  const figures: [name: string, value: string, more: ReactNode][] = [
    ['bleeding a week', money(bleedNow, currency), `${money(bleedThen, currency)} before`],
    ['raised', number(raised.count), <Keys key="raised" {...raised} />],
    ['moved', number(moved.count), null],
    ['fixed', number(fixed.count), <Keys key="fixed" {...fixed} />],
    ['confirmed', number(confirmed.count), <Keys key="confirmed" {...confirmed} />],
    ['reopened', number(reopened.count), <Keys key="reopened" {...reopened} />],
    ['left the board', number(left.count), null],
    ['promises kept', of(trust.kept, trust.due), 'in 12 weeks'],
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(([name, value, more]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {more && <dd className={styles['soft']}>{more}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Keys({ cards, count }: { cards: readonly NamedCard[]; count: number }) {
  const some = cards.slice(0, 6);
  return (
    <>
      {some.map(({ key, painPointId, title }) => (
        <Link key={painPointId} to={`/board/p/${key}`} title={title}>
          {key}
        </Link>
      ))}
      {count > some.length && '…'}
    </>
  );
}

function Promises({ commitments: { broken, moved, awaited, kept, dueNext } }: Pick<MeetingMinutes, 'commitments'>) {
  const told = [
    ...broken.map((promise) => ({ what: '▲ Broken', promise, when: `was due ${day(promise.dueOn)}` })),
    ...moved.map((promise) => ({
      what: '△ Moved',
      promise,
      when: `from ${day(promise.dueOn)} to ${day(promise.newDueOn ?? promise.dueOn)}`,
    })),
    ...awaited.map((promise) => ({ what: '◇ Delivered', promise, when: 'its sponsors have the word' })),
    ...kept.map((promise) => ({ what: '✓ Kept', promise, when: `due ${day(promise.dueOn)}` })),
    ...dueNext.map((promise) => ({ what: 'Due next', promise, when: day(promise.dueOn) })),
  ];
  if (told.length === 0) return null;
  return (
    <Part title="Promises">
      <ul className={styles['list']}>
        {told.map(({ what, promise: { commitmentId, card, by, reason }, when }) => (
          <li key={`${what} ${commitmentId}`}>
            <span>
              <strong>{what}</strong> <Card card={card} />
            </span>
            <span>
              {by}, {when}
            </span>
            {reason && <small>“{reason}”</small>}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Card({ card: { key, title } }: { card: NamedCard }) {
  return (
    <Link to={`/board/p/${key}`}>
      {key} {title}
    </Link>
  );
}

function Cards({ cards }: { cards: readonly NamedCard[] }) {
  return cards.map((card, at) => (
    <span key={card.painPointId}>
      {at > 0 && '; '}
      <Card card={card} />
    </span>
  ));
}

function measured({ measure, unit, before, after }: MeetingMinutes['wins'][number]): string {
  if (before === null || after === null) return '';
  const value = (amount: number) => `${number(amount)}${unit === null ? '' : ` ${unit}`}`;
  return `${measure ?? 'Measured'}: from ${value(before)} to ${value(after)}`;
}
