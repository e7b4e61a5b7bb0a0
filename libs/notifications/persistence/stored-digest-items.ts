import type { Transaction } from '@stanch/platform';
import { insertRows } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { DigestItem } from '../domain/digest-item.js';
import type { NotificationTables } from './tables.js';

/** What waits for people's digests. */
@Injectable()
export class StoredDigestItems {
  async save({ em }: Pick<Transaction, 'em'>, items: readonly DigestItem[]): Promise<void> {
    const rows = items.map((item) => ({
      event_id: item.eventId,
      person_id: item.personId,
      channel: item.channel,
      pain_point_id: item.painPointId,
      notice: JSON.stringify(item.notice),
      internal: item.internal,
      at: item.at,
      digest_id: item.digestId,
    }));
    if (rows.length > 0) await insertRows(em, 'digest_item', rows);
  }

  /** Removes what no digest shall tell of any more. */
  async remove({ em }: Pick<Transaction, 'em'>, items: readonly DigestItem[]): Promise<void> {
    for (const { eventId, personId, channel } of items) {
      await em
        .getKysely<NotificationTables>()
        .deleteFrom('digest_item')
        .where('event_id', '=', eventId)
        .where('person_id', '=', personId)
        .where('channel', '=', channel)
        .execute();
    }
  }
}
