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
  /** The day in whose week it counts: its first date, unless it was decided only after that week was closed. */
  readonly countedOn: Day;
  /** Why it was missed, as the sponsors read it; null while nobody has said. */
  readonly reason: string | null;
}

/** "7 of 9": kept / fallen due. */
export interface KeptRate {
  readonly kept: number;
  readonly due: number;
}

/** What is counted for ever of a promise that had fallen due when a meeting was closed. */
export interface Counted {
  /** The commitment that stood then. */
  readonly commitmentId: string;
  readonly countedOn: Day;
  readonly kept: boolean;
}

/** Up to which day meetings have closed the weeks, and what is counted in them for ever. */
export interface ClosedWeeks {
  readonly through: Day | null;
  readonly counted: readonly Counted[];
}

/** No meeting has closed a week yet. */
export const NOTHING_CLOSED: ClosedWeeks = { through: null, counted: [] };

/**
 * The promises that commitments are the steps of; one that was given up for another pain point's counts there. What fell
 * due in a week is fixed when the meeting closes it (product.md): what is decided later counts from the day after, and
 * what was counted stays so, also when it is given up.
 */
export function promisesOf(
  commitments: readonly Commitment[],
  today: Day,
  { through, counted }: ClosedWeeks = NOTHING_CLOSED,
): GivenPromise[] {
  const chains = Map.groupBy(commitments, ({ painPointId, firstDueOn }) => `${painPointId} ${firstDueOn}`);
  const fixed = new Map(counted.map((one) => [one.commitmentId, one]));
  return [...chains.values()].flatMap((chain) => {
    const standing = standingAmong(chain);
    const mark = chain.map(({ id }) => fixed.get(id)).find((one) => one !== undefined);
    if (standing === null || (standing.state === CommitmentState.MOVED && !mark)) return [];
    const { painPointId, firstDueOn } = standing;
    const reasons = chain.flatMap((one) => [one.dueOn > firstDueOn ? one.reason : null, one.missedBecause]);
    const reason = reasons.findLast((said) => said !== null) ?? null;
    const moves = chain.filter((one) => one !== standing);
    const outcome = countedOutcome(outcomeOf(standing, today), mark);
    const afterClosing = through !== null && firstDueOn <= through ? dayAfter(through, 1) : firstDueOn;
    const countedOn = mark?.countedOn ?? afterClosing;
    return [{ painPointId, firstDueOn, standing, moves, outcome, countedOn, reason }];
  });
}

/** What was counted stays counted: where nothing is decided any more, as it was decided then. */
function countedOutcome(outcome: Outcome, mark: Counted | undefined): Outcome {
  if (!mark || outcome === Outcome.KEPT || outcome === Outcome.MISSED) return outcome;
  return mark.kept ? Outcome.KEPT : Outcome.MISSED;
}

/** What a meeting that closes on a day counts for ever: all that is decided and had fallen due, and was not counted yet. */
export function closing(promises: readonly GivenPromise[], closed: ClosedWeeks, today: Day): Counted[] {
  const before = new Set(closed.counted.map(({ commitmentId }) => commitmentId));
  return promises
    .filter(({ standing, moves }) => ![standing, ...moves].some(({ id }) => before.has(id)))
    .filter(({ outcome, firstDueOn }) => isDecided(outcome) && firstDueOn <= today)
    .map(({ standing, countedOn, outcome }) => ({
      commitmentId: standing.id,
      countedOn,
      kept: outcome === Outcome.KEPT,
    }));
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

/** Whether a promise is decided and counts within days, the ends included. */
export function fellDue({ countedOn, outcome }: GivenPromise, from: Day, to: Day): boolean {
  return isDecided(outcome) && countedOn >= from && countedOn <= to;
}

function isDecided(outcome: Outcome): boolean {
  return outcome === Outcome.KEPT || outcome === Outcome.MISSED;
}

/** Kept / fallen due of those that fell due within days; what its sponsors have the word on is not counted yet. */
export function keptRate(promises: readonly GivenPromise[], from: Day, to: Day): KeptRate {
  const due = promises.filter((promise) => fellDue(promise, from, to));
  return { kept: due.filter(({ outcome }) => outcome === Outcome.KEPT).length, due: due.length };
}
