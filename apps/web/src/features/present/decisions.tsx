import { Fragment } from 'react';
import { count, day, dayOf } from '../../format.js';
import styles from './decisions.module.css';
import type { Meeting } from './meeting.graphql.js';
import { Sign } from './signs.js';
import { Beside, type PageOfSlide, Part, Slide } from './slide.js';

interface DecisionsProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
}

/** What was decided, read back, and who does what until when. */
export function Decided({ meeting, deep, ...page }: DecisionsProps) {
  const { decisions, actions, promised } = meeting;
  // In a deep room there is one column, and what is to do follows what was decided.
  const Second = deep ? Fragment : Beside;
  const agreed = [
    count(decisions.length, 'decision'),
    count(actions.length, 'action item'),
    ...(promised.length > 0 ? [count(promised.length, 'promise')] : []),
  ];
  return (
    <Slide
      {...page}
      deep={deep}
      columns={2}
      over={
        meeting.slice
          ? 'of the whole meeting, whatever slice is shown'
          : 'read back, so that nobody remembers it otherwise'
      }
      title={agreed.join(', ')}
    >
      <Part name="Decided">
        {decisions.length === 0 && <p className={styles['none']}>Nothing was decided yet.</p>}
        <ol className={styles['list']}>
          {decisions.map(({ id, text, card }) => (
            <li key={id}>
              <p className={styles['text']}>{text}</p>
              {card && (
                <p className={styles['facts']}>
                  {card.key} {card.title}
                </p>
              )}
            </li>
          ))}
        </ol>
      </Part>
      <Second>
        <Part name="To do">
          {actions.length === 0 && <p className={styles['none']}>Nobody was given anything to do yet.</p>}
          <ol className={styles['list']}>
            {actions.map(({ taskId, title, state, assignee, dueOn, cards }) => (
              <li key={taskId}>
                <p className={styles['text']}>{title}</p>
                <p className={styles['facts']}>
                  <strong>{assignee ?? 'nobody'}</strong>
                  {dueOn ? `, by ${day(dueOn)}` : ', without a date'}
                  {state === 'DONE' && ', done'}
                  {cards.length > 0 && ` (${cards.map(({ key }) => key).join(', ')})`}
                </p>
              </li>
            ))}
          </ol>
        </Part>
        {promised.length > 0 && (
          <Part name="Promised today">
            <ol className={styles['list']}>
              {promised.map(({ commitmentId, card, by, dueOn }) => (
                <li key={commitmentId}>
                  <p className={styles['text']}>{card.title}</p>
                  <p className={styles['facts']}>
                    <strong>{by}</strong>, by {day(dueOn)} ({card.key})
                  </p>
                </li>
              ))}
            </ol>
          </Part>
        )}
      </Second>
    </Slide>
  );
}

/** Somebody who could be in the room. */
export interface Somebody {
  id: string;
  name: string;
  businessUnit: { name: string } | null;
}

interface EndProps extends DecisionsProps {
  /** All who could be here; empty for whoever only follows. */
  people: readonly Somebody[];
  /** For whoever may lead the meeting. */
  mark: ((personId: string, present: boolean | null) => void) | undefined;
  end: (() => void) | undefined;
}

/** Each press says something else of somebody: here, could not come, and not known again. */
const NEXT = new Map<boolean | undefined, boolean>([
  [undefined, true],
  [true, false],
]);

/** Who was here; then the meeting ends. */
export function End({ meeting, deep, people, mark, end, ...page }: EndProps) {
  const { attendance, state, endedAt } = meeting;
  const here = attendance.filter(({ present }) => present).length;
  const over = state === 'ENDED';
  const known = new Set(attendance.map(({ personId }) => personId));
  const all = [
    ...attendance,
    ...people
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, businessUnit }) => ({
        personId: id,
        name,
        businessUnit: businessUnit?.name ?? null,
        present: undefined,
      })),
  ];
  // Nobody changes place while one goes down the list.
  const listed = all.toSorted((one, other) => one.name.localeCompare(other.name));
  return (
    <Slide
      {...page}
      deep={deep}
      columns={2}
      over={
        over && endedAt
          ? `ended on ${dayOf(endedAt)}`
          : `before we go${mark ? ': press a name once for here, twice for could not come' : ''}`
      }
      title={
        here === 0
          ? over
            ? 'Nobody was noted'
            : 'Who is here?'
          : count(here, over ? 'person was here' : 'person is here', over ? 'people were here' : 'people are here')
      }
      act={
        !over &&
        end && (
          <button type="button" data-choice="end" className={styles['end']} onClick={end}>
            End the meeting
          </button>
        )
      }
    >
      {listed.length === 0 && <p className={styles['none']}>Nobody was noted yet.</p>}
      <ul className={styles['people']}>
        {listed.map(({ present, personId, name, businessUnit }) => {
          const inside = (
            <>
              {present ? <Sign kind="kept" /> : <span className={styles['away']} />}
              <span>
                {name}
                {businessUnit && <span className={styles['unit']}>, {businessUnit}</span>}
                {present === false && <span className={styles['unit']}>, could not come</span>}
              </span>
            </>
          );
          return (
            <li key={personId}>
              {mark && !over ? (
                <button
                  type="button"
                  data-choice={personId}
                  aria-pressed={present ?? false}
                  onClick={() => mark(personId, NEXT.get(present) ?? null)}
                >
                  {inside}
                </button>
              ) : (
                <div>{inside}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Slide>
  );
}
