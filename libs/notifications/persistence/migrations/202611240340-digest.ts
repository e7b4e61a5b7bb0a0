import { Migration } from '@mikro-orm/migrations';

/** The weekly digests: one a person and week, also when there was nothing to say. And what waits for whom. */
export class Notifications202611240340 extends Migration {
  override up(): void {
    this.addSql(`create table digest (
      person_id text not null references person (id),
      week text not null,
      at text not null,
      mail_id text null,
      primary key (person_id, week)
    )`);
    this.addSql('create index mail_person on mail (person_id, state)');
  }
}
