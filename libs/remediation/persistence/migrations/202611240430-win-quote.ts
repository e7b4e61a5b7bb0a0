import { Migration } from '@mikro-orm/migrations';

/** The sponsor's words that tell of a win. */
export class Remediation202611240430 extends Migration {
  override up(): void {
    this.addSql('alter table win add column quote text null');
    this.addSql('alter table win add column quoted_id text null references person (id)');
  }
}
