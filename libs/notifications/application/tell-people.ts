import { Clock, type DomainEvent, Ids, type Instant, instantAfter } from '@stanch/kernel';
import { Configuration, Live, Outbox, type Transaction, UnitOfWork } from '@stanch/platform';
import { SLIP } from '@stanch/sponsorship';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { domainOf } from '../email/mail-domain.js';
import { StoredDigestItems } from '../persistence/stored-digest-items.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { StoredPushes } from '../persistence/stored-pushes.js';
import { StoredPromises } from '../persistence/stored-promises.js';
import { StoredReach } from '../persistence/stored-reach.js';
import { type Delivery, deliveriesOf } from './deliveries.js';
import { HEARD_TYPES, type HeardEvent } from './heard-events.js';
import { alsoTakenBack, MergeDeliveries, type Terms } from './merge-deliveries.js';
import { type LiveNotification, notificationTopic } from './notification-topic.js';
import { occasionsOfEvent } from './occasions.js';
import { ReadSurroundings } from './read-surroundings.js';
import { SendMails } from './send-mails.js';
import { SendPushes } from './send-pushes.js';

/**
 * Tells people of what happened: a notification for each at once, a mail to whom has an address, a push to each device that
 * somebody switched on. Works on a batch of events with a few queries, in one transaction with the mark that they were
 * delivered.
 */
@Injectable()
export class TellPeople implements OnModuleInit {
  private readonly domain: string;

  constructor(
    private readonly outbox: Outbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly surroundings: ReadSurroundings,
    private readonly stored: StoredNotices,
    private readonly reach: StoredReach,
    private readonly digestItems: StoredDigestItems,
    private readonly devices: StoredPushDevices,
    private readonly pushes: StoredPushes,
    private readonly promises: StoredPromises,
    private readonly sendMails: SendMails,
    private readonly sendPushes: SendPushes,
    private readonly live: Live,
    private readonly ids: Ids,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {
    this.domain = domainOf(configuration.mailFrom);
  }

  onModuleInit(): void {
    this.outbox.handle('notifications', HEARD_TYPES, (events) => this.run(events));
  }

  /** Tells of these events; of those that were told before, nothing. */
  async run(given: readonly DomainEvent<string, never>[]): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const told = await this.stored.toldEvents(
        transaction,
        given.map(({ id }) => id),
      );
      const events = (given as readonly HeardEvent[]).filter(({ id }) => !told.has(id));
      const deliveries = await this.deliveries(events);
      if (deliveries.length > 0) await this.store(transaction, deliveries);
    });
  }

  private async deliveries(events: readonly HeardEvent[]): Promise<Delivery[]> {
    if (events.length === 0) return [];
    const cards = await this.surroundings.cards(events);
    const isConfirmed = (painPointId: string) => cards.get(painPointId)?.confirmed ?? false;
    const occasions = new Map(events.map((event) => [event.id, occasionsOfEvent(event, isConfirmed)]));
    const wanted = [...occasions.values()].flatMap((some) => some.map((occasion) => occasion.wanted));
    return deliveriesOf(events, occasions, await this.surroundings.around(events, cards, wanted));
  }

  private async store(transaction: Transaction, deliveries: readonly Delivery[]): Promise<void> {
    const painPointIds = new Set(deliveries.flatMap(({ painPointId }) => (painPointId === null ? [] : [painPointId])));
    const earliest = deliveries.reduce((first, { at }) => (at < first ? at : first), deliveries[0]?.at ?? '');
    const open = {
      notifications: await this.stored.unread(transaction, [...painPointIds]),
      mails: await this.stored.waitingMails(transaction, [...painPointIds], earliest),
      pushes: await this.pushes.open(transaction, [...painPointIds], earliest),
      ...(await this.slips(transaction, deliveries, earliest)),
    };
    const all = [...deliveries, ...alsoTakenBack(deliveries, open)];
    const outcome = new MergeDeliveries(open, await this.terms(transaction, all)).run(all);
    const { notifications, withdrawn, mails, pushes, cancelled, collected, forgotten } = outcome;
    await this.stored.saveNotifications(transaction, notifications);
    await this.stored.remove(transaction, 'notification', idsOf(withdrawn));
    await this.stored.saveMails(transaction, mails);
    await this.stored.remove(transaction, 'mail', idsOf(cancelled.mails));
    await this.pushes.save(transaction, pushes);
    await this.stored.remove(transaction, 'push', idsOf(cancelled.pushes));
    await this.digestItems.remove(transaction, forgotten);
    await this.digestItems.save(transaction, collected);
    transaction.afterCommit(() => {
      for (const one of notifications) this.publish(one);
      // What was taken back is shown as read too, so that it no longer counts wherever it is on a screen.
      for (const one of withdrawn) this.publish({ ...one, readAt: one.at, takenBack: true });
      if (mails.length > 0) this.sendMails.wake();
      if (pushes.length > 0) this.sendPushes.wake();
    });
  }

  /** Where a promise is taken back: what was told of it, and what waits to be told in a digest. */
  private async slips(transaction: Transaction, deliveries: readonly Delivery[], earliest: Instant) {
    const withdrawn = deliveries.filter(({ notice }) => notice.kind === 'commitmentWithdrawn');
    if (withdrawn.length === 0) return { heard: [], collected: [] };
    const personIds = withdrawn.map(({ personId }) => personId);
    return this.promises.since(transaction, personIds, instantAfter(earliest, -SLIP));
  }

  private async terms(transaction: Transaction, deliveries: readonly Delivery[]): Promise<Terms> {
    const personIds = deliveries.map(({ personId }) => personId);
    const reachOf = await this.reach.of(transaction, personIds);
    const devices = await this.devices.listening(transaction, personIds, this.clock.now());
    const windowMilliseconds = this.configuration.mailWindowSeconds * 1_000;
    const { domain, ids } = this;
    const devicesOf = (personId: string) => devices.get(personId) ?? [];
    return { windowMilliseconds, slipMilliseconds: SLIP, domain, ids, reachOf, devicesOf };
  }

  private publish(notification: LiveNotification): void {
    this.live.publish(notificationTopic(notification.personId), notification);
  }
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
