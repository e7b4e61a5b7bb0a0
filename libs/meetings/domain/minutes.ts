import type { Day, Instant } from '@stanch/kernel';
import type { AgendaStepKind } from './agenda.js';

/*
 * What a meeting shows, as plain documents: read live while it runs, stored for ever when it ends. They hold names and
 * words as they were at that moment, so that a past meeting opens as it was, whatever was renamed, merged or removed
 * since. They are read in the room and go to sponsors: nothing internal to IT is in them, and no e-mail address.
 */

/** A pain point as it stood when the meeting looked at it. */
export interface MeetingCard {
  readonly painPointId: string;
  readonly key: string;
  readonly title: string;
  /** The pain in the sponsor's words; of a long story its beginning. */
  readonly words: string;
  readonly stage: string;
  readonly category: string;
  readonly raiser: string;
  readonly businessUnit: string | null;
  readonly owner: string | null;
  readonly sponsors: number;
  readonly bleedPerWeek: number;
  readonly effortDays: number | null;
  readonly score: number | null;
  readonly quadrant: string | null;
  readonly blocked: boolean;
  readonly blockedReason: string | null;
  readonly raisedAt: Instant;
  readonly enteredStageAt: Instant;
  readonly daysInStage: number;
  /** The date that is promised, and the one that was promised first. */
  readonly dueOn: Day | null;
  readonly firstDueOn: Day | null;
}

/** Cards behind a figure: so many, of which the first are listed. */
export interface CountedCards {
  readonly count: number;
  readonly bleedPerWeek: number;
  readonly cards: readonly MeetingCard[];
}

/** A card's way since the last meeting; there and back again is none. */
export interface CardMove {
  readonly card: MeetingCard;
  readonly fromStage: string;
  readonly toStage: string;
  readonly fromCategory: string;
  readonly toCategory: string;
}

/** How a card left the board without a fix. */
export const Leaving = { PARKED: 'PARKED', DECLINED: 'DECLINED', MERGED: 'MERGED' } as const;
export type Leaving = (typeof Leaving)[keyof typeof Leaving];

/** A card that left the board, and why. */
export interface LeftCard {
  readonly card: MeetingCard;
  readonly how: Leaving;
  /** What its sponsors read; of a merged one, where it lives on. */
  readonly reason: string;
}

/** What a meeting tells of a promise. */
export const NewsOutcome = {
  KEPT: 'KEPT',
  BROKEN: 'BROKEN',
  MOVED: 'MOVED',
  /** Delivered in time; its sponsors have the word. */
  AWAITED: 'AWAITED',
  /** Still ahead. */
  OPEN: 'OPEN',
} as const;
export type NewsOutcome = (typeof NewsOutcome)[keyof typeof NewsOutcome];

/** A promise that the meeting speaks of. */
export interface CommitmentNews {
  readonly commitmentId: string;
  readonly card: MeetingCard;
  readonly by: string;
  /** The date that was kept, broken, moved or is still ahead. */
  readonly dueOn: Day;
  readonly firstDueOn: Day;
  /** The date that stands instead, once it was moved. */
  readonly newDueOn: Day | null;
  /** How often the date was moved. */
  readonly moves: number;
  readonly outcome: NewsOutcome;
  /** Why it was moved or broken, as its sponsors read it; null while nobody has said. */
  readonly reason: string | null;
  /** A new date for one that had been missed, as an earlier meeting told. */
  readonly missedBefore: boolean;
}

/** The promises that the meeting goes through: what became of them since the last one, and what is ahead. */
export interface MeetingCommitments {
  /** How many fell due since the last meeting. */
  readonly fellDue: number;
  readonly kept: readonly CommitmentNews[];
  readonly broken: readonly CommitmentNews[];
  readonly moved: readonly CommitmentNews[];
  /** Delivered, and waiting for the word of their sponsors. */
  readonly awaited: readonly CommitmentNews[];
  /** Open, with a date up to the day of the next meeting. */
  readonly dueNext: readonly CommitmentNews[];
}

/** The ways of cards since the last meeting: so many, of which the first are listed. */
export interface CountedMoves {
  readonly count: number;
  readonly moves: readonly CardMove[];
}

