import fc from 'fast-check';
import { bleedPerWeek, type CostEstimate } from './bleeding.js';
import { mergedCost, partOf, restOf, type SharedCost, sumOf, type UnitCost, wholeWith } from './unit-cost.js';

const HOURLY = 50;
const UNITS = ['sales', 'finance', 'logistics', 'retail'];
const RAISED = { saidById: 'somebody', saidAt: '2026-11-23T09:00:00.000Z' };
const rate = (cost: CostEstimate) => bleedPerWeek(cost, HOURLY);

const estimate: fc.Arbitrary<CostEstimate> = fc.record({
  peopleAffected: fc.integer({ min: 1, max: 500 }),
  hoursLostPerPersonPerWeek: fc.integer({ min: 1, max: 160 }).map((quarters) => quarters / 4),
  directCostPerWeek: fc.integer({ min: 0, max: 10_000 }),
});
const said = (businessUnitId: string, cost: CostEstimate): UnitCost => ({
  ...cost,
  businessUnitId,
  ...RAISED,
});

/** A pain raised for Sales, of which other units then said what it costs them. */
const shared: fc.Arbitrary<SharedCost> = fc
  .tuple(estimate, fc.dictionary(fc.constantFrom('finance', 'logistics', 'retail'), estimate, { maxKeys: 3 }))
  .map(([own, others]) => {
    const parts = Object.entries(others).map(([unit, cost]) => said(unit, cost));
    return { whole: parts.reduce<CostEstimate>(sumOf, own), homeUnitId: 'sales', parts, raised: RAISED };
  });

describe('what a pain costs several units', () => {
  it('is the sum of what it costs each of them', () => {
    fc.assert(
      fc.property(estimate, estimate, (one, other) => {
        expect(rate(sumOf(one, other))).toBeCloseTo(rate(one) + rate(other), 4);
      }),
    );
  });

  it('changes by one unit only when that unit says it anew, however often', () => {
    fc.assert(
      fc.property(shared, fc.constantFrom(...UNITS), estimate, estimate, (before, unit, first, second) => {
        const others =
          rate(before.whole) - rate(partOf(before, unit) ?? { ...first, peopleAffected: 0, directCostPerWeek: 0 });
        const then = { ...before, whole: wholeWith(before, unit, first) };
        const parts =
          unit === 'sales'
            ? then.parts
            : [...then.parts.filter((one) => one.businessUnitId !== unit), said(unit, first)];
        expect(rate(then.whole)).toBeCloseTo(others + rate(first), 4);
        expect(rate(wholeWith({ ...then, parts }, unit, second))).toBeCloseTo(others + rate(second), 4);
      }),
    );
  });

  it('leaves to the unit it was raised for what no other claims, and never less than nothing', () => {
    fc.assert(
      fc.property(shared, estimate, (one, less) => {
        expect(rate(restOf(one))).toBeGreaterThanOrEqual(0);
        expect(rate(restOf({ ...one, whole: less }))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('what a merged pain costs', () => {
  it('counts no unit twice: it is at least the larger of both and at most their sum', () => {
    fc.assert(
      fc.property(shared, shared, (into, from) => {
        const { whole, added } = mergedCost(into, from);
        expect(rate(whole)).toBeGreaterThanOrEqual(rate(into.whole) - 1e-6);
        expect(rate(whole)).toBeLessThanOrEqual(rate(into.whole) + rate(from.whole) + 1e-4);
        const units = [...into.parts, ...added].map(({ businessUnitId }) => businessUnitId);
        expect(new Set(units).size).toBe(units.length);
        const again = { ...into, whole, parts: [...into.parts, ...added] };
        expect(rate(mergedCost(again, from).whole)).toBeCloseTo(rate(whole), 4);
      }),
    );
  });

  it('adds the unit that only the merged one spoke for, and not the one that both speak for', () => {
    const cost = { peopleAffected: 10, hoursLostPerPersonPerWeek: 1, directCostPerWeek: 0 };
    const sales: SharedCost = { whole: cost, homeUnitId: 'sales', parts: [], raised: RAISED };
    expect(rate(mergedCost(sales, { ...sales, homeUnitId: 'finance' }).whole)).toBe(1_000);
    expect(rate(mergedCost(sales, sales).whole)).toBe(500);
    expect(rate(mergedCost(sales, { ...sales, homeUnitId: null }).whole)).toBe(500);
    const nothing = { whole: { ...cost, peopleAffected: 0 }, homeUnitId: 'sales', parts: [], raised: RAISED };
    expect(rate(mergedCost(nothing, { ...sales, homeUnitId: null }).whole)).toBe(500);
  });
});
