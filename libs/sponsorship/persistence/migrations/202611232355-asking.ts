import { Migration } from '@mikro-orm/migrations';

/** Who was asked whether it is fixed, in which round; and answers that a lead gave for somebody. */
export class Sponsorship202611232355 extends Migration {
  override up(): void {
    this.addSql(`create table confirmation_request (
      id text not null primary key,
      pain_point_id text not null references pain_point (id),
      person_id text not null references person (id),
      round integer not null,
      asked_at text not null,
      asked_by_id text null references person (id),
      reminded_at text null,
      answered_at text null,
      fixed boolean null,
      ended_at text null,
      unique (pain_point_id, round, person_id)
    )`);
    this.addSql(`create index confirmation_request_person on confirmation_request (person_id)`);
    this.addSql(
      `create index confirmation_request_open on confirmation_request (asked_at) where answered_at is null and ended_at is null`,
    );
    this.addSql(`alter table confirmation add column by_id text null`);
    this.addSql(`alter table confirmation add column how_known text null`);
  }
}
