import { Migration } from '@mikro-orm/migrations';

/**
 * What an hour of work cost since when, so that what bled on a past day is counted as it was then. Nobody noted earlier
 * costs: until the first change that is recorded, the cost of now is taken to have been so ever since.
 */
export class People202611251201 extends Migration {
  override up(): void {
    this.addSql(`create table hourly_cost (
      id text not null primary key,
      since text not null,
      hourly_cost double precision not null
    )`);
    this.addSql(`insert into hourly_cost (id, since, hourly_cost)
      select id, '1970-01-01T00:00:00.000Z', hourly_cost from workspace`);
  }
}
