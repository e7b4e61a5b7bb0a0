import { Migration } from '@mikro-orm/migrations';

/** What people are told in the app, and the mails on their way to them. */
export class Notifications202611231700 extends Migration {
  override up(): void {
    this.addSql(`create table notification (
      id text not null primary key,
      event_id text not null,
      person_id text not null references person (id),
      kind text not null,
      topic text null,
      pain_point_id text null references pain_point (id),
      actor_id text null references person (id),
      text text not null,
      notice text not null,
      internal boolean not null,
      at text not null,
      read_at text null,
      unique (event_id, person_id)
    )`);
    this.addSql(`create index notification_person on notification (person_id, at, id)`);
    this.addSql(`create index notification_unread on notification (person_id) where read_at is null`);
    this.addSql(
      `create index notification_merge on notification (pain_point_id, person_id, topic) where read_at is null`,
    );
    this.addSql(`create table mail (
      id text not null primary key,
      event_id text not null,
      person_id text not null references person (id),
      address text not null,
      kind text not null,
      topic text null,
      pain_point_id text null references pain_point (id),
      notice text not null,
      internal boolean not null,
      message_id text not null unique,
      state text not null check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED')),
      created_at text not null,
      send_after text not null,
      next_attempt_at text null,
      attempts integer not null,
      sent_at text null,
      last_error text null,
      unique (event_id, person_id)
    )`);
    this.addSql(`create index mail_state on mail (state, id)`);
    this.addSql(`create index mail_due on mail (next_attempt_at) where state = 'WAITING'`);
    this.addSql(`create index mail_merge on mail (pain_point_id, person_id) where state = 'WAITING'`);
  }
}
