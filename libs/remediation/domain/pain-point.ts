import {
  badInput,
  forbidden,
  type Instant,
  MILLISECONDS_PER_DAY,
  millisecondsBetween,
  requiredText,
} from '@stanch/kernel';
import { bleedPerWeek, type CostEstimate, figuresOf } from './bleeding.js';
import type { Place } from './change.js';
import { checkedEdit, type FieldChange, type EditableField, type PainPointEdit } from './pain-point-edit.js';
import type { Rank } from './rank.js';
import { afterReopening, afterWord, type Heard, heardWhenBroughtIn, heardWhenRaised, withoutWord } from './silence.js';
import { type Stage, StageCategory } from './stage.js';
import { estimateWithout, type PastRate, type Slowing, type Workaround, workaroundOf } from './workaround.js';

/** How a pain point leaves the board without a fix. */
export const CloseReason = { PARKED: 'PARKED', DECLINED: 'DECLINED' } as const;
export type CloseReason = (typeof CloseReason)[keyof typeof CloseReason];

const LONGEST_REASON = 2_000;

/** How long after the fix its sponsors may say that it bleeds again, in days. */
const REOPENABLE_DAYS = 90;

/** What it takes to raise a pain point. */
export interface RaisedPainPoint {
  id: string;
  boardId: string;
  key: string;
  stage: Stage;
  rank: Rank;
  raiserId: string;
  typedById: string;
  raisedAt: Instant;
  details: PainPointEdit & { title: string };
}

/** Something IT delivers, or fails to, that hurts the business. */
export class PainPoint implements CostEstimate {
  id!: string;
  boardId!: string;
  /** Readable and never reused: `P-17`. */
  key!: string;
  title!: string;
  description!: string;
  /** Counts every change of this pain point that someone can see. */
  version!: number;
  stageId!: string;
  rank!: Rank;
  enteredStageAt!: Instant;
  raisedAt!: Instant;
  fixedAt!: Instant | null;
  confirmed!: boolean;
  reopenedCount!: number;
  /** The sponsor whose pain it is. */
  raiserId!: string;
  /** Who wrote it down: the raiser, or an IT person on their behalf. */
  typedById!: string;
  ownerId!: string | null;
  businessUnitId!: string | null;
  serviceId!: string | null;
  tags!: string[];
  peopleAffected!: number;
  hoursLostPerPersonPerWeek!: number;
  directCostPerWeek!: number;
  effortDays!: number | null;
  /**
   * What it was said to cost when it was planned; wins are measured against that, whatever is estimated later. Null while
   * it is not planned, or when nothing had been estimated by then.
   */
  estimateWhenPlanned!: CostEstimate | null;
  /** The workaround that makes it hurt less until it is fixed. */
  slowedBy!: Workaround | null;
  /** By which estimates it bled until workarounds came or went, the oldest first. The present one holds since then. */
  pastRates!: readonly PastRate[];
  blocked!: boolean;
  blockedReason!: string | null;
  closedAs!: CloseReason | null;
  closedReason!: string | null;
  closedAt!: Instant | null;
  closedById!: string | null;
  mergedIntoId!: string | null;
  /** What its sponsors heard of others, and who was told when they heard nothing. */
  heard!: Heard;

  static raise(raised: RaisedPainPoint): PainPoint {
    const painPoint = Object.assign(new PainPoint(), {
      id: raised.id,
      boardId: raised.boardId,
      key: raised.key,
      title: '',
      description: '',
      version: 0,
      stageId: raised.stage.id,
      rank: raised.rank,
      enteredStageAt: raised.raisedAt,
      raisedAt: raised.raisedAt,
      fixedAt: raised.stage.category === StageCategory.FIXED ? raised.raisedAt : null,
      confirmed: false,
      reopenedCount: 0,
      raiserId: raised.raiserId,
      typedById: raised.typedById,
      ownerId: null,
      businessUnitId: null,
      serviceId: null,
      tags: [],
      peopleAffected: 0,
      hoursLostPerPersonPerWeek: 0,
      directCostPerWeek: 0,
      effortDays: null,
      estimateWhenPlanned: null,
      slowedBy: null,
      pastRates: [],
      blocked: false,
      blockedReason: null,
      closedAs: null,
      closedReason: null,
      closedAt: null,
      closedById: null,
      mergedIntoId: null,
      heard: heardWhenRaised(raised.raisedAt),
    });
    painPoint.edit(raised.details);
    painPoint.freezeEstimate(raised.stage);
    return painPoint;
  }

