import { Migration } from '@mikro-orm/migrations';

/** Up to which day a meeting has closed the weeks, and which promises are counted in them for ever. */
export class Sponsorship202611251102 extends Migration {
  override up(): void {
    this.addSql(`create table closed_week (
      through text not null primary key,
      at text not null
    )`);
    this.addSql(`create table counted_promise (
      commitment_id text not null primary key references commitment (id),
      counted_on text not null,
      kept boolean not null
    )`);
    this.addSql('create index counted_promise_day on counted_promise (counted_on)');
  }
}
