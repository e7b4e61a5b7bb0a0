import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { isRank, ranksBetween } from '../domain/rank.js';
import { StoredCards } from '../persistence/stored-cards.js';
import type { RemediationTables } from '../persistence/tables.js';

/** Ranks longer than this come from very many moves to one spot; they work, but are worth making short again. */
const LONGEST_RANK = 100;

/** A stage whose order is broken or worn. */
export interface OrderFault {
  readonly boardId: string;
  readonly stageId: string;
  readonly stageName: string;
  readonly cards: number;
  readonly problem: string;
}

/** Finds and mends a broken order of cards: places that are shared, unusable or worn out. */
@Injectable()
export class RepairOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cards: StoredCards,
  ) {}

  /** Looks only; an empty answer means that every order is sound. */
  async find(): Promise<OrderFault[]> {
    return this.unitOfWork.read(async (em) => {
      const rows = await em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select(['stage.id', 'stage.name', 'stage.board_id', 'pain_point.rank'])
        .where('pain_point.closed_at', 'is', null)
        .execute();
      const stages = new Map<string, { boardId: string; name: string; ranks: string[] }>();
      for (const { id, name, board_id: boardId, rank } of rows) {
        const stage = stages.get(id) ?? { boardId, name, ranks: [] };
        stage.ranks.push(rank);
        stages.set(id, stage);
      }
      return [...stages].flatMap(([stageId, { boardId, name, ranks }]) => {
        const problem = problemOf(ranks);
        return problem ? [{ boardId, stageId, stageName: name, cards: ranks.length, problem }] : [];
      });
    });
  }

  /** Gives every card of the faulty stages a new rank in the order they stand now; open boards read themselves anew. */
  async mend(): Promise<OrderFault[]> {
    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const faults = await this.find();
      const kysely = em.getKysely<RemediationTables>();
      for (const { stageId } of faults) {
        const cards = await kysely
          .selectFrom('pain_point')
          .select(['id'])
          .where('stage_id', '=', stageId)
          .where('closed_at', 'is', null)
          .orderBy('rank')
          .orderBy('id')
          .execute();
        // Two passes: no card may meet the place of another on its way.
        for (const { id } of cards) {
          await kysely
            .updateTable('pain_point')
            .set({ rank: `moving ${id}` })
            .where('id', '=', id)
            .execute();
        }
        const ranks = ranksBetween(null, null, cards.length);
        for (const [index, { id }] of cards.entries()) {
          await kysely.updateTable('pain_point').set({ rank: ranks[index] }).where('id', '=', id).execute();
        }
      }
      const boardIds = new Set(faults.map(({ boardId }) => boardId));
      for (const boardId of boardIds) await this.cards.nextRevision(transaction, boardId);
      return faults;
    });
  }
}

function problemOf(ranks: readonly string[]): string | null {
  if (new Set(ranks).size < ranks.length) return 'two cards share one place';
  if (!ranks.every(isRank)) return 'a place cannot be used';
  if (ranks.some((rank) => rank.length > LONGEST_RANK)) return 'places have become very long';
  return null;
}
