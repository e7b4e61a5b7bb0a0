import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Change, ChangeKind } from '../domain/change.js';
import { Comment } from '../domain/comment.js';
import { RemediationTask, TaskState } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import { Win } from '../domain/win.js';
import type { RemediationTables } from '../persistence/tables.js';

/** How far the tasks of a pain point are. */
export interface TaskProgress {
  readonly count: number;
  readonly done: number;
}

/** A task in the list of one pain point. */
export interface ListedTask {
  readonly task: RemediationTask;
  readonly position: string;
}

/** Whether internal things are read as well: a sponsor is never given them. */
export type Eyes = 'all' | 'shared';

/** Reads what hangs on pain points, for many of them at once. */
@Injectable()
export class ReadLinked {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The tasks of these pain points, in their order. */
  async tasks(painPointIds: readonly string[], eyes: Eyes): Promise<Map<string, ListedTask[]>> {
    return this.unitOfWork.read(async (em) => {
      const links = await em
        .getKysely<RemediationTables>()
        .selectFrom('task_pain_point')
        .selectAll()
        .where('pain_point_id', 'in', [...painPointIds])
        .orderBy('rank')
        .execute();
      const visible = eyes === 'all' ? {} : { visibility: Visibility.SHARED };
      const found = await em.find(RemediationTask, { id: { $in: links.map((link) => link.task_id) }, ...visible });
      const tasks = new Map(found.map((task) => [task.id, task]));
      return grouped(links, ({ pain_point_id, task_id, rank }) => {
        const task = tasks.get(task_id);
        return task ? [pain_point_id, { task, position: rank }] : null;
      });
    });
  }

  /** How many tasks these pain points have and how many are done. */
  async taskProgress(painPointIds: readonly string[], eyes: Eyes): Promise<Map<string, TaskProgress>> {
    const rows = await this.unitOfWork.read((em) => {
      let query = em
        .getKysely<RemediationTables>()
        .selectFrom('task_pain_point')
        .innerJoin('remediation_task', 'remediation_task.id', 'task_pain_point.task_id')
        .where('task_pain_point.pain_point_id', 'in', [...painPointIds])
        .groupBy('task_pain_point.pain_point_id')
        .select('task_pain_point.pain_point_id')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .select((eb) =>
          eb.fn
            .sum<number>(eb.case().when('remediation_task.state', '=', TaskState.DONE).then(1).else(0).end())
            .as('done'),
        );
      if (eyes === 'shared') query = query.where('remediation_task.visibility', '=', Visibility.SHARED);
      return query.execute();
    });
    return new Map(rows.map((row) => [row.pain_point_id, { count: Number(row.count), done: Number(row.done) }]));
  }

  /** The wins of these pain points, oldest first; those who see only what is shared get the published ones. */
  async wins(painPointIds: readonly string[], eyes: Eyes): Promise<Map<string, Win[]>> {
    return this.unitOfWork.read(async (em) => {
      const links = await em
        .getKysely<RemediationTables>()
        .selectFrom('win_pain_point')
        .selectAll()
        .where('pain_point_id', 'in', [...painPointIds])
        .orderBy('win_id')
        .execute();
      const visible = eyes === 'all' ? {} : { publishedAt: { $ne: null } };
      const found = await em.find(Win, { id: { $in: links.map((link) => link.win_id) }, ...visible });
      const wins = new Map(found.map((win) => [win.id, win]));
      return grouped(links, ({ pain_point_id, win_id }) => {
        const win = wins.get(win_id);
        return win ? [pain_point_id, win] : null;
      });
    });
  }

  /** The comments on these pain points, oldest first. */
  async comments(painPointIds: readonly string[], eyes: Eyes): Promise<Map<string, Comment[]>> {
    const visible = eyes === 'all' ? {} : { visibility: Visibility.SHARED };
    const found = await this.unitOfWork.read((em) =>
      em.find(Comment, { painPointId: { $in: [...painPointIds] }, ...visible }, { orderBy: { id: 'asc' } }),
    );
    return grouped(found, (comment) => [comment.painPointId, comment]);
  }

  /** The shared ones among these comments. */
  async sharedComments(ids: readonly string[]): Promise<Comment[]> {
    return this.unitOfWork.read((em) => em.find(Comment, { id: { $in: [...ids] }, visibility: Visibility.SHARED }));
  }

  /** The history of these pain points, oldest first. */
  async history(painPointIds: readonly string[], eyes: Eyes): Promise<Map<string, Change[]>> {
    const visible = eyes === 'all' ? {} : { visibility: Visibility.SHARED };
    const found = await this.unitOfWork.read((em) =>
      em.find(Change, { painPointId: { $in: [...painPointIds] }, ...visible }, { orderBy: { id: 'asc' } }),
    );
    return grouped(found, (change) => [change.painPointId, change]);
  }

