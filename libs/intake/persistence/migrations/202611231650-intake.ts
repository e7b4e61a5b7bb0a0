import { Migration } from '@mikro-orm/migrations';

/** Files on their way into the programme, and the mark of every row that came in, so that none comes in twice. */
export class Intake202611231650 extends Migration {
  override up(): void {
    this.addSql(`create table import_run (
      id text not null primary key,
      file_name text not null,
      state text not null check (state in ('READ', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
      encoding text not null,
      delimiter text not null,
      heading_row integer not null,
      columns text not null,
      row_count integer not null,
      report text not null,
      merge_rows text not null,
      done integer not null,
      error text null,
      created_by_id text not null references person (id),
      created_at text not null
    )`);
    this.addSql(`create index import_run_state on import_run (state, created_at)`);
    this.addSql(`create table imported_row (
      fingerprint text not null primary key,
      import_run_id text not null references import_run (id),
      pain_point_id text not null references pain_point (id)
    )`);
  }
}
