import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as arrange from './arrange-cards.js';

const lanes = [
  { stageId: 'bleeding', ids: ['a', 'b', 'c'] },
  { stageId: 'planned', ids: ['d'] },
  { stageId: 'fixed', ids: [] },
];

describe('arranging cards', () => {
  it('names a place by the cards above and below it', () => {
    expect(arrange.neighboursAt(['a', 'b', 'c'], 'x', 1)).toEqual({ afterId: 'a', beforeId: 'b' });
    expect(arrange.neighboursAt(['a', 'b', 'c'], 'x', 0)).toEqual({ beforeId: 'a' });
    expect(arrange.neighboursAt(['a', 'b', 'c'], 'a', 2)).toEqual({ afterId: 'c' });
    expect(arrange.neighboursAt([], 'x', 0)).toEqual({});
  });

  it('finds by its neighbours the place that it named', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (ids, pick, to) => {
          const id = ids[pick % ids.length] as string;
          const index = to % ids.length;
          const found = arrange.indexBeside(ids, id, arrange.neighboursAt(ids, id, index));
          expect(arrange.withAt(ids, id, found)).toEqual(arrange.withAt(ids, id, index));
        },
      ),
    );
  });

  it('goes on beside the neighbour that is left when the other has moved away', () => {
    expect(arrange.indexBeside(['a', 'b'], 'x', { afterId: 'a', beforeId: 'gone' })).toBe(1);
    expect(arrange.indexBeside(['a', 'b'], 'x', { afterId: 'gone' })).toBe(2);
  });

  it('moves by key one place, one stage, to the ends, and never out of the board', () => {
    const from = { stageId: 'bleeding', index: 1 };
    const by = (key: string, place = from) => arrange.placeByKey(lanes, 'b', place, key);
    expect(by('ArrowUp')).toEqual({ stageId: 'bleeding', index: 0 });
    expect(by('ArrowDown')).toEqual({ stageId: 'bleeding', index: 2 });
    expect(by('ArrowDown', { stageId: 'bleeding', index: 2 })).toEqual({ stageId: 'bleeding', index: 2 });
    expect(by('ArrowRight')).toEqual({ stageId: 'planned', index: 1 });
    expect(by('ArrowRight', { stageId: 'planned', index: 1 })).toEqual({ stageId: 'fixed', index: 0 });
    expect(by('ArrowRight', { stageId: 'fixed', index: 0 })).toEqual({ stageId: 'fixed', index: 0 });
    expect(by('ArrowLeft')).toEqual(from);
    expect(by('Home')).toEqual({ stageId: 'bleeding', index: 0 });
    expect(by('End')).toEqual({ stageId: 'bleeding', index: 2 });
    expect(by('Tab')).toBeNull();
  });

  it('goes by key from card to card, past empty stages and not out of the board', () => {
    const all = [...lanes, { stageId: 'extra', ids: ['e', 'f'] }];
    const by = (id: string, key: string) => arrange.cardByKey(all, id, key)?.id ?? null;
    expect([by('b', 'ArrowUp'), by('b', 'ArrowDown'), by('b', 'Home'), by('b', 'End')]).toEqual(['a', 'c', 'a', 'c']);
    expect([by('b', 'ArrowRight'), by('d', 'ArrowRight'), by('e', 'ArrowLeft')]).toEqual(['d', 'e', 'd']);
    expect([by('a', 'ArrowUp'), by('a', 'ArrowLeft'), by('e', 'ArrowRight'), by('a', 'Tab')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('sorts ranks byte by byte', () => {
    expect(arrange.indexOfRank(['Zz', 'a0', 'a1'], 'a0V')).toBe(2);
    expect(arrange.indexOfRank(['Zz', 'a0'], 'ZZ')).toBe(0);
    expect(arrange.indexOfRank([], 'a0')).toBe(0);
  });

  it('reads the same place from a height wherever the held card is shown meanwhile', () => {
    const heights: Record<string, number> = { a: 50, b: 200, c: 50, x: 120 };
    const read = (ids: string[], top: number) => arrange.indexAtHeight(ids, 'x', top, 10, (id) => heights[id] ?? 0);
    for (const top of [-20, 20, 30, 100, 159, 161, 280, 900]) {
      expect(read(['a', 'x', 'b', 'c'], top)).toBe(read(['a', 'b', 'c'], top));
      expect(read(['x', 'a', 'b', 'c'], top)).toBe(read(['a', 'b', 'c'], top));
    }
    expect(read(['a', 'b', 'c'], 20)).toBe(0);
    expect(read(['a', 'b', 'c'], 30)).toBe(1);
    expect(read(['a', 'b', 'c'], 900)).toBe(3);
  });
});
