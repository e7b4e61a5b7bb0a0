import { AsyncLocalStorage } from 'node:async_hooks';
import { Clock, type DomainEvent, Ids } from '@stanch/kernel';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/sqlite';
import { Injectable } from '@nestjs/common';
import type { OutboxTables } from '../outbox/outbox-tables.js';
import { DomainEvents } from './domain-events.js';

/** What a change works in: everything done through it is stored together or not at all. */
export interface Transaction {
  readonly em: SqlEntityManager;
  /**
   * Says that something happened. Reactions of other parts run before this resolves, in the same transaction; those
   * that may come later get the event from the outbox, which is stored with the change.
   */
  record<Type extends string, Data>(happened: {
    type: Type;
    data: Data;
    actorId: string | null;
  }): Promise<DomainEvent<Type, Data>>;
  /** Runs after the commit, for what must not happen when the change is refused. Must not throw. */
  afterCommit(action: () => void): void;
}

/**
 * The one way to read from and write to the database. A `run` inside another joins it, so use cases of several parts
 * make one transaction together.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: DomainEvents,
  ) {}

  /** Does the work in a transaction and commits it; whatever the work throws takes everything back. */
  async run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    const outer = this.current.getStore();
    if (outer) return work(outer);

    const actions: (() => void)[] = [];
    const result = await this.em().transactional(async (em) => {
      const happened: DomainEvent[] = [];
      const transaction: Transaction = {
        em: em as SqlEntityManager,
        record: async ({ type, data, actorId }) => {
          const event = { id: this.ids.next(), type, at: this.clock.now(), actorId, data };
          happened.push(event);
          await this.events.reactTo(event, transaction);
          return event;
        },
        afterCommit: (action) => actions.push(action),
      };
      const done = await this.current.run(transaction, () => work(transaction));
      await em.flush();
      if (happened.length > 0) await this.store(transaction, happened, actions);
      return done;
    });
    for (const action of actions) action();
    return result;
  }

  /** Reads outside a transaction, or with the eyes of the one under way. */
  async read<Result>(work: (em: SqlEntityManager) => Promise<Result>): Promise<Result> {
    const outer = this.current.getStore();
    return work(outer ? outer.em : this.em());
  }

  private em(): SqlEntityManager {
    return this.orm.em.fork() as SqlEntityManager;
  }

  private async store(transaction: Transaction, happened: DomainEvent[], actions: (() => void)[]): Promise<void> {
    const kysely = transaction.em.getKysely<OutboxTables>();
    const deliveries = happened.flatMap((event) =>
      this.events.handlersOf(event.type).map((handler) => ({
        event_id: event.id,
        handler,
        attempts: 0,
        due_at: event.at,
        done_at: null,
        error: null,
      })),
    );
    if (deliveries.length === 0) return;
    await kysely
      .insertInto('outbox_event')
      .values(happened.map(toRow))
      .execute();
    await kysely.insertInto('outbox_delivery').values(deliveries).execute();
    actions.push(() => this.events.wakeRelay());
  }
}

function toRow(event: DomainEvent): OutboxTables['outbox_event'] {
  const { id, type, at, actorId, data } = event;
  return { id, type, at, actor_id: actorId, data: JSON.stringify(data) };
}
