import type { Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Notice } from '../domain/notice.js';
import { Waiting } from '../domain/notification.js';
import type { NotificationKind } from '../domain/notification-rules.js';
import { Push, type PushData, PushState } from '../domain/push.js';
import { chunks } from './stored-notices.js';
import type { NotificationTables, PushRow } from './tables.js';

type Within = Pick<Transaction, 'em'>;

/** In the text of the statement: the indexes of what waits are partial, and a bound value does not say that they fit. */
const WAITING = sql.lit(PushState.WAITING);

/** What is on its way to people's devices. */
@Injectable()
export class StoredPushes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Pushes on these cards that wait for further moves, or for a promise that is moved or taken back. */
  async open({ em }: Within, painPointIds: readonly string[], since: Instant): Promise<PushData[]> {
    if (painPointIds.length === 0) return [];
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('push')
      .selectAll()
      .where('pain_point_id', 'in', painPointIds)
      .where('state', '=', WAITING)
      .where('topic', 'in', Object.values(Waiting))
      .where('attempts', '=', 0)
      .where('send_after', '>', since)
      .execute();
    return rows.map(pushOf);
  }

  /** Stores new ones, and what those that wait say now. */
  async save({ em }: Within, pushes: readonly PushData[]): Promise<void> {
    for (const some of chunks(pushes)) {
      await em
        .getKysely<NotificationTables>()
        .insertInto('push')
        .values(some.map(rowOf))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            event_id: eb.ref('excluded.event_id'),
            kind: eb.ref('excluded.kind'),
            notice: eb.ref('excluded.notice'),
            send_after: eb.ref('excluded.send_after'),
            next_attempt_at: eb.ref('excluded.next_attempt_at'),
          })),
        )
        .execute();
    }
  }

  /** What is due, the oldest first. */
  async due(now: Instant, limit: number): Promise<PushData[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<NotificationTables>()
        .selectFrom('push')
        .selectAll()
        .where('state', '=', WAITING)
        .where('next_attempt_at', '<=', now)
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
    return rows.map(pushOf);
  }

  /** When the next one is due; null when none waits. */
  async nextDue(): Promise<Instant | null> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<NotificationTables>()
        .selectFrom('push')
        .select((eb) => eb.fn.min('next_attempt_at').as('next'))
        .where('state', '=', WAITING)
        .executeTakeFirst(),
    );
    return row?.next ?? null;
  }

  /**
   * Takes one that is due until a moment at which others may take it again; null when it is taken back, or taken by
   * another process. What happens to the card later no longer changes it.
   */
  async take({ em }: Within, id: string, now: Instant, until: Instant): Promise<Push | null> {
    const { numUpdatedRows } = await em
      .getKysely<NotificationTables>()
      .updateTable('push')
      .set((eb) => ({ next_attempt_at: until, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', WAITING)
      .where('next_attempt_at', '<=', now)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 0 ? null : em.findOne(Push, { id });
  }

  /** One, to be changed in this transaction; null when it was taken back. */
  async byId({ em }: Within, id: string): Promise<Push | null> {
    return em.findOne(Push, { id });
  }

  /** What waits for a device and was not tried yet, the oldest first. */
  async untriedFor({ em }: Within, deviceId: string): Promise<PushData[]> {
    const untried = { deviceId, state: PushState.WAITING, attempts: 0 };
    return em.find(Push, untried, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  }

  /** What is due for a device, to be changed in this transaction. */
  async dueFor({ em }: Within, deviceId: string, now: Instant): Promise<Push[]> {
    return em.find(Push, { deviceId, state: PushState.WAITING, nextAttemptAt: { $lte: now } });
  }

  /** Lets one wait until a moment, for what belongs to it. */
  async delay({ em }: Within, id: string, until: Instant): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .updateTable('push')
      .set({ next_attempt_at: until })
      .where('id', '=', id)
      .where('state', '=', WAITING)
      .execute();
  }

  /** Takes back what waits for somebody who no longer wants it. */
  async withdraw(
    { em }: Within,
    personId: string,
    only: { readonly painPointId?: string; readonly deviceId?: string; readonly kinds?: readonly string[] } = {},
  ): Promise<void> {
    let query = em
      .getKysely<NotificationTables>()
      .deleteFrom('push')
      .where('state', '=', WAITING)
      .where('person_id', '=', personId);
    if (only.painPointId !== undefined) query = query.where('pain_point_id', '=', only.painPointId);
    if (only.deviceId !== undefined) query = query.where('device_id', '=', only.deviceId);
    if (only.kinds !== undefined) query = query.where('kind', 'in', only.kinds);
    await query.execute();
  }

  /** Forgets what was sent, or given up, before a moment. */
  async forget({ em }: Within, before: Instant): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .deleteFrom('push')
      .where('created_at', '<', before)
      .where('state', '!=', WAITING)
      .execute();
  }
}

function rowOf(push: PushData): PushRow {
  return {
    id: push.id,
    event_id: push.eventId,
    person_id: push.personId,
    device_id: push.deviceId,
    kind: push.kind,
    topic: push.topic,
    pain_point_id: push.painPointId,
    notice: JSON.stringify(push.notice),
    internal: push.internal,
    state: push.state,
    created_at: push.createdAt,
    send_after: push.sendAfter,
    next_attempt_at: push.nextAttemptAt,
    attempts: push.attempts,
    sent_at: push.sentAt,
    last_error: push.lastError,
  };
}

function pushOf(row: PushRow): PushData {
  return {
    id: row.id,
    eventId: row.event_id,
    personId: row.person_id,
    deviceId: row.device_id,
    kind: row.kind as NotificationKind,
    topic: row.topic,
    painPointId: row.pain_point_id,
    notice: JSON.parse(row.notice) as Notice,
    internal: Number(row.internal) === 1,
    state: row.state as PushState,
    createdAt: row.created_at,
    sendAfter: row.send_after,
    nextAttemptAt: row.next_attempt_at,
    attempts: row.attempts,
    sentAt: row.sent_at,
    lastError: row.last_error,
  };
}
