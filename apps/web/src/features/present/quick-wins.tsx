import { money, number } from '../../format.js';
import { sayPromise } from './walk.js';
import { sayWhose } from './plot-slides.js';
import type { Meeting } from './meeting.graphql.js';
import { ofSlice } from './meeting-words.js';
import styles from './quick-wins.module.css';
import { type PageOfSlide, Slide } from './slide.js';

interface QuickWinsProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  /** Plans one, for whoever may. */
  plan: ((painPointId: string) => void) | undefined;
}

/** Those that stop the most bleeding for the least work, to choose from. */
export function QuickWins({ meeting, deep, plan, ...page }: QuickWinsProps) {
  const { candidates, stages } = meeting;
  const { currency } = meeting;
  if (candidates.length === 0) {
    return (
      <Slide {...page} deep={deep} title={`No quick win${ofSlice(meeting)} waits to be chosen`}>
        <p className={styles['none']}>
          One shows up here as soon as a pain point in {stages[0]?.name ?? 'the first stage'} says what it costs and how
          much work it would be.
        </p>
      </Slide>
    );
  }
  return (
    <Slide {...page} deep={deep} over="the most bleeding stopped for the least work" title="Which of these comes next?">
      <p className={styles['forecast']}>
        {sayWhose('FORECAST', meeting) && 'Of the whole board: '}
        {meeting.forecast.words}
      </p>
      <ol className={styles['candidates']}>
        {candidates.map((card, at) => {
          const { painPointId, key, title, bleedPerWeek, effortDays, owner, stage, category } = card;
          const chosen = category !== 'BLEEDING';
          return (
            <li key={painPointId} className={chosen ? styles['chosen'] : undefined}>
              {plan && !chosen ? (
                <button
                  type="button"
                  className={styles['choose']}
                  data-choice={painPointId}
                  aria-label={`Choose ${key}`}
                  onClick={() => plan(painPointId)}
                >
                  {at + 1}
                </button>
              ) : (
                <span className={styles['rank']}>{at + 1}</span>
              )}
              <div>
                <p className={styles['title']}>
                  <span className={styles['key']}>{key}</span> {title}
                </p>
                <p className={styles['facts']}>
                  {chosen
                    ? `${stage}: ${owner ?? 'no owner'}, ${sayPromise(card)}`
                    : `${money(bleedPerWeek, currency)} a week for ${sayEffort(effortDays)}`}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </Slide>
  );
}

function sayEffort(days: number | null): string {
  if (days === null) return 'work that nobody has estimated';
  return days === 1 ? '1 day of work' : `${number(days)} days of work`;
}
