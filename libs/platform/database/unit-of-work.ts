import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate } from 'node:timers/promises';
import { Clock, type DomainEvent, Ids } from '@stanch/kernel';
import { MikroORM, type SqlEntityManager } from '@mikro-orm/sqlite';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { OutboxTables } from '../outbox/outbox-tables.js';
import { DomainEvents } from './domain-events.js';
import { withOwnConnection } from './own-connection.js';

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

/** The most units of work that are committed together; a commit waits for all of them. */
const MOST_TOGETHER = 64;

/** A unit of work that waits for its turn. */
interface Unit {
  /** Does the work within the open transaction; never throws. */
  readonly work: (em: SqlEntityManager) => Promise<void>;
  /** Tells the caller how it ended, after the commit or after a commit that failed. */
  readonly settle: (failure?: unknown) => void;
  /** Takes seconds: done alone, on a connection of its own. */
  readonly long: boolean;
}

/**
 * The one way to read from and write to the database. A `run` inside another joins it, so use cases of several parts
 * make one transaction together.
 *
 * SQLite has one writer, and a durable commit costs more than the change itself. So the units that wait at a moment are
 * done one after the other, each behind a savepoint of its own, and committed together; nobody is answered before that
 * commit is on the disk, and one that fails takes back only its own work.
 */
@Injectable()
export class UnitOfWork {
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly waiting: Unit[] = [];
  private working = false;

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly events: DomainEvents,
  ) {}

  /** Does the work in a transaction and commits it; whatever the work throws takes everything back. */
  async run<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.queue(work, false);
  }

  /**
   * As `run`, for work that takes seconds, such as an import. Meanwhile everybody reads on, and sees nothing of it; whoever
   * wants to write waits. Such work lets others have their turn now and then (`setImmediate`).
   */
  async runLong<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
    return this.queue(work, true);
  }

  private async queue<Result>(work: (transaction: Transaction) => Promise<Result>, long: boolean): Promise<Result> {
    const outer = this.current.getStore();
    if (outer) return work(outer);
    return new Promise<Result>((resolve, reject) => {
      const inCallersContext = AsyncLocalStorage.snapshot();
      const actions: (() => void)[] = [];
      let result: Result;
      let refused: { reason: unknown } | null = null;
      this.waiting.push({
        long,
        work: async (em) => {
          try {
            result = await inCallersContext(() => this.within(em, work, actions));
          } catch (reason) {
            refused = { reason };
          }
        },
        settle: (failure) => {
          if (failure !== undefined) return reject(failure as Error);
          if (refused) return reject(refused.reason as Error);
          for (const action of actions) action();
          resolve(result);
        },
      });
      if (!this.working) void this.workOff();
    });
  }

  /** Reads outside a transaction, or with the eyes of the one under way. */
  async read<Result>(work: (em: SqlEntityManager) => Promise<Result>): Promise<Result> {
    const outer = this.current.getStore();
    return work(outer ? outer.em : this.em());
  }

  private async workOff(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      // The driver never yields to the network by itself: here requests that have arrived may line up.
      await setImmediate();
      const together = this.nextTogether();
      let failure: unknown;
      try {
        await this.onConnection(together[0]?.long ?? false, (root) =>
          root.transactional(async (em) => {
            for (const unit of together) await unit.work(em as SqlEntityManager);
          }),
        );
      } catch (reason) {
        failure = reason;
      }
      for (const unit of together) unit.settle(failure);
    }
    this.working = false;
  }

  /** Those who wait, up to the next that takes long; that one alone. */
  private nextTogether(): Unit[] {
    const firstLong = this.waiting.slice(0, MOST_TOGETHER).findIndex(({ long }) => long);
    return this.waiting.splice(0, firstLong < 0 ? MOST_TOGETHER : Math.max(firstLong, 1));
  }

  private onConnection(own: boolean, work: (em: SqlEntityManager) => Promise<void>): Promise<void> {
    return own ? withOwnConnection(this.orm, work) : work(this.em());
  }

  private async within<Result>(
    outer: SqlEntityManager,
    work: (transaction: Transaction) => Promise<Result>,
    actions: (() => void)[],
  ): Promise<Result> {
    const em = outer.fork({ clear: true, keepTransactionContext: true });
    const happened: DomainEvent[] = [];
    const transaction: Transaction = {
      em,
      record: async ({ type, data, actorId }) => {
        const event = { id: this.ids.next(), type, at: this.clock.now(), actorId, data };
        happened.push(event);
        await this.events.reactTo(event, transaction);
        return event;
      },
      afterCommit: (action) => actions.push(action),
    };
    const kysely = em.getKysely();
    await sql`savepoint unit_of_work`.execute(kysely);
    try {
      const done = await this.current.run(transaction, () => work(transaction));
      await em.flush();
      if (happened.length > 0) await this.store(transaction, happened, actions);
      await sql`release unit_of_work`.execute(kysely);
      return done;
    } catch (reason) {
      await sql`rollback to unit_of_work`.execute(kysely);
      await sql`release unit_of_work`.execute(kysely);
      throw reason;
    }
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
    await kysely.insertInto('outbox_event').values(happened.map(toRow)).execute();
    await kysely.insertInto('outbox_delivery').values(deliveries).execute();
    actions.push(() => this.events.wakeRelay());
  }
}

function toRow(event: DomainEvent): OutboxTables['outbox_event'] {
  const { id, type, at, actorId, data } = event;
  return { id, type, at, actor_id: actorId, data: JSON.stringify(data) };
}
