import { Migration } from '@mikro-orm/migrations';

/** Who was invited to come in, by whom, and whether they came. */
export class People202611240030 extends Migration {
  override up(): void {
    this.addSql(`create table invitation (
      person_id text not null primary key references person (id),
      invited_by_id text not null references person (id),
      sent_at text not null,
      words text not null,
      accepted_at text null,
      withdrawn_at text null
    )`);
  }
}
