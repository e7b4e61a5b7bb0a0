import { Migration } from '@mikro-orm/migrations';

/** Why a promise was not kept. */
export class Sponsorship202611250310 extends Migration {
  override up(): void {
    this.addSql('alter table commitment add column missed_because text null');
  }
}
