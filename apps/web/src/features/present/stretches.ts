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

type Moving = 'raised' | 'reopened' | 'returned' | 'fixed' | 'left' | 'reestimated';

type Week = { bleedThen: number; bleedNow: number; effects: Record<Moving, number> } & Record<
  Moving,
  { count: number }
>;

/** How one came from then to now. What was neither raised nor fixed is shown only where there is some. */
export function stretchesOf({ bleedThen, bleedNow, effects, ...counted }: Week): Stretch[] {
  let at = bleedThen;
  const step = (effect: number) => ({ start: at, end: (at += effect), amount: Math.round(effect) });
  const stretch = (figure: Moving, word: string, always = false): Stretch[] => {
    const [{ count: cards }, effect] = [counted[figure], effects[figure]];
    return always || cards > 0 || isSeen(effect) ? [{ name: figure, word, ...step(effect), cards, figure }] : [];
  };
  const between: Stretch[] = [
    ...stretch('raised', 'raised', true),
    ...stretch('reopened', 'bleeding again'),
    ...stretch('returned', 'back on the board'),
    ...stretch('fixed', 'fixed', true),
    ...stretch('left', 'left the board'),
    ...(isSeen(effects.reestimated) ? named(stretch('reestimated', 're-estimated')) : []),
  ];
  const [then, now] = [Math.round(bleedThen), Math.round(bleedNow)];
  return [
    { name: 'then', word: 'bled then', start: 0, end: bleedThen, amount: then, whole: true },
    ...addingUp(between, now - then),
    { name: 'now', word: 'bleeds now', start: 0, end: bleedNow, amount: now, whole: true },
  ];
}

/** Minutes that were kept before these cards were told name none of them. */
function named(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map(({ cards, ...stretch }) => (cards ? { ...stretch, cards } : stretch));
}

/** What rounding leaves over stands with what was estimated anew, or else with the largest, where it is least of it. */
function addingUp(between: readonly Stretch[], difference: number): Stretch[] {
  const rest = difference - between.reduce((sum, { amount }) => sum + amount, 0);
  const bySize = between.toSorted((one, other) => Math.abs(other.amount) - Math.abs(one.amount));
  const taker = between.find(({ name }) => name === 'reestimated') ?? bySize[0];
  return between.map((one) => (one === taker ? { ...one, amount: one.amount + rest } : one));
}

/** Less than one of any money is not seen in the picture. */
function isSeen(effect: number): boolean {
  return Math.abs(effect) >= 1;
}
