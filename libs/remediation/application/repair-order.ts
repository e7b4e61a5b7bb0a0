import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { isRank, ranksBetween } from '../domain/rank.js';
import type { RemediationTables } from '../persistence/tables.js';

/** Ranks longer than this come from very many moves to one spot; they work, but are worth making short again. */
const LONGEST_RANK = 100;

/** A stage whose order is broken or worn. */
export interface OrderFault {
  readonly stageId: string;
  readonly stageName: string;
  readonly cards: number;
  readonly problem: string;
}

/** Finds and mends a broken order of cards: places that are shared, unusable or worn out. */
@Injectable()
export class RepairOrder {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Looks only; an empty answer means that every order is sound. */
  async find(): Promise<OrderFault[]> {
    return this.unitOfWork.read(async (em) => {
      const rows = await em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .innerJoin('stage', 'stage.id', 'pain_point.stage_id')
        .select(['stage.id', 'stage.name', 'pain_point.rank'])
        .where('pain_point.closed_at', 'is', null)
        .execute();
      const stages = new Map<string, { name: string; ranks: string[] }>();
      for (const { id, name, rank } of rows) {
        const stage = stages.get(id) ?? { name, ranks: [] };
        stage.ranks.push(rank);
        stages.set(id, stage);
      }
      return [...stages].flatMap(([stageId, { name, ranks }]) => {
        const problem = problemOf(ranks);
        return problem ? [{ stageId, stageName: name, cards: ranks.length, problem }] : [];
      });
    });
  }

  /** Gives every card of the faulty stages a new rank in the order they stand now. */
  async mend(): Promise<OrderFault[]> {
    return this.unitOfWork.run(async ({ em }) => {
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
