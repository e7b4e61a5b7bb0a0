import { badInput } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Rank, rankBetween } from '../domain/rank.js';
import type { RemediationTables } from './tables.js';

/** The links between pain points and what belongs to them: tasks, wins, quotes, comments. */
@Injectable()
export class StoredLinks {
  /** Puts a task at the end of the lists of these pain points; one that is linked already stays where it is. */
  async linkTask({ em }: Transaction, taskId: string, painPointIds: readonly string[]): Promise<void> {
    const kysely = em.getKysely<RemediationTables>();
    for (const painPointId of painPointIds) {
      const last = await kysely
        .selectFrom('task_pain_point')
        .select('rank')
        .where('pain_point_id', '=', painPointId)
        .orderBy('rank', 'desc')
        .limit(1)
        .executeTakeFirst();
      await kysely
        .insertInto('task_pain_point')
        .values({ pain_point_id: painPointId, task_id: taskId, rank: rankBetween(last?.rank ?? null, null) })
        .onConflict((same) => same.columns(['pain_point_id', 'task_id']).doNothing())
        .execute();
    }
  }

  /** Takes a task off the lists of these pain points. */
  async unlinkTask({ em }: Transaction, taskId: string, painPointIds: readonly string[]): Promise<void> {
    if (painPointIds.length === 0) return;
    await em
      .getKysely<RemediationTables>()
      .deleteFrom('task_pain_point')
      .where('task_id', '=', taskId)
      .where('pain_point_id', 'in', painPointIds)
      .execute();
  }

  /** The pain points that a task treats. */
  async painPointIdsOfTask({ em }: Transaction, taskId: string): Promise<string[]> {
    const rows = await em
      .getKysely<RemediationTables>()
      .selectFrom('task_pain_point')
      .select('pain_point_id')
      .where('task_id', '=', taskId)
      .execute();
    return rows.map((row) => row.pain_point_id);
  }

  /** Places a task in the list of a pain point; false when it is not in that list. */
  async placeTask(
    { em }: Transaction,
    painPointId: string,
    taskId: string,
    neighbours: { afterId?: string | null; beforeId?: string | null },
  ): Promise<boolean> {
    const kysely = em.getKysely<RemediationTables>();
    const list = await kysely
      .selectFrom('task_pain_point')
      .select(['task_id', 'rank'])
      .where('pain_point_id', '=', painPointId)
      .orderBy('rank')
      .execute();
    if (!list.some((row) => row.task_id === taskId)) return false;
    const others = list.filter((row) => row.task_id !== taskId);
    const rank = rankAmong(others, neighbours);
    await kysely
      .updateTable('task_pain_point')
      .set({ rank })
      .where('pain_point_id', '=', painPointId)
      .where('task_id', '=', taskId)
      .execute();
    return true;
  }

  /** Links a win to its pain points, its tasks and whom to thank. */
  async linkWin(
    { em }: Transaction,
    winId: string,
    links: { painPointIds: readonly string[]; taskIds: readonly string[]; thanksIds: readonly string[] },
  ): Promise<void> {
    const kysely = em.getKysely<RemediationTables>();
    const rows = <Key extends string>(key: Key, ids: readonly string[]) =>
      [...new Set(ids)].map((id) => ({ win_id: winId, [key]: id })) as ({ win_id: string } & Record<Key, string>)[];
    if (links.painPointIds.length > 0) {
      await kysely.insertInto('win_pain_point').values(rows('pain_point_id', links.painPointIds)).execute();
    }
    if (links.taskIds.length > 0) await kysely.insertInto('win_task').values(rows('task_id', links.taskIds)).execute();
    if (links.thanksIds.length > 0) {
      await kysely.insertInto('win_thanks').values(rows('person_id', links.thanksIds)).execute();
    }
  }

  /** Puts what was said in interviews behind a pain point. */
  async linkQuotes({ em }: Transaction, painPointId: string, quoteIds: readonly string[]): Promise<void> {
    if (quoteIds.length === 0) return;
    await em
      .getKysely<RemediationTables>()
      .insertInto('pain_point_quote')
      .values(quoteIds.map((quoteId) => ({ pain_point_id: painPointId, quote_id: quoteId })))
      .onConflict((same) => same.columns(['pain_point_id', 'quote_id']).doNothing())
      .execute();
  }

  /** The pain points behind a win. */
  async painPointIdsOfWin({ em }: Transaction, winId: string): Promise<string[]> {
    const rows = await em
      .getKysely<RemediationTables>()
      .selectFrom('win_pain_point')
      .select('pain_point_id')
      .where('win_id', '=', winId)
      .execute();
    return rows.map((row) => row.pain_point_id);
  }

  /** Gives everything that hangs on a merged pain point to the one it lives on in. */
  async carryOver(transaction: Transaction, fromId: string, intoId: string): Promise<void> {
    const kysely = transaction.em.getKysely<RemediationTables>();
    const tasks = await kysely
      .selectFrom('task_pain_point')
      .select('task_id')
      .where('pain_point_id', '=', fromId)
      .orderBy('rank')
      .execute();
    for (const { task_id } of tasks) await this.linkTask(transaction, task_id, [intoId]);
    await kysely
      .insertInto('win_pain_point')
      .columns(['pain_point_id', 'win_id'])
      .expression((from) =>
        from
          .selectFrom('win_pain_point')
          .select((row) => [row.val(intoId).as('pain_point_id'), 'win_id'])
          .where('pain_point_id', '=', fromId),
      )
      .onConflict((same) => same.columns(['pain_point_id', 'win_id']).doNothing())
      .execute();
    await kysely
      .insertInto('pain_point_quote')
      .columns(['pain_point_id', 'quote_id'])
      .expression((from) =>
        from
          .selectFrom('pain_point_quote')
          .select((row) => [row.val(intoId).as('pain_point_id'), 'quote_id'])
          .where('pain_point_id', '=', fromId),
      )
      .onConflict((same) => same.columns(['pain_point_id', 'quote_id']).doNothing())
      .execute();
    await kysely.updateTable('comment').set({ pain_point_id: intoId }).where('pain_point_id', '=', fromId).execute();
  }
}

function rankAmong(
  others: readonly { task_id: string; rank: Rank }[],
  { afterId, beforeId }: { afterId?: string | null; beforeId?: string | null },
): Rank {
  const indexOf = (field: string, wanted: string) => {
    const index = others.findIndex((row) => row.task_id === wanted);
    if (index < 0) throw badInput(field, 'There is no such other task in this list. Reload the card and try again.');
    return index;
  };
  let place = others.length;
  if (beforeId != null) place = indexOf('beforeId', beforeId);
  if (afterId != null) place = indexOf('afterId', afterId) + 1;
  return rankBetween(others[place - 1]?.rank ?? null, others[place]?.rank ?? null);
}
