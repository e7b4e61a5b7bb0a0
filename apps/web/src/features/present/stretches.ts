import type { FigureName } from './slides.js';

/** A line of the picture from what bled then to what bleeds now. */
export interface Stretch {
  name: string;
  word: string;
  start: number;
  end: number;
  /** How many cards stand behind it. */
  cards?: number;
  figure?: FigureName;
  /** The first and the last: what bleeds in all. */
  whole?: true;
}

interface Counted {
  count: number;
  bleedPerWeek: number;
}

type Week = { bleedThen: number; bleedNow: number } & Record<'raised' | 'reopened' | 'returned' | 'fixed', Counted> & {
    left: { count: number; cards: readonly { card: { bleedPerWeek: number } }[] };
  };

/**
 * How one came from then to now. What no card of the week accounts for is an estimate that was changed; it is shown as
 * that, so that the picture always adds up.
 */
export function stretchesOf({ bleedThen, bleedNow, raised, reopened, returned, fixed, left }: Week): Stretch[] {
  let at = bleedThen;
  const stretch = (figure: FigureName, word: string, { count, bleedPerWeek }: Counted, sign: 1 | -1): Stretch[] => {
    const start = at;
    at += sign * bleedPerWeek;
    return [{ name: figure, word, start, end: at, cards: count, figure }];
  };
  const gone = { count: left.count, bleedPerWeek: left.cards.reduce((sum, { card }) => sum + card.bleedPerWeek, 0) };
  const between = [
    ...stretch('raised', 'raised', raised, 1),
    ...(reopened.count > 0 ? stretch('reopened', 'bleeding again', reopened, 1) : []),
    ...(returned.count > 0 ? stretch('returned', 'back on the board', returned, 1) : []),
    ...stretch('fixed', 'fixed', fixed, -1),
    ...(gone.count > 0 ? stretch('left', 'left unfixed', gone, -1) : []),
  ];
  const rest: Stretch[] =
    Math.abs(bleedNow - at) >= 1 ? [{ name: 'rest', word: 're-estimated', start: at, end: bleedNow }] : [];
  return [
    { name: 'then', word: 'bled then', start: 0, end: bleedThen, whole: true },
    ...between,
    ...rest,
    { name: 'now', word: 'bleeds now', start: 0, end: bleedNow, whole: true },
  ];
}
