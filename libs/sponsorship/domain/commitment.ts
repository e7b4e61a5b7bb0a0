import {
  badInput,
  type Day,
  type Holidays,
  type Instant,
  instantAfter,
  isDay,
  limitedText,
  requiredText,
  workingDayAfter,
} from '@stanch/kernel';

/** What became of a promise. */
export const CommitmentState = { OPEN: 'OPEN', KEPT: 'KEPT', BROKEN: 'BROKEN', MOVED: 'MOVED' } as const;
export type CommitmentState = (typeof CommitmentState)[keyof typeof CommitmentState];

const LONGEST_REASON = 2_000;
/** So many working days ahead a promised date is near (product.md). */
const NEAR_WORKING_DAYS = 2;

/** So long after it was noted a promise can be taken back as a slip, in milliseconds; then it stays on the record. */
export const SLIP = 10 * 60_000;

/** A date promised to the sponsors of a pain point by a named person. */
export class Commitment {
  readonly id: string;
  painPointId: string;
  readonly byId: string;
  readonly madeOn: Day;
  readonly dueOn: Day;
  /** The date that was promised first; never forgotten when the promise moves. */
  readonly firstDueOn: Day;
  state: CommitmentState;
  /** When the card came to checking in time; its sponsors have the word then. Null while it has not, or is back again. */
  deliveredOn: Day | null;
  /** When it was said to whoever keeps it that the date is near. */
  nearToldOn: Day | null;
  /** Why it was moved from an earlier date; for a first promise what was said with it. */
  readonly reason: string | null;
  /** Why it was not kept, as the sponsors read it; null while nobody has said. */
  missedBecause: string | null;

  private constructor(start: {
    id: string;
    painPointId: string;
    byId: string;
    madeOn: Day;
    dueOn: Day;
    firstDueOn: Day;
    reason: string | null;
  }) {
    this.id = start.id;
    this.painPointId = start.painPointId;
    this.byId = start.byId;
    this.madeOn = start.madeOn;
    this.dueOn = start.dueOn;
    this.firstDueOn = start.firstDueOn;
    this.reason = start.reason;
    this.state = CommitmentState.OPEN;
    this.deliveredOn = null;
    this.nearToldOn = null;
    this.missedBecause = null;
  }

  /**
   * Promises a date. When another promise stands, this one moves it: that needs a reason, which the sponsors read, and
   * keeps the first date.
   */
  static make(
    promise: { id: string; painPointId: string; byId: string; today: Day; dueOn: Day; reason?: string | null },
    standing: Commitment | null,
  ): Commitment {
    const { id, painPointId, byId, today, dueOn } = promise;
    if (!isDay(dueOn)) throw badInput('dueOn', 'The date must be a day, YYYY-MM-DD.');
    if (dueOn < today) throw badInput('dueOn', 'A promise is about the future. Choose today or a later day.');
    if (standing && standing.dueOn === dueOn) throw badInput('dueOn', 'This date is promised already.');
    const reason = standing
      ? requiredText(
          'reason',
          'The reason for moving the date, which the sponsors read,',
          promise.reason ?? '',
          LONGEST_REASON,
        )
      : limitedText('reason', 'The reason', promise.reason ?? '', LONGEST_REASON);
    standing?.giveWay();
    const firstDueOn = standing?.firstDueOn ?? dueOn;
    return new Commitment({ id, painPointId, byId, madeOn: today, dueOn, firstDueOn, reason: reason || null });
  }

  /** The card came to checking or to fixed: in time, its sponsors have the word; later, it keeps no promise. */
  deliver(on: Day): void {
    if (this.state === CommitmentState.OPEN && on <= this.dueOn) this.deliveredOn ??= on;
  }

  /** A sponsor confirmed the fix: what was delivered in time is kept. */
  confirm(): void {
    if (this.state === CommitmentState.OPEN && this.deliveredOn !== null) this.state = CommitmentState.KEPT;
  }

  /** The card went back to work, so it is delivered no longer. What was kept before its date passed is open again. */
  takeBack(on: Day): void {
    if (this.state === CommitmentState.KEPT && on <= this.dueOn) this.state = CommitmentState.OPEN;
    if (this.state === CommitmentState.OPEN) this.deliveredOn = null;
  }

