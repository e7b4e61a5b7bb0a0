import { type Instant, millisecondsBetween } from '@stanch/kernel';
import type { AgendaStepKind } from './agenda.js';
import type { Position } from './meeting.js';

/** Something that was shown, from a moment on until the next was. */
export interface Shown extends Position {
  readonly at: Instant;
}

/**
 * So much of one stay counts at most, in milliseconds: as long as a whole meeting. Whatever took longer was an
 * interruption rather than a talk.
 */
export const LONGEST_STAY = 30 * 60_000;

/** Something that was shown, and how long it counts. */
export interface Stay extends Shown {
  readonly milliseconds: number;
}

/** How long each was shown until a moment; of what was shown, the oldest first. */
export function staysOf(shown: readonly Shown[], until: Instant): Stay[] {
  return shown.map((one, index) => {
    const stay = millisecondsBetween(one.at, shown[index + 1]?.at ?? until);
    return { ...one, milliseconds: Math.min(Math.max(stay, 0), LONGEST_STAY) };
  });
}

/** How many milliseconds each step took until a moment; of what was shown, the oldest first. */
export function timeSpent(shown: readonly Shown[], until: Instant): Map<AgendaStepKind, number> {
  const spent = new Map<AgendaStepKind, number>();
  for (const { step, milliseconds } of staysOf(shown, until)) {
    spent.set(step, (spent.get(step) ?? 0) + milliseconds);
  }
  return spent;
}
