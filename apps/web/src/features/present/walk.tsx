import { count, day, money, number } from '../../format.js';
import { BoardMap } from './board-map.js';
import type { Card, Meeting, WalkItem } from './meeting.graphql.js';
import { ofSlice } from './meeting-words.js';
import { Sign } from './signs.js';
import { type PageOfSlide, Slide, Together, Words } from './slide.js';
import { reasonsOf } from './talk.js';
import styles from './walk.module.css';

interface WalkCardProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  item: WalkItem;
}

/** One card of the walk, large: why it is here and what to decide, who has it, what comes next, and its story. */
export function WalkCard({ meeting, deep, item, ...page }: WalkCardProps) {
  const { card, nextTask, toDecide } = item;
  const { painPointId, key, title, words, raiser, businessUnit, owner, stage, bleedPerWeek, sponsors } = card;
  const reasons = reasonsOf(item);
  const isDone = meeting.commitments.awaited.some((promise) => promise.card.painPointId === painPointId);
  // What is a reason to talk stands above already.
  const standing = [
    !item.reasons.includes('NO_OWNER') && (owner ? `${owner} has it` : 'nobody owns it'),
    !(item.missedOn && card.dueOn === card.firstDueOn) && sayPromise(card, isDone),
  ].filter((said) => said !== false);
  const bleeds = (
    <p className={styles['bleeds']}>
      {bleedPerWeek > 0 ? (
        <>
          <Sign kind="drop" /> {money(bleedPerWeek, meeting.currency)} a week
        </>
      ) : (
        'not sized yet'
      )}
      , {count(sponsors, 'sponsor')}
    </p>
  );
  return (
    <Slide
      {...page}
      deep={deep}
      columns={2}
      over={
        <>
          <BoardMap stages={meeting.stages} walk={meeting.walk.items} at={painPointId} />
          <span>
            {stage}, {key}
          </span>
          {!deep && bleeds}
        </>
      }
      title={title}
      size="modest"
    >
      {reasons.length > 0 ? (
        <ul className={styles['reasons']}>
          {reasons.map(({ sign, text }) => (
            <li key={text}>
              <Sign kind={sign} />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles['settled']}>
          <Sign kind="kept" /> Dealt with
        </p>
      )}
      {toDecide && reasons.length > 0 && <p className={styles['decide']}>{toDecide}</p>}
      <ul className={styles['facts']}>
        {standing.length > 0 && <li>{standing.join(', ')}</li>}
        <li>{nextTask ? `next: ${sayTask(nextTask, owner)}` : 'no next task'}</li>
      </ul>
      <Together>
        <Words text={words.trim() || title} by={businessUnit ? `${raiser}, ${businessUnit}` : raiser} />
        {deep && bleeds}
      </Together>
    </Slide>
  );
}

/** What is promised to its sponsors, in a few words; a date that was met does not sound like one that has passed. */
export function sayPromise({ dueOn, firstDueOn }: Pick<Card, 'dueOn' | 'firstDueOn'>, isDone = false): string {
  if (!dueOn) return 'no date promised';
  return `${isDone ? 'done in time for' : 'promised for'} ${day(dueOn)}${firstDueOn && firstDueOn !== dueOn ? `, first for ${day(firstDueOn)}` : ''}`;
}

/** The next task; who does it, where that is not the one who has the card. */
function sayTask({ title, assignee, dueOn, blocked }: NonNullable<WalkItem['nextTask']>, owner: string | null): string {
  return [title, assignee !== owner && assignee, dueOn && `by ${day(dueOn)}`, blocked && 'blocked']
    .filter(Boolean)
    .join(', ');
}

interface WalkMapProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
}

/** So many cards are listed at most. */
const MOST_WALKED = 1_000;

/** The whole board at a glance, before one walks it from right to left. */
export function WalkMap({ meeting, deep, ...page }: WalkMapProps) {
  const { stages } = meeting;
  const { currency } = meeting;
  const { items: walk, byStage } = meeting.walk;
  const open = meeting.walk.count;
  const beyond = open > MOST_WALKED;
  return (
    <Slide
      {...page}
      deep={deep}
      over="from right to left"
      title={
        open === 0 ? `No card${ofSlice(meeting)} needs talk today` : `${count(open, 'card needs', 'cards need')} talk`
      }
    >
      <ol className={deep ? styles['rows'] : styles['stages']}>
        {stages.map(({ name, category, count: cards, countOfAll, bleedPerWeek, wipLimit }) => {
          const all = countOfAll ?? cards;
          const told = byStage?.find(({ stage }) => stage === name);
          const talk =
            told?.count ?? walk.filter(({ card, reasons }) => card.stage === name && reasons.length > 0).length;
          const over = wipLimit !== null && all > wipLimit;
          const limit = `at most ${wipLimit ?? all}`;
          return (
            <li key={name}>
              <h2 className={styles['stage']}>
                {name}
                {deep && over && `, ${limit}`}
              </h2>
              <p className={styles['many']}>
                {number(cards)}
                {meeting.slice && all > cards && <span className={styles['ofAll']}> of {number(all)}</span>}
              </p>
              <p>
                {talk > 0 ? (
                  <strong className={styles['talk']}>
                    <Sign kind="heed" /> {talk} to talk about
                  </strong>
                ) : (
                  'nothing to say'
                )}
              </p>
              {!deep && category !== 'FIXED' && bleedPerWeek > 0 && <p>{money(bleedPerWeek, currency)} a week</p>}
              {!deep && over && <p>{limit}</p>}
              {!deep && (told?.waitLong ?? 0) > 0 && <p>{told?.waitLong} wait long</p>}
            </li>
          );
        })}
      </ol>
      {beyond && (
        <p className={styles['beyond']}>
          The walk goes through the first {number(MOST_WALKED)} of them, from right to left.
        </p>
      )}
    </Slide>
  );
}
