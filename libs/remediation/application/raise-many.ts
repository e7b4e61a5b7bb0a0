import { Clock, Ids, type Instant } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { insertRows, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Change, ChangeKind } from '../domain/change.js';
import { Comment } from '../domain/comment.js';
import { PainPoint } from '../domain/pain-point.js';
import type { PainPointEdit } from '../domain/pain-point-edit.js';
import { type Rank, rankBetween } from '../domain/rank.js';
import { type Stage, StageCategory } from '../domain/stage.js';
import { Visibility } from '../domain/visibility.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { rowOf } from '../persistence/stored-pain-points.js';
import { BoardJournal } from './board-journal.js';

/** One pain point of many that are raised together. */
export interface ManyRaised {
  readonly raiserId: string;
  readonly raisedAt: Instant;
  readonly stageId: string;
  readonly details: PainPointEdit & { title: string };
  /** What was said in interviews and stands behind it. */
  readonly quoteIds: readonly string[];
  /** What IT should know of it besides: becomes an internal comment; empty for nothing. */
  readonly note: string;
  /** Where it comes from, for the history. */
  readonly origin: string;
}

/** Between the start of the board and its end. */
const UNDER_WAY: ReadonlySet<string> = new Set([StageCategory.PLANNED, StageCategory.TREATING, StageCategory.CHECKING]);

/** Raises pain points by the thousand: what `RaisePainPoint` does for one, with a few statements for a hundred. */
@Injectable()
export class RaiseMany {
  constructor(
    private readonly cards: StoredCards,
    private readonly journal: BoardJournal,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Begins in the caller's transaction. Tells nobody but the board; whoever calls says the rest by an event of its own. */
  async begin(transaction: Transaction, actor: Actor, boardId: string): Promise<ManyRaising> {
    const stages = await this.cards.stagesOf(transaction, boardId);
    const revision = await this.cards.nextRevision(transaction, boardId);
    const { cards, journal, ids } = this;
    return new ManyRaising({ transaction, actor, boardId, stages, revision, cards, journal, ids }, this.clock.now());
  }
}

/** Raising in several goes within one transaction, as one revision of the board. */
export class ManyRaising {
  private readonly lastRanks = new Map<string, Rank>();

  constructor(
    private readonly within: {
      transaction: Transaction;
      actor: Actor;
      boardId: string;
      stages: readonly Stage[];
      revision: number;
      cards: StoredCards;
      journal: BoardJournal;
      ids: Ids;
    },
    private readonly now: Instant,
  ) {}

  /** Puts them at the ends of their stages, in this order. */
  async raise(many: readonly ManyRaised[]): Promise<PainPoint[]> {
    const { transaction, boardId, cards } = this.within;
    const { em } = transaction;
    const { prefix, first } = await cards.takeNumbers(transaction, boardId, many.length);
    const raised: PainPoint[] = [];
    for (const [at, one] of many.entries()) raised.push(await this.painPointOf(one, `${prefix}-${first + at}`));
    const comments = raised.flatMap((painPoint, at) => this.noteOf(painPoint, many[at]?.note ?? ''));
    const changes = [
      ...raised.map((painPoint, at) => this.raisedChange(painPoint, many[at]?.origin ?? null)),
      ...comments.map((comment) => this.notedChange(comment)),
    ];
    const quotes = raised.flatMap(({ id }, at) =>
      (many[at]?.quoteIds ?? []).map((quoteId) => ({ pain_point_id: id, quote_id: quoteId })),
    );
    await insertRows(
      em,
      'pain_point',
      raised.map((painPoint) => ({ ...rowOf(painPoint) })),
    );
    await insertRows(
      em,
      'comment',
      comments.map(({ painPointId, authorId, ...comment }) => ({
        ...comment,
        pain_point_id: painPointId,
        author_id: authorId,
      })),
    );
    await cards.addChanges(transaction, changes);
    await insertRows(em, 'pain_point_quote', quotes);
    return raised;
  }

  /** Those who watch read the board anew: thousands of single cards would come too fast for them. */
  async end(): Promise<void> {
    const { journal, transaction, boardId, actor } = this.within;
    await journal.stagesChanged(transaction, boardId, actor.personId);
  }

  private async painPointOf({ stageId, raiserId, raisedAt, details }: ManyRaised, key: string): Promise<PainPoint> {
    const { boardId, stages, actor, ids } = this.within;
    const stage = stages.find(({ id }) => id === stageId) as Stage;
    const rank = await this.nextRank(stageId);
    const typedById = actor.personId;
    const start = { id: ids.next(), boardId, key, stage, rank, raiserId, typedById, raisedAt, details };
    const painPoint = PainPoint.raise(start);
    painPoint.version = 1;
    painPoint.bringIn(this.now);
    // Nobody noted since when work is under way; it has stood there at least from now on.
    if (UNDER_WAY.has(stage.category)) painPoint.enteredStageAt = this.now;
    return painPoint;
  }

  private async nextRank(stageId: string): Promise<Rank> {
    const last = this.lastRanks.get(stageId);
    const { cards, transaction } = this.within;
    const rank = last === undefined ? await cards.rankAtEnd(transaction, stageId) : rankBetween(last, null);
    this.lastRanks.set(stageId, rank);
    return rank;
  }

  private noteOf({ id: painPointId }: PainPoint, text: string): Comment[] {
    if (text === '') return [];
    const authorId = this.within.actor.personId;
    const visibility = Visibility.INTERNAL;
    return [Comment.write({ id: this.within.ids.next(), painPointId, authorId, text, visibility, at: this.now })];
  }

  private raisedChange({ id, stageId }: PainPoint, origin: string | null): Change {
    const to = this.within.stages.find((stage) => stage.id === stageId)?.name ?? null;
    return this.change({
      painPointId: id,
      kind: ChangeKind.RAISED,
      field: 'stage',
      from: origin,
      to,
      newValue: stageId,
      visibility: Visibility.SHARED,
    });
  }

  private notedChange({ id, painPointId, visibility }: Comment): Change {
    return this.change({
      painPointId,
      kind: ChangeKind.COMMENT,
      field: 'comment',
      from: null,
      to: null,
      newValue: id,
      visibility,
    });
  }

  private change(
    what: Pick<Change, 'painPointId' | 'kind' | 'field' | 'from' | 'to' | 'newValue' | 'visibility'>,
  ): Change {
    const { boardId, revision, actor, ids } = this.within;
    const place = { id: ids.next(), boardId, revision, version: 1, at: this.now, actorId: actor.personId };
    return { ...what, ...place, oldValue: null, undoes: null };
  }
}
