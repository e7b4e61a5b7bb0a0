import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import fc from 'fast-check';
import { bleedPerWeek, type CostEstimate } from './bleeding.js';
import { PainPoint } from './pain-point.js';
import { rankBetween } from './rank.js';
import { Stage, type StageCategory } from './stage.js';
import { partNow, sumOf, type UnitCost } from './unit-cost.js';
import { bledThrough, courseOf } from './workaround.js';

const RAISED_AT = '2026-11-02T12:00:00.000Z';
const HOURLY = 50;
const RANK = rankBetween(null, null);
const weeks = (many: number) => instantAfter(RAISED_AT, many * 7 * MILLISECONDS_PER_DAY);
const stage = (category: StageCategory) =>
  Stage.make({ id: category, boardId: 'b', name: category, category, wipLimit: null, position: RANK });

const raised = (estimate: Partial<CostEstimate> = { peopleAffected: 10, hoursLostPerPersonPerWeek: 2 }) =>
  PainPoint.raise({
    id: 'p',
    boardId: 'b',
    key: 'P-1',
    stage: stage('BLEEDING'),
    rank: RANK,
    raiserId: 'sponsor',
    typedById: 'it',
    raisedAt: RAISED_AT,
    details: { title: 'The lamp flickers', ...estimate },
  });
const slow = (painPoint: PainPoint, estimate: Partial<CostEstimate>, at: string, words = 'Hold the switch') =>
  painPoint.offerWorkaround({ words, estimate }, 'it', at, HOURLY);
const bled = (painPoint: PainPoint, until: string) => bledThrough(courseOf(painPoint, until), HOURLY);

const estimate: fc.Arbitrary<CostEstimate> = fc.record({
  peopleAffected: fc.integer({ min: 1, max: 500 }),
  hoursLostPerPersonPerWeek: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
  directCostPerWeek: fc.integer({ min: 0, max: 10_000 }),
});

