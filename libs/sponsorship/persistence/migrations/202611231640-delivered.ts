import { Migration } from '@mikro-orm/migrations';

/** Whether the card of a promise came to checking in time, which its sponsors have yet to confirm. */
export class Sponsorship202611231640 extends Migration {
  override up(): void {
    this.addSql(`alter table commitment add column delivered_on text null`);
  }
}
