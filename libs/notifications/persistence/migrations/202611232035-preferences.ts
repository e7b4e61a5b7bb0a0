import { Migration } from '@mikro-orm/migrations';

/** How each person wants to hear of what, and what waits for their digest. */
export class Notifications202611232035 extends Migration {
  override up(): void {
    this.addSql(`create table notification_preference (
      person_id text not null references person (id),
      event_group text not null,
      channel text not null check (channel in ('APP', 'MAIL', 'PUSH')),
      choice text not null check (choice in ('AT_ONCE', 'DIGEST', 'NEVER')),
      primary key (person_id, event_group, channel)
    )`);
    this.addSql(`create table notification_settings (
      person_id text not null primary key references person (id),
      quiet_from text null,
      quiet_to text null,
      time_zone text null,
      language text null,
      paused_until text null,
      mails_left_at text null,
      bounced_at text null,
      bounced_address text null,
      bounce_reason text null
    )`);
    this.addSql(`create table digest_item (
      event_id text not null,
      person_id text not null references person (id),
      channel text not null check (channel in ('APP', 'MAIL', 'PUSH')),
      pain_point_id text null references pain_point (id),
      notice text not null,
      internal boolean not null,
      at text not null,
      digest_id text null,
      primary key (event_id, person_id, channel)
    )`);
    this.addSql(`create index digest_item_waiting on digest_item (person_id, channel) where digest_id is null`);
  }
}
