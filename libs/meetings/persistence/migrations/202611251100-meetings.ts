import { Migration } from '@mikro-orm/migrations';

/** The weekly meeting: its agenda, where it stands, who is there, what was shown and decided, and its minutes. */
export class Meetings202611251100 extends Migration {
  override up(): void {
    this.addSql(`create table agenda (
      board_id text not null primary key references board (id),
      steps text not null
    )`);
    this.addSql(`create table meeting (
      id text not null primary key,
      board_id text not null references board (id),
      state text not null check (state in ('RUNNING', 'ENDED')),
      started_at text not null,
      started_by_id text not null references person (id),
      ended_at text null,
      ended_by_id text null references person (id),
      since text null,
      steps text not null,
      revision integer not null,
      position text not null,
      presented_at text not null,
      presented_by_id text not null references person (id)
    )`);
    // One at a time: the database itself refuses a second.
    this.addSql(`create unique index meeting_running on meeting (board_id) where state = 'RUNNING'`);
    this.addSql(`create index meeting_started on meeting (board_id, started_at)`);
    this.addSql(`create table meeting_shown (
      id text not null primary key,
      meeting_id text not null references meeting (id),
      at text not null,
      by_id text not null references person (id),
      step text not null,
      page integer not null,
      pain_point_id text null,
      win_id text null
    )`);
    this.addSql(`create index meeting_shown_meeting on meeting_shown (meeting_id, id)`);
    this.addSql(`create table attendance (
      meeting_id text not null references meeting (id),
      person_id text not null references person (id),
      present boolean not null,
      primary key (meeting_id, person_id)
    )`);
    this.addSql(`create table decision (
      id text not null primary key,
      meeting_id text not null references meeting (id),
      text text not null,
      pain_point_id text null references pain_point (id),
      at text not null,
      by_id text not null references person (id),
      taken_back_at text null
    )`);
    this.addSql(`create index decision_meeting on decision (meeting_id, id)`);
    this.addSql(`create table action_item (
      meeting_id text not null references meeting (id),
      task_id text not null references remediation_task (id),
      at text not null,
      by_id text not null references person (id),
      primary key (meeting_id, task_id)
    )`);
    this.addSql(`create table meeting_minutes (
      meeting_id text not null primary key references meeting (id),
      content text not null
    )`);
  }
}
