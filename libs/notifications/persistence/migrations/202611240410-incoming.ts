import { Migration } from '@mikro-orm/migrations';

/** The mails that came in as answers. */
export class Notifications202611240410 extends Migration {
  override up(): void {
    this.addSql(`create table incoming_mail (
      id text not null primary key,
      message_key text not null unique,
      at text not null,
      from_address text not null,
      subject text not null,
      text text not null,
      state text not null check (state in ('TAKEN', 'IGNORED', 'UNREAD', 'SETTLED')),
      reason text null,
      pain_point_id text null references pain_point (id)
    )`);
    this.addSql(`create index incoming_mail_unread on incoming_mail (at) where state = 'UNREAD'`);
  }
}
