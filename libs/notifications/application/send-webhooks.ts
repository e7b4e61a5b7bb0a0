import { Clock, instantAfter } from '@stanch/kernel';
import { Configuration, Rounds, UnitOfWork } from '@stanch/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeliveryState, type Webhook, type WebhookDelivery } from '../domain/webhook.js';
import { type Attempt, callOut } from '../channels/call-out.js';
import { signatureOf, webhookBody } from '../channels/webhook-body.js';
import { StoredWebhooks } from '../persistence/stored-webhooks.js';
import { FindVoice } from './find-voice.js';
import { TellLeads } from './tell-leads.js';

/** How often is looked what is due, in milliseconds. */
const LOOK = 15_000;
const BATCH = 20;
/** After so long what a process took and never settled, as when it was killed, is handed over again; in milliseconds. */
const TAKEN = 60_000;

/** Hands over what teams are told, tries again with growing pauses, and pauses a webhook that fails again and again. */
@Injectable()
export class SendWebhooks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SendWebhooks.name);
  private readonly rounds = new Rounds(() => this.sendDue(), LOOK, this.log);

  constructor(
    private readonly stored: StoredWebhooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly tellLeads: TellLeads,
    private readonly voices: FindVoice,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.close();
  }

  /** There may be something to hand over. Returns at once. */
  wake(): void {
    if (this.configuration.delivers) this.rounds.wake();
  }

  /** Resolves when all that is due now was tried. */
  async drain(): Promise<void> {
    if (this.configuration.delivers) await this.rounds.drain();
  }

  /** Hands one over, and says how it went; also used for a test. */
  async attempt({ url, template, secret }: Webhook, { id, notice }: WebhookDelivery): Promise<Attempt> {
    const at = this.clock.now();
    const { publicUrl, allowPrivateWebhooks } = this.configuration;
    const voice = await this.voices.ofWorkspace();
    const body = webhookBody(template, { id, at: notice.at, notice, publicUrl, voice });
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Stanch',
      'X-Stanch-Event': notice.kind,
      'X-Stanch-Delivery': id,
      'X-Stanch-Signature': signatureOf(secret, at, body),
    };
    return callOut(url, { headers, body }, { allowed: allowPrivateWebhooks, setting: 'ALLOW_PRIVATE_WEBHOOKS' });
  }

  private async sendDue(): Promise<number> {
    let due = await this.due();
    while (due.length > 0 && !this.rounds.closed) {
      for (const { id, webhookId } of due) if (!this.rounds.closed) await this.sendOne(id, webhookId);
      due = await this.due();
    }
    return LOOK;
  }

  private async due(): Promise<WebhookDelivery[]> {
    return this.unitOfWork.read((em) => this.stored.due({ em }, this.clock.now(), BATCH));
  }

  /** Takes one for a while, so that no other process hands it over as well; null when it is taken, or taken back. */
  private async take(id: string): Promise<WebhookDelivery | null> {
    return this.unitOfWork.run(async (transaction) => {
      const now = this.clock.now();
      const delivery = await this.stored.delivery(transaction, id);
      if (delivery?.state !== DeliveryState.WAITING || (delivery.nextAttemptAt ?? now) > now) return null;
      delivery.nextAttemptAt = instantAfter(now, TAKEN);
      return delivery;
    });
  }

  private async sendOne(id: string, webhookId: string): Promise<void> {
    const webhook = await this.stored.byId(webhookId);
    const delivery = await this.take(id);
    if (webhook?.pausedAt !== null || delivery === null) return;
    const attempt = await this.attempt(webhook, delivery);
    await this.unitOfWork.run(async (transaction) => {
      const [kept, told] = [
        await this.stored.within(transaction, webhookId),
        await this.stored.delivery(transaction, id),
      ];
      if (kept === null || told === null) return;
      const now = this.clock.now();
      if (attempt.arrived) {
        told.succeed(attempt.status, now);
        kept.succeeded();
        return;
      }
      told.fail(attempt.status, attempt.reason, now, Math.random());
      if (!kept.failed(now, attempt.reason)) return;
      await this.tellLeads.within(transaction, { kind: 'webhookPaused', words: kept.name, reason: attempt.reason });
    });
  }
}
