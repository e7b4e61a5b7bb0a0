import { instantAfter } from '@stanch/kernel';
import type { DigestItem } from '../domain/digest-item.js';
import { type MailData, newMail } from '../domain/mail.js';
import { netNotice } from '../domain/net-move.js';
import type { Notice } from '../domain/notice.js';
import { type Notification, topicOf } from '../domain/notification.js';
import { Channel } from '../domain/preferences.js';
import { newPush, type PushData } from '../domain/push.js';
import { wayTo } from '../domain/reach.js';
import { sayInApp } from '../email/say.js';
import type { Delivery } from './deliveries.js';
import { type Carrier, meetingOf, MergeLetters, type Terms as LetterTerms } from './merge-letters.js';

/** What is still open to change: unread notifications, and what waits to be sent of moves for the end of their window. */
export interface Open {
  readonly notifications: readonly Notification[];
  readonly mails: readonly MailData[];
  readonly pushes: readonly PushData[];
}

/** What to store. */
export interface Outcome {
  readonly notifications: readonly Notification[];
  readonly withdrawn: readonly Notification[];
  readonly mails: readonly MailData[];
  readonly pushes: readonly PushData[];
  /** Mails and pushes to remove. */
  readonly cancelled: { readonly mails: readonly MailData[]; readonly pushes: readonly PushData[] };
  readonly collected: readonly DigestItem[];
}

/** How mails are addressed, which devices somebody has, and how long moves wait. */
export interface Terms extends LetterTerms {
  /** The part of a Message-ID after the @. */
  readonly domain: string;
  /** The devices in which somebody switched push on and is signed in. */
  devicesOf(personId: string): readonly string[];
}

/** Kinds after which it is of no use to tell of an earlier move that has not been told yet. */
const OVERTAKES = new Set(['parked', 'declined', 'merged', 'reopened', 'stillBleeding', 'spokenFor']);

/**
 * Joins what is to be told to what has not been read or sent yet. Moves of one card become one of the net change; there
 * and back again becomes nothing.
 */
export class MergeDeliveries {
  private readonly unread = new Map<string, Notification>();
  private readonly notifications = new Map<string, Notification>();
  private readonly withdrawn = new Map<string, Notification>();
  private readonly collected: DigestItem[] = [];
  private readonly stored: ReadonlySet<string>;
  private readonly mails: MergeLetters<MailData>;
  private readonly pushes: MergeLetters<PushData>;

  constructor(
    open: Open,
    private readonly terms: Terms,
  ) {
    for (const one of open.notifications) this.unread.set(meetingOf(one), one);
    this.stored = new Set(open.notifications.map(({ id }) => id));
    this.mails = new MergeLetters(mailCarrier(terms), open.mails, terms);
    this.pushes = new MergeLetters(pushCarrier(terms), open.pushes, terms);
  }

  /** Takes the deliveries in the order in which things happened. */
  run(deliveries: readonly Delivery[]): Outcome {
    for (const delivery of deliveries) this.take(delivery);
    const { mails, pushes } = this;
    return {
      notifications: [...this.notifications.values()],
      withdrawn: [...this.withdrawn.values()].filter(({ id }) => this.stored.has(id)),
      mails: mails.letters,
      pushes: pushes.letters,
      cancelled: { mails: mails.cancelled, pushes: pushes.cancelled },
      collected: [...this.collected, ...mails.collected, ...pushes.collected],
    };
  }

  private get channels() {
    return [this.mails, this.pushes] as const;
  }

  private take(delivery: Delivery): void {
    const topic = topicOf(delivery.notice);
    if (delivery.own) this.takeOwn(delivery);
    else if (topic === 'move') this.takeMove(delivery);
    else this.takeOther(delivery, topic);
  }

  /** Whoever moved a card back themselves need not be told that somebody had moved it away. */
  private takeOwn(delivery: Delivery): void {
    const key = meetingOf({ ...delivery, topic: 'move' });
    const unread = this.unread.get(key);
    const tookBack = this.channels.map((channel) => channel.moveBack(delivery)).includes(true);
    if (tookBack && unread) this.withdraw(key, unread);
  }

  private takeMove(delivery: Delivery): void {
    const key = meetingOf({ ...delivery, topic: 'move' });
    const unread = this.unread.get(key);
    const net = unread && netNotice(unread.notice, delivery.notice);
    // What was sent is known: it can be told to be otherwise, but not be taken back.
    const held = this.channels.some((channel) => channel.holds(delivery));
    const takesBack = held || (unread !== undefined && this.isFresh(unread, delivery));
    if (unread && net === null && takesBack) this.withdraw(key, unread);
    else this.notify(key, delivery, { ...(net ?? delivery.notice), ...countedWith(unread) }, unread);
    for (const channel of this.channels) channel.move(delivery);
  }

  private takeOther(delivery: Delivery, topic: string | null): void {
    const key = meetingOf({ ...delivery, topic });
    const unread = topic === null ? undefined : this.unread.get(key);
    this.notify(key, delivery, { ...delivery.notice, ...countedWith(unread) }, unread);
    for (const channel of this.channels) {
      if (OVERTAKES.has(delivery.notice.kind)) channel.cancel(delivery);
      channel.post(delivery, topic, false);
    }
  }

  private notify(key: string, delivery: Delivery, notice: Notice, unread: Notification | undefined): void {
    const { eventId, personId, painPointId, actorId, at } = delivery;
    const about = { kind: notice.kind, part: notice.part, at };
    const way = wayTo(this.terms.reachOf(personId), Channel.APP, about);
    const internal = notice.internal ?? false;
    if (way.how === 'DIGEST') {
      const told = { eventId, personId, painPointId, notice: delivery.notice, internal, at };
      this.collected.push({ ...told, channel: Channel.APP, digestId: null });
    }
    if (way.how !== 'NOW') return;
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
      internal,
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

  /** Told within the window, to somebody to whom nothing is sent of it. */
  private isFresh(unread: Notification, delivery: Delivery): boolean {
    if (this.channels.some((channel) => channel.tells(delivery))) return false;
    return instantAfter(unread.at, this.terms.windowMilliseconds) > delivery.at;
  }
}

/** How many a line of the bell stands for, once a further one is merged into it. */
function countedWith(unread: Notification | undefined): Pick<Notice, 'count'> {
  return unread === undefined ? {} : { count: (unread.notice.count ?? 1) + 1 };
}

/** One mail a person who has an address. */
function mailCarrier({ domain }: Terms): Carrier<MailData> {
  const place = 'their mailbox';
  return {
    channel: Channel.MAIL,
    placesOf: ({ address }) => (address === null ? [] : [place]),
    placeOf: () => place,
    write: (id, { at: createdAt, address, eventId, personId, painPointId, notice }, { topic, sendAfter }) => {
      const { internal = false } = notice;
      const about = { eventId, personId, painPointId, notice, internal, topic };
      return newMail({ id, ...about, address: address ?? '', createdAt, sendAfter, domain });
    },
  };
}

/** One push a device. */
function pushCarrier({ devicesOf }: Terms): Carrier<PushData> {
  return {
    channel: Channel.PUSH,
    placesOf: ({ personId }) => devicesOf(personId),
    placeOf: ({ deviceId }) => deviceId,
    write: (id, { at: createdAt, eventId, personId, painPointId, notice }, { place: deviceId, topic, sendAfter }) => {
      const { internal = false } = notice;
      return newPush({ id, eventId, personId, deviceId, painPointId, notice, internal, topic, createdAt, sendAfter });
    },
  };
}
