import { type Day, dayAfter, mondayOf } from '@stanch/kernel';
import { type Commitment, CommitmentState, standingAmong } from './commitment.js';

/** How many weeks the trailing rate looks back, this week among them. */
export const TRAILING_WEEKS = 12;

/** How a promise ended, seen from its first date. */
export const Outcome = {
  /** Delivered by its first date, and confirmed. */
  KEPT: 'KEPT',
  /** Its first date passed without that, or it was moved beyond it. */
  MISSED: 'MISSED',
  /** Delivered in time; its sponsors have the word. */
  AWAITED: 'AWAITED',
  /** Its date is still to come. */
  AHEAD: 'AHEAD',
} as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** What was promised once, with all its moves: it counts once, in the week of its first date. */
export interface GivenPromise {
  readonly painPointId: string;
  readonly firstDueOn: Day;
  /** The commitment that stands. */
  readonly standing: Commitment;
  readonly moves: readonly Commitment[];
  readonly outcome: Outcome;
  /** Why it was missed, as the sponsors read it; null while nobody has said. */
  readonly reason: string | null;
}

/** "7 of 9": kept / fallen due. */
export interface KeptRate {
  readonly kept: number;
  readonly due: number;
}

/** The promises that commitments are the steps of; one that was given up for another pain point's counts there. */
export function promisesOf(commitments: readonly Commitment[], today: Day): GivenPromise[] {
  const chains = Map.groupBy(commitments, ({ painPointId, firstDueOn }) => `${painPointId} ${firstDueOn}`);
  return [...chains.values()].flatMap((chain) => {
    const standing = standingAmong(chain);
    if (standing === null || standing.state === CommitmentState.MOVED) return [];
    const { painPointId, firstDueOn } = standing;
    const reasons = chain.flatMap((one) => [one.dueOn > firstDueOn ? one.reason : null, one.missedBecause]);
    const reason = reasons.findLast((said) => said !== null) ?? null;
    const moves = chain.filter((one) => one !== standing);
    return [{ painPointId, firstDueOn, standing, moves, outcome: outcomeOf(standing, today), reason }];
  });
}

/** A promise that was moved beyond its first date is missed once that date falls due (Last Planner System). */
function outcomeOf(standing: Commitment, today: Day): Outcome {
  const { firstDueOn, dueOn } = standing;
  const state = standing.stateOn(today);
  const inTime = dueOn <= firstDueOn;
  if (inTime && state === CommitmentState.KEPT) return Outcome.KEPT;
  if (inTime && state === CommitmentState.OPEN) return standing.deliveredOn === null ? Outcome.AHEAD : Outcome.AWAITED;
  if (state === CommitmentState.BROKEN && inTime) return Outcome.MISSED;
  return firstDueOn > today ? Outcome.AHEAD : Outcome.MISSED;
}

/** The first day of the trailing weeks: a Monday. */
export function trailingFrom(today: Day): Day {
  return dayAfter(mondayOf(today), -7 * (TRAILING_WEEKS - 1));
}

/** Whether a promise is decided and fell due within days, the ends included. */
export function fellDue({ firstDueOn, outcome }: GivenPromise, from: Day, to: Day): boolean {
  return (outcome === Outcome.KEPT || outcome === Outcome.MISSED) && firstDueOn >= from && firstDueOn <= to;
}

/** Kept / fallen due of those that fell due within days; what its sponsors have the word on is not counted yet. */
export function keptRate(promises: readonly GivenPromise[], from: Day, to: Day): KeptRate {
  const due = promises.filter((promise) => fellDue(promise, from, to));
  return { kept: due.filter(({ outcome }) => outcome === Outcome.KEPT).length, due: due.length };
}
