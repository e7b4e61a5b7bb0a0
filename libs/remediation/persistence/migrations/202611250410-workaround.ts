import { Migration } from '@mikro-orm/migrations';

/** What helps until a pain point is fixed, and by which estimates it bled before that. */
export class Remediation202611250410 extends Migration {
  override up(): void {
    this.addSql(`alter table pain_point add column workaround text null`);
    this.addSql(`alter table pain_point add column past_rates text not null default '[]'`);
  }
}
