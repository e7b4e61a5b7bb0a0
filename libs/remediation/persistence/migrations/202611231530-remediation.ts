import { Migration } from '@mikro-orm/migrations';

/** Boards with their stages, pain points with their history, tasks, wins, comments and links to quotes. */
export class Remediation202611231530 extends Migration {
  override up(): void {
    this.addSql(`create table board (
      id text not null primary key,
      name text not null,
      key_prefix text not null,
      next_number integer not null,
      revision integer not null,
      is_default boolean not null
    )`);
    this.addSql(`create table stage (
      id text not null primary key,
      board_id text not null references board (id),
      name text not null,
      category text not null check (category in ('BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED')),
      wip_limit integer null,
      position text not null,
      unique (board_id, position)
    )`);
    this.addSql(`create table pain_point (
      id text not null primary key,
      board_id text not null references board (id),
      key text not null unique,
      title text not null,
      description text not null,
      version integer not null,
      stage_id text not null references stage (id),
      rank text not null,
      entered_stage_at text not null,
      raised_at text not null,
      fixed_at text null,
      confirmed boolean not null,
      reopened_count integer not null,
      raiser_id text not null references person (id),
      typed_by_id text not null references person (id),
      owner_id text null references person (id),
      business_unit_id text null references business_unit (id),
      service_id text null references service (id),
      tags text not null,
      people_affected integer not null,
      hours_lost_per_person_per_week double precision not null,
      direct_cost_per_week double precision not null,
      effort_days double precision null,
      blocked boolean not null,
      blocked_reason text null,
      closed_as text null check (closed_as in ('PARKED', 'DECLINED')),
      closed_reason text null,
      closed_at text null,
      closed_by_id text null references person (id),
      merged_into_id text null references pain_point (id)
    )`);
    // No two cards share a place: the database itself refuses it.
    this.addSql(`create unique index pain_point_place on pain_point (stage_id, rank) where closed_at is null`);
    this.addSql(`create index pain_point_raised on pain_point (board_id, raised_at)`);
    this.addSql(`create index pain_point_fixed on pain_point (board_id, fixed_at)`);
    this.addSql(`create index pain_point_raiser on pain_point (raiser_id)`);
    this.addSql(`create index pain_point_owner on pain_point (owner_id)`);
    this.addSql(`create index pain_point_merged on pain_point (merged_into_id) where merged_into_id is not null`);
    this.addSql(`create table change (
      id text not null primary key,
      pain_point_id text not null references pain_point (id),
      board_id text not null references board (id),
      revision integer not null,
      version integer not null,
      at text not null,
      actor_id text null references person (id),
      kind text not null,
      field text not null,
      from_text text null,
      to_text text null,
      old_value text null,
      new_value text null,
      visibility text not null check (visibility in ('INTERNAL', 'SHARED')),
      undoes text null references change (id)
    )`);
    this.addSql(`create index change_pain_point on change (pain_point_id, id)`);
    this.addSql(`create index change_revision on change (board_id, revision)`);
    this.addSql(`create unique index change_undoes on change (undoes) where undoes is not null`);
    this.addSql(`create table remediation_task (
      id text not null primary key,
      title text not null,
      state text not null check (state in ('TODO', 'DOING', 'DONE')),
      assignee_id text null references person (id),
      due_on text null,
      estimate_days double precision null,
      url text null,
      blocked boolean not null,
      blocked_reason text null,
      visibility text not null check (visibility in ('INTERNAL', 'SHARED')),
      version integer not null,
      created_at text not null,
      done_at text null
    )`);
    this.addSql(`create index remediation_task_assignee on remediation_task (assignee_id)`);
    this.addSql(`create table task_pain_point (
      pain_point_id text not null references pain_point (id),
      task_id text not null references remediation_task (id),
      rank text not null,
      primary key (pain_point_id, task_id)
    )`);
    this.addSql(`create index task_pain_point_task on task_pain_point (task_id)`);
    this.addSql(`create table win (
      id text not null primary key,
      headline text not null,
      measure text null,
      unit text null,
      before_value double precision null,
      after_value double precision null,
      saved_per_week double precision null,
      achieved_on text not null,
      published_at text null,
      recorded_by_id text not null references person (id),
      recorded_at text not null
    )`);
    this.addSql(`create table win_pain_point (
      pain_point_id text not null references pain_point (id),
      win_id text not null references win (id),
      primary key (pain_point_id, win_id)
    )`);
    this.addSql(`create index win_pain_point_win on win_pain_point (win_id)`);
    this.addSql(`create table win_task (
      win_id text not null references win (id),
      task_id text not null references remediation_task (id),
      primary key (win_id, task_id)
    )`);
    this.addSql(`create table win_thanks (
      win_id text not null references win (id),
      person_id text not null references person (id),
      primary key (win_id, person_id)
    )`);
    this.addSql(`create table comment (
      id text not null primary key,
      pain_point_id text not null references pain_point (id),
      author_id text not null references person (id),
      text text not null,
      visibility text not null check (visibility in ('INTERNAL', 'SHARED')),
      at text not null
    )`);
    this.addSql(`create index comment_pain_point on comment (pain_point_id, id)`);
    this.addSql(`create table pain_point_quote (
      pain_point_id text not null references pain_point (id),
      quote_id text not null references quote (id),
      primary key (pain_point_id, quote_id)
    )`);
    this.addSql(`create index pain_point_quote_quote on pain_point_quote (quote_id)`);
  }
}
