import fc from 'fast-check';
import { median, percentile, timeToFixed } from './trust-figures.js';

describe('the trust figures', () => {
  it('tell few cases one by one, and many by the days within which 85% were confirmed', () => {
    expect(timeToFixed([9, 3, 5])).toEqual({ cases: 3, withinDays: null, days: [3, 5, 9] });
    expect(timeToFixed([1, 2, 3, 4, 5, 6, 7, 8, 9, 100])).toEqual({ cases: 10, withinDays: 9, days: [] });
    expect(timeToFixed([])).toEqual({ cases: 0, withinDays: null, days: [] });
  });

  it('give a percentile that so many per cent do not exceed, and no smaller value does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const sorted = values.toSorted((one, other) => one - other);
        const found = percentile(sorted, percent) ?? NaN;
        const share = (limit: number) => sorted.filter((value) => value <= limit).length / sorted.length;
        expect(sorted).toContain(found);
        expect(share(found) * 100).toBeGreaterThanOrEqual(percent - 1e-9);
        const smaller = sorted.filter((value) => value < found).at(-1);
        if (smaller !== undefined) expect(share(smaller) * 100).toBeLessThan(percent);
      }),
    );
  });

  it('give a median with as many values below as above it', () => {
    expect([median([]), median([4]), median([1, 9]), median([9, 1, 2])]).toEqual([null, 4, 5, 2]);
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (values) => {
        const middle = median(values) ?? NaN;
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});