  /** The day after the date: what is still open is broken, unless its sponsors have the word. Says whether it broke now. */
  breakIfPast(today: Day): boolean {
    if (this.stateOn(today) === this.state) return false;
    this.state = CommitmentState.BROKEN;
    return true;
  }

  /** Says why it was not kept; said anew, the later words stand. */
  explain(reason: string, today: Day): void {
    if (this.stateOn(today) !== CommitmentState.BROKEN) {
      throw badInput('commitmentId', 'Only of a promise that was not kept can be said why.');
    }
    this.missedBecause = requiredText('reason', 'The reason, which the sponsors read,', reason, LONGEST_REASON);
  }

  /** Says once that the date is near, on a working day before it; not to somebody who promised it that day. */
  sayNear(today: Day, near: Day): boolean {
    const { state, deliveredOn, nearToldOn, dueOn, madeOn } = this;
    if (state !== CommitmentState.OPEN || deliveredOn !== null || nearToldOn !== null) return false;
    if (dueOn > near || dueOn < today || madeOn >= today) return false;
    this.nearToldOn = today;
    return true;
  }

  /** The state as of a day, also before anything recorded that a date has passed. */
  stateOn(today: Day): CommitmentState {
    const late = this.state === CommitmentState.OPEN && this.deliveredOn === null && today > this.dueOn;
    return late ? CommitmentState.BROKEN : this.state;
  }

  /** The pain point was merged: what was promised for it is promised for the one that it lives on in. */
  passTo(painPointId: string): void {
    this.painPointId = painPointId;
    this.deliveredOn = null;
  }

  /** Whether it stands and is not yet delivered: what is more than a promise was no slip. */
  get maySlip(): boolean {
    return this.state === CommitmentState.OPEN && this.deliveredOn === null;
  }

  /**
   * It was noted by mistake, which its writer saw within minutes: it was never promised. What was promised before it stands
   * again as it stood.
   */
  withdraw(before: Commitment | null, notedAt: Instant, now: Instant): void {
    if (!this.maySlip) {
      throw badInput('id', 'Only a promise that stands and is not yet delivered can be taken back.');
    }
    if (now > slipUntil(notedAt)) {
      throw badInput(
        'id',
        'A promise stays on the record once ten minutes have passed. Move it, with a reason, instead.',
      );
    }
    if (before?.state === CommitmentState.MOVED) before.state = CommitmentState.OPEN;
  }

  /** Another promise takes this one's place; a broken one stays broken. */
  giveWay(): void {
    if (this.state === CommitmentState.OPEN) this.state = CommitmentState.MOVED;
  }
}

/** Until when a promise can be taken back as a slip, by when it was noted. */
export function slipUntil(notedAt: Instant): Instant {
  return instantAfter(notedAt, SLIP);
}

/** The last of the dates that are near on a day. */
export function nearUntil(today: Day, holidays: Holidays): Day {
  return workingDayAfter(today, NEAR_WORKING_DAYS, holidays);
}

/** The first day on which a promised date is near: said so that a page that stays open knows when that is. */
export function nearFrom(dueOn: Day, holidays: Holidays): Day {
  return workingDayAfter(dueOn, -NEAR_WORKING_DAYS, holidays);
}

/** How near the date of the promise that stands is, while the card is not done; null when it is neither. */
export function timingOf(standing: Commitment | null, today: Day, holidays: Holidays): 'NEAR' | 'PAST' | null {
  if (standing === null || standing.deliveredOn !== null) return null;
  const state = standing.stateOn(today);
  if (state === CommitmentState.BROKEN) return 'PAST';
  const near = state === CommitmentState.OPEN && standing.dueOn <= nearUntil(today, holidays);
  return near ? 'NEAR' : null;
}

/**
 * The promise that stands among those of one pain point, the oldest first: the open one, else the last. An open one need
 * not be the last, since a merge brings an older promise along.
 */
export function standingAmong(commitments: readonly Commitment[]): Commitment | null {
  return commitments.find(({ state }) => state === CommitmentState.OPEN) ?? commitments.at(-1) ?? null;
}
