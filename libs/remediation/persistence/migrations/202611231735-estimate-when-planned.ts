import { Migration } from '@mikro-orm/migrations';

/** What a pain point was said to cost when it was planned. What was planned before is measured by its estimate of now. */
export class Remediation202611231735 extends Migration {
  override up(): void {
    this.addSql(`alter table pain_point add column estimate_when_planned text null`);
  }
}
