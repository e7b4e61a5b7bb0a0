import { money } from '../../format.js';
import type { Meeting, Win } from './meeting.graphql.js';
import { ofSlice, sinceThen } from './meeting-words.js';
import { PlotPicture } from './plot-picture.js';
import { Beside, type PageOfSlide, Part, Slide, Words } from './slide.js';
import styles from './wins.module.css';

interface WinProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  /** Whether there is room below the words for what was done. */
  roomy: boolean;
  win: Win;
}

/** A win: what a sponsor said before, what was done, what it gives back, and whom to thank. */
export function WinSlide({ meeting, deep, roomy, win, ...page }: WinProps) {
  const { winId, headline, cards, done, thanks, givesBackPerWeek, measure, before, after } = win;
  const [, ...others] = cards;
  const measured = measure !== null && before !== null && after !== null;
  const whatWasDone = done.length > 0 && (
    <Part name="What was done">
      <Items items={done} />
    </Part>
  );
  return (
    <Slide {...page} deep={deep} columns={2} over={cards.map(({ key }) => key).join(', ')} title={headline}>
      {win.wordsBefore && (
        <Part name="What hurt">
          <Words text={win.wordsBefore} by={win.wordsBeforeBy} />
        </Part>
      )}
      {others.length > 0 && (
        <Part name="It also ended">{<Items items={others.map(({ key, title }) => `${key} ${title}`)} />}</Part>
      )}
      {roomy && whatWasDone}
      <Beside>
        {measured && (
          <figure className={styles['plot']}>
            <PlotPicture
              kind="BEFORE_AFTER"
              winId={winId}
              width={deep ? 1728 : 828}
              height={deep ? 690 : roomy ? 380 : 520}
            />
          </figure>
        )}
        {givesBackPerWeek !== null && givesBackPerWeek > 0 && (
          <p className={styles['back']}>
            <strong>{money(givesBackPerWeek, meeting.currency)}</strong> a week given back
            {win.givesBackIsEstimate && ', estimated'}
          </p>
        )}
        {!roomy && whatWasDone}
        {win.wordsAfter && (
          <Part name="What is said now">
            <Words text={win.wordsAfter} by={win.wordsAfterBy} />
          </Part>
        )}
        {thanks.length > 0 && (
          <Part name="Thank you">
            <p className={styles['thanks']}>{thanks.join(', ')}</p>
          </Part>
        )}
      </Beside>
    </Slide>
  );
}

function Items({ items }: { items: readonly string[] }) {
  return (
    <ul className={styles['list']}>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Said plainly, without a consolation. */
export function NoWins({ meeting, deep, ...page }: PageOfSlide & { deep: boolean; meeting: Meeting }) {
  return (
    <Slide {...page} deep={deep} title={`No win${ofSlice(meeting)} was told ${sinceThen(meeting)}`}>
      <p className={styles['none']}>
        {meeting.since === null
          ? 'A win is told when something hurts less: what got better, by how much, and whom to thank.'
          : 'What got better and was not told? A win can be recorded on its card, also now.'}
      </p>
    </Slide>
  );
}
