import type { Actor } from '@stanch/people';
import { pageSize, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Win } from '../domain/win.js';
import type { PainPointFilter } from '../persistence/pain-point-filter.js';
import type { RemediationTables } from '../persistence/tables.js';
import { boardOf } from './find-or-refuse.js';
import { ReadPainPoints } from './read-pain-points.js';

/** Which wins are looked at. */
export interface LatestWinsRequest {
  readonly boardId?: string | null;
  readonly filter?: PainPointFilter | null;
  readonly first: number;
}

/** Reads what got better of late, as its sponsors were told: the latest first, wherever its cards stand by now. */
@Injectable()
export class ReadLatestWins {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly painPoints: ReadPainPoints,
  ) {}

  async run(viewer: Actor, { boardId, filter, first }: LatestWinsRequest): Promise<Win[]> {
    const most = pageSize(first);
    const slice = filter ? await this.painPoints.idsWithin(viewer.personId, filter) : null;
    return this.unitOfWork.read(async (em) => {
      const board = await boardOf({ em }, boardId);
      const told = await em
        .getKysely<RemediationTables>()
        .selectFrom('win')
        .innerJoin('win_pain_point', 'win_pain_point.win_id', 'win.id')
        .innerJoin('pain_point', 'pain_point.id', 'win_pain_point.pain_point_id')
        .where('pain_point.board_id', '=', board.id)
        .where('win.published_at', 'is not', null)
        .orderBy('win.achieved_on', 'desc')
        .orderBy('win.published_at', 'desc')
        .orderBy('win.id', 'desc')
        .select(['win.id', 'win_pain_point.pain_point_id'])
        .execute();
      const within = told.filter(({ pain_point_id }) => slice?.has(pain_point_id) ?? true);
      const ids = [...new Set(within.map(({ id }) => id))].slice(0, most);
      const wins = await em.find(Win, { id: { $in: ids } });
      return ids.flatMap((id) => wins.find((win) => win.id === id) ?? []);
    });
  }
}
