import { useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { today } from '../../format.js';
import { isTooLong, sayTooLong } from '../../ui/fits.js';
import { useDraft } from '../../ui/use-draft.js';
import { DAYS_OFF } from '../pain-points/days-off.graphql.js';
import { sayDayOff } from '../pain-points/say-day-off.js';
import styles from './prompt.module.css';
import { narrow, type Option, type Question } from './questions.js';
import { farYears, readDate } from './read-date.js';

interface PromptProps {
  /** Where what is typed is kept until it was sent. */
  place: string;
  questions: readonly Question[];
  /** Who is told by what is asked here. */
  tells: string;
  /** What was done a moment ago: told here while this stands over the line of keys. */
  told: ReactNode;
  /** How many options are shown at a time. */
  room: number;
  onDone(answers: Record<string, string>): void;
  onClose(): void;
}

/** Asks for what an act needs, one question after the other, by keys alone or by hand. */
export function Prompt({ place, questions, tells, told, room, onDone, onClose }: PromptProps) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const open = (given: Record<string, string>) =>
    questions.find(({ name, needless }) => !(name in given) && !needless?.(given));
  const question = open(answers);
  if (!question) return null;
  const answer = (given: string) => {
    const all = { ...answers, [question.name]: given };
    if (open(all)) setAnswers(all);
    else onDone(all);
  };
  const back = () => {
    const given = Object.entries(answers);
    if (given.length === 0) return onClose();
    setAnswers(Object.fromEntries(given.slice(0, -1)));
  };
  return (
    <section
      className={styles['prompt']}
      role="dialog"
      aria-modal="true"
      aria-label={question.asks}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        back();
      }}
    >
      {told}
      <div className={styles['head']}>
        <h2 className={styles['asks']}>{question.asks}</h2>
        <p className={styles['tells']}>{tells}</p>
        <button type="button" className={styles['close']} onClick={back}>
          Esc
        </button>
      </div>
      {question.hint && <p className={styles['hint']}>{question.hint}</p>}
      <Ask key={question.name} question={question} place={`${place}:${question.name}`} room={room} answer={answer} />
    </section>
  );
}

interface AskProps<Asked extends Question = Question> {
  question: Asked;
  place: string;
  room: number;
  answer(given: string): void;
}

function Ask({ question, ...rest }: AskProps) {
  if (question.kind === 'pick') return <PickOption question={question} {...rest} />;
  if (question.kind === 'date') return <AskDate question={question} {...rest} />;
  return <AskText question={question} {...rest} />;
}

type PickQuestion = Extract<Question, { kind: 'pick' }>;

/** One of many: by its number, by its first letters, or by hand. */
function PickOption({ question, room, answer }: AskProps<PickQuestion>) {
  const { options, numbered = false, asks } = question;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      options.findIndex(({ likely }) => likely),
    ),
  );
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const found = numbered ? [...options] : narrow(options, typed);
  const chosen = Math.min(at, found.length - 1);
  const from = Math.max(0, Math.min(chosen - Math.floor(room / 2), found.length - room));
  const shown = found.slice(from, from + room);
  useEffect(() => {
    if (numbered) box.current?.focus();
  }, [numbered]);
  const press = (event: React.KeyboardEvent) => {
    const { key } = event;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    const numberedOne = numbered && /^[1-9]$/.test(key) ? options[Number(key) - 1] : undefined;
    if (step !== 0) setAt(Math.max(0, Math.min(found.length - 1, chosen + step)));
    else if (numberedOne) answer(numberedOne.id);
    else if (key === 'Enter' && found[chosen]) answer(found[chosen].id);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box} tabIndex={numbered ? -1 : undefined} className={styles['pick']} onKeyDown={press}>
      {!numbered && (
        <input
          autoFocus
          className={styles['line']}
          aria-label={asks}
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={found[chosen] && `${list}-${found[chosen].id}`}
          placeholder="Type a few letters"
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
        />
      )}
      <div id={list} role="listbox" aria-label={asks}>
        {shown.map((option, place) => (
          <OptionRow
            key={option.id}
            id={`${list}-${option.id}`}
            option={option}
            number={numbered ? from + place + 1 : undefined}
            selected={from + place === chosen}
            choose={() => answer(option.id)}
          />
        ))}
      </div>
      {found.length === 0 && <p className={styles['hint']}>Nobody and nothing is called that.</p>}
      {found.length > room && (
        <p className={styles['hint']}>
          {from + 1} to {from + shown.length} of {found.length}
        </p>
      )}
    </div>
  );
}

