import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type ChosenSettings, NOTHING_SET } from '../domain/chosen-settings.js';
import { cellOf, type Channel, type Choice, type Chosen, type EventGroup } from '../domain/preferences.js';
import type { NotificationSettingsRow, NotificationTables } from './tables.js';

type Within = Pick<Transaction, 'em'>;

/** One cell of the settings page, as somebody chose it; null: as the defaults say. */
export interface ChosenCell {
  readonly event: EventGroup;
  readonly channel: Channel;
  readonly choice: Choice | null;
}

/** What people chose about being told. */
@Injectable()
export class StoredChoices {
  /** What one person set. */
  async settingsOf({ em }: Within, personId: string): Promise<ChosenSettings> {
    const row = await em
      .getKysely<NotificationTables>()
      .selectFrom('notification_settings')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return row === undefined ? NOTHING_SET : settingsOfRow(row);
  }

  /** Whose mails came back for good. */
  async bouncesOf(
    { em }: Within,
    personIds: readonly string[],
  ): Promise<Map<string, NonNullable<ChosenSettings['bounce']>>> {
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('notification_settings')
      .selectAll()
      .where('person_id', 'in', [...personIds])
      .where('bounced_at', 'is not', null)
      .execute();
    return new Map(
      rows.flatMap((row) => {
        const { bounce } = settingsOfRow(row);
        return bounce === null ? [] : [[row.person_id, bounce] as const];
      }),
    );
  }

  /** What one person chose event by event. */
  async chosenBy({ em }: Within, personId: string): Promise<Chosen> {
    const rows = await em
      .getKysely<NotificationTables>()
      .selectFrom('notification_preference')
      .selectAll()
      .where('person_id', '=', personId)
      .execute();
    return new Map(
      rows.map((row) => [cellOf(row.event_group as EventGroup, row.channel as Channel), row.choice as Choice]),
    );
  }

  /** Keeps what one person set. */
  async saveSettings({ em }: Within, personId: string, settings: ChosenSettings): Promise<void> {
    const values = {
      quiet_from: settings.quietHours?.from ?? null,
      quiet_to: settings.quietHours?.to ?? null,
      time_zone: settings.timeZone,
      language: settings.language,
      paused_until: settings.pausedUntil,
      digest_left_at: settings.digestLeftAt,
      mails_left_at: settings.mailsLeftAt,
      pushes_left_at: settings.pushesLeftAt,
      bounced_at: settings.bounce?.at ?? null,
      bounced_address: settings.bounce?.address ?? null,
      bounce_reason: settings.bounce?.reason ?? null,
    };
    await em
      .getKysely<NotificationTables>()
      .insertInto('notification_settings')
      .values({ person_id: personId, ...values })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
      .execute();
  }

  /** Keeps these choices of one person. */
  async saveCells({ em }: Within, personId: string, cells: readonly ChosenCell[]): Promise<void> {
    const kysely = em.getKysely<NotificationTables>();
    for (const { event, channel, choice } of cells) {
      await kysely
        .deleteFrom('notification_preference')
        .where('person_id', '=', personId)
        .where('event_group', '=', event)
        .where('channel', '=', channel)
        .execute();
      if (choice === null) continue;
      const row = { person_id: personId, event_group: event, channel, choice };
      await kysely.insertInto('notification_preference').values(row).execute();
    }
  }
}

function settingsOfRow(row: NotificationSettingsRow): ChosenSettings {
  const { bounced_at: at, bounced_address: address, bounce_reason: reason } = row;
  return {
    quietHours: row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to } : null,
    timeZone: row.time_zone,
    language: row.language as ChosenSettings['language'],
    pausedUntil: row.paused_until,
    digestLeftAt: row.digest_left_at,
    mailsLeftAt: row.mails_left_at,
    pushesLeftAt: row.pushes_left_at,
    bounce: at === null ? null : { at, address: address ?? '', reason: reason ?? '' },
  };
}
