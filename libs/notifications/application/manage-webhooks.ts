import { randomBytes } from 'node:crypto';
import { badInput, Clock, Ids, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { EventGroup } from '../domain/preferences.js';
import {
  DeliveryState,
  Webhook,
  type WebhookChanges,
  WebhookDelivery,
  type WebhookTemplate,
} from '../domain/webhook.js';
import { StoredWebhooks } from '../persistence/stored-webhooks.js';
import { SendWebhooks } from './send-webhooks.js';

/** More teams than these do not share one programme. */
const MOST = 50;
const SECRET_BYTES = 32;

/** Sets up where teams are told. */
@Injectable()
export class ManageWebhooks {
  constructor(
    private readonly stored: StoredWebhooks,
    private readonly sends: SendWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Adds one; its secret is shown this once. */
  async add(
    actor: Actor,
    input: { name: string; url: string; template: WebhookTemplate; events: readonly EventGroup[] },
  ): Promise<Webhook> {
    return this.unitOfWork.run(async ({ em }) => {
      if ((await em.count(Webhook, {})) >= MOST) throw badInput('name', `There are ${MOST} webhooks already.`);
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const made = { id: this.ids.next(), secret, createdById: actor.personId, createdAt: this.clock.now() };
      const webhook = new Webhook({ ...input, ...made });
      em.persist(webhook);
      return webhook;
    });
  }

  /** Changes one, pauses it or lets it go on; what waited is told then. */
  async update(id: string, changes: WebhookChanges & { paused?: boolean | null }): Promise<Webhook> {
    const changed = await this.unitOfWork.run(async (transaction) => {
      const webhook = await this.one(transaction, id);
      webhook.change(changes);
      if (changes.paused === true) webhook.pause(this.clock.now(), null);
      if (changes.paused === false) webhook.resume();
      return webhook;
    });
    this.sends.wake();
    return changed;
  }

  /** Takes one away, with its log. */
  async remove(id: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const webhook = await this.one(transaction, id);
      await transaction.em.nativeDelete(WebhookDelivery, { webhookId: id });
      transaction.em.remove(webhook);
    });
  }

  /** Sends something now, so that one sees whether it arrives; it stands in the log. */
  async test(actor: Actor, id: string): Promise<WebhookDelivery> {
    const webhook = await this.stored.byId(id);
    if (webhook === null) throw notFound('webhook');
    const delivery = this.testOf(webhook, actor);
    const attempt = await this.sends.attempt(webhook, delivery);
    const now = this.clock.now();
    if (attempt.arrived) delivery.succeed(attempt.status, now);
    else {
      delivery.fail(attempt.status, attempt.reason, now, 0);
      Object.assign(delivery, { state: DeliveryState.FAILED, nextAttemptAt: null });
    }
    await this.unitOfWork.run(async ({ em }) => void em.persist(delivery));
    return delivery;
  }

  private testOf({ id: webhookId, name }: Webhook, { personId }: Actor): WebhookDelivery {
    const [id, at] = [this.ids.next(), this.clock.now()];
    const notice = { kind: 'webhookTest', part: 'lead', at, by: null, card: null, words: name } as const;
    return Object.assign(new WebhookDelivery(), {
      id,
      webhookId,
      eventId: `test ${id} ${personId}`,
      topic: null,
      painPointId: null,
      notice,
      state: DeliveryState.WAITING,
      createdAt: at,
      nextAttemptAt: null,
      attempts: 0,
      status: null,
      lastError: null,
      sentAt: null,
    });
  }

  private async one(transaction: Transaction, id: string): Promise<Webhook> {
    const webhook = await this.stored.within(transaction, id);
    if (webhook === null) throw notFound('webhook');
    return webhook;
  }
}