describe('a workaround', () => {
  it('slows the bleeding from now on, and leaves what was bled before as it was', () => {
    const painPoint = raised();
    expect(bled(painPoint, weeks(2))).toBeCloseTo(2 * 1000);
    slow(painPoint, { hoursLostPerPersonPerWeek: 0.5 }, weeks(2));
    expect(bleedPerWeek(painPoint, HOURLY)).toBe(250);
    expect(bled(painPoint, weeks(2))).toBeCloseTo(2 * 1000);
    expect(bled(painPoint, weeks(6))).toBeCloseTo(2 * 1000 + 4 * 250);
    expect(courseOf(painPoint, weeks(6)).map((span) => [span.weeks, span.estimate.hoursLostPerPersonPerWeek])).toEqual([
      [2, 2],
      [4, 0.5],
    ]);
  });

  it('says what it changed, gives way to a better one, and in the end to the pain as it was', () => {
    const painPoint = raised();
    expect(slow(painPoint, { peopleAffected: 4 }, weeks(1))).toEqual([{ field: 'peopleAffected', from: 10, to: 4 }]);
    slow(painPoint, { peopleAffected: 1 }, weeks(2), 'Leave it on');
    expect(painPoint.slowedBy).toMatchObject({ words: 'Leave it on', before: { peopleAffected: 10 } });
    painPoint.endWorkaround(weeks(3));
    expect([painPoint.slowedBy, painPoint.peopleAffected]).toEqual([null, 10]);
    expect(bled(painPoint, weeks(4))).toBeCloseTo(1000 + 400 + 100 + 1000);
    expect(() => painPoint.endWorkaround(weeks(5))).toThrow(/no workaround that could end/);
  });

  it('keeps what was found out about the cost meanwhile when it ends', () => {
    const painPoint = raised();
    slow(painPoint, { hoursLostPerPersonPerWeek: 1 }, weeks(1));
    painPoint.edit({ peopleAffected: 14 });
    painPoint.endWorkaround(weeks(2));
    // Four more people, who lost an hour each with it: at least those hours are lost without it.
    expect(painPoint.peopleAffected).toBe(14);
    expect(bleedPerWeek(painPoint, HOURLY)).toBeCloseTo((20 + 4) * HOURLY);
  });

  it('is neither a cure nor a burden, and slows nothing that is fixed or gone', () => {
    const whole = { peopleAffected: 10, hoursLostPerPersonPerWeek: 2 };
    const refused: [Partial<CostEstimate>, RegExp][] = [
      [whole, /as much as before/],
      [{ directCostPerWeek: 5 }, /as much as before/],
      [{ peopleAffected: 0 }, /does not stop it/],
      [{ peopleAffected: 2.5 }, /whole number/],
    ];
    for (const [figures, says] of refused) {
      const painPoint = raised(whole);
      expect(() => slow(painPoint, figures, weeks(1))).toThrow(says);
      expect([painPoint.slowedBy, painPoint.pastRates]).toEqual([null, []]);
    }
    expect(() => slow(raised(), { peopleAffected: 1 }, weeks(1), ' ')).toThrow(/missing/);
    const unsized = raised({});
    expect(() => slow(unsized, { peopleAffected: 3, hoursLostPerPersonPerWeek: 1 }, weeks(1))).toThrow(/Estimate that/);
    expect(slow(unsized, {}, weeks(1))).toEqual([]);
    const fixed = raised();
    fixed.moveTo(stage('FIXED'), RANK, weeks(1));
    expect(() => slow(fixed, { peopleAffected: 1 }, weeks(2))).toThrow(/is fixed/);
    const parked = raised();
    parked.close('PARKED', 'Later', 'it', weeks(1));
    expect(() => slow(parked, { peopleAffected: 1 }, weeks(2))).toThrow(/left the board/);
  });

  it('changes nothing about what a fix gives back: that is the pain before anything slowed it', () => {
    const painPoint = raised();
    slow(painPoint, { peopleAffected: 1 }, weeks(1));
    painPoint.moveTo(stage('PLANNED'), RANK, weeks(2));
    expect(painPoint.estimateWhenPlanned).toMatchObject({ peopleAffected: 10 });
  });

  it('can be taken back as if it had never been', () => {
    const painPoint = raised();
    slow(painPoint, { peopleAffected: 4 }, weeks(1));
    const before = painPoint.slowing();
    slow(painPoint, { peopleAffected: 2 }, weeks(2), 'Leave it on');
    painPoint.returnToSlowing(before);
    expect(painPoint.slowing()).toEqual(before);
    expect(bled(painPoint, weeks(3))).toBeCloseTo(1000 + 2 * 400);
  });

  it('bleeds no further once it is fixed, also when the fix lay before what came after it', () => {
    const painPoint = raised();
    slow(painPoint, { peopleAffected: 5 }, weeks(4));
    expect(bled(painPoint, weeks(2))).toBeCloseTo(2 * 1000);
  });

  it('never makes anything that was bled less, nor counts a moment twice', () => {
    const moments = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(estimate, moments, fc.integer({ min: 51, max: 80 }), (whole, times, end) => {
        const painPoint = raised(whole);
        let reckoned = 0;
        let last = 0;
        for (const time of times.toSorted((one, other) => one - other)) {
          reckoned += (time - last) * bleedPerWeek(painPoint, HOURLY);
          last = time;
          if (painPoint.slowedBy === null) {
            const less = { hoursLostPerPersonPerWeek: whole.hoursLostPerPersonPerWeek / 4 };
            slow(painPoint, less, weeks(time));
          } else painPoint.endWorkaround(weeks(time));
          expect(bled(painPoint, weeks(time))).toBeCloseTo(reckoned, 3);
        }
        reckoned += (end - last) * bleedPerWeek(painPoint, HOURLY);
        expect(bled(painPoint, weeks(end))).toBeCloseTo(reckoned, 3);
      }),
    );
  });

  it('slows each unit’s part as it slows the whole, and leaves alone what is said of it afterwards', () => {
    const said = (cost: CostEstimate, saidAt: string): UnitCost => ({
      ...cost,
      businessUnitId: 'finance',
      saidById: 'fina',
      saidAt,
    });
    fc.assert(
      fc.property(estimate, estimate, fc.integer({ min: 1, max: 4 }), (own, theirs, share) => {
        const painPoint = raised(sumOf(own, theirs));
        const before = bleedPerWeek(painPoint, HOURLY);
        const { peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek } = painPoint;
        const hours = (hoursLostPerPersonPerWeek * share) / 5;
        slow(
          painPoint,
          { hoursLostPerPersonPerWeek: hours, directCostPerWeek: (directCostPerWeek * share) / 5 },
          weeks(1),
        );
        expect(painPoint.peopleAffected).toBe(peopleAffected);
        const now = partNow(said(theirs, RAISED_AT), painPoint.slowedBy);
        expect(bleedPerWeek(now, HOURLY) / bleedPerWeek(theirs, HOURLY)).toBeCloseTo(
          bleedPerWeek(painPoint, HOURLY) / before,
          6,
        );
        const later = said(theirs, weeks(2));
        expect(partNow(later, painPoint.slowedBy)).toBe(later);
      }),
    );
  });

  it('helps with what another pain point becomes a part of, unless something does already', () => {
    const [from, into, helped] = [raised(), raised(), raised()];
    slow(from, { peopleAffected: 4 }, weeks(1));
    slow(helped, { peopleAffected: 3 }, weeks(1), 'Leave it on');
    expect([into.takeOverWorkaround(from), helped.takeOverWorkaround(from)]).toEqual([true, false]);
    expect([into.slowedBy?.words, helped.slowedBy?.words]).toEqual(['Hold the switch', 'Leave it on']);
    expect(into.peopleAffected).toBe(10);
  });
});
