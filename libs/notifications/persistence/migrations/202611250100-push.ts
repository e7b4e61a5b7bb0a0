import { Migration } from '@mikro-orm/migrations';

/**
 * The devices in which people switched push on, and what is pushed to them. A device listens within a session: when that
 * ends, by signing out or by whatever else, it stays known and is told nothing.
 */
export class Notifications202611250100 extends Migration {
  override up(): void {
    this.addSql(`create table push_device (
      id text not null primary key,
      person_id text not null references person (id),
      session_id text null references session (id) on delete set null,
      endpoint text not null unique,
      p256dh text not null,
      auth text not null,
      name text not null,
      added_at text not null,
      reached_at text null,
      failing_since text null,
      failure text null,
      given_up_at text null
    )`);
    this.addSql(`create index push_device_person on push_device (person_id)`);
    this.addSql(`create index push_device_session on push_device (session_id)`);
    this.addSql(`create table push (
      id text not null primary key,
      event_id text not null,
      person_id text not null references person (id),
      device_id text not null references push_device (id) on delete cascade,
      kind text not null,
      topic text null,
      pain_point_id text null references pain_point (id),
      notice text not null,
      internal boolean not null,
      state text not null check (state in ('WAITING', 'SENT', 'FAILED')),
      created_at text not null,
      send_after text not null,
      next_attempt_at text null,
      attempts integer not null,
      sent_at text null,
      last_error text null,
      unique (event_id, device_id)
    )`);
    this.addSql(`create index push_due on push (next_attempt_at) where state = 'WAITING'`);
    this.addSql(`create index push_merge on push (pain_point_id, person_id) where state = 'WAITING'`);
    this.addSql(`create index push_device_id on push (device_id, state)`);
    this.addSql(`create index push_created_at on push (created_at)`);
    this.addSql(`alter table notification_settings add column pushes_left_at text null`);
  }
}
