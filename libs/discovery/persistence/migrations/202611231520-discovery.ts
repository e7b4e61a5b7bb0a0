import { Migration } from '@mikro-orm/migrations';

/** Services with who uses them, interviews with their quotes and ratings. */
export class Discovery202611231520 extends Migration {
  override up(): void {
    this.addSql(`create table service (
      id text not null primary key,
      name text not null,
      name_key text not null unique,
      description text not null,
      owner_id text null references person (id),
      monthly_cost double precision null,
      created_at text not null
    )`);
    this.addSql(`create table service_use (
      service_id text not null references service (id),
      business_unit_id text not null references business_unit (id),
      share double precision not null check (share >= 0 and share <= 1),
      uses boolean not null,
      primary key (service_id, business_unit_id)
    )`);
    this.addSql(`create table interview (
      id text not null primary key,
      held_on text not null,
      notes text not null,
      held_by_id text null references person (id)
    )`);
    this.addSql(`create table quote (
      id text not null primary key,
      interview_id text not null references interview (id),
      text text not null,
      person_id text null references person (id),
      service_id text null references service (id)
    )`);
    this.addSql(`create index quote_interview on quote (interview_id)`);
    this.addSql(`create table rating (
      id text not null primary key,
      interview_id text not null references interview (id),
      service_id text not null references service (id),
      person_id text null references person (id),
      score integer not null check (score between 1 and 5)
    )`);
    this.addSql(`create index rating_service on rating (service_id)`);
  }
}
