import { Migration } from '@mikro-orm/migrations';

/**
 * How the stages of a board were called, limited, ordered and meant from which revision on. Nobody noted that before: the
 * stages of now are taken to have been so ever since.
 */
export class Remediation202611251202 extends Migration {
  override up(): void {
    this.addSql(`create table stage_version (
      board_id text not null references board (id),
      revision integer not null,
      stage_id text not null,
      since text not null,
      name text not null,
      category text not null check (category in ('BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED')),
      wip_limit integer null,
      position text not null,
      primary key (board_id, revision, stage_id)
    )`);
    this.addSql(`insert into stage_version (board_id, revision, stage_id, since, name, category, wip_limit, position)
      select board_id, 0, id, '1970-01-01T00:00:00.000Z', name, category, wip_limit, position from stage`);
  }
}
