const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The pauses after each failure; the last one repeats. */
const PAUSES = [30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];

/** A mail that found no open door for this long is given up. */
const LONGEST_TRIAL = 72 * HOUR;

/** Added to each pause, as a share of it, so that many mails do not all come back in the same moment. */
const JITTER = 0.2;

/** How often a mail is tried before it is given up: the pauses then add up to three days. */
export const MOST_ATTEMPTS = attemptsWithin(LONGEST_TRIAL);

/** How long to wait after the given number of failed attempts, in milliseconds; `chance` is from 0 to 1. Null: give up. */
export function pauseAfter(attempts: number, chance: number): number | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  return Math.round(pause(attempts) * (1 + JITTER * chance));
}

function pause(attempts: number): number {
  return PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1] as number;
}

function attemptsWithin(time: number): number {
  let attempts = 1;
  for (let passed = 0; passed < time; attempts += 1) passed += pause(attempts);
  return attempts;
}
