import type { Instant } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Waiting } from '../domain/notification.js';
import { DeliveryState, Webhook, WebhookDelivery } from '../domain/webhook.js';

type Within = Pick<Transaction, 'em'>;

/** So many lines of the log are shown. */
const LOG = 50;

/** The webhooks of teams, and what is told to them. */
@Injectable()
export class StoredWebhooks {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** All of them, the oldest first; to look at only. */
  async all(): Promise<Webhook[]> {
    return this.unitOfWork.read((em) => em.find(Webhook, {}, { orderBy: { id: 'asc' } }));
  }

  /** One; null when there is none; to look at only. */
  async byId(id: string): Promise<Webhook | null> {
    return this.unitOfWork.read((em) => em.findOne(Webhook, { id }));
  }

  /** One, to be changed in this transaction; null when there is none. */
  async within({ em }: Within, id: string): Promise<Webhook | null> {
    return em.findOne(Webhook, { id });
  }

  /** What was told last, the latest first. */
  async log(webhookId: string): Promise<WebhookDelivery[]> {
    return this.unitOfWork.read((em) =>
      em.find(WebhookDelivery, { webhookId }, { orderBy: { id: 'desc' }, limit: LOG }),
    );
  }

  /** What still waits on these cards for the end of its window, to be changed in this transaction. */
  async waiting({ em }: Within, painPointIds: readonly string[]): Promise<WebhookDelivery[]> {
    return em.find(WebhookDelivery, {
      topic: { $in: Object.values(Waiting) },
      painPointId: { $in: [...painPointIds] },
      state: DeliveryState.WAITING,
      attempts: 0,
    });
  }

  /** All that was, or is to be, told of dates promised on these cards; to look at only. */
  async promises({ em }: Within, painPointIds: readonly string[]): Promise<WebhookDelivery[]> {
    const told = { topic: Waiting.PROMISE, painPointId: { $in: [...painPointIds] } };
    return em.find(WebhookDelivery, told, { disableIdentityMap: true });
  }

  /** What is due of webhooks that are not paused, the oldest first. */
  async due({ em }: Within, now: Instant, limit: number): Promise<WebhookDelivery[]> {
    const active = (await em.find(Webhook, { pausedAt: null }, { disableIdentityMap: true })).map(({ id }) => id);
    return em.find(
      WebhookDelivery,
      { state: DeliveryState.WAITING, nextAttemptAt: { $lte: now }, webhookId: { $in: active } },
      { orderBy: { id: 'asc' }, limit, disableIdentityMap: true },
    );
  }

  /** One thing to tell, to be changed in this transaction; null when it was taken back. */
  async delivery({ em }: Within, id: string): Promise<WebhookDelivery | null> {
    return em.findOne(WebhookDelivery, { id });
  }
}
