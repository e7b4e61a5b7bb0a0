import { Migration } from '@mikro-orm/migrations';

/** One screen presents a meeting, whoever has several. */
export class Meetings202611251701 extends Migration {
  override up(): void {
    this.addSql('alter table meeting add column presented_on text null');
  }
}