interface OptionRowProps {
  id: string;
  option: Option;
  number: number | undefined;
  selected: boolean;
  choose(): void;
}

function OptionRow({ id, option, number, selected, choose }: OptionRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className={`${styles['option']} ${selected ? styles['selected'] : ''}`}
      onClick={choose}
    >
      {number !== undefined && <kbd className={styles['key']}>{number}</kbd>}
      <span>{option.label}</span>
      {option.now && <span className={styles['now']}>now</span>}
      {option.shortcut && (
        <kbd className={`${styles['key']} ${styles['shortcut']}`}>{option.shortcut.toUpperCase()}</kbd>
      )}
    </div>
  );
}

/** A few words. They are kept until they were sent, whatever happens in between. */
function AskText({ question, place, answer }: AskProps<Extract<Question, { kind: 'text' }>>) {
  const [text, write] = useDraft(place);
  const tooLong = isTooLong(text, question.longest);
  const ready = text.trim() !== '' && !tooLong;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) answer(text.trim());
      }}
    >
      <textarea
        autoFocus
        rows={2}
        className={styles['line']}
        aria-label={question.asks}
        value={text}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (ready) answer(text.trim());
        }}
      />
      <button type="submit" className={styles['go']} disabled={!ready}>
        Enter
      </button>
      {tooLong && (
        <p role="alert" className={styles['hint']}>
          {sayTooLong(text, question.longest)}
        </p>
      )}
    </form>
  );
}

const EXAMPLES = ['fri', '+1w', '+2w', '+1m'];

/** Whether the browser's language writes the day before the month. */
const DAY_FIRST =
  new Intl.DateTimeFormat(navigator.languages[0], { day: 'numeric', month: 'numeric' })
    .formatToParts(0)
    .findIndex(({ type }) => type === 'day') === 0;

const longDay = new Intl.DateTimeFormat(navigator.languages[0], {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people say it; what was understood stands below before it counts. One that is far away is asked about once more. */
function AskDate({ question: { stands = '' }, place, answer }: AskProps<Extract<Question, { kind: 'date' }>>) {
  const [typed, write] = useDraft(place, stands);
  const { data } = useQuery(DAYS_OFF);
  const now = today();
  const date = readDate(typed, now, DAY_FIRST);
  const past = date !== undefined && date < now;
  const off = date && sayDayOff(date, data?.workspace.holidays ?? []);
  const good = date !== undefined && !past;
  const years = good && date !== stands ? farYears(date, now) : undefined;
  const [askedAbout, setAskedAbout] = useState<string>();
  const asks = years !== undefined && askedAbout === date;
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!good) return;
        if (years === undefined || asks) answer(date);
        else setAskedAbout(date);
      }}
    >
      <input
        autoFocus
        className={styles['line']}
        aria-label="The day"
        placeholder="fri, +2w, 12.3., 3 Dec"
        value={typed}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          // A key that is held down says nothing twice.
          if (event.key === 'Enter' && event.repeat) event.preventDefault();
        }}
      />
      <button type="submit" className={styles['go']} disabled={!good}>
        Enter
      </button>
      <p className={styles['understood']} role="status">
        {date ? longDay.format(new Date(`${date}T00:00:00Z`)) : typed.trim() ? 'Which day is that?' : ''}
        {past && ', which has passed'}
        {years !== undefined && `, in ${years} years`}
        {good && off && `. ${off}`}
        {asks && `${off ? ' ' : '. '}Is that meant? Enter once more takes it.`}
      </p>
      <p className={styles['examples']}>
        {EXAMPLES.map((example) => (
          <button key={example} type="button" onClick={() => write(example)}>
            {example}
          </button>
        ))}
      </p>
    </form>
  );
}
