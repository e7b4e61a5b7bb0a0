import { Migration } from '@mikro-orm/migrations';

/** Who stands behind a pain point, what was promised to them, and what they answered. */
export class Sponsorship202611231540 extends Migration {
  override up(): void {
    this.addSql(`create table sponsorship (
      pain_point_id text not null references pain_point (id),
      person_id text not null references person (id),
      reason text not null check (reason in ('RAISED', 'RAISED_FOR', 'JOINED', 'MERGED', 'ADDED')),
      added_by_id text not null references person (id),
      at text not null,
      muted boolean not null,
      primary key (pain_point_id, person_id)
    )`);
    this.addSql(`create index sponsorship_person on sponsorship (person_id)`);
    this.addSql(`create table commitment (
      id text not null primary key,
      pain_point_id text not null references pain_point (id),
      by_id text not null references person (id),
      made_on text not null,
      due_on text not null,
      first_due_on text not null,
      state text not null check (state in ('OPEN', 'KEPT', 'BROKEN', 'MOVED')),
      reason text null
    )`);
    this.addSql(`create index commitment_pain_point on commitment (pain_point_id, id)`);
    this.addSql(`create index commitment_open on commitment (due_on) where state = 'OPEN'`);
    this.addSql(`create table confirmation (
      id text not null primary key,
      pain_point_id text not null references pain_point (id),
      person_id text not null references person (id),
      fixed boolean not null,
      rating integer null,
      words text not null,
      at text not null
    )`);
    this.addSql(`create index confirmation_pain_point on confirmation (pain_point_id, id)`);
  }
}
