import { completed, type StoredMinutes } from './earlier-minutes.js';

const counted = (count: number, bleedPerWeek: number) => ({ count, bleedPerWeek, cards: [] });
const news = { commitmentId: 'c', by: 'Samir', reason: null };
const EARLIER = {
  version: 1,
  board: 'Fernwick Foods',
  sinceLast: {
    bleedThen: 1_000,
    bleedNow: 900,
    raised: counted(2, 150),
    reopened: counted(0, 0),
    returned: counted(0, 0),
    fixed: counted(1, 240),
    left: { count: 0, cards: [] },
    kept: [news],
    broken: [],
    postponed: [],
  },
  commitments: { kept: [news], broken: [news], moved: [news], awaited: [], dueNext: [] },
} as unknown as StoredMinutes;

describe('minutes that were kept earlier', () => {
  it('tell what came of what out of the cards that they name, so that it adds up', () => {
    const { effects } = completed(EARLIER).sinceLast;
    expect(effects).toEqual({ raised: 150, reopened: 0, returned: 0, fixed: -240, left: -0, reestimated: -10 });
  });

  it('tell what else is told by now as far as they can', () => {
    const { promised, commitments, board, sinceLast } = completed(EARLIER);
    expect([board, promised, commitments.fellDue]).toEqual(['Fernwick Foods', [], 2]);
    expect(sinceLast.reestimated).toEqual({ count: 0, cards: [] });
    expect(commitments.moved[0]).toMatchObject({ by: 'Samir', missedBefore: false });
  });

  it('stay as they were where they tell it', () => {
    const now = completed(completed(EARLIER));
    expect(now).toEqual(completed(EARLIER));
    expect(completed({ ...EARLIER, commitments: { ...EARLIER.commitments, fellDue: 7 } }).commitments.fellDue).toBe(7);
  });
});
