import { Clock, Ids, type Instant } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { insertRows, type Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Change, ChangeKind } from '../domain/change.js';
import { PainPoint, type PainPointEdit } from '../domain/pain-point.js';
import { type Rank, rankBetween } from '../domain/rank.js';
import { type Stage, StageCategory } from '../domain/stage.js';
import { Visibility } from '../domain/visibility.js';
import { StoredCards } from '../persistence/stored-cards.js';
import { rowOf } from '../persistence/stored-pain-points.js';
import { insertComments } from '../persistence/stored-comments.js';
import { BoardJournal } from './board-journal.js';

/** One pain point of many that are raised together. */
export interface ManyRaised {
  readonly raiserId: string;
  readonly raisedAt: Instant;
  readonly stageId: string;
  readonly details: PainPointEdit & { title: string };
  /** What was said in interviews and stands behind it. */
  readonly quoteIds: readonly string[];
  /** What IT should know of it besides; becomes an internal comment. Empty for nothing. */
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
    const stages = new Map((await this.cards.stagesOf(transaction, boardId)).map((stage) => [stage.id, stage]));
    const revision = await this.cards.nextRevision(transaction, boardId);
    const { cards, ids } = this;
    const now = this.clock.now();
    const ranks = new Map<string, Rank>();

    const raise = async (many: readonly ManyRaised[]): Promise<PainPoint[]> => {
      const { prefix, first } = await cards.takeNumbers(transaction, boardId, many.length);
      const raised: PainPoint[] = [];
      for (const [at, one] of many.entries()) {
        const stage = stages.get(one.stageId) as Stage;
        const last = ranks.get(stage.id);
        const rank = last === undefined ? await cards.rankAtEnd(transaction, stage.id) : rankBetween(last, null);
        ranks.set(stage.id, rank);
        const { raiserId, raisedAt, details } = one;
        const key = `${prefix}-${first + at}`;
        const typedById = actor.personId;
        const start = { id: ids.next(), boardId, key, stage, rank, raiserId, typedById, raisedAt, details };
        const painPoint = PainPoint.raise(start);
        // Nobody noted since when work is under way; it has stood there at least from now on.
        if (UNDER_WAY.has(stage.category)) painPoint.enteredStageAt = now;
        raised.push(painPoint);
      }
      const changes = raised.map((painPoint, at) => {
        painPoint.version = 1;
        return Object.assign(new Change(), {
          id: ids.next(),
          painPointId: painPoint.id,
          boardId,
          revision,
          version: 1,
          at: now,
          actorId: actor.personId,
          kind: ChangeKind.RAISED,
          field: 'stage',
          from: many[at]?.origin ?? null,
          to: stages.get(painPoint.stageId)?.name ?? null,
          oldValue: null,
          newValue: painPoint.stageId,
          visibility: Visibility.SHARED,
          undoes: null,
        });
      });
      const links = raised.flatMap(({ id }, at) =>
        (many[at]?.quoteIds ?? []).map((quoteId) => ({ pain_point_id: id, quote_id: quoteId })),
      );
      await insertRows(
        transaction.em,
        'pain_point',
        raised.map((painPoint) => ({ ...rowOf(painPoint) })),
      );
      await cards.addChanges(transaction, changes);
      await insertRows(transaction.em, 'pain_point_quote', links);
      return raised;
    };
    // Those who watch read the board anew: thousands of single cards would come too fast for them.
    const end = async () => {
      await this.journal.stagesChanged(transaction, boardId, actor.personId);
    };
    return { raise, end };
  }
}

/** Raising in several goes within one transaction. */
export interface ManyRaising {
  /** Puts them at the ends of their stages, in this order. */
  raise(many: readonly ManyRaised[]): Promise<PainPoint[]>;
  end(): Promise<void>;
}
