import { Migration } from '@mikro-orm/migrations';

/** Which request a key came with, so that the same key with another request can be refused. */
export class Platform202611231645 extends Migration {
  override up(): void {
    this.addSql(`alter table remembered_result add column request text null`);
  }
}
