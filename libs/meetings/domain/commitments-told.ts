import { type Day, dayAfter, type Instant, startOfDay } from '@stanch/kernel';
import { type Commitment, CommitmentState, standingAmong } from '@stanch/sponsorship';
import { type MeetingCommitments, NewsOutcome } from './minutes.js';

/** What is known of the promises of one pain point. */
export interface PromiseFacts {
  /** All of them, the oldest first. */
  readonly commitments: readonly Commitment[];
  /** The moves of its date in the time that is told of: which commitment came of it, and from which date. */
  readonly moves: readonly { readonly commitmentId: string; readonly fromDueOn: Day }[];
  /** Of which it was recorded in that time that the date had passed. */
  readonly brokenNow: ReadonlySet<string>;
  /** Its sponsors had the word when that time began: what was late then was not broken yet. */
  readonly checkedBefore: boolean;
  /** When its sponsors said that it is fixed, the earliest first. */
  readonly yeses: readonly Instant[];
}

/** The time that is told of, and the days in it. */
export interface ToldTime {
  readonly from: Instant;
  readonly to: Instant;
  readonly today: Day;
  readonly timeZone: string;
  /** The day of the next meeting. */
  readonly nextOn: Day;
}

/** A promise that the meeting tells of. */
export interface ToldPromise {
  readonly commitment: Commitment;
  readonly dueOn: Day;
  readonly newDueOn: Day | null;
  /** How often its date has been moved until now. */
  readonly moves: number;
  readonly outcome: NewsOutcome;
  readonly reason: string | null;
  /** A new date for one that had been missed, as an earlier meeting told. */
  readonly missedBefore: boolean;
}

/**
 * What there is to tell of the promises of one pain point: those that were kept, broken or moved in the time, each in the
 * meeting after it happened and in no other; those whose sponsors have the word; and those that fall due by the next
 * meeting. One that was broken and then got another date is told once, as broken.
 */
export function promisesTold(facts: PromiseFacts, time: ToldTime): ToldPromise[] {
  const { commitments } = facts;
  const told = commitments.flatMap((commitment, index): ToldPromise[] => {
    const outcome = settledWithin(commitment, facts, time);
    if (outcome === null) return [];
    // Of a card that took in others the promises of several stand between each other.
    const next = commitments.slice(index + 1).find(({ firstDueOn }) => firstDueOn === commitment.firstDueOn);
    const replaced = outcome === NewsOutcome.BROKEN ? next : undefined;
    return [
      {
        commitment,
        dueOn: commitment.dueOn,
        newDueOn: replaced?.dueOn ?? null,
        moves: movesBefore(replaced ?? commitment, commitments),
        outcome,
        // What was said of the miss itself comes before why a later date was chosen.
        reason: commitment.missedBecause ?? replaced?.reason ?? null,
        missedBefore: false,
      },
    ];
  });
  return [...told, ...movedWithin(facts, told), ...ahead(facts, time)];
}

/** Whether it was kept or broken in the time; null: neither, or at another time. */
function settledWithin(commitment: Commitment, facts: PromiseFacts, time: ToldTime): NewsOutcome | null {
  const { today, timeZone } = time;
  const { brokenNow, checkedBefore, yeses } = facts;
  const state = commitment.stateOn(today);
  if (state === CommitmentState.BROKEN) {
    const passed = within(startOfDay(dayAfter(commitment.dueOn, 1), timeZone), time);
    const cameBack = checkedBefore && brokenNow.has(commitment.id);
    return passed || cameBack ? NewsOutcome.BROKEN : null;
  }
  if (state !== CommitmentState.KEPT) return null;
  const delivered = startOfDay(commitment.deliveredOn ?? commitment.madeOn, timeZone);
  const at = yeses.find((yes) => yes >= delivered);
  return at !== undefined && within(at, time) ? NewsOutcome.KEPT : null;
}

/** Each from the first date to the last of the time; dates that were broken first are told as broken. */
function movedWithin({ commitments, moves }: PromiseFacts, told: readonly ToldPromise[]): ToldPromise[] {
  const made = new Map(commitments.map((commitment) => [commitment.id, commitment]));
  const chains = Map.groupBy(moves, ({ commitmentId }) => made.get(commitmentId)?.firstDueOn);
  return [...chains.values()].flatMap((chain) => {
    const commitment = made.get(chain.at(-1)?.commitmentId ?? '');
    return commitment ? movedTo(commitment, chain[0]?.fromDueOn ?? commitment.dueOn, commitments, told) : [];
  });
}

/** One that moved from this date to where it stands in the end. */
function movedTo(
  commitment: Commitment,
  fromDueOn: Day,
  commitments: readonly Commitment[],
  told: readonly ToldPromise[],
): ToldPromise[] {
  if (fromDueOn === commitment.dueOn) return [];
  const broken = told.some(({ outcome, newDueOn }) => outcome === NewsOutcome.BROKEN && newDueOn === commitment.dueOn);
  if (broken) return [];
  const before = commitments.find(
    ({ firstDueOn, dueOn }) => firstDueOn === commitment.firstDueOn && dueOn === fromDueOn,
  );
  return [
    {
      commitment,
      dueOn: fromDueOn,
      newDueOn: commitment.dueOn,
      moves: movesBefore(commitment, commitments),
      outcome: NewsOutcome.MOVED,
      reason: commitment.reason,
      missedBefore: before?.state === CommitmentState.BROKEN,
    },
  ];
}

/** The one that stands, when its sponsors have the word or its date comes before the next meeting is over. */
function ahead({ commitments }: PromiseFacts, { today, nextOn }: ToldTime): ToldPromise[] {
  const commitment = standingAmong(commitments);
  if (commitment?.stateOn(today) !== CommitmentState.OPEN) return [];
  const delivered = commitment.deliveredOn !== null;
  if (!delivered && commitment.dueOn > nextOn) return [];
  return [
    {
      commitment,
      dueOn: commitment.dueOn,
      newDueOn: null,
      moves: movesBefore(commitment, commitments),
      outcome: delivered ? NewsOutcome.AWAITED : NewsOutcome.OPEN,
      reason: commitment.reason,
      missedBefore: false,
    },
  ];
}

/** How often the date was moved until it was this one. */
export function movesBefore(commitment: Commitment, commitments: readonly Commitment[]): number {
  const chain = commitments.filter(({ firstDueOn }) => firstDueOn === commitment.firstDueOn);
  return Math.max(0, chain.indexOf(commitment));
}

function within(at: Instant, { from, to }: ToldTime): boolean {
  return at > from && at <= to;
}

/**
 * How many fell due in the time, each once: those that were kept or broken, and those that were moved on or after the day
 * for which they had been promised. A new date for one that an earlier meeting told as broken is none.
 */
export function fellDue(
  { kept, broken, moved }: Pick<MeetingCommitments, 'kept' | 'broken' | 'moved'>,
  today: Day,
): number {
  return kept.length + broken.length + moved.filter((one) => one.dueOn <= today && !one.missedBefore).length;
}
