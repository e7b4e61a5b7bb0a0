import type { Instant } from '@stanch/kernel';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { Notice } from '../domain/notice.js';
import { NotificationKind } from '../domain/notification-rules.js';
import { Channel } from '../domain/preferences.js';
import { itemOf } from './stored-digests.js';
import type { NotificationTables } from './tables.js';

/** What tells of promised dates, by itself or among others. */
const PROMISES = [NotificationKind.COMMITMENT_MADE, NotificationKind.COMMITMENT_MOVED];
const TELLING = [...PROMISES, NotificationKind.BUNDLE, NotificationKind.DIGEST];
/** Minutes list dates by mail alone: elsewhere they are no more than named. */
const MAILED = [...TELLING, NotificationKind.MINUTES];

/** What people were told of promised dates, and will be in a digest. */
@Injectable()
export class StoredPromises {
  /** What these people heard since a moment, whatever waits for the end of its window among it, and what waits for a digest. */
  async since({ em }: Pick<Transaction, 'em'>, personIds: readonly string[], since: Instant) {
    const kysely = em.getKysely<NotificationTables>();
    const lines = await kysely
      .selectFrom('notification')
      .select(['person_id', 'notice'])
      .where('person_id', 'in', personIds)
      .where('kind', 'in', PROMISES)
      .where('at', '>=', since)
      .where('read_at', 'is not', null)
      .execute();
    const sent = (table: 'mail' | 'push', kinds: readonly NotificationKind[]) =>
      kysely
        .selectFrom(table)
        .select(['person_id', 'notice'])
        .where('person_id', 'in', personIds)
        .where('kind', 'in', kinds)
        .where('send_after', '>=', since)
        .execute();
    const mails = await sent('mail', MAILED);
    const pushes = await sent('push', TELLING);
    const items = await kysely
      .selectFrom('digest_item')
      .selectAll()
      .where('person_id', 'in', personIds)
      .where('at', '>=', since)
      .execute();
    const readInApp = items.filter(({ channel, digest_id }) => channel === Channel.APP && digest_id !== null);
    return {
      heard: [
        ...[...lines, ...readInApp].map(toldBy(Channel.APP)),
        ...mails.map(toldBy(Channel.MAIL)),
        ...pushes.map(toldBy(Channel.PUSH)),
      ],
      collected: items.filter(({ digest_id }) => digest_id === null).map(itemOf),
    };
  }
}

const toldBy =
  (channel: Channel) =>
  ({ person_id: personId, notice }: { person_id: string; notice: string }) => ({
    personId,
    channel,
    notice: JSON.parse(notice) as Notice,
  });