  /** The last change of each of these pain points that its sponsors could see. */
  async latestShared(painPointIds: readonly string[]): Promise<Map<string, Change>> {
    return this.unitOfWork.read(async (em) => {
      const newest = await em
        .getKysely<RemediationTables>()
        .selectFrom('change')
        .select((eb) => eb.fn.max('id').as('id'))
        .where('pain_point_id', 'in', [...painPointIds])
        .where('visibility', '=', Visibility.SHARED)
        // Another place in the same stage is a matter of the team, and no news.
        .where((eb) =>
          eb.or([eb('kind', '!=', ChangeKind.MOVED), eb(sql`coalesce(from_text, '')`, '!=', eb.ref('to_text'))]),
        )
        .groupBy('pain_point_id')
        .execute();
      const found = await em.find(Change, { id: { $in: newest.map(({ id }) => id) } });
      return new Map(found.map((change) => [change.painPointId, change]));
    });
  }

  /** The ids of the pain points behind these tasks or wins. */
  async painPointIdsOf(kind: 'task' | 'win', ids: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read((em) => {
      const kysely = em.getKysely<RemediationTables>();
      return kind === 'task'
        ? kysely
            .selectFrom('task_pain_point')
            .select(['task_id as id', 'pain_point_id'])
            .where('task_id', 'in', [...ids])
            .execute()
        : kysely
            .selectFrom('win_pain_point')
            .select(['win_id as id', 'pain_point_id'])
            .where('win_id', 'in', [...ids])
            .execute();
    });
    return grouped(rows, (row) => [row.id, row.pain_point_id]);
  }

  /** The tasks behind these wins. */
  async tasksOfWins(winIds: readonly string[], eyes: Eyes): Promise<Map<string, RemediationTask[]>> {
    return this.unitOfWork.read(async (em) => {
      const links = await em
        .getKysely<RemediationTables>()
        .selectFrom('win_task')
        .selectAll()
        .where('win_id', 'in', [...winIds])
        .execute();
      const visible = eyes === 'all' ? {} : { visibility: Visibility.SHARED };
      const found = await em.find(RemediationTask, { id: { $in: links.map((link) => link.task_id) }, ...visible });
      const tasks = new Map(found.map((task) => [task.id, task]));
      return grouped(links, ({ win_id, task_id }) => {
        const task = tasks.get(task_id);
        return task ? [win_id, task] : null;
      });
    });
  }

  /** Whom these wins thank. */
  async thanksOfWins(winIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('win_thanks')
        .selectAll()
        .where('win_id', 'in', [...winIds])
        .execute(),
    );
    return grouped(rows, (row) => [row.win_id, row.person_id]);
  }

  /** The quotes that stand behind these pain points. */
  async quoteIds(painPointIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point_quote')
        .selectAll()
        .where('pain_point_id', 'in', [...painPointIds])
        .orderBy('quote_id')
        .execute(),
    );
    return grouped(rows, (row) => [row.pain_point_id, row.quote_id]);
  }

  /** The pain points that these quotes stand behind. */
  async painPointIdsOfQuotes(quoteIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point_quote')
        .selectAll()
        .where('quote_id', 'in', [...quoteIds])
        .execute(),
    );
    return grouped(rows, (row) => [row.quote_id, row.pain_point_id]);
  }

  /** Who had each of these pain points in hand at any time; what was taken back counts for nothing. */
  async everOwned(painPointIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('change')
        .select(['pain_point_id', 'old_value', 'new_value'])
        .where('pain_point_id', 'in', [...painPointIds])
        .where('field', '=', 'ownerId')
        .where('undoes', 'is', null)
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('change as later')
                .select('later.id')
                .whereRef('later.pain_point_id', '=', 'change.pain_point_id')
                .whereRef('later.undoes', '=', 'change.id'),
            ),
          ),
        )
        .execute(),
    );
    const owners = rows.flatMap(({ pain_point_id: id, old_value: was, new_value: is }) =>
      [was, is].flatMap((value) => {
        const ownerId = JSON.parse(value ?? 'null') as string | null;
        return ownerId === null ? [] : [{ id, ownerId }];
      }),
    );
    return grouped(owners, ({ id, ownerId }) => [id, ownerId]);
  }

  /** The changes that were taken back, out of these, with who did it. */
  async undoneBy(changeIds: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('change')
        .select(['undoes', 'actor_id'])
        .where('undoes', 'in', [...changeIds])
        .execute(),
    );
    return new Map(rows.map((row) => [row.undoes as string, row.actor_id]));
  }

  /** All tags in use on open cards. */
  async tags(): Promise<string[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<RemediationTables>()
        .selectFrom('pain_point')
        .select('tags')
        .distinct()
        .where('closed_at', 'is', null)
        .where('tags', '!=', '[]')
        .execute(),
    );
    const tags = new Set(rows.flatMap((row) => JSON.parse(row.tags) as string[]));
    return [...tags].sort((a, b) => a.localeCompare(b));
  }
}

function grouped<Row, Value>(
  rows: readonly Row[],
  entryOf: (row: Row) => readonly [string, Value] | null,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const entry = entryOf(row);
    if (!entry) continue;
    const group = groups.get(entry[0]);
    if (group) group.push(entry[1]);
    else groups.set(entry[0], [entry[1]]);
  }
  return groups;
}
