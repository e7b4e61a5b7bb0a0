import { Migration } from '@mikro-orm/migrations';

/** In which version of a task each of its fields was changed last. */
export class Remediation202611231655 extends Migration {
  override up(): void {
    this.addSql(`alter table remediation_task add column changed_in text not null default '{}'`);
  }
}
