import { Migration } from '@mikro-orm/migrations';

/** Whether somebody left the weekly digest. */
export class Notifications202611240240 extends Migration {
  override up(): void {
    this.addSql('alter table notification_settings add column digest_left_at text null');
  }
}
