import { type Instant, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';

/** After so many days without an answer whoever was asked is reminded, once (product.md, rule 1). */
const REMIND_AFTER_DAYS = 5;
/** After so many days without an answer a pain point counts as fixed, unconfirmed (product.md, rule 1). */
const TIME_OUT_DAYS = 10;
/** So long the link in the mail takes an answer. */
const LINK_DAYS = 30;

/** "Is it fixed?", asked of one person once in a round; a round begins whenever IT says that it is done. */
export class ConfirmationRequest {
  readonly id: string;
  readonly painPointId: string;
  readonly personId: string;
  /** Counts from 1 for each pain point. */
  readonly round: number;
  readonly askedAt: Instant;
  /** Who asked further sponsors; null when the move itself asked. */
  readonly askedById: string | null;
  remindedAt: Instant | null;
  answeredAt: Instant | null;
  /** What was answered; null while nothing was. */
  fixed: boolean | null;
  /** The card left before an answer came: the question is void. */
  endedAt: Instant | null;

  constructor(start: {
    id: string;
    painPointId: string;
    personId: string;
    round: number;
    askedAt: Instant;
    askedById?: string | null;
  }) {
    this.id = start.id;
    this.painPointId = start.painPointId;
    this.personId = start.personId;
    this.round = start.round;
    this.askedAt = start.askedAt;
    this.askedById = start.askedById ?? null;
    this.remindedAt = null;
    this.answeredAt = null;
    this.fixed = null;
    this.endedAt = null;
  }

  /** Waits for an answer. */
  get open(): boolean {
    return this.answeredAt === null && this.endedAt === null;
  }

  /** Until when the link in its mail takes an answer. */
  get linkUntil(): Instant {
    return instantAfter(this.askedAt, LINK_DAYS * MILLISECONDS_PER_DAY);
  }

  answer(fixed: boolean, at: Instant): void {
    if (!this.open) return;
    this.fixed = fixed;
    this.answeredAt = at;
  }

  /** The card was moved on, merged or closed before an answer came. */
  end(at: Instant): void {
    if (this.open) this.endedAt = at;
  }

  /** Reminds once, so many days after the question; says whether this is the moment. */
  remind(now: Instant): boolean {
    if (!this.open || this.remindedAt !== null || now < remindAfter(this.askedAt)) return false;
    this.remindedAt = now;
    return true;
  }
}

/** From when whoever was asked then is reminded. */
export function remindAfter(askedAt: Instant): Instant {
  return instantAfter(askedAt, REMIND_AFTER_DAYS * MILLISECONDS_PER_DAY);
}

/** What came to checking then or before counts as fixed, unconfirmed, when nobody has answered until now. */
export function timesOutBefore(now: Instant): Instant {
  return instantAfter(now, -TIME_OUT_DAYS * MILLISECONDS_PER_DAY);
}

/** A sponsor, as far as it matters for whether they are asked. */
export interface Candidate {
  readonly personId: string;
  /** Raised it: is asked before all others. */
  readonly raiser: boolean;
  /** Neither worked on it nor only typed it in, and still takes part. */
  readonly mayConfirm: boolean;
  /** Asked not to be told of this pain point. */
  readonly muted: boolean;
}

/** Who is asked when a round begins: the raiser; where the raiser cannot say, all others who can. */
export function whomToAsk(candidates: readonly Candidate[]): string[] {
  const able = candidates.filter(({ mayConfirm, muted }) => mayConfirm && !muted);
  const raiser = able.filter(({ raiser: raised }) => raised);
  return (raiser.length > 0 ? raiser : able).map(({ personId }) => personId);
}
