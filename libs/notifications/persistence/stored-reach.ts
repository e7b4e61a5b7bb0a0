import { WorkspaceSettings } from '@stanch/people';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type Choice, cellOf, type Channel, type EventGroup } from '../domain/preferences.js';
import { type Reach, reachOfNobody } from '../domain/reach.js';
import type { NotificationSettingsRow, NotificationTables } from './tables.js';

/** How people want to be reached, as they set it. */
@Injectable()
export class StoredReach {
  constructor(private readonly settings: WorkspaceSettings) {}

  /** How each of these persons wants to be reached, also who has set nothing. */
  async of({ em }: Pick<Transaction, 'em'>, personIds: readonly string[]): Promise<(personId: string) => Reach> {
    const timeZone = (await this.settings.find())?.timeZone ?? 'UTC';
    const ids = [...new Set(personIds)];
    const kysely = em.getKysely<NotificationTables & { person: { id: string; email: string | null } }>();
    const settings = await kysely
      .selectFrom('notification_settings')
      .innerJoin('person', 'person.id', 'notification_settings.person_id')
      .selectAll('notification_settings')
      .select('person.email')
      .where('person_id', 'in', ids)
      .execute();
    const cells = await kysely
      .selectFrom('notification_preference')
      .selectAll()
      .where('person_id', 'in', ids)
      .execute();
    const chosen = Map.groupBy(cells, (row) => row.person_id);
    const rows = new Map(settings.map((row) => [row.person_id, row]));
    return (personId) => {
      const row = rows.get(personId);
      const reach = row === undefined ? reachOfNobody(timeZone) : reachOf(row, timeZone);
      const own = (chosen.get(personId) ?? []).map(
        (cell) => [cellOf(cell.event_group as EventGroup, cell.channel as Channel), cell.choice as Choice] as const,
      );
      return { ...reach, chosen: new Map(own) };
    };
  }
}

function reachOf(row: NotificationSettingsRow & { email: string | null }, workspaceZone: string): Reach {
  const timeZone = row.time_zone ?? workspaceZone;
  return {
    chosen: new Map(),
    quiet: row.quiet_from && row.quiet_to ? { from: row.quiet_from, to: row.quiet_to, timeZone } : null,
    timeZone,
    pausedUntil: row.paused_until,
    noMails: row.mails_left_at !== null || (row.bounced_at !== null && row.bounced_address === row.email),
    noPushes: row.pushes_left_at !== null,
    noDigest: row.digest_left_at !== null,
  };
}