/** The cards that left the board: so many, of which the first are listed. */
export interface CountedLeft {
  readonly count: number;
  readonly cards: readonly LeftCard[];
}

/** A card that costs more or less a week than before, and how much. */
export interface Reestimate {
  readonly card: MeetingCard;
  /** In money; less where it is negative. */
  readonly change: number;
  /** The key of the card in which it lives on, and as part of which it costs nothing more; null of all others. */
  readonly into: string | null;
}

/** The cards that were estimated anew: so many, of which the first are listed, what changed most first. */
export interface CountedReestimates {
  readonly count: number;
  readonly cards: readonly Reestimate[];
}

/** What each kind of change added to what bleeds a week, in money; less where it is negative. */
export interface BleedEffects {
  readonly raised: number;
  /** No longer fixed. */
  readonly reopened: number;
  readonly returned: number;
  readonly fixed: number;
  readonly left: number;
  /** Said to cost more or less than before, or an hour of work is. */
  readonly reestimated: number;
}

/** What happened since the last meeting that was ended. */
export interface SinceLast {
  readonly from: Instant;
  readonly to: Instant;
  /** Money a week, of all that was not fixed then, and of all that is not fixed now. */
  readonly bleedThen: number;
  readonly bleedNow: number;
  readonly effects: BleedEffects;
  readonly raised: CountedCards;
  readonly fixed: CountedCards;
  readonly confirmed: CountedCards;
  readonly reopened: CountedCards;
  /** Brought back to the board after it was parked or declined. */
  readonly returned: CountedCards;
  readonly moved: CountedMoves;
  readonly left: CountedLeft;
  readonly reestimated: CountedReestimates;
  readonly kept: readonly CommitmentNews[];
  readonly broken: readonly CommitmentNews[];
  /** Whose date was moved. */
  readonly postponed: readonly CommitmentNews[];
}

/** The same while a meeting runs: what was estimated anew is read when somebody asks for it. */
export interface SinceLastLive extends Omit<SinceLast, 'reestimated'> {
  readonly reestimated: () => Promise<CountedReestimates>;
}

/** A win as it is told in the room. */
export interface MeetingWin {
  readonly winId: string;
  readonly headline: string;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly achievedOn: Day;
  readonly publishedAt: Instant;
  /** Money a week; null when nothing says it. */
  readonly givesBackPerWeek: number | null;
  /** It was not said with the win but follows from what the pain was said to cost when it was planned. */
  readonly givesBackIsEstimate: boolean;
  /** How it hurt, in a sponsor's words, and whose they are; null when nobody noted who spoke them. */
  readonly wordsBefore: string | null;
  readonly wordsBeforeBy: string | null;
  /** What a sponsor says of the fix. */
  readonly wordsAfter: string | null;
  readonly wordsAfterBy: string | null;
  /** What was done: the shared tasks behind it. */
  readonly done: readonly string[];
  readonly thanks: readonly string[];
  readonly cards: readonly MeetingCard[];
}

/** Why a card needs talk, the weightiest first. */
export const TalkReason = {
  OVERDUE: 'OVERDUE',
  BLOCKED: 'BLOCKED',
  CHECKING_TOO_LONG: 'CHECKING_TOO_LONG',
  NO_OWNER: 'NO_OWNER',
  AGEING: 'AGEING',
  OVER_WIP: 'OVER_WIP',
  NEW: 'NEW',
} as const;
export type TalkReason = (typeof TalkReason)[keyof typeof TalkReason];

/** What is done next about a card. */
export interface NextTask {
  readonly taskId: string;
  readonly title: string;
  readonly assignee: string | null;
  readonly dueOn: Day | null;
  readonly blocked: boolean;
}

/** Work on a card that should be done by now. */
export interface LateTask {
  /** Null: it is internal to IT, and the room hears only that there is one. */
  readonly title: string | null;
  readonly dueOn: Day;
}

