import { badInput, boundedNumber, type Instant } from '@stanch/kernel';
import { type CostEstimate, hoursPerWeek } from './bleeding.js';
import type { Workaround } from './workaround.js';

/** What a pain costs one business unit a week, as somebody of that unit estimated it. */
export interface UnitCost extends CostEstimate {
  readonly businessUnitId: string;
  readonly saidById: string;
  readonly saidAt: Instant;
}

/** A pain point's whole estimate, and what single units said of their part in it. */
export interface SharedCost {
  readonly whole: CostEstimate;
  /** The unit it was raised for: what no other unit claims counts as its part. Null: nobody has said. */
  readonly homeUnitId: string | null;
  readonly parts: readonly UnitCost[];
  /** Who raised it, and when: they said what the unit it was raised for loses. */
  readonly raised: Pick<UnitCost, 'saidById' | 'saidAt'>;
}

const NOTHING: CostEstimate = { peopleAffected: 0, hoursLostPerPersonPerWeek: 0, directCostPerWeek: 0 };
const HIGHEST_PEOPLE = 1_000_000;
const HOURS_IN_A_WEEK = 168;
const HIGHEST_COST = 1_000_000_000;
/** Floating point leaves crumbs when parts are taken out again. */
const CRUMB = 1e-9;

/** Refuses figures that cannot be a part's estimate. */
export function checkedPart(said: CostEstimate): CostEstimate {
  const peopleAffected = boundedNumber('peopleAffected', 'The people affected', said.peopleAffected, HIGHEST_PEOPLE);
  if (!Number.isInteger(peopleAffected)) {
    throw badInput('peopleAffected', 'The people affected must be a whole number.');
  }
  const hours = said.hoursLostPerPersonPerWeek;
  return {
    peopleAffected,
    hoursLostPerPersonPerWeek: boundedNumber(
      'hoursLostPerPersonPerWeek',
      'The hours each person loses a week',
      hours,
      HOURS_IN_A_WEEK,
    ),
    directCostPerWeek: boundedNumber(
      'directCostPerWeek',
      'The direct cost a week',
      said.directCostPerWeek,
      HIGHEST_COST,
    ),
  };
}

/** A unit's part as it is now: what it said before a workaround came is slowed as the whole is. */
export function partNow(part: UnitCost, workaround: Workaround | null): UnitCost {
  if (workaround === null || part.saidAt > workaround.at) return part;
  const { before, after } = workaround;
  const hours = hoursPerWeek(part) * shareOf(hoursPerWeek(before), hoursPerWeek(after));
  const people = Math.round(part.peopleAffected * shareOf(before.peopleAffected, after.peopleAffected));
  const peopleAffected = hours > 0 ? Math.max(1, people) : people;
  return {
    ...part,
    peopleAffected,
    hoursLostPerPersonPerWeek: peopleAffected === 0 ? 0 : hours / peopleAffected,
    directCostPerWeek: part.directCostPerWeek * shareOf(before.directCostPerWeek, after.directCostPerWeek),
  };
}

/** Two estimates as one: people and money add up, and the hours become those of the average person. */
export function sumOf(one: CostEstimate, other: CostEstimate): CostEstimate {
  return combined(one, other, 1);
}

/** What no other unit claims: the part of the unit that it was raised for, or of whom nobody knows. Never negative. */
export function restOf({ whole, homeUnitId, parts }: SharedCost): CostEstimate {
  return parts
    .filter(({ businessUnitId }) => businessUnitId !== homeUnitId)
    .reduce((left, part) => combined(left, part, -1), whole);
}

/** The whole once a unit has said what it costs there, in place of what was counted for that unit before. */
export function wholeWith(shared: SharedCost, businessUnitId: string, said: CostEstimate): CostEstimate {
  return sumOf(combined(shared.whole, partOf(shared, businessUnitId) ?? NOTHING, -1), said);
}

/**
 * What a merge adds to the pain point that stays. A unit that is counted there already is not counted twice: its
 * estimate there stands. What is known of nobody's unit is taken over only where nothing was estimated at all, since it
 * may be the same people.
 */
export function mergedCost(into: SharedCost, from: SharedCost): { whole: CostEstimate; added: readonly UnitCost[] } {
  const rest = restOf(from);
  const empty = isNothing(into.whole);
  const others = from.parts.filter(({ businessUnitId }) => businessUnitId !== from.homeUnitId);
  const ofNobody = from.homeUnitId === null || (into.homeUnitId === null && !empty);
  const home = ofNobody || isNothing(rest) ? [] : [{ ...rest, businessUnitId: from.homeUnitId, ...from.raised }];
  const adding = [...others, ...home].filter(({ businessUnitId }) => partOf(into, businessUnitId) === null);
  const start = empty && from.homeUnitId === null ? sumOf(into.whole, rest) : into.whole;
  return {
    whole: adding.reduce<CostEstimate>(sumOf, start),
    added: adding.filter(({ businessUnitId }) => businessUnitId !== into.homeUnitId),
  };
}

/** What is counted for a unit now; null when nothing is. */
export function partOf(shared: SharedCost, businessUnitId: string): CostEstimate | null {
  if (businessUnitId === shared.homeUnitId) {
    const rest = restOf(shared);
    return isNothing(rest) ? null : rest;
  }
  return shared.parts.find((part) => part.businessUnitId === businessUnitId) ?? null;
}

/** Whether an estimate says that nothing is lost, or nobody has estimated. */
export function isNothing(cost: CostEstimate): boolean {
  return hoursPerWeek(cost) === 0 && cost.directCostPerWeek === 0;
}

function combined(one: CostEstimate, other: CostEstimate, sign: 1 | -1): CostEstimate {
  const peopleAffected = Math.max(0, one.peopleAffected + sign * other.peopleAffected);
  const hours = withoutCrumbs(hoursPerWeek(one) + sign * hoursPerWeek(other));
  return {
    peopleAffected,
    hoursLostPerPersonPerWeek: peopleAffected === 0 ? 0 : Math.min(HOURS_IN_A_WEEK, hours / peopleAffected),
    directCostPerWeek: withoutCrumbs(one.directCostPerWeek + sign * other.directCostPerWeek),
  };
}

function shareOf(before: number, after: number): number {
  return before === 0 ? 1 : after / before;
}

function withoutCrumbs(value: number): number {
  return value < CRUMB ? 0 : value;
}
