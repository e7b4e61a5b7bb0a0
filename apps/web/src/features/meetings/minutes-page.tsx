import { useQuery } from '@apollo/client/react';
import { type ReactNode, useId } from 'react';
import { Link, useParams } from 'react-router';
import { sayError } from '../../graphql/say-error.js';
import { Button, ButtonLink } from '../../ui/button.js';
import buttonStyles from '../../ui/button.module.css';
import { Notice } from '../../ui/notice.js';
import {
  type Block,
  type Line,
  MINUTES,
  type NamedCard,
  type PastMeeting,
  type ToldMinutes,
} from './minutes.graphql.js';
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
  if (!meeting) return <div className={styles['ghost']} role="status" aria-label="Reading the minutes" />;
  if (!meeting.minutes) {
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
  return <Minutes meeting={meeting} minutes={meeting.minutes} />;
}

function Minutes({ meeting, minutes }: { meeting: PastMeeting; minutes: ToldMinutes }) {
  const { id, board, endedAt, actions } = meeting;
  const file = (form: string) => `/meetings/${id}/minutes.${form}`;
  const plain = `${buttonStyles['button']} ${buttonStyles['plain']}`;
  const done = new Set(actions.flatMap(({ taskId, task }) => (task?.state === 'DONE' ? [taskId] : [])));
  const isFirstFigures = (at: number) =>
    at === minutes.sections.findIndex(({ blocks }) => blocks.some(({ kind }) => kind === 'FIGURES'));
  return (
    <article className={styles['page']}>
      <header className={styles['head']}>
        <p className={styles['soft']}>
          <Link to="/meetings">All meetings</Link>
        </p>
        <h1>{minutes.title}</h1>
        <p className={styles['soft']}>{minutes.subtitle}</p>
        <div className={styles['acts']}>
          <a className={plain} href={file('pdf')} target="_blank" rel="noreferrer">
            As a PDF
          </a>
          <a className={plain} href={file('md')} download>
            As Markdown
          </a>
          <ButtonLink to={`/present/${id}`}>On the projector</ButtonLink>
        </div>
      </header>
      {minutes.sections.map(({ title, blocks }, at) => (
        <Part key={title} title={title}>
          {blocks.map((block, place) => (
            <Piece key={place} block={block} done={done} />
          ))}
          {isFirstFigures(at) && <Plot kind="BLEEDING" boardId={board.id} to={endedAt} />}
        </Part>
      ))}
      <p className={styles['soft']}>{minutes.foot}</p>
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

/** A piece of the minutes; `done` are the tasks that it gave out and that were done since. */
function Piece({ block: { kind, figures, lines, numbered }, done }: { block: Block; done: ReadonlySet<string> }) {
  if (kind === 'FIGURES') return <Figures figures={figures} />;
  if (kind === 'TEXT') return <p className={styles['soft']}>{lines[0]?.lead}</p>;
  if (kind === 'FACTS') {
    return lines.map(({ lead, text }) => (
      <p key={lead}>
        <strong>{lead}:</strong> {text}
      </p>
    ));
  }
  const List = numbered ? 'ol' : 'ul';
  return (
    <List className={styles[numbered ? 'numbered' : 'list']}>
      {lines.map((line, at) => (
        <Told key={at} line={line} done={line.taskId != null && done.has(line.taskId)} />
      ))}
    </List>
  );
}

function Told({ line: { lead, text, more, cards }, done }: { line: Line; done: boolean }) {
  return (
    <li>
      <strong>
        <Words text={lead} cards={cards} />
      </strong>
      {text && (
        <span>
          {text}
          {done && ' · ✓ done since'}
        </span>
      )}
      {more && (
        <small>
          <Words text={more} cards={cards} />
        </small>
      )}
    </li>
  );
}

function Figures({ figures }: Pick<Block, 'figures'>) {
  return (
    <dl className={styles['figures']}>
      {figures.map(({ name, value, more, cards }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {more && (
            <dd className={styles['soft']}>
              <Words text={more} cards={cards} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Words in which the name of each card leads to it. */
function Words({ text, cards }: { text: string; cards: readonly NamedCard[] }) {
  const keys = new Map(cards.flatMap(({ key, title }) => [[`${key} ${title}`, key] as const, [key, key] as const]));
  if (keys.size === 0) return text;
  // P-1 is not to be found inside of P-12.
  const names = new RegExp(`(?<![\\p{L}\\d])(${[...keys.keys()].map(literally).join('|')})(?!\\d)`, 'u');
  return text.split(names).map((piece, at) => {
    const key = keys.get(piece);
    return key === undefined ? (
      piece
    ) : (
      <Link key={at} to={`/board/p/${key}`}>
        {piece}
      </Link>
    );
  });
}

/** For a pattern that finds just these words, whatever signs are in them. */
function literally(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}
