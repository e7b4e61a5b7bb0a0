import fc from 'fast-check';
import { isRank, rankBetween, ranksBetween } from './rank.js';

const inOrder = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

describe('the order of cards', () => {
  it('keeps every card distinct and where it was dropped, whatever is moved where', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 200 }), (moves) => {
        let cards = ranksBetween(null, null, 10).map((rank, id) => ({ id, rank }));
        for (const [which, where] of moves) {
          const card = cards[which % cards.length]!;
          const others = cards.filter(({ id }) => id !== card.id);
          const place = where % cards.length;
          const rank = rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null);
          const expected = [
            ...others.slice(0, place).map(({ id }) => id),
            card.id,
            ...others.slice(place).map(({ id }) => id),
          ];
          cards = [...others, { id: card.id, rank }].sort((a, b) => inOrder(a.rank, b.rank));
          expect(cards.map(({ id }) => id)).toEqual(expected);
          expect(new Set(cards.map((one) => one.rank)).size).toBe(10);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('knows a text that is no rank', () => {
    expect(isRank(rankBetween(null, null))).toBe(true);
    expect(isRank('')).toBe(false);
    expect(isRank('zz zz')).toBe(false);
  });
});
