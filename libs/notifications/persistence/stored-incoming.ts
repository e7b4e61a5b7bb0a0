import type { Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { IncomingState, type KeptIncoming } from '../domain/incoming.js';
import type { IncomingMailRow, NotificationTables } from './tables.js';

type Within = Pick<Transaction, 'em'>;

const UNREAD = sql.lit(IncomingState.UNREAD);
/** More than so many unread answers are not looked through at once. */
const MOST = 200;

/** The mails that came in. */
@Injectable()
export class StoredIncoming {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Keeps a mail; false when it is kept already. */
  async keep({ em }: Within, mail: KeptIncoming): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await em
      .getKysely<NotificationTables>()
      .insertInto('incoming_mail')
      .values(rowOf(mail))
      .onConflict((conflict) => conflict.column('message_key').doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows ?? 0) > 0;
  }

  /** How many answers of an address about a pain point became comments since then. */
  async takenSince(from: string, painPointId: string, since: Instant): Promise<number> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<NotificationTables>()
        .selectFrom('incoming_mail')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('from_address', '=', from)
        .where('pain_point_id', '=', painPointId)
        .where('state', '=', IncomingState.TAKEN)
        .where('at', '>=', since)
        .executeTakeFirst(),
    );
    return Number(row?.count ?? 0);
  }

  /** What a lead has to look at, the oldest first. */
  async unread(): Promise<KeptIncoming[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<NotificationTables>()
        .selectFrom('incoming_mail')
        .selectAll()
        .where('state', '=', UNREAD)
        .orderBy('at')
        .limit(MOST)
        .execute(),
    );
    return rows.map(incomingOf);
  }

  /** A lead has looked; false when there is nothing to look at. */
  async settle({ em }: Within, id: string): Promise<boolean> {
    const { numUpdatedRows } = await em
      .getKysely<NotificationTables>()
      .updateTable('incoming_mail')
      .set({ state: IncomingState.SETTLED })
      .where('id', '=', id)
      .where('state', '=', UNREAD)
      .executeTakeFirst();
    return Number(numUpdatedRows) > 0;
  }
}

function rowOf({ id, key, at, from, subject, text, state, reason, painPointId }: KeptIncoming): IncomingMailRow {
  const place = { pain_point_id: painPointId, from_address: from, message_key: key };
  return { id, at, subject, text, state, reason, ...place };
}

function incomingOf(row: IncomingMailRow): KeptIncoming {
  const { id, at, subject, text, reason, message_key: key, from_address: from, pain_point_id: painPointId } = row;
  return { id, key, at, from, subject, text, state: row.state as IncomingState, reason, painPointId };
}
