import { Migration } from '@mikro-orm/migrations';

/** The weekly digests: one a person and week, whoever writes it, and also when there was nothing to say. */
export class Notifications202611240340 extends Migration {
  override up(): void {
    this.addSql(`create table digest (
      person_id text not null references person (id),
      week text not null,
      at text not null,
      mail_id text null,
      primary key (person_id, week)
    )`);
  }
}
