import { count, dayOf, money } from '../../format.js';
import type { Meeting } from './meeting.graphql.js';
import { ofSlice } from './meeting-words.js';
import { type CardLine, CardLines, PromiseLines } from './lines.js';
import { Sign, type SignKind } from './signs.js';
import { type PageOfSlide, Slide } from './slide.js';
import styles from './since-last.module.css';
import type { FigureName } from './slides.js';
import { type Stretch, stretchesOf } from './stretches.js';
import { sayTwoAmounts } from './two-amounts.js';

interface SinceLastProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  open(figure: FigureName): void;
}

/** One picture of the week: what bled then, what came and went, what bleeds now. */
export function SinceLast({ meeting, deep, open, ...page }: SinceLastProps) {
  const { sinceLast } = meeting;
  const { currency } = meeting;
  const { bleedThen, bleedNow, moved, confirmed, kept, broken } = sinceLast;
  const stretches = stretchesOf(sinceLast);
  const top = Math.max(1, ...stretches.map(({ end, start }) => Math.max(start, end)));
  return (
    <Slide {...page} deep={deep} over={sinceWhen(meeting)} title={sayDifference(bleedThen, bleedNow, meeting)}>
      <ol className={styles['bridge']} aria-label="What bleeds a week, then and now">
        {stretches.map((stretch) => (
          <StretchRow key={stretch.name} stretch={stretch} top={top} currency={currency} open={open} />
        ))}
      </ol>
      <div className={styles['figures']}>
        <Figure
          name="moved"
          sign="later"
          value={moved.count}
          word={plural(moved.count, 'card moved', 'cards moved')}
          open={open}
        />
        <Figure name="confirmed" sign="confirmed" value={confirmed.count} word="confirmed fixed" open={open} />
        <Figure
          name="kept"
          sign="kept"
          value={kept.length}
          word={plural(kept.length, 'promise kept', 'promises kept')}
          open={open}
        />
        <Figure
          name="broken"
          sign="broken"
          value={broken.length}
          word={plural(broken.length, 'promise broken', 'promises broken')}
          open={open}
        />
      </div>
    </Slide>
  );
}

/** What then is, and of what: a slice is followed back with the cards that it holds now. */
function sinceWhen({ since, slice, sinceLast }: Meeting): string {
  const then = since ? `since the meeting of ${dayOf(sinceLast.from)}` : 'our first meeting: the last seven days';
  return slice ? `${then}, of what is in this slice now` : then;
}

/** How many pain points are not fixed. */
function openOf({ stages }: Meeting): number {
  return stages.reduce((sum, { category, count: cards }) => (category === 'FIXED' ? sum : sum + cards), 0);
}

function sayDifference(then: number, now: number, meeting: Meeting): string {
  const { currency } = meeting;
  const less = Math.round(then) - Math.round(now);
  if (less === 0 && now > 0) return `It bleeds as before: ${money(now, currency)} a week`;
  if (less === 0) {
    const open = openOf(meeting);
    return open === 0
      ? `Nothing${ofSlice(meeting)} bleeds that we know of`
      : `${count(open, 'pain point bleeds', 'pain points bleed')}, and nobody has said how much`;
  }
  return less > 0 ? `${money(less, currency)} a week less bleeds` : `${money(-less, currency)} a week more bleeds`;
}

function plural(value: number, one: string, many: string): string {
  return value === 1 ? one : many;
}

interface StretchRowProps {
  stretch: Stretch;
  top: number;
  currency: string;
  open(figure: FigureName): void;
}

/** A line of the picture: how far it reached before and after. */
function StretchRow({ stretch, top, currency, open }: StretchRowProps) {
  const { name, word, start, end, amount, cards, figure, whole } = stretch;
  const grows = end > start;
  const inside = (
    <>
      <span className={styles['word']}>
        {word}
        {cards !== undefined && <b>{cards}</b>}
      </span>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={whole ? styles['whole'] : grows ? styles['more'] : styles['less']}
          style={{
            left: `${(Math.max(0, Math.min(start, end)) / top) * 100}%`,
            width: `${(Math.abs(end - start) / top) * 100}%`,
          }}
        />
      </span>
      <span className={styles['amount']}>
        {!whole && amount !== 0 && (amount > 0 ? '+' : '−')}
        {money(Math.abs(amount), currency)}
      </span>
    </>
  );
  return (
    <li className={whole ? styles['ends'] : undefined}>
      {figure && cards ? (
        <button type="button" data-choice={name} onClick={() => open(figure)}>
          {inside}
        </button>
      ) : (
        <div>{inside}</div>
      )}
    </li>
  );
}

