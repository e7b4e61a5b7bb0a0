import fc from 'fast-check';
import { bleedPerWeek, quadrantOf, scoreOf, shareLeft, shareLeftOf, weeksBled } from './bleeding.js';

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
  const value = fc.double({ min: 0, max: 1e6, noNaN: true });

  it('is the share of the old value that remains', () => {
    expect(shareLeft(60, 15)).toBe(0.25);
    expect(shareLeft(60, 60)).toBe(1);
    expect(shareLeft(60, 0)).toBe(0);
  });

  it('is as little when four times as much is done, for measures where more is better', () => {
    expect(shareLeft(15, 60)).toBe(0.25);
    expect(shareLeft(0, 60)).toBe(0);
  });

  it('is not known without both values', () => {
    expect(shareLeft(null, null)).toBeNull();
    expect(shareLeft(60, null)).toBeNull();
  });

  it('is said by the last of several wins that was measured, and by none of them nothing is left', () => {
    const [measured, better, told] = [
      { before: 60, after: 30 },
      { before: 60, after: 15 },
      { before: null, after: null },
    ];
    expect(shareLeftOf([measured, better, told])).toBe(0.25);
    expect(shareLeftOf([better, measured])).toBe(0.5);
    expect(shareLeftOf([told])).toBe(0);
    expect(shareLeftOf([])).toBe(0);
  });

  it('always lies between nothing and all, and shrinks with what is gained', () => {
    fc.assert(
      fc.property(value, value, value, (before, after, better) => {
        const left = shareLeft(before, after) ?? -1;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(1);
        if (before >= after && after >= better) expect(shareLeft(before, better) ?? 2).toBeLessThanOrEqual(left);
      }),
    );
  });
});

describe('the score', () => {
  const rate = fc.double({ min: 0, max: 1e6, noNaN: true });
  const days = fc.double({ min: 0, max: 500, noNaN: true });

  it('rises with what it costs and falls with what it takes, and is never endless', () => {
    fc.assert(
      fc.property(rate, rate, days, days, (cost, more, effort, longer) => {
        const score = (one: number, other: number) => scoreOf(one, other) ?? -1;
        expect(score(cost + more, effort)).toBeGreaterThanOrEqual(score(cost, effort));
        expect(score(cost, effort + longer)).toBeLessThanOrEqual(score(cost, effort));
        expect(Number.isFinite(score(cost, effort))).toBe(true);
      }),
    );
  });

  it('goes with the plot: a quick win is never beaten by what costs less and takes longer', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        between(400, 1e6),
        between(0, 5),
        between(0, 399),
        between(5.1, 500),
        (cost, effort, less, longer) => {
          expect([quadrantOf(cost, effort, HOURLY), quadrantOf(less, longer, HOURLY)]).toEqual([
            'QUICK_WIN',
            'THINK_TWICE',
          ]);
          expect(scoreOf(cost, effort) ?? 0).toBeGreaterThan(scoreOf(less, longer) ?? 0);
        },
      ),
    );
  });

  it('needs some bleeding: what costs nothing is no quick win, even where an hour costs nothing', () => {
    expect(quadrantOf(0, 1, 0)).toBe('FILL_IN');
    expect(quadrantOf(1, 1, 0)).toBe('QUICK_WIN');
  });
});
