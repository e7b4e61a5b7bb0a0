import { Migration } from '@mikro-orm/migrations';

/**
 * In which money an hour of work was counted since when, so that a past day is told in the money of that day. Nobody noted
 * earlier ones: the currency of now is taken to have been so ever since.
 */
export class People202611251901 extends Migration {
  override up(): void {
    this.addSql(`alter table hourly_cost add column currency text`);
    this.addSql(`update hourly_cost set currency = (select currency from workspace)`);
  }
}
