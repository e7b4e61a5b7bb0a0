import { type Instant, MILLISECONDS_PER_DAY, millisecondsBetween } from '@stanch/kernel';

/** What a pain point costs, as it was estimated with the business. */
export interface CostEstimate {
  readonly peopleAffected: number;
  readonly hoursLostPerPersonPerWeek: number;
  /** Money a week besides the time lost, in the workspace's currency. */
  readonly directCostPerWeek: number;
}

const DAYS_PER_WEEK = 7;
const HOURS_PER_WORKING_DAY = 8;

/** Effort up to this many working days counts as little: what one person can do within a week. */
export const LITTLE_EFFORT_DAYS = 5;

/** A measure of how bad a pain is and how hard to heal. The four corners of the impact/effort plot. */
export const Quadrant = {
  QUICK_WIN: 'QUICK_WIN',
  BIG_FIX: 'BIG_FIX',
  FILL_IN: 'FILL_IN',
  THINK_TWICE: 'THINK_TWICE',
} as const;
export type Quadrant = (typeof Quadrant)[keyof typeof Quadrant];

/** The figures of an estimate alone, out of whatever else they stand among. */
export function figuresOf({
  peopleAffected,
  hoursLostPerPersonPerWeek,
  directCostPerWeek,
}: CostEstimate): CostEstimate {
  return { peopleAffected, hoursLostPerPersonPerWeek, directCostPerWeek };
}

/** Hours that all people together lose each week. */
export function hoursPerWeek(cost: CostEstimate): number {
  return cost.peopleAffected * cost.hoursLostPerPersonPerWeek;
}

/** Money lost with people's time each week: people affected x hours each x the workspace's hourly cost. */
export function timeCostPerWeek(cost: CostEstimate, hourlyCost: number): number {
  return hoursPerWeek(cost) * hourlyCost;
}

/** The bleed rate: time cost plus direct cost, in money a week. */
export function bleedPerWeek(cost: CostEstimate, hourlyCost: number): number {
  return timeCostPerWeek(cost, hourlyCost) + cost.directCostPerWeek;
}

/** Weeks of bleeding, as a fraction; it stops when the pain is fixed. Never negative. */
export function weeksBled(raisedAt: Instant, until: Instant): number {
  return Math.max(0, millisecondsBetween(raisedAt, until) / (DAYS_PER_WEEK * MILLISECONDS_PER_DAY));
}

/** The bleed rate from which an impact counts as high: one working day of one person lost every week. */
export function highBleedRate(hourlyCost: number): number {
  return HOURS_PER_WORKING_DAY * hourlyCost;
}

/** The corner of the impact/effort plot; null while nobody has estimated the effort. */
export function quadrantOf(bleedRate: number, effortDays: number | null, hourlyCost: number): Quadrant | null {
  if (effortDays === null) return null;
  const little = effortDays <= LITTLE_EFFORT_DAYS;
  if (bleedRate > 0 && bleedRate >= highBleedRate(hourlyCost)) return little ? Quadrant.QUICK_WIN : Quadrant.BIG_FIX;
  return little ? Quadrant.FILL_IN : Quadrant.THINK_TWICE;
}

/**
 * Bleed rate per day of effort: cost of delay over duration (Reinertsen's weighted shortest job first). Null without an
 * estimate of the effort. Efforts under a quarter of a day count as a quarter, so that a guess of nothing is not infinite.
 */
export function scoreOf(bleedRate: number, effortDays: number | null): number | null {
  return effortDays === null ? null : bleedRate / Math.max(effortDays, 0.25);
}

/**
 * What a win's measure says is left of the pain, from 0 (all gone) to 1 (nothing gained); null when it says nothing. A
 * value that fell leaves its share; where more is better, a value that rose to the fourfold leaves a quarter.
 */
export function shareLeft(before: number | null, after: number | null): number | null {
  if (before === null || after === null) return null;
  return before === after ? 1 : Math.min(before, after) / Math.max(before, after);
}

/** What a win measured. */
interface Measured {
  readonly before: number | null;
  readonly after: number | null;
}

/** Of several wins, the oldest first, the last one that was measured says what is left; without one nothing is. */
export function shareLeftOf(wins: readonly Measured[]): number {
  return wins.reduce((left, { before, after }) => shareLeft(before, after) ?? left, 0);
}
