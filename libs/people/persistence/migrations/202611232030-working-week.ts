import { Migration } from '@mikro-orm/migrations';

/** When the weekly meeting is, and on which days nobody works. */
export class People202611232030 extends Migration {
  override up(): void {
    this.addSql(
      `alter table workspace add column meeting_weekday integer not null default 3 check (meeting_weekday between 1 and 7)`,
    );
    this.addSql(`alter table workspace add column meeting_time text not null default '10:00'`);
    this.addSql(`alter table workspace add column holidays text not null default '[]'`);
  }
}
