import { type Actor, seesInternal } from '@stanch/people';
import { pageSize, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { RemediationTask } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import { Win } from '../domain/win.js';
import { containing } from '../persistence/pain-point-filter.js';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import type { RemediationTables } from '../persistence/tables.js';
import { PainPointSort, ReadPainPoints } from './read-pain-points.js';

/** What a search found. */
export interface Found {
  readonly painPoints: ReadPainPoint[];
  readonly tasks: RemediationTask[];
  readonly wins: Win[];
}

/** Finds pain points, tasks and wins that hold a text; those who see only what is shared find only that. */
@Injectable()
export class Search {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readPainPoints: ReadPainPoints,
  ) {}

  async run(viewer: Actor, text: string, first: number): Promise<Found> {
    const most = pageSize(first);
    if (text.trim() === '' || most === 0) return { painPoints: [], tasks: [], wins: [] };
    const all = seesInternal(viewer.role);
    const page = await this.readPainPoints.list(viewer, {
      filter: { text, includeClosed: true },
      sort: PainPointSort.RAISED_AT,
      first: most,
      fields: null,
      wantsTotal: false,
    });
    return this.unitOfWork.read(async (em) => {
      const kysely = em.getKysely<RemediationTables>();
      let tasks = kysely
        .selectFrom('remediation_task')
        .select('id')
        .where(containing(sql.ref('remediation_task.title'), text))
        .limit(most);
      if (!all) tasks = tasks.where('visibility', '=', Visibility.SHARED);
      let wins = kysely
        .selectFrom('win')
        .select('id')
        .where(containing(sql.ref('win.headline'), text))
        .limit(most);
      if (!all) wins = wins.where('published_at', 'is not', null);
      const taskIds = (await tasks.execute()).map(({ id }) => id);
      const winIds = (await wins.execute()).map(({ id }) => id);
      return {
        painPoints: page.nodes,
        tasks: await em.find(RemediationTask, { id: { $in: taskIds } }),
        wins: await em.find(Win, { id: { $in: winIds } }),
      };
    });
  }
}
