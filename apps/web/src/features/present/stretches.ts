import type { FigureName } from './slides.js';

/** A line of the picture from what bled then to what bleeds now. */
export interface Stretch {
  name: string;
  word: string;
  start: number;
  end: number;
  /** How much it adds, in whole money: what is shown adds up. */
  amount: number;
  /** How many cards stand behind it. */
  cards?: number;
  figure?: FigureName;
  /** The first and the last: what bleeds in all. */
  whole?: true;
}

type Moving = 'raised' | 'reopened' | 'returned' | 'fixed' | 'left';

type Week = { bleedThen: number; bleedNow: number; effects: Record<Moving | 'reestimated', number> } & Record<
  Moving,
  { count: number }
>;

/** How one came from then to now. What was neither raised nor fixed is shown only where there is some. */
export function stretchesOf({ bleedThen, bleedNow, effects, ...counted }: Week): Stretch[] {
  let at = bleedThen;
  const step = (effect: number) => {
    const [start, end] = [at, (at += effect)];
    return { start, end, amount: Math.round(end) - Math.round(start) };
  };
  const stretch = (figure: Moving, word: string, always = false): Stretch[] => {
    const [{ count: cards }, effect] = [counted[figure], effects[figure]];
    return always || cards > 0 || isSeen(effect) ? [{ name: figure, word, ...step(effect), cards, figure }] : [];
  };
  return [
    { name: 'then', word: 'bled then', start: 0, end: bleedThen, amount: Math.round(bleedThen), whole: true },
    ...stretch('raised', 'raised', true),
    ...stretch('reopened', 'bleeding again'),
    ...stretch('returned', 'back on the board'),
    ...stretch('fixed', 'fixed', true),
    ...stretch('left', 'left the board'),
    ...(isSeen(effects.reestimated) ? [{ name: 'rest', word: 're-estimated', ...step(effects.reestimated) }] : []),
    { name: 'now', word: 'bleeds now', start: 0, end: bleedNow, amount: Math.round(bleedNow), whole: true },
  ];
}

/** Less than one of any money is not seen in the picture. */
function isSeen(effect: number): boolean {
  return Math.abs(effect) >= 1;
}
