import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from './stretches.js';

const NONE = { count: 0 };
const UNCHANGED = { raised: 0, reopened: 0, returned: 0, fixed: 0, left: 0, reestimated: 0 };
const WEEK = {
  bleedThen: 1000,
  bleedNow: 900,
  effects: { ...UNCHANGED, raised: 150, fixed: -250 },
  raised: { count: 2 },
  reopened: NONE,
  returned: NONE,
  fixed: { count: 1 },
  left: NONE,
  reestimated: { count: 1 },
};

describe('the picture of the week', () => {
  it('leads from what bled then to what bleeds now', () => {
    expect(stretchesOf(WEEK).map(({ name, start, end }) => [name, start, end])).toEqual([
      ['then', 0, 1000],
      ['raised', 1000, 1150],
      ['fixed', 1150, 900],
      ['now', 0, 900],
    ]);
  });

  it('shows amounts in whole money that add up', () => {
    const effects = { ...UNCHANGED, raised: 0.5, fixed: -10.4, reestimated: 3.4 };
    const [then, ...others] = stretchesOf({ ...WEEK, bleedThen: 100.4, bleedNow: 93.9, effects });
    const now = others.pop();
    const sum = others.reduce((all, { amount }) => all + amount, then?.amount ?? 0);
    expect([sum, now?.amount]).toEqual([94, 94]);
  });

  it('says what was estimated anew', () => {
    const effects = { ...WEEK.effects, reestimated: -60 };
    const rest = stretchesOf({ ...WEEK, bleedNow: 840, effects }).find(({ name }) => name === 'reestimated');
    expect(rest).toMatchObject({ start: 900, end: 840, cards: 1, figure: 'reestimated' });
  });

  it('shows what came back and what left only where there is some, also when that changes nothing', () => {
    const names = stretchesOf({
      ...WEEK,
      effects: { ...WEEK.effects, returned: 20, left: -20 },
      reopened: { count: 1 },
      returned: { count: 1 },
      left: { count: 1 },
    }).map(({ name }) => name);
    expect(names).toEqual(['then', 'raised', 'reopened', 'returned', 'fixed', 'left', 'now']);
  });
});
