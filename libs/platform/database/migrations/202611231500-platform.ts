import { Migration } from '@mikro-orm/migrations';

/** The outbox and the remembered results of requests that carry an idempotency key. */
export class Platform202611231500 extends Migration {
  override up(): void {
    this.addSql(`create table outbox_event (
      id text not null primary key,
      type text not null,
      at text not null,
      actor_id text null,
      data text not null
    )`);
    this.addSql(`create table outbox_delivery (
      event_id text not null references outbox_event (id),
      handler text not null,
      attempts integer not null,
      due_at text not null,
      done_at text null,
      error text null,
      primary key (event_id, handler)
    )`);
    this.addSql(`create index outbox_delivery_open on outbox_delivery (handler, event_id) where done_at is null`);
    this.addSql(`create table remembered_result (
      person_id text not null,
      operation text not null,
      key text not null,
      result text not null,
      at text not null,
      primary key (person_id, operation, key)
    )`);
    this.addSql(`create index remembered_result_at on remembered_result (at)`);
  }
}
