import type { Instant } from '@stanch/kernel';
import type { CostEstimate } from '@stanch/remediation';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface FactTables {
  pain_point: {
    id: string;
    board_id: string;
    stage_id: string;
    entered_stage_at: Instant;
    owner_id: string | null;
    blocked: number | boolean;
    people_affected: number;
    hours_lost_per_person_per_week: number;
    direct_cost_per_week: number;
    effort_days: number | null;
    closed_at: Instant | null;
  };
  win: { id: string; published_at: Instant | null };
}

/** As much of a card as figures are made of. */
export interface LeanCard extends CostEstimate {
  readonly id: string;
  readonly stageId: string;
  readonly enteredStageAt: Instant;
  readonly ownerId: string | null;
  readonly blocked: boolean;
  readonly effortDays: number | null;
  /** Neither parked, declined nor merged. */
  readonly onBoard: boolean;
}

/** What meetings are made of, read from the tables of the parts before; to look at only. */
@Injectable()
export class MeetingFacts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async isOnBoard({ em }: Pick<Transaction, 'em'>, boardId: string, painPointId: string): Promise<boolean> {
    const row = await em
      .getKysely<FactTables>()
      .selectFrom('pain_point')
      .select('id')
      .where('id', '=', painPointId)
      .where('board_id', '=', boardId)
      .executeTakeFirst();
    return row !== undefined;
  }

  async isWin({ em }: Pick<Transaction, 'em'>, winId: string): Promise<boolean> {
    const row = await em
      .getKysely<FactTables>()
      .selectFrom('win')
      .select('id')
      .where('id', '=', winId)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** All cards of a board, also those that left it. */
  async cards(boardId: string): Promise<LeanCard[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<FactTables>()
        .selectFrom('pain_point')
        .select([
          'id',
          'stage_id',
          'entered_stage_at',
          'owner_id',
          'blocked',
          'people_affected',
          'hours_lost_per_person_per_week',
          'direct_cost_per_week',
          'effort_days',
          'closed_at',
        ])
        .where('board_id', '=', boardId)
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      stageId: row.stage_id,
      enteredStageAt: row.entered_stage_at,
      ownerId: row.owner_id,
      blocked: Boolean(row.blocked),
      peopleAffected: row.people_affected,
      hoursLostPerPersonPerWeek: row.hours_lost_per_person_per_week,
      directCostPerWeek: row.direct_cost_per_week,
      effortDays: row.effort_days,
      onBoard: row.closed_at === null,
    }));
  }
}
