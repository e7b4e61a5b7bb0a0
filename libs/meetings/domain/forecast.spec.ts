import fc from 'fast-check';
import { forecast, seeded } from './forecast.js';

const TODAY = '2026-11-18';
const weeks = fc.array(fc.nat(6), { minLength: 8, maxLength: 12 }).filter((all) => all.some((count) => count > 0));
const of = (perWeek: readonly number[], open: number, seed = 'a board') =>
  forecast({ perWeek, open, today: TODAY }, seeded(seed));

describe('the forecast', () => {
  it('goes by the own pace: two a week finish ten in five weeks, whatever chance says', () => {
    const steady = of(
      Array.from({ length: 12 }, () => 2),
      10,
    );
    expect(steady).toMatchObject({
      enough: true,
      why: null,
      by: '2026-12-23',
      halfBy: '2026-12-23',
      weeks: 12,
      finished: 24,
    });
    expect(steady.runs).toBeGreaterThanOrEqual(1_000);
  });

  it('says why it says nothing: too young, without a pace, or nothing left', () => {
    expect(of([3, 1, 4, 1, 5, 9, 2], 5)).toMatchObject({
      enough: false,
      by: null,
      why: expect.stringMatching(/8 weeks.*7 whole/) as unknown,
    });
    expect(of([], 5).why).toMatch(/no whole week/);
    expect(
      of(
        Array.from({ length: 12 }, () => 0),
        5,
      ),
    ).toMatchObject({ enough: false, why: expect.stringMatching(/no pace/) as unknown });
    expect(of([0, 0, 0, 0, 0, 0, 0, 1], 900).why).toMatch(/ten years/);
    expect(of([1, 1, 1, 1, 1, 1, 1, 1], 0)).toMatchObject({
      by: null,
      why: expect.stringMatching(/nothing to wait for/) as unknown,
    });
  });

  it('gives the same answer to everybody who asks', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 40 }), fc.string(), (perWeek, open, seed) => {
        expect(of(perWeek, open, seed)).toEqual(of(perWeek, open, seed));
      }),
      { numRuns: 30 },
    );
  });

  it('is never later for more throughput, nor earlier for more that is open', () => {
    const late = ({ by }: { by: string | null }) => by ?? '9999';
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 40 }), fc.nat(11), (perWeek, open, at) => {
        const better = perWeek.map((count, index) => (index === at % perWeek.length ? count + 1 : count));
        expect(late(of(better, open)) <= late(of(perWeek, open))).toBe(true);
        expect(late(of(perWeek, open + 1)) >= late(of(perWeek, open))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('has half of the runs done no later than 85 of 100', () => {
    fc.assert(
      fc.property(weeks, fc.integer({ min: 1, max: 40 }), fc.string(), (perWeek, open, seed) => {
        const { halfBy, by } = of(perWeek, open, seed);
        expect((halfBy ?? '') <= (by ?? '')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('draws each week with the same chance', () => {
    const draw = seeded('chance')(0);
    const drawn = Array.from({ length: 12_000 }, () => Math.floor(draw() * 12));
    for (let week = 0; week < 12; week += 1) {
      const times = drawn.filter((one) => one === week).length;
      expect(times).toBeGreaterThan(800);
      expect(times).toBeLessThan(1_200);
    }
  });
});
