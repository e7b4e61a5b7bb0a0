import { Migration } from '@mikro-orm/migrations';

/** The channels of teams that are told by webhook, and what was told to them. */
export class Notifications202611240420 extends Migration {
  override up(): void {
    this.addSql(`create table webhook (
      id text not null primary key,
      name text not null,
      url text not null,
      template text not null check (template in ('SLACK', 'TEAMS', 'MATTERMOST', 'JSON')),
      secret text not null,
      events text not null,
      created_by_id text not null references person (id),
      created_at text not null,
      paused_at text null,
      pause_reason text null,
      failures integer not null
    )`);
    this.addSql(`create table webhook_delivery (
      id text not null primary key,
      webhook_id text not null references webhook (id) on delete cascade,
      event_id text not null,
      topic text null,
      pain_point_id text null,
      notice text not null,
      state text not null check (state in ('WAITING', 'SENT', 'FAILED')),
      created_at text not null,
      next_attempt_at text null,
      attempts integer not null,
      status integer null,
      last_error text null,
      sent_at text null,
      unique (webhook_id, event_id)
    )`);
    this.addSql(`create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'WAITING'`);
    this.addSql(`create index webhook_delivery_log on webhook_delivery (webhook_id, id)`);
  }
}
