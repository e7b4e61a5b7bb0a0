import type { Instant } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { type MailData, MailState } from '../domain/mail.js';
import type { Notice } from '../domain/notice.js';
import { type Notification, Waiting } from '../domain/notification.js';
import type { NotificationKind } from '../domain/notification-rules.js';
import type { MailRow, NotificationRow, NotificationTables } from './tables.js';

/** In the text of the statement: the indexes of what waits are partial, and a bound value does not say that they fit. */
export const WAITING = sql.lit(MailState.WAITING);

/** Rows written by one statement: databases limit the values that one may carry. */
const ROWS = 500;

/** Stores what people are told, many at a time. */
@Injectable()
export class StoredNotices {
  /** Unread notices on these cards that further ones may be joined to. */
  async unread({ em }: Transaction, painPointIds: readonly string[]): Promise<Notification[]> {
    if (painPointIds.length === 0) return [];
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('notification')
      .selectAll()
      .where('pain_point_id', 'in', painPointIds)
      .where('read_at', 'is', null)
      .where('topic', 'is not', null)
      .execute();
    return rows.map(notificationOf);
  }

  /** Mails on these cards that wait for further moves, or for a promise that is moved or taken back. */
  async waitingMails({ em }: Transaction, painPointIds: readonly string[], since: Instant): Promise<MailData[]> {
    if (painPointIds.length === 0) return [];
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('mail')
      .selectAll()
      .where('pain_point_id', 'in', painPointIds)
      .where('state', '=', WAITING)
      .where('topic', 'in', Object.values(Waiting))
      .where('attempts', '=', 0)
      .where('send_after', '>', since)
      .execute();
    return rows.map(mailOf);
  }

  /** The events among these that were told already. */
  async toldEvents({ em }: Transaction, eventIds: readonly string[]): Promise<Set<string>> {
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('notification')
      .select('event_id')
      .distinct()
      .where('event_id', 'in', eventIds)
      .execute();
    return new Set(rows.map((row) => row.event_id));
  }

  async saveNotifications({ em }: Transaction, notifications: readonly Notification[]): Promise<void> {
    for (const some of chunks(notifications)) {
      await em
        .getKysely<NotificationTables>()
        .insertInto('notification')
        .values(some.map(notificationRow))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            event_id: eb.ref('excluded.event_id'),
            kind: eb.ref('excluded.kind'),
            actor_id: eb.ref('excluded.actor_id'),
            text: eb.ref('excluded.text'),
            notice: eb.ref('excluded.notice'),
            internal: eb.ref('excluded.internal'),
            at: eb.ref('excluded.at'),
          })),
        )
        .execute();
    }
  }

  async saveMails({ em }: Transaction, mails: readonly MailData[]): Promise<void> {
    for (const some of chunks(mails)) {
      await em
        .getKysely<NotificationTables>()
        .insertInto('mail')
        .values(some.map(mailRow))
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

  /** Removes what was taken back before anybody saw it. */
  async remove({ em }: Transaction, table: 'notification' | 'mail' | 'push', ids: readonly string[]): Promise<void> {
    for (const some of chunks(ids)) {
      await em.getKysely<NotificationTables>().deleteFrom(table).where('id', 'in', some).execute();
    }
  }
}

/** In as many parts as statements are needed. */
export function chunks<Value>(values: readonly Value[]): Value[][] {
  const count = Math.ceil(values.length / ROWS);
  return Array.from({ length: count }, (_, at) => values.slice(at * ROWS, (at + 1) * ROWS));
}

function notificationRow(one: Notification): NotificationRow {
  return {
    id: one.id,
    event_id: one.eventId,
    person_id: one.personId,
    kind: one.kind,
    topic: one.topic,
    pain_point_id: one.painPointId,
    actor_id: one.actorId,
    text: one.text,
    notice: JSON.stringify(one.notice),
    internal: one.internal,
    at: one.at,
    read_at: one.readAt,
  };
}

function notificationOf(row: NotificationRow): Notification {
  return {
    id: row.id,
    eventId: row.event_id,
    personId: row.person_id,
    kind: row.kind as NotificationKind,
    topic: row.topic,
    painPointId: row.pain_point_id,
    actorId: row.actor_id,
    text: row.text,
    notice: JSON.parse(row.notice) as Notice,
    internal: Number(row.internal) === 1,
    at: row.at,
    readAt: row.read_at,
  };
}

function mailRow(mail: MailData): MailRow {
  return {
    id: mail.id,
    event_id: mail.eventId,
    person_id: mail.personId,
    address: mail.address,
    kind: mail.kind,
    topic: mail.topic,
    pain_point_id: mail.painPointId,
    notice: JSON.stringify(mail.notice),
    internal: mail.internal,
    message_id: mail.messageId,
    language: mail.language,
    state: mail.state,
    created_at: mail.createdAt,
    send_after: mail.sendAfter,
    next_attempt_at: mail.nextAttemptAt,
    attempts: mail.attempts,
    sent_at: mail.sentAt,
    last_error: mail.lastError,
  };
}

function mailOf(row: MailRow): MailData {
  return {
    id: row.id,
    eventId: row.event_id,
    personId: row.person_id,
    address: row.address,
    kind: row.kind as NotificationKind,
    topic: row.topic,
    painPointId: row.pain_point_id,
    notice: JSON.parse(row.notice) as Notice,
    internal: Number(row.internal) === 1,
    messageId: row.message_id,
    language: row.language as MailData['language'],
    state: row.state as MailState,
    createdAt: row.created_at,
    sendAfter: row.send_after,
    nextAttemptAt: row.next_attempt_at,
    attempts: row.attempts,
    sentAt: row.sent_at,
    lastError: row.last_error,
  };
}