/** A card that the meeting talks about. */
export interface WalkItem {
  readonly card: MeetingCard;
  /** In the order of their weight; none: it was dealt with in this meeting. */
  readonly reasons: readonly TalkReason[];
  readonly daysInStage: number;
  /** So many days or fewer stood 85 of 100 in this stage of late; of too few cases it is a rule of thumb. */
  readonly usualDays: number;
  readonly usualCases: number;
  readonly usualIsFallback: boolean;
  /** Why it is overdue: the promised date that has passed, and the task that is late; kept since it was told. */
  readonly missedOn?: Day | null;
  readonly lateTask?: LateTask | null;
  /** Of what its sponsors may see. */
  readonly nextTask: NextTask | null;
  /** What there is to decide, in one sentence; empty when nothing is. */
  readonly toDecide: string;
}

/**
 * The cards that need talk, from right to left over the board, then what is new: so many, of which the first are listed.
 * Before them stand those that the meeting has been to and that need no more.
 */
export interface Walk {
  readonly count: number;
  /** How many stand in each stage, by its name; those kept before this was counted do not say it. */
  readonly byStage?: readonly TalkInStage[];
  readonly items: readonly WalkItem[];
}

/** How many cards of a stage need talk. */
export interface TalkInStage {
  readonly stage: string;
  readonly count: number;
  /** Where nobody works yet: how many have been there longer than is usual; kept since it was counted. */
  readonly waitLong?: number;
}

/** A stage and what stands in it. */
export interface MeetingStage {
  readonly name: string;
  readonly category: string;
  readonly count: number;
  readonly bleedPerWeek: number;
  /** Where a slice of the board is shown: how many stand in it in all. */
  readonly countOfAll?: number;
  readonly wipLimit: number | null;
}

/** A step of a meeting and how long it took. */
export interface MeetingStep {
  readonly kind: AgendaStepKind;
  /** As planned. */
  readonly minutes: number;
  readonly secondsSpent: number;
}

/** Somebody who was there, or could not come. */
export interface Attendance {
  readonly personId: string;
  readonly name: string;
  readonly businessUnit: string | null;
  readonly present: boolean;
}

/** What was decided. */
export interface DecisionTaken {
  readonly id: string;
  readonly text: string;
  readonly at: Instant;
  readonly by: string;
  readonly card: MeetingCard | null;
}

/** What somebody was asked to do: a remediation task that everybody may see. */
export interface ActionItem {
  readonly taskId: string;
  readonly title: string;
  readonly assignee: string | null;
  readonly dueOn: Day | null;
  readonly state: string;
  readonly cards: readonly MeetingCard[];
}

/** What was on the screen, and for how long. */
export interface ShownItem {
  readonly step: AgendaStepKind;
  /** The key and title of the card, or the headline of the win; null for the step itself. */
  readonly what: string | null;
  readonly painPointId: string | null;
  readonly winId: string | null;
  readonly seconds: number;
  /** The card as it stood in the end; kept since it was told. */
  readonly card?: MeetingCard | null;
}

/** The trust figures of that moment. */
export interface TrustThen {
  readonly kept: number;
  readonly due: number;
  readonly fixed: number;
  readonly confirmed: number;
  readonly checked: number;
  readonly reopened: number;
  readonly meanRating: number | null;
  readonly fixedWithinDays: number | null;
  readonly fixedCases: number;
  readonly medianAgeDays: number | null;
  readonly medianAnswerHours: number | null;
}

/** All that a meeting shows. */
export interface MeetingContent {
  /** As the board is called. */
  readonly board: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly nextOn: Day;
  readonly steps: readonly MeetingStep[];
  readonly attendance: readonly Attendance[];
  readonly stages: readonly MeetingStage[];
  readonly trust: TrustThen;
  readonly sinceLast: SinceLast;
  readonly wins: readonly MeetingWin[];
  readonly commitments: MeetingCommitments;
  readonly walk: Walk;
  readonly candidates: readonly MeetingCard[];
  readonly decisions: readonly DecisionTaken[];
  readonly actions: readonly ActionItem[];
  /** What was promised while the meeting ran, and stands. */
  readonly promised: readonly CommitmentNews[];
  readonly shown: readonly ShownItem[];
}

/** What stays of a meeting that was ended. A later version reads the earlier ones. */
export interface Minutes extends MeetingContent {
  readonly version: 1;
  /** By which days and hours were told, IANA name; those kept before it was noted do not say it. */
  readonly timeZone?: string;
  readonly startedAt: Instant;
  readonly startedBy: string;
  readonly endedAt: Instant;
  readonly endedBy: string;
}
