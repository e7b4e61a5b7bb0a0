import fc from 'fast-check';
import { bleedPerWeek, quadrantOf, scoreOf, shareLeft, weeksBled } from './bleeding.js';

const HOURLY = 50;

describe('the bleed rate', () => {
  it('is people x hours x hourly cost plus the direct cost', () => {
    const cost = { peopleAffected: 46, hoursLostPerPersonPerWeek: 1.5, directCostPerWeek: 40 };
    expect(bleedPerWeek(cost, HOURLY)).toBe(46 * 1.5 * 50 + 40);
  });

  it('never falls when more people are affected', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.double({ min: 0, max: 40, noNaN: true }), (fewer, more, hours) => {
        const rate = (people: number) =>
          bleedPerWeek({ peopleAffected: people, hoursLostPerPersonPerWeek: hours, directCostPerWeek: 0 }, HOURLY);
        expect(rate(fewer + more)).toBeGreaterThanOrEqual(rate(fewer));
      }),
    );
  });

  it('counts weeks from the day it was raised, and never backwards', () => {
    expect(weeksBled('2026-11-02T12:00:00.000Z', '2026-11-23T12:00:00.000Z')).toBe(3);
    expect(weeksBled('2026-11-23T12:00:00.000Z', '2026-11-02T12:00:00.000Z')).toBe(0);
  });
});

describe('the impact/effort plot', () => {
  it.each([
    [400, 5, 'QUICK_WIN'],
    [400, 5.5, 'BIG_FIX'],
    [399, 5, 'FILL_IN'],
    [399, 6, 'THINK_TWICE'],
  ])('puts %d a week and %d days into %s', (rate, days, corner) => {
    expect(quadrantOf(rate, days, HOURLY)).toBe(corner);
  });

  it('says nothing before the effort is estimated', () => {
    expect(quadrantOf(10_000, null, HOURLY)).toBeNull();
    expect(scoreOf(10_000, null)).toBeNull();
  });

  it('scores by cost of delay over duration', () => {
    expect(scoreOf(1000, 2)).toBe(500);
    expect(scoreOf(1000, 0)).toBe(4000);
  });
});

describe('what a measure says is left', () => {
  it('is the share of the old value that remains', () => {
    expect(shareLeft(60, 15)).toBe(0.25);
    expect(shareLeft(60, 60)).toBe(1);
    expect(shareLeft(null, null)).toBe(0);
  });

  it('always lies between nothing and all', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e6, noNaN: true }), { nil: null });
    fc.assert(
      fc.property(value, value, (before, after) => {
        const left = shareLeft(before, after);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(1);
      }),
    );
  });
});