  /** Whether it stands on the board: neither parked, declined nor merged into another. */
  get onBoard(): boolean {
    return this.closedAt === null && this.mergedIntoId === null;
  }

  /** What an edit would change, checked; what stands already is no change. */
  wouldChange(edit: PainPointEdit): FieldChange[] {
    const wanted = Object.entries(checkedEdit(edit, this.blocked)) as [EditableField, unknown][];
    return wanted
      .map(([field, to]) => ({ field, from: this[field], to }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
  }

  /** Changes fields after checking them; says which really changed. */
  edit(edit: PainPointEdit): FieldChange[] {
    const changes = this.wouldChange(edit);
    Object.assign(this, Object.fromEntries(changes.map(({ field, to }) => [field, to])));
    return changes;
  }

  /** Puts the card to a place. Entering a stage starts its age anew; entering a fixed one says when it was fixed. */
  moveTo(stage: Stage, rank: Rank, now: Instant): void {
    this.assertOnBoard();
    const changesStage = stage.id !== this.stageId;
    this.stageId = stage.id;
    this.rank = rank;
    if (!changesStage) return;
    this.enteredStageAt = now;
    this.freezeEstimate(stage);
    if (stage.category === StageCategory.FIXED) {
      this.fixedAt ??= now;
    } else {
      this.fixedAt = null;
      this.confirmed = false;
    }
  }

  /**
   * Something makes it hurt less until it is fixed: it bleeds by these figures from now on. What it bled until now stays
   * as it was reckoned. Gives what the figures changed.
   */
  offerWorkaround(
    offer: { words: string; estimate: Partial<CostEstimate> },
    byId: string,
    now: Instant,
    hourlyCost: number,
  ): FieldChange[] {
    this.assertOnBoard('painPointId');
    if (this.fixedAt !== null) throw badInput('painPointId', `${this.key} is fixed; there is nothing left to slow.`);
    const after = { ...figuresOf(this), ...checkedEdit(offer.estimate, this.blocked) };
    const before = this.slowedBy?.before ?? figuresOf(this);
    const workaround = workaroundOf({ words: offer.words, byId, at: now, before, after }, hourlyCost);
    return this.bleedBy(after, workaround, now);
  }

  /** The workaround helps no longer: it bleeds as before it, from now on. */
  endWorkaround(now: Instant): FieldChange[] {
    this.assertOnBoard('painPointId');
    if (this.slowedBy === null) throw badInput('painPointId', `${this.key} has no workaround that could end.`);
    return this.bleedBy(estimateWithout(this.slowedBy, this), null, now);
  }

  /** What helps with one that becomes a part of this one helps here, unless something does already. Says whether it came. */
  takeOverWorkaround({ slowedBy }: PainPoint): boolean {
    if (this.slowedBy !== null || slowedBy === null) return false;
    // The figures that came along are slowed already.
    this.slowedBy = { ...slowedBy, before: figuresOf(this), after: figuresOf(this) };
    return true;
  }

  /** How it is slowed, for taking that back. */
  slowing(): Slowing {
    return { workaround: this.slowedBy, pastRates: this.pastRates, estimate: figuresOf(this) };
  }

  /** Is slowed again as it was, as if it had never been otherwise. */
  returnToSlowing({ workaround, pastRates, estimate }: Slowing): FieldChange[] {
    this.assertNotMerged();
    Object.assign(this, { slowedBy: workaround, pastRates });
    return this.edit(figuresOf(estimate));
  }

  private bleedBy(estimate: CostEstimate, workaround: Workaround | null, now: Instant): FieldChange[] {
    this.pastRates = [...this.pastRates, { ...figuresOf(this), until: now }];
    this.slowedBy = workaround;
    return this.edit(figuresOf(estimate));
  }

  /** Where it stands now, for taking a move back. */
  place(): Place {
    const { stageId, rank, enteredStageAt, fixedAt, confirmed, estimateWhenPlanned, heard } = this;
    return { stageId, rank, enteredStageAt, fixedAt, confirmed, estimateWhenPlanned, heard };
  }

  /**
   * Goes back to a stage as if it had never left it: with its age there, the day and the word of its fix, and a silence
   * that only the move ended. `leftAt` says when it left.
   */
  returnTo(place: Place, rank: Rank, leftAt: Instant): void {
    this.assertOnBoard();
    const heard = withoutWord(this.heard, place.heard ?? this.heard, leftAt);
    Object.assign(this, { ...place, rank, heard });
  }

  /** Takes the card off the board without a fix. The sponsors read the reason. */
  close(as: CloseReason, reason: string, byId: string, now: Instant): void {
    this.assertOnBoard();
    this.closedReason = requiredText('reason', 'The reason, which its sponsors read,', reason, LONGEST_REASON);
    this.closedAs = as;
    this.closedById = byId;
    this.closedAt = now;
  }

  /** Brings a parked or declined card back to the board. */
  comeBack(stage: Stage, rank: Rank, now: Instant): void {
    if (this.mergedIntoId !== null) {
      throw badInput('id', `${this.key} was merged into another pain point and lives on there.`);
    }
    this.closedAs = null;
    this.closedReason = null;
    this.closedAt = null;
    this.closedById = null;
    this.moveTo(stage, rank, now);
  }

  /** Refuses a sponsor whose fix lies so long back that the pain is a new one. */
  assertReopenable(now: Instant): void {
    const since = this.fixedAt === null ? 0 : millisecondsBetween(this.fixedAt, now);
    if (since <= REOPENABLE_DAYS * MILLISECONDS_PER_DAY) return;
    throw forbidden(
      `${this.key} was fixed more than ${REOPENABLE_DAYS} days ago. Please raise it anew, or talk to IT about it.`,
    );
  }

  /** It bleeds again: the reopening is counted, the confirmation falls, and an answer is owed anew. */
  countReopening(now: Instant): void {
    this.reopenedCount += 1;
    this.confirmed = false;
    this.heard = afterReopening(this.heard, now);
  }

  /** Its sponsors could see a word of somebody else's. */
  hear(at: Instant): void {
    this.heard = afterWord(this.heard, at);
  }

  /** What was said at a moment was a slip; `before` is what had been heard until then. */
  unhear(before: Heard, saidAt: Instant): void {
    this.heard = withoutWord(this.heard, before, saidAt);
  }

  /** Those who can end its silence know of it. */
  noteTold(heard: Heard): void {
    this.heard = heard;
  }

  /** It came with many others that were raised elsewhere, perhaps long ago. */
  bringIn(now: Instant): void {
    this.heard = heardWhenBroughtIn(now);
  }

  /** The sponsor says that it is fixed. */
  confirm(): void {
    this.confirmed = true;
  }

  /** Becomes a part of another pain point and leaves the board. */
  mergeInto(other: PainPoint, byId: string, now: Instant): void {
    this.assertOnBoard();
    other.assertOnBoard();
    if (other.id === this.id) throw badInput('fromIds', `${this.key} cannot be merged into itself.`);
    if (other.boardId !== this.boardId) throw badInput('intoId', 'Only pain points of the same board can be merged.');
    this.mergedIntoId = other.id;
    this.closedAt = now;
    this.closedById = byId;
  }

  /** Refuses when the card does not stand on the board; `field` is the input that names it. */
  assertOnBoard(field = 'id'): void {
    this.assertNotMerged(field);
    if (this.closedAt !== null) throw badInput(field, `${this.key} has left the board. Bring it back first.`);
  }

  /** Refuses when the card lives on in another one; `field` is the input that names it. */
  assertNotMerged(field = 'id'): void {
    if (this.mergedIntoId !== null) {
      throw badInput(field, `${this.key} was merged into another pain point. Please work on that one.`);
    }
  }

  /** Notes the estimate on the way out of bleeding, and forgets it on the way back. */
  private freezeEstimate({ category }: Stage): void {
    if (category === StageCategory.BLEEDING) {
      this.estimateWhenPlanned = null;
      return;
    }
    if (bleedPerWeek(this, 1) === 0) return;
    // A win gives back what there was before anything slowed it.
    this.estimateWhenPlanned ??= figuresOf(this.slowedBy?.before ?? this);
  }
}
