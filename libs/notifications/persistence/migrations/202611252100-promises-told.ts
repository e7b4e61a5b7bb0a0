import { Migration } from '@mikro-orm/migrations';

/** Where a promise is taken back, it is looked up who has heard of it lately: by person, and not through all that was told. */
export class Notifications202611252100 extends Migration {
  override up(): void {
    this.addSql(`create index digest_item_person on digest_item (person_id, at)`);
    this.addSql(`create index push_person on push (person_id, send_after)`);
  }
}
