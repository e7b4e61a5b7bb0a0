import type { Instant } from '@stanch/kernel';
import { insertRows, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Stage } from '../domain/stage.js';
import type { RemediationTables } from './tables.js';

/** A stage as it was at some time. */
export type StageThen = Pick<Stage, 'id' | 'name' | 'category' | 'wipLimit'>;

/** The stages of a board from a moment on, from left to right. */
export interface StagesSince {
  readonly since: Instant;
  readonly stages: readonly StageThen[];
}

/** How the stages of a board were at which time. A stage that was renamed or removed stays what it was in the past. */
@Injectable()
export class StageVersions {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The stages are so from a revision of the board on. */
  async record(
    { em }: Transaction,
    boardId: string,
    revision: number,
    stages: readonly Stage[],
    since: Instant,
  ): Promise<void> {
    const rows = stages.map(({ id, name, category, wipLimit, position }) => ({
      board_id: boardId,
      revision,
      stage_id: id,
      since,
      name,
      category,
      wip_limit: wipLimit,
      position,
    }));
    await insertRows(em, 'stage_version', rows);
  }

  /** All that the stages of a board ever were, the oldest first; the first holds for whatever was before it, too. */
  async of(boardId: string): Promise<StagesSince[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('stage_version')
        .selectAll()
        .where('board_id', '=', boardId)
        .orderBy('revision')
        .orderBy('position')
        .execute(),
    );
    return [...Map.groupBy(rows, ({ revision }) => revision).values()].map((version) => ({
      since: version[0]?.since ?? '',
      stages: version.map((row) => ({
        id: row.stage_id,
        name: row.name,
        category: row.category as Stage['category'],
        wipLimit: row.wip_limit,
      })),
    }));
  }
}
