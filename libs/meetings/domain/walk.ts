import { type Day, type Instant, millisecondsBetween, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { StageCategory } from '@stanch/remediation';
import { type LateTask, type MeetingCard, TalkReason } from './minutes.js';
import { NO_PACE, type StagePace } from './stage-pace.js';

/** After so many days in checking its sponsors are reminded (product.md, rule 1); from then on one talks about it. */
const CHECKING_DAYS = 5;
/** Where too few cards have left a stage to know what is usual, so many days are long (product.md, rule 9). */
const LONG_BY_RULE = 14;

/** Where one asks whether a card takes longer than usual: where work is under way. */
const AGEING: readonly string[] = [StageCategory.PLANNED, StageCategory.TREATING, StageCategory.CHECKING];
/** All reasons, the weightiest first. */
const BY_WEIGHT = Object.values(TalkReason);

/** A card that stands on the board, as far as it says whether one should talk about it. */
export interface StandingCard {
  readonly id: string;
  readonly stageId: string;
  readonly enteredStageAt: Instant;
  readonly ownerId: string | null;
  readonly blocked: boolean;
  readonly bleedPerWeek: number;
}

/** A stage of the board, from left to right. */
export interface WalkedStage {
  readonly id: string;
  readonly category: string;
  readonly wipLimit: number | null;
}

/** What the walk is made of. */
export interface WalkFacts {
  readonly now: Instant;
  /** From left to right. */
  readonly stages: readonly WalkedStage[];
  readonly cards: readonly StandingCard[];
  /** How long cards usually stay in a stage, by its id. */
  readonly paces: ReadonlyMap<string, StagePace>;
  /** Whose promised date has passed, or one of whose tasks is late. */
  readonly overdue: ReadonlySet<string>;
  /** Raised since the last meeting. */
  readonly raised: ReadonlySet<string>;
}

/** What is usual in a stage. */
export interface Usual {
  readonly days: number;
  readonly cases: number;
  readonly isFallback: boolean;
}

/** A card that one talks about. */
export interface Talk {
  readonly painPointId: string;
  readonly stageId: string;
  /** In the order of their weight. */
  readonly reasons: readonly TalkReason[];
  readonly daysInStage: number;
  readonly usual: Usual;
}

/**
 * The cards that need talk, from right to left over the board: what is nearly healed first. In a stage the weightiest
 * reason comes first, and of the same reason the oldest. What is new in bleeding comes last, what costs most first.
 */
export function walkBoard(facts: WalkFacts): Talk[] {
  const byStage = Map.groupBy(facts.cards, ({ stageId }) => stageId);
  const groups = facts.stages
    .filter(({ category }) => category !== StageCategory.FIXED)
    .toReversed()
    .map((stage) => talksOf(stage, byStage.get(stage.id) ?? [], facts));
  const isNew = ({ reasons }: Talk) => reasons.length === 1 && reasons[0] === TalkReason.NEW;
  const rates = new Map(facts.cards.map(({ id, bleedPerWeek }) => [id, bleedPerWeek]));
  const rate = ({ painPointId }: Talk) => rates.get(painPointId) ?? 0;
  const all = groups.flat();
  return [
    ...all.filter((talk) => !isNew(talk)),
    ...all.filter(isNew).toSorted((one, other) => rate(other) - rate(one)),
  ];
}

/**
 * How many of a stage have been there longer than is usual. What has bled for long is not walked card by card, since
 * nobody works on it yet: the next quick wins are chosen of it.
 */
export function waitingLong(
  { id }: Pick<WalkedStage, 'id'>,
  { cards, now, paces }: Pick<WalkFacts, 'cards' | 'now' | 'paces'>,
): number {
  const standing = cards.filter(({ stageId }) => stageId === id).map((card) => dealtWith(card, { now, paces }));
  return standing.filter(({ daysInStage, usual }) => daysInStage > usual.days).length;
}

/** A card that the room has been through and that needs no more talk. */
export function dealtWith(
  { id, stageId, enteredStageAt }: Pick<StandingCard, 'id' | 'stageId' | 'enteredStageAt'>,
  { now, paces }: Pick<WalkFacts, 'now' | 'paces'>,
): Talk {
  const days = millisecondsBetween(enteredStageAt, now) / MILLISECONDS_PER_DAY;
  const usual = usualIn(paces.get(stageId) ?? NO_PACE);
  return { painPointId: id, stageId, reasons: [], daysInStage: Math.max(0, Math.floor(days)), usual };
}

function talksOf(stage: WalkedStage, cards: readonly StandingCard[], facts: WalkFacts): Talk[] {
  const usual = usualIn(facts.paces.get(stage.id) ?? NO_PACE);
  const surplus = surplusOf(stage, cards);
  return cards
    .flatMap((card): Talk[] => {
      const days = millisecondsBetween(card.enteredStageAt, facts.now) / MILLISECONDS_PER_DAY;
      const daysInStage = Math.max(0, Math.floor(days));
      const holds: Record<TalkReason, boolean> = {
        OVERDUE: facts.overdue.has(card.id),
        BLOCKED: card.blocked,
        CHECKING_TOO_LONG: stage.category === StageCategory.CHECKING && days > CHECKING_DAYS,
        NO_OWNER: stage.category !== StageCategory.BLEEDING && card.ownerId === null,
        AGEING: AGEING.includes(stage.category) && daysInStage > usual.days,
        OVER_WIP: surplus.has(card.id),
        NEW: stage.category === StageCategory.BLEEDING && facts.raised.has(card.id),
      };
      const reasons = BY_WEIGHT.filter((reason) => holds[reason]);
      if (reasons.length === 0) return [];
      return [{ painPointId: card.id, stageId: stage.id, reasons, daysInStage, usual }];
    })
    .toSorted((one, other) => weightOf(one) - weightOf(other) || other.daysInStage - one.daysInStage);
}

/** Of a stage that holds more than it should, the cards that have been there longest, as many as are too many. */
function surplusOf({ wipLimit }: WalkedStage, cards: readonly StandingCard[]): ReadonlySet<string> {
  const tooMany = wipLimit === null ? 0 : Math.max(0, cards.length - wipLimit);
  const oldest = cards.toSorted((one, other) => (one.enteredStageAt < other.enteredStageAt ? -1 : 1));
  return new Set(oldest.slice(0, tooMany).map(({ id }) => id));
}

function usualIn({ stays, slowDays }: StagePace): Usual {
  const isFallback = slowDays === null;
  return { days: isFallback ? LONG_BY_RULE : Math.ceil(slowDays), cases: stays, isFallback };
}

function weightOf({ reasons }: Talk): number {
  return BY_WEIGHT.indexOf(reasons[0] as TalkReason);
}

/** What the sentence about a card is made of, besides the card. */
export interface SentenceFacts {
  readonly card: MeetingCard;
  readonly talk: Talk;
  /** How many cards its stage holds, and how many it should hold at most. */
  readonly held: number;
  readonly wipLimit: number | null;
  /** The promised date that has passed; null: a task is late. */
  readonly missed: Day | null;
  readonly lateTask: LateTask | null;
  readonly sayDay: (day: Day) => string;
}

const LONGEST_REASON = 160;

/** What there is to decide about a card, as whoever leads the meeting would ask: by the weightiest reason. */
export function toDecide({ card, talk, held, wipLimit, missed, lateTask, sayDay }: SentenceFacts): string {
  const days = `${talk.daysInStage} ${talk.daysInStage === 1 ? 'day' : 'days'}`;
  switch (talk.reasons[0]) {
    case TalkReason.OVERDUE:
      return missed === null
        ? `${lateTask?.title ? `“${cut(lateTask.title)}”` : 'An internal task'} is overdue: who finishes it, and by when?`
        : `${card.raiser} was promised ${sayDay(missed)}, and that has passed: which date is true now, and why?`;
    case TalkReason.BLOCKED:
      return card.blockedReason === null
        ? 'What blocks it, and who clears that by when?'
        : `Who clears this, and by when: ${cut(card.blockedReason)}`;
    case TalkReason.CHECKING_TOO_LONG:
      return `${card.raiser}, is it fixed? It has waited ${days} for your word.`;
    case TalkReason.NO_OWNER:
      return 'Nobody has it in hand: who takes it?';
    case TalkReason.AGEING:
      return talk.usual.isFallback
        ? `It has been in ${card.stage} for ${days}: what holds it up, or do we stop it?`
        : `It has been in ${card.stage} for ${days}, and most leave within ${talk.usual.days}: what holds it up?`;
    case TalkReason.OVER_WIP:
      return `${card.stage} holds ${held} where ${wipLimit ?? 0} should be: do we finish this one first, or put it back?`;
    default:
      return `${card.raiser} has raised it: do we take it on, and who looks at it first?`;
  }
}

function cut(words: string): string {
  return words.length <= LONGEST_REASON ? words : `${words.slice(0, LONGEST_REASON).trimEnd()} …`;
}
