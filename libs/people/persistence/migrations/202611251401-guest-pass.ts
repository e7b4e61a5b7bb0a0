import { Migration } from '@mikro-orm/migrations';

/** Screens that come in without a person: projectors, and phones that drive a meeting. */
export class People202611251401 extends Migration {
  override up(): void {
    this.addSql(`create table guest_pass (
      id text not null primary key,
      kind text not null check (kind in ('PROJECTOR', 'REMOTE')),
      name text not null,
      meeting_id text null,
      secret_hash text null,
      code_hash text null,
      code_until text null,
      made_by_id text not null references person (id),
      made_at text not null,
      until text null,
      revoked_at text null,
      last_used_at text null
    )`);
    this.addSql(`create unique index guest_pass_secret on guest_pass (secret_hash) where secret_hash is not null`);
    this.addSql(`create index guest_pass_code on guest_pass (code_hash) where code_hash is not null`);
  }
}
