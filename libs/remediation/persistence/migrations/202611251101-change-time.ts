import { Migration } from '@mikro-orm/migrations';

/** What happened on a board within a time, such as since the last meeting, is found without reading all of its history. */
export class Remediation202611251101 extends Migration {
  override up(): void {
    this.addSql('create index change_time on change (board_id, at)');
  }
}
