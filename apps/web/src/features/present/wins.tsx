import { money } from '../../format.js';
import type { Meeting, Win } from './meeting.graphql.js';
import { ofSlice, sinceThen } from './meeting-words.js';
import { PlotPicture } from './plot-picture.js';
import { whenRead } from './plot-slides.js';
import { Beside, type PageOfSlide, Part, Slide, Words } from './slide.js';
import styles from './wins.module.css';

interface WinProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  /** Whether the room is so near that all of it has its place. */
  roomy: boolean;
  win: Win;
}

/** A title of more letters takes a second line; then the bars of the plot stand closer. */
const LINE_OF_TITLE = 46;

/**
 * A win: what a sponsor said before, what was done, whom to thank, how much better it is and what that gives back. But in a
 * deep room all of it stands on one page, if its words are not very many; what is said of it now may follow on another.
 */
export function WinSlide({ meeting, deep, roomy, win, ...page }: WinProps) {
  const { winId, headline, cards, done, thanks, givesBackPerWeek, measure, before, after } = win;
  const [, ...others] = cards;
  const keys = cards.map(({ key }) => key).join(', ');
  const measured = measure !== null && before !== null && after !== null;
  const thankYou = thanks.length > 0 && (
    <Part name="Thank you">
      <p className={styles['thanks']}>{thanks.join(', ')}</p>
    </Part>
  );
  const proof = (
    <>
      {measured && (
        <figure className={styles['plot']}>
          <PlotPicture
            kind="BEFORE_AFTER"
            winId={winId}
            {...whenRead(meeting)}
            width={deep ? 1728 : 828}
            height={deep ? 510 : roomy ? 380 : headline.length > LINE_OF_TITLE ? 400 : 470}
          />
        </figure>
      )}
      {givesBackPerWeek !== null && givesBackPerWeek > 0 && (
        <p className={styles['back']}>
          <strong>{money(givesBackPerWeek, meeting.currency)}</strong> a week given back
          {win.givesBackIsEstimate && ', estimated'}
        </p>
      )}
      {win.wordsAfter && (
        <div className={roomy ? undefined : styles['now']}>
          <Part name="What is said now">
            <Words text={win.wordsAfter} by={win.wordsAfterBy} />
          </Part>
        </div>
      )}
    </>
  );
  return (
    <Slide
      {...page}
      deep={deep}
      columns={2}
      over={deep || !win.wordsBefore ? keys : undefined}
      title={headline}
      size="modest"
    >
      {win.wordsBefore && (
        <Part name="What hurt" {...(!deep && { of: keys })}>
          <Words text={win.wordsBefore} by={win.wordsBeforeBy} />
        </Part>
      )}
      {others.length > 0 && (
        <Part name="It also ended">{<Items items={others.map(({ key, title }) => `${key} ${title}`)} />}</Part>
      )}
      {done.length > 0 && (
        <Part name="What was done">
          <Items items={done} />
        </Part>
      )}
      {!deep && thankYou}
      {roomy ? <Beside>{proof}</Beside> : proof}
      {deep && thankYou}
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
          : meeting.endedAt !== null
            ? 'What got better and was not told can be recorded on its card at any time.'
            : 'What got better and was not told? A win can be recorded on its card, also now.'}
      </p>
    </Slide>
  );
}
