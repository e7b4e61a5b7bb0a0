import type { Day, Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { DigestItem } from '../domain/digest-item.js';
import type { Notice } from '../domain/notice.js';
import type { Channel } from '../domain/preferences.js';
import type { DigestItemRow, NotificationTables } from './tables.js';

type Within = Pick<Transaction, 'em'>;

interface HistoryTables extends NotificationTables {
  change: {
    id: string;
    pain_point_id: string;
    actor_id: string | null;
    at: Instant;
    kind: string;
    from_text: string | null;
    to_text: string | null;
    new_value: string | null;
  };
}

/** One move of a card, as its sponsors could see it. */
export interface MoveInWords {
  readonly painPointId: string;
  readonly actorId: string | null;
  readonly from: string;
  readonly to: string;
  readonly toStageId: string;
}

/** The digests that were written, and what they tell of. */
@Injectable()
export class StoredDigests {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Who had their digest of a week. */
  async had(week: Day): Promise<ReadonlySet<string>> {
    const rows = await this.unitOfWork.read((em) =>
      em.getKysely<NotificationTables>().selectFrom('digest').select('person_id').where('week', '=', week).execute(),
    );
    return new Set(rows.map((row) => row.person_id));
  }

  /** Takes the digest of a person and week; false when it was taken before, by whomever. */
  async take(
    { em }: Within,
    digest: { personId: string; week: Day; at: Instant; mailId: string | null },
  ): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await em
      .getKysely<NotificationTables>()
      .insertInto('digest')
      .values({ person_id: digest.personId, week: digest.week, at: digest.at, mail_id: digest.mailId })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return Number(numInsertedOrUpdatedRows ?? 0) > 0;
  }

  /** When somebody had a digest last; null when never. */
  async lastAt({ em }: Within, personId: string, before: Day): Promise<Instant | null> {
    const row = await em
      .getKysely<NotificationTables>()
      .selectFrom('digest')
      .select((eb) => eb.fn.max('at').as('at'))
      .where('person_id', '=', personId)
      .where('week', '<', before)
      .executeTakeFirst();
    return row?.at ?? null;
  }

  /** What waits for somebody's digest, the oldest first. */
  async waiting({ em }: Within, personId: string): Promise<DigestItem[]> {
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('digest_item')
      .selectAll()
      .where('person_id', '=', personId)
      .where('digest_id', 'is', null)
      .orderBy('at')
      .execute();
    return rows.map(itemOf);
  }

  /** What waited was told by this digest. */
  async told({ em }: Within, personId: string, digestId: string): Promise<void> {
    await em
      .getKysely<NotificationTables>()
      .updateTable('digest_item')
      .set({ digest_id: digestId })
      .where('person_id', '=', personId)
      .where('digest_id', 'is', null)
      .execute();
  }

  /** The moves of these cards since a moment, the oldest first. */
  async movesSince({ em }: Within, painPointIds: readonly string[], since: Instant): Promise<MoveInWords[]> {
    if (painPointIds.length === 0) return [];
    const rows = await em
      .getKysely<HistoryTables>()
      .selectFrom('change')
      .select(['pain_point_id', 'actor_id', 'from_text', 'to_text', 'new_value'])
      .where('pain_point_id', 'in', painPointIds)
      .where('kind', '=', 'MOVED')
      .where('at', '>=', since)
      .orderBy('id')
      .execute();
    return rows.flatMap(
      ({ pain_point_id: painPointId, actor_id: actorId, from_text: from, to_text: to, new_value }) => {
        const { stageId: toStageId } = JSON.parse(new_value ?? '{}') as { stageId?: string };
        return from === null || to === null || toStageId === undefined
          ? []
          : [{ painPointId, actorId, from, to, toStageId }];
      },
    );
  }
}

/** A row as what waits for a digest, or stood in one. */
export function itemOf(row: DigestItemRow): DigestItem {
  return {
    eventId: row.event_id,
    personId: row.person_id,
    channel: row.channel as Channel,
    painPointId: row.pain_point_id,
    notice: JSON.parse(row.notice) as Notice,
    internal: Number(row.internal) === 1,
    at: row.at,
    digestId: row.digest_id,
  };
}
