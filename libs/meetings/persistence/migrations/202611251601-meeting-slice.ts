import { Migration } from '@mikro-orm/migrations';

/** A meeting may look at a slice of its board. */
export class Meetings202611251601 extends Migration {
  override up(): void {
    this.addSql('alter table meeting add column slice text null');
  }
}
