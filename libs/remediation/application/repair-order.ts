import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { isRank, isWorn } from '../domain/rank.js';
import { StoredCards } from '../persistence/stored-cards.js';
import type { RemediationTables } from '../persistence/tables.js';

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
      const faults = await this.find();
      for (const { stageId } of faults) await this.cards.renumber(transaction, stageId);
      const boardIds = new Set(faults.map(({ boardId }) => boardId));
      for (const boardId of boardIds) await this.cards.nextRevision(transaction, boardId);
      return faults;
    });
  }
}

function problemOf(ranks: readonly string[]): string | null {
  if (new Set(ranks).size < ranks.length) return 'two cards share one place';
  if (!ranks.every(isRank)) return 'a place cannot be used';
  if (ranks.some(isWorn)) return 'places have become very long';
  return null;
}
