import { Migration } from '@mikro-orm/migrations';

/** When it was said that a promised date is near. */
export class Sponsorship202611240320 extends Migration {
  override up(): void {
    this.addSql('alter table commitment add column near_told_on text null');
  }
}
