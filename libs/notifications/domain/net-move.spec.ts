import fc from 'fast-check';
import { CATEGORIES, kindOfMove, type Move, netMove, occasionOf } from './net-move.js';

function move(from: number, to: number, confirmed = false): Move {
  const stage = (at: number) => ({ id: `s${at}`, name: `Stage ${at}`, category: CATEGORIES[at] ?? 'FIXED' });
  return {
    fromStageId: stage(from).id,
    fromName: stage(from).name,
    fromCategory: stage(from).category,
    toStageId: stage(to).id,
    toName: stage(to).name,
    toCategory: stage(to).category,
    confirmed,
  };
}

describe('moves of one card in a row', () => {
  it('become one move from the first stage to the last', () => {
    expect(netMove(move(0, 1), move(1, 2))).toEqual(move(0, 2));
  });

  it('become nothing when the card is back where it was', () => {
    expect(netMove(move(0, 1), move(1, 0))).toBeNull();
  });

  it('come to the same whichever way was taken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 8 }), (way) => {
        const start = way[0] as number;
        let here = start;
        let net: Move | null = null;
        for (const next of way.slice(1)) {
          if (next === here) continue;
          const step = move(here, next);
          net = net === null ? (here === start ? step : null) : netMove(net, step);
          here = next;
        }
        expect(net).toEqual(here === start ? null : move(start, here));
      }),
    );
  });
});

describe('what a move means', () => {
  it.each([
    [move(0, 1), 'planned', 'planned'],
    [move(1, 2), 'moved', 'moved'],
    [move(2, 3), 'checking', 'moved'],
    [move(2, 4), 'checking', 'moved'],
    [move(4, 3), 'checking', 'moved'],
    [move(3, 4), 'moved', 'moved'],
    [move(3, 4, true), 'moved', 'moved'],
    [move(3, 2), 'moved', 'moved'],
  ])('case %#', (given, occasion, toTheRaiser) => {
    expect(occasionOf(given)).toBe(occasion);
    expect(kindOfMove(given, 'raiser')).toBe(toTheRaiser);
  });

  it('is a question to those alone who are asked', () => {
    expect(kindOfMove(move(2, 3), 'asked')).toBe('asked');
    expect(kindOfMove(move(2, 3), 'sponsor')).toBe('moved');
    expect(kindOfMove(move(2, 3), 'owner')).toBe('moved');
  });
});