interface FigureProps {
  name: FigureName;
  sign: SignKind;
  value: number;
  word: string;
  open(figure: FigureName): void;
}

/** A number that opens to the cards behind it. */
function Figure({ name, sign, value, word, open }: FigureProps) {
  const inside = (
    <>
      <span className={styles['value']}>{value}</span>
      <span className={styles['what']}>
        <Sign kind={sign} /> {word}
      </span>
    </>
  );
  return value === 0 ? (
    <div className={styles['figure']}>{inside}</div>
  ) : (
    <button type="button" data-choice={name} className={styles['figure']} onClick={() => open(name)}>
      {inside}
    </button>
  );
}

const TITLES: Record<FigureName, (many: number) => string> = {
  raised: (many) => `${count(many, 'pain point')} raised`,
  reopened: (many) => `${many} bleeding again`,
  returned: (many) => `${many} back on the board`,
  fixed: (many) => `${many} fixed`,
  left: (many) => `${many} left the board`,
  reestimated: (many) => `${many} re-estimated`,
  moved: (many) => `${count(many, 'card')} moved`,
  confirmed: (many) => `${many} confirmed by a sponsor`,
  kept: (many) => `${count(many, 'promise')} kept`,
  broken: (many) => `${count(many, 'promise')} broken`,
};

const LEFT = { PARKED: 'parked', DECLINED: 'declined', MERGED: 'lives on in another' } as const;

interface BehindProps extends PageOfSlide {
  meeting: Meeting;
  deep: boolean;
  figure: FigureName;
}

/** The cards behind a figure. */
export function BehindFigure({ meeting, deep, figure, ...page }: BehindProps) {
  const { sinceLast } = meeting;
  const { currency } = meeting;
  const promises = figure === 'kept' || figure === 'broken' ? sinceLast[figure] : undefined;
  const lines = promises ? [] : linesOf(meeting, figure);
  const twoAmounts = figure === 'fixed' ? sayTwoAmounts(lines, meeting.wins) : undefined;
  const many = figure === 'kept' || figure === 'broken' ? sinceLast[figure].length : sinceLast[figure].count;
  return (
    <Slide {...page} deep={deep} over={sinceWhen(meeting)} title={TITLES[figure](many)}>
      {promises ? <PromiseLines promises={promises} /> : <CardLines lines={lines} currency={currency} />}
      {lines.length < many && !promises && (
        <p>
          These are the first {lines.length} of {many}.
        </p>
      )}
      {twoAmounts && <p className={styles['why']}>{twoAmounts}</p>}
    </Slide>
  );
}

function linesOf({ sinceLast, currency }: Meeting, figure: FigureName): CardLine[] {
  if (figure === 'kept' || figure === 'broken') return [];
  if (figure === 'moved') {
    return sinceLast.moved.moves.map(({ card, fromStage, toStage }) => ({
      ...card,
      says: `from ${fromStage} to ${toStage}`,
    }));
  }
  if (figure === 'left') {
    return sinceLast.left.cards.map(({ card, how, reason }) => ({ ...card, says: `${LEFT[how]}: ${reason}` }));
  }
  if (figure === 'reestimated') {
    return sinceLast.reestimated.cards.map(({ card, change, into }) => ({
      ...card,
      says: sayChange(change, into, currency),
    }));
  }
  return [...sinceLast[figure].cards];
}

/** By how much a card was said to cost more or less; of a merged one, where it is said now. */
function sayChange(change: number, into: string | null, currency: string): string {
  const amount = money(Math.abs(change), currency);
  if (into !== null) return `${amount} less: it lives on in ${into}`;
  return `${amount} ${change < 0 ? 'less' : 'more'} than was said before`;
}
