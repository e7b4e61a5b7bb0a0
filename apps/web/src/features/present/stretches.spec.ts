import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from './stretches.js';

const NONE = { count: 0, bleedPerWeek: 0 };
const WEEK = {
  bleedThen: 1000,
  bleedNow: 900,
  raised: { count: 2, bleedPerWeek: 150 },
  reopened: NONE,
  returned: NONE,
  fixed: { count: 1, bleedPerWeek: 250 },
  left: { count: 0, cards: [] },
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

  it('says of what no card accounts for that it was estimated anew', () => {
    const rest = stretchesOf({ ...WEEK, bleedNow: 840 }).find(({ name }) => name === 'rest');
    expect(rest).toMatchObject({ start: 900, end: 840 });
  });

  it('shows what came back and what left only where there is some', () => {
    const names = stretchesOf({
      ...WEEK,
      reopened: { count: 1, bleedPerWeek: 10 },
      returned: { count: 1, bleedPerWeek: 20 },
      left: { count: 1, cards: [{ card: { bleedPerWeek: 30 } }] },
    }).map(({ name }) => name);
    expect(names).toEqual(['then', 'raised', 'reopened', 'returned', 'fixed', 'left', 'now']);
  });
});
