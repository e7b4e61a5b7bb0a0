import { type DomainEvent, Ids, instantAfter } from '@stanch/kernel';
import { Configuration, Outbox, UnitOfWork } from '@stanch/platform';
import { SLIP } from '@stanch/sponsorship';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { netMove } from '../domain/net-move.js';
import { netPromise, tellsOfSlip } from '../domain/net-promise.js';
import type { Notice } from '../domain/notice.js';
import { isPromise, OVERTAKES, Waiting } from '../domain/notification.js';
import { groupOf } from '../domain/preferences.js';
import { DeliveryState, type Webhook, WebhookDelivery } from '../domain/webhook.js';
import { StoredWebhooks } from '../persistence/stored-webhooks.js';
import { type SharedNotice, sharedMinutesOf, sharedNoticesOf } from './deliveries.js';
import { HEARD_TYPES, type HeardEvent } from './heard-events.js';
import { occasionsOfEvent } from './occasions.js';
import { ReadSurroundings } from './read-surroundings.js';
import { SendWebhooks } from './send-webhooks.js';

/**
 * Writes down what teams are told by webhook: what sponsors could read too, and nothing else. Moves of a card within the
 * window become one; there and back becomes nothing, and so does a promise that was a slip.
 */
@Injectable()
export class TellWebhooks implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly stored: StoredWebhooks,
    private readonly surroundings: ReadSurroundings,
    private readonly sends: SendWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly configuration: Configuration,
    private readonly ids: Ids,
  ) {}

  onModuleInit(): void {
    this.outbox.handle('webhooks', HEARD_TYPES, (events) => this.run(events as readonly HeardEvent[]));
  }

  private async run(events: readonly HeardEvent[]): Promise<void> {
    const webhooks = await this.stored.all();
    if (webhooks.length === 0) return;
    const notices = await this.notices(events);
    const windowMilliseconds = this.configuration.mailWindowSeconds * 1_000;
    await this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      const cards = [...new Set(notices.flatMap(({ painPointId }) => (painPointId === null ? [] : [painPointId])))];
      const waiting = await this.stored.waiting(transaction, cards);
      const isSlip = notices.some(({ notice }) => notice.kind === 'commitmentWithdrawn');
      const told = isSlip ? await this.stored.promises(transaction, cards) : [];
      for (const webhook of webhooks) {
        for (const shared of notices.filter((one) => hears(webhook, one))) {
          const { event, notice } = shared;
          const withdrawn = notice.kind === 'commitmentWithdrawn';
          const open = waiting.filter(
            (one) =>
              one.webhookId === webhook.id &&
              one.painPointId === shared.painPointId &&
              one.isOpenAt(event.at, windowMilliseconds),
          );
          // As by mail: a promise stays on the record, and is told before what ends the card.
          const overtaken = OVERTAKES.has(notice.kind) ? open.filter(({ topic }) => topic === Waiting.PROMISE) : [];
          for (const one of overtaken) one.release(event.at);
          const earlier = open.find((one) =>
            withdrawn ? tellsOfSlip(one.notice, notice) : one.topic === shared.topic,
          );
          const joined = earlier && joinedTo(earlier.notice, notice);
          if (earlier && joined === null) {
            em.remove(earlier);
            waiting.splice(waiting.indexOf(earlier), 1);
          } else if (earlier && joined) earlier.notice = joined;
          else if (
            !withdrawn ||
            [...told, ...waiting].some((one) => one.webhookId === webhook.id && tellsOfSlip(one.notice, notice))
          ) {
            const delivery = this.deliveryOf(webhook, shared);
            em.persist(delivery);
            if (delivery.topic !== null) waiting.push(delivery);
          }
        }
      }
      await em.flush();
      transaction.afterCommit(() => this.sends.wake());
    });
  }

  private async notices(events: readonly HeardEvent[]): Promise<SharedNotice[]> {
    const cards = await this.surroundings.cards(events);
    const isConfirmed = (painPointId: string) => cards.get(painPointId)?.confirmed ?? false;
    const occasions = events.flatMap((event) => occasionsOfEvent(event, isConfirmed));
    const wanted = occasions.map((occasion) => occasion.wanted);
    const around = await this.surroundings.around(events, cards, wanted);
    return [...sharedNoticesOf(occasions, around), ...sharedMinutesOf(events, around)];
  }

  private deliveryOf({ id: webhookId }: Webhook, { event, notice, painPointId, topic }: SharedNotice): WebhookDelivery {
    const windowMilliseconds = topic !== null ? this.configuration.mailWindowSeconds * 1_000 : 0;
    return Object.assign(new WebhookDelivery(), {
      id: this.ids.next(),
      webhookId,
      eventId: event.id,
      topic,
      painPointId,
      notice,
      state: DeliveryState.WAITING,
      createdAt: event.at,
      nextAttemptAt: instantAfter(event.at, windowMilliseconds),
      attempts: 0,
      status: null,
      lastError: null,
      sentAt: null,
    });
  }
}

function hears({ events, createdAt }: Webhook, { event, notice }: { event: DomainEvent; notice: Notice }): boolean {
  const group = groupOf(notice.kind);
  return group !== null && events.includes(group) && event.at >= createdAt;
}

/** What is to be told after all; null: nothing. */
function joinedTo(first: Notice, next: Notice): Notice | null {
  if (next.kind === 'commitmentWithdrawn') return first.insteadOf ?? null;
  if (isPromise(next)) return netPromise(first, next, instantAfter(next.at, -SLIP));
  if (first.move === undefined || next.move === undefined) return next;
  const move = netMove(first.move, next.move);
  return move === null ? null : { ...next, move, kind: move.toCategory === 'PLANNED' ? 'planned' : 'moved' };
}
