import {
  type Day,
  firstOfMonth,
  type Instant,
  millisecondsBetween,
  MILLISECONDS_PER_DAY,
  mondayOf,
  startOfDay,
} from '@stanch/kernel';

const HOUR = 3_600_000;

/** Below so many cases a percentile says nothing; the cases themselves are shown instead (product.md). */
export const FEWEST_FOR_PERCENTILE = 10;

/** How long it took from raised to confirmed. */
export interface TimeToFixed {
  /** How many were confirmed in the trailing weeks. */
  readonly cases: number;
  /** 85% were confirmed within so many days; null below ten cases. */
  readonly withinDays: number | null;
  /** The cases themselves in days, the shortest first, while they are few. */
  readonly days: readonly number[];
}

/** From one moment to another. */
interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** Since when the figures count. */
export interface Begun {
  /** The trailing weeks. */
  readonly since: Instant;
  /** This week. */
  readonly monday: Instant;
  /** This month. */
  readonly month: Instant;
}

/** Since when the figures of a day count, of which the trailing weeks begin on another. */
export function begunFor({ from, today }: { readonly from: Day; readonly today: Day }, timeZone: string): Begun {
  const [since, monday, month] = [from, mondayOf(today), firstOfMonth(today)].map((day) => startOfDay(day, timeZone));
  return { since, monday, month } as Begun;
}

/** How long something took in days, those begun counted whole. */
export function daysOf({ from, to }: Period): number {
  return Math.ceil(Math.max(0, millisecondsBetween(from, to)) / MILLISECONDS_PER_DAY);
}

/** How long something took in hours. */
export function hoursOf({ from, to }: Period): number {
  return Math.max(0, millisecondsBetween(from, to)) / HOUR;
}

/** How long it takes, told so that few cases do not pretend to be many. */
export function timeToFixed(days: readonly number[]): TimeToFixed {
  const sorted = days.toSorted((one, other) => one - other);
  const few = sorted.length < FEWEST_FOR_PERCENTILE;
  return { cases: sorted.length, withinDays: few ? null : percentile(sorted, 85), days: few ? sorted : [] };
}

/** The smallest value that so many per cent of the values do not exceed (nearest rank); of sorted values. */
export function percentile(sorted: readonly number[], percent: number): number | null {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? null;
}

/** The middle of values, in whatever order; of an even number the mean of both in the middle. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
