import { type Ids, instantAfter } from '@stanch/kernel';
import { sayInApp } from '../email/say.js';
import { type MailData, newMail } from '../domain/mail.js';
import { kindOfMove, type Move, netMove } from '../domain/net-move.js';
import type { Notice } from '../domain/notice.js';
import { type Notification, topicOf } from '../domain/notification.js';
import { Channel } from '../domain/preferences.js';
import { type Reach, type Way, wayTo } from '../domain/reach.js';
import type { DigestItem } from '../domain/digest-item.js';
import type { Delivery } from './deliveries.js';

/** What is still open to change: unread notifications, and mails of moves that wait for the end of their window. */
export interface Open {
  readonly notifications: readonly Notification[];
  readonly mails: readonly MailData[];
}

/** What to store. */
export interface Outcome {
  readonly notifications: Notification[];
  readonly withdrawn: Notification[];
  readonly mails: MailData[];
  readonly cancelled: MailData[];
  readonly collected: DigestItem[];
}

/** How mails are addressed and how long moves wait. */
export interface Terms {
  readonly windowMilliseconds: number;
  /** The part of a Message-ID after the @. */
  readonly domain: string;
  readonly ids: Ids;
  /** How a person wants to be reached. */
  reachOf(personId: string): Reach;
}

/** Kinds after which it is of no use to tell of an earlier move that has not been told yet. */
const OVERTAKES = new Set(['parked', 'declined', 'merged', 'reopened', 'stillBleeding', 'spokenFor']);

/**
 * Joins what is to be told to what has not been read or sent yet. Moves of one card become one of the net change; there
 * and back again becomes nothing.
 */
export class MergeDeliveries {
  private readonly unread = new Map<string, Notification>();
  private readonly waiting = new Map<string, MailData>();
  private readonly notifications = new Map<string, Notification>();
  private readonly withdrawn = new Map<string, Notification>();
  private readonly mails = new Map<string, MailData>();
  private readonly cancelled = new Map<string, MailData>();
  private readonly collected: DigestItem[] = [];
  private readonly stored: ReadonlySet<string>;

  constructor(
    open: Open,
    private readonly terms: Terms,
  ) {
    for (const one of open.notifications) this.unread.set(keyOf(one), one);
    for (const mail of open.mails) this.waiting.set(keyOf(mail), mail);
    this.stored = new Set([...open.notifications, ...open.mails].map(({ id }) => id));
  }

  /** Takes the deliveries in the order in which things happened. */
  run(deliveries: readonly Delivery[]): Outcome {
    for (const delivery of deliveries) this.take(delivery);
    return {
      notifications: [...this.notifications.values()],
      withdrawn: [...this.withdrawn.values()].filter(({ id }) => this.stored.has(id)),
      mails: [...this.mails.values()],
      cancelled: [...this.cancelled.values()].filter(({ id }) => this.stored.has(id)),
      collected: this.collected,
    };
  }

  private take(delivery: Delivery): void {
    const topic = topicOf(delivery.notice);
    if (delivery.own) this.takeOwn(delivery);
    else if (topic === 'move') this.takeMove(delivery);
    else this.takeOther(delivery, topic);
  }

  /** Whoever moved a card back themselves need not be told that somebody had moved it away. */
  private takeOwn(delivery: Delivery): void {
    const key = keyOf({ ...delivery, topic: 'move' });
    const mail = this.waitingAt(key, delivery);
    const unread = this.unread.get(key);
    if (mail === undefined || netOf(mail.notice, delivery.notice) !== null) return;
    this.cancel(key, mail);
    if (unread) this.withdraw(key, unread);
  }

  private takeMove(delivery: Delivery): void {
    const key = keyOf({ ...delivery, topic: 'move' });
    const mail = this.waitingAt(key, delivery);
    const unread = this.unread.get(key);
    const net = unread && netOf(unread.notice, delivery.notice);
    // What was mailed is known: it can be told to be otherwise, but not be taken back.
    const takesBack = mail !== undefined || (unread !== undefined && this.isFresh(unread, delivery));
    if (unread && net === null && takesBack) this.withdraw(key, unread);
    else this.notify(key, delivery, net ?? delivery.notice, unread);

    if (mail === undefined) this.post(delivery, 'move', key);
    else {
      const rest = netOf(mail.notice, delivery.notice);
      if (rest === null) this.cancel(key, mail);
      else this.change(key, mail, { ...delivery, notice: rest });
    }
  }

  /** What a waiting mail says has changed, and with it perhaps when its reader wants to hear of it. */
  private change(key: string, mail: MailData, delivery: Delivery): void {
    const way = this.wayOf(Channel.MAIL, delivery);
    if (way.how === 'NOW') {
      this.rewrite(mail, delivery, delivery.notice);
      return;
    }
    this.cancel(key, mail);
    if (way.how === 'DIGEST') this.collect(Channel.MAIL, delivery);
  }

