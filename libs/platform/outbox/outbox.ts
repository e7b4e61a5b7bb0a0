import { setImmediate } from 'node:timers/promises';
import { Clock, type DomainEvent, instantAfter } from '@stanch/kernel';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Configuration } from '../configuration/configuration.js';
import { DomainEvents } from '../database/domain-events.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Rounds } from '../rounds/rounds.js';
import type { OutboxTables } from './outbox-tables.js';

/** Events given to a handler at once: few enough that the transaction holds nobody up. */
const BATCH = 50;
/** The safety net should a wake-up be lost, in milliseconds. */
const POLL = 5_000;
/** The pause after the first failure; it doubles up to an hour. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 3_600_000;
/** Delivered events are kept this long for whoever looks into a fault. */
const KEPT = 14 * 86_400_000;

type Handle = (events: readonly DomainEvent<string, never>[]) => Promise<void>;

/**
 * Brings stored events to those who react after the commit, at least once and in the order they happened. A handler
 * works in one transaction with the mark "delivered", so what it stores is stored once.
 */
@Injectable()
export class Outbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Outbox.name);
  private readonly handlers = new Map<string, Handle>();
  private readonly rounds = new Rounds(() => this.deliverAll(), POLL, this.log);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /**
   * Registers a handler under a name that must never change, since open deliveries carry it. It gets events in batches
   * and must cope with seeing one again after it threw.
   */
  handle(name: string, types: readonly string[], handle: Handle): void {
    this.handlers.set(name, handle);
    for (const type of types) this.events.subscribe(type, name);
  }

  onApplicationBootstrap(): void {
    if (!this.configuration.delivers) return;
    this.events.onWake(() => this.rounds.wake());
    this.rounds.wake();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.close();
  }

  /** Resolves when everything due now has been delivered or has failed. */
  drain(): Promise<void> {
    return this.rounds.drain();
  }

  private async deliverAll(): Promise<number> {
    for (const [name, handle] of this.handlers) {
      while (!this.rounds.closed && (await this.deliverSome(name, handle))) await setImmediate();
    }
    await this.forgetOld();
    return POLL;
  }

  private async deliverSome(name: string, handle: Handle): Promise<boolean> {
    const due = await this.due(name);
    if (due.length === 0) return false;
    try {
      await this.deliver(name, handle, due);
    } catch (error) {
      if (due.length === 1) await this.postpone(name, due, error);
      else await this.deliverEach(name, handle, due);
    }
    return due.length === BATCH;
  }

  private async deliverEach(name: string, handle: Handle, due: DueEvent[]): Promise<void> {
    for (const one of due) {
      await this.deliver(name, handle, [one]).catch((error: unknown) => this.postpone(name, [one], error));
    }
  }

  private async deliver(name: string, handle: Handle, due: DueEvent[]): Promise<void> {
    await this.unitOfWork.run(async ({ em }) => {
      await handle(due.map(({ event }) => event));
      await em
        .getKysely<OutboxTables>()
        .updateTable('outbox_delivery')
        .set({ done_at: this.clock.now() })
        .where('handler', '=', name)
        .where(
          'event_id',
          'in',
          due.map(({ event }) => event.id),
        )
        .execute();
    });
  }

  private async due(name: string): Promise<DueEvent[]> {
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<OutboxTables>()
        .selectFrom('outbox_delivery as delivery')
        .innerJoin('outbox_event as event', 'event.id', 'delivery.event_id')
        .select(['event.id', 'event.type', 'event.at', 'event.actor_id', 'event.data', 'delivery.attempts'])
        .where('delivery.handler', '=', name)
        .where('delivery.done_at', 'is', null)
        .where('delivery.due_at', '<=', this.clock.now())
        .orderBy('delivery.event_id')
        .limit(BATCH)
        .execute(),
    );
    return rows.map((row) => ({
      attempts: row.attempts,
      event: { id: row.id, type: row.type, at: row.at, actorId: row.actor_id, data: JSON.parse(row.data) as never },
    }));
  }

  private async postpone(name: string, due: DueEvent[], error: unknown): Promise<void> {
    this.log.error(error);
    await this.unitOfWork.run(async ({ em }) => {
      for (const { event, attempts } of due) {
        const pause = Math.min(FIRST_PAUSE * 2 ** attempts, LONGEST_PAUSE);
        await em
          .getKysely<OutboxTables>()
          .updateTable('outbox_delivery')
          .set({
            attempts: attempts + 1,
            due_at: instantAfter(this.clock.now(), pause),
            error: error instanceof Error ? error.message : String(error),
          })
          .where('handler', '=', name)
          .where('event_id', '=', event.id)
          .execute();
      }
    });
  }

  private forgottenAt = '';

  private async forgetOld(): Promise<void> {
    const today = this.clock.now().slice(0, 10);
    if (this.forgottenAt === today) return;
    this.forgottenAt = today;
    const before = instantAfter(this.clock.now(), -KEPT);
    await this.unitOfWork.run(async ({ em }) => {
      const kysely = em.getKysely<OutboxTables>();
      await kysely.deleteFrom('outbox_delivery').where('done_at', '<', before).execute();
      await kysely
        .deleteFrom('outbox_event')
        .where('at', '<', before)
        .where('id', 'not in', kysely.selectFrom('outbox_delivery').select('event_id'))
        .execute();
    });
  }
}

interface DueEvent {
  event: DomainEvent<string, never>;
  attempts: number;
}
