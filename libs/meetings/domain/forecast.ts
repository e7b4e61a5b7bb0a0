import { type Day, dayAfter } from '@stanch/kernel';

/** A stream of random numbers from 0 to below 1. */
export type Random = () => number;

/** What was finished in each of the trailing whole weeks, the oldest first, and what is still open. */
export interface ForecastData {
  readonly perWeek: readonly number[];
  readonly open: number;
  readonly today: Day;
}

/** When it will stop, as far as the own pace can say. */
export interface Forecast {
  /** Whether there is enough history to say anything. */
  readonly enough: boolean;
  /** Why nothing can be said, or that there is nothing left to wait for; null when a date is given. */
  readonly why: string | null;
  readonly open: number;
  /** The whole weeks of history that it is made of. */
  readonly weeks: number;
  /** How many were finished in them. */
  readonly finished: number;
  readonly runs: number;
  /** So many of 100 runs... */
  readonly percent: number;
  /** ...are done by this day; null when nothing can be said. */
  readonly by: Day | null;
  /** Half of the runs are done by then. */
  readonly halfBy: Day | null;
}

/** Fewer weeks of history than this say nothing (product.md). */
const FEWEST_WEEKS = 8;
const RUNS = 2_000;
const SURE = 85;
const HALF = 50;
/** Whoever needs more than ten years has no pace. */
const LONGEST = 520;

/**
 * A Monte Carlo forecast: each run lets one week follow the other, each as good as one of the trailing weeks, drawn by
 * chance, until all that is open is finished. `random` gives each run a stream of its own, so that one run draws the same
 * weeks whatever another one needs.
 */
export function forecast({ perWeek, open, today }: ForecastData, random: (run: number) => Random): Forecast {
  const weeks = perWeek.length;
  const finished = perWeek.reduce((sum, count) => sum + count, 0);
  const nothing = { open, weeks, finished, runs: 0, percent: SURE, by: null, halfBy: null };
  if (open === 0)
    return { ...nothing, enough: weeks >= FEWEST_WEEKS, why: 'No quick win is open, so there is nothing to wait for.' };
  if (weeks < FEWEST_WEEKS) return { ...nothing, enough: false, why: tooYoung(weeks) };
  if (finished === 0) {
    return {
      ...nothing,
      enough: false,
      why: `Nothing was fixed in the last ${weeks} weeks, so there is no pace to go by.`,
    };
  }
  const needed = Array.from({ length: RUNS }, (_, run) => weeksUntilDone(perWeek, open, random(run)));
  needed.sort((one, other) => one - other);
  const within = (percent: number) => needed[Math.ceil((percent / 100) * RUNS) - 1] as number;
  if (within(SURE) > LONGEST) {
    const why = `At the pace of the last ${weeks} weeks it takes more than ten years; a date would only be a guess.`;
    return { ...nothing, enough: false, why };
  }
  const [sure, half] = [within(SURE), within(HALF)].map((count) => dayAfter(today, count * 7)) as [Day, Day];
  return { ...nothing, enough: true, why: null, runs: RUNS, by: sure, halfBy: half };
}

function weeksUntilDone(perWeek: readonly number[], open: number, random: Random): number {
  let left = open;
  for (let week = 1; week <= LONGEST; week += 1) {
    left -= perWeek[Math.floor(random() * perWeek.length)] as number;
    if (left <= 0) return week;
  }
  return LONGEST + 1;
}

function tooYoung(weeks: number): string {
  const has = weeks === 0 ? 'no whole week' : weeks === 1 ? 'one whole week' : `${weeks} whole weeks`;
  return `A forecast needs ${FEWEST_WEEKS} weeks of history; the board has ${has} so far.`;
}

/** Streams of numbers that look random and are the same for the same seed: everybody sees one forecast (mulberry32). */
export function seeded(seed: string): (run: number) => Random {
  let base = 0;
  for (const character of seed) base = (Math.imul(base, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return (run) => {
    let state = (base + Math.imul(run + 1, 0x9e3779b9)) | 0;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
  };
}