  private takeOther(delivery: Delivery, topic: string | null): void {
    const key = keyOf({ ...delivery, topic });
    const unread = topic === null ? undefined : this.unread.get(key);
    const count =
      unread && delivery.notice.kind === 'commented' ? (unread.notice.count ?? 1) + 1 : delivery.notice.count;
    this.notify(key, delivery, { ...delivery.notice, count }, unread);
    if (OVERTAKES.has(delivery.notice.kind)) {
      const moveKey = keyOf({ ...delivery, topic: 'move' });
      const mail = this.waitingAt(moveKey, delivery);
      if (mail) this.cancel(moveKey, mail);
    }
    this.post(delivery, topic, null);
  }

  private notify(key: string, delivery: Delivery, notice: Notice, unread: Notification | undefined): void {
    const { eventId, personId, painPointId, actorId, at } = delivery;
    const way = this.wayOf(Channel.APP, { ...delivery, notice });
    if (way.how !== 'NOW') {
      if (way.how === 'DIGEST') this.collect(Channel.APP, delivery);
      return;
    }
    const topic = topicOf(notice);
    const notification: Notification = {
      id: unread?.id ?? this.terms.ids.next(),
      eventId,
      personId,
      kind: notice.kind,
      topic,
      painPointId,
      actorId,
      text: sayInApp(notice),
      notice,
      internal: notice.internal ?? false,
      at,
      readAt: null,
    };
    this.notifications.set(notification.id, notification);
    if (topic !== null) this.unread.set(key, notification);
  }

  private withdraw(key: string, notification: Notification): void {
    this.unread.delete(key);
    this.notifications.delete(notification.id);
    this.withdrawn.set(notification.id, notification);
  }

  /** Writes a mail; a key says that it waits under it for further moves. */
  private post(delivery: Delivery, topic: string | null, key: string | null): void {
    const { eventId, personId, painPointId, address, notice, at } = delivery;
    const way = this.wayOf(Channel.MAIL, delivery);
    if (address === null || way.how === 'NEVER') return;
    if (way.how === 'DIGEST') {
      this.collect(Channel.MAIL, delivery);
      return;
    }
    const id = this.terms.ids.next();
    const windowEnds = key === null ? at : instantAfter(at, this.terms.windowMilliseconds);
    const sendAfter = windowEnds > way.notBefore ? windowEnds : way.notBefore;
    const mail = newMail({
      id,
      eventId,
      personId,
      address,
      topic,
      painPointId,
      notice,
      internal: notice.internal ?? false,
      createdAt: at,
      sendAfter,
      domain: this.terms.domain,
    });
    this.mails.set(id, mail);
    if (key !== null) this.waiting.set(key, mail);
  }

  private wayOf(channel: Channel, { personId, notice, at }: Delivery): Way {
    return wayTo(this.terms.reachOf(personId), channel, { kind: notice.kind, part: notice.part, at });
  }

  private collect(channel: Channel, { eventId, personId, painPointId, notice, at }: Delivery): void {
    const internal = notice.internal ?? false;
    this.collected.push({ eventId, personId, channel, painPointId, notice, internal, at, digestId: null });
  }

  private rewrite(mail: MailData, delivery: Delivery, notice: Notice): void {
    mail.eventId = delivery.eventId;
    mail.kind = notice.kind;
    mail.notice = notice;
    this.mails.set(mail.id, mail);
  }

  private cancel(key: string, mail: MailData): void {
    this.waiting.delete(key);
    this.mails.delete(mail.id);
    this.cancelled.set(mail.id, mail);
  }

  private waitingAt(key: string, { at }: Delivery): MailData | undefined {
    const mail = this.waiting.get(key);
    return mail !== undefined && mail.sendAfter > at ? mail : undefined;
  }

  /** Told within the window, to somebody who gets no mail. */
  private isFresh(unread: Notification, { at, address }: Delivery): boolean {
    return address === null && instantAfter(unread.at, this.terms.windowMilliseconds) > at;
  }
}

/** Where notices meet: one person, one card, one topic. */
function keyOf(place: { personId: string; painPointId: string | null; topic: string | null }): string {
  return `${place.personId} ${place.painPointId ?? ''} ${place.topic ?? ''}`;
}

/** Two notices of moves as one; null when the card is back where it was. */
function netOf(first: Notice, next: Notice): Notice | null {
  if (first.move === undefined) return next;
  const move = netMove(first.move, next.move as Move);
  return move === null ? null : { ...next, move, kind: kindOfMove(move, next.part) };
}
