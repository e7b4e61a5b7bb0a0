import { instantAfter } from '@stanch/kernel';
import type { DigestItem } from '../domain/digest-item.js';
import { type MailData, newMail } from '../domain/mail.js';
import { netNotice } from '../domain/net-move.js';
import { overNotice, tellsOfSlip } from '../domain/net-promise.js';
import type { Notice } from '../domain/notice.js';
import { isPromise, type Notification, OVERTAKES, topicOf } from '../domain/notification.js';
import { Channel } from '../domain/preferences.js';
import { newPush, type PushData } from '../domain/push.js';
import { wayTo } from '../domain/reach.js';
import { sayInApp } from '../email/say.js';
import { CollectForDigest } from './collect-for-digest.js';
import type { Delivery } from './deliveries.js';
import { type Carrier, type Heard, meetingOf, MergeLetters, type Terms as LetterTerms } from './merge-letters.js';

/**
 * What is still open to change: unread notifications, what waits to be sent of moves and promises for the end of their
 * window, and of promises for a digest. With what people heard of promises lately, to whom it is to be said when one is
 * taken back.
 */
export interface Open {
  readonly notifications: readonly Notification[];
  readonly mails: readonly MailData[];
  readonly pushes: readonly PushData[];
  readonly collected: readonly DigestItem[];
  readonly heard: readonly Heard[];
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
  /** What waited for a digest, to remove. */
  readonly forgotten: readonly DigestItem[];
}

/** How mails are addressed, which devices somebody has, and how long moves and promises wait. */
export interface Terms extends LetterTerms {
  /** The part of a Message-ID after the @. */
  readonly domain: string;
  /** The devices in which somebody switched push on and is signed in. */
  devicesOf(personId: string): readonly string[];
}

/**
 * Joins what is to be told to what has not been read or sent yet. Moves of one card become one of the net change; there
 * and back again becomes nothing. A promise that is taken back as a slip is heard of by nobody who had not heard of it.
 */
export class MergeDeliveries {
  private readonly unread = new Map<string, Notification>();
  private readonly notifications = new Map<string, Notification>();
  private readonly withdrawn = new Map<string, Notification>();
  private readonly digest: CollectForDigest;
  private readonly stored: ReadonlySet<string>;
  private readonly mails: MergeLetters<MailData>;
  private readonly pushes: MergeLetters<PushData>;

  constructor(
    private readonly open: Open,
    private readonly terms: Terms,
  ) {
    for (const one of open.notifications) this.unread.set(meetingOf(one), one);
    this.stored = new Set(open.notifications.map(({ id }) => id));
    this.digest = new CollectForDigest(open.collected);
    this.mails = new MergeLetters(mailCarrier(terms), open.mails, open.heard, this.digest, terms);
    this.pushes = new MergeLetters(pushCarrier(terms), open.pushes, open.heard, this.digest, terms);
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
      collected: this.digest.items,
      forgotten: this.digest.takenBack,
    };
  }

  private get channels() {
    return [this.mails, this.pushes] as const;
  }

  private take(delivery: Delivery): void {
    const topic = topicOf(delivery.notice);
    if (delivery.notice.kind === 'commitmentWithdrawn') this.takeBack(delivery);
    else if (delivery.own) this.takeOwn(delivery);
    else if (topic === 'move') this.takeMove(delivery);
    else if (isPromise(delivery.notice)) this.takePromise(delivery);
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

  private takePromise(delivery: Delivery): void {
    const key = meetingOf({ ...delivery, topic: topicOf(delivery.notice) });
    const unread = this.unread.get(key);
    const said = { ...delivery.notice, ...countedWith(unread) };
    const slipsSince = instantAfter(delivery.at, -this.terms.slipMilliseconds);
    const notice = unread ? overNotice({ ...unread.notice, actorId: unread.actorId }, said, slipsSince) : said;
    this.notify(key, delivery, notice, unread);
    for (const channel of this.channels) channel.promise(delivery);
  }

  /** A promise was a slip. Its unread line goes as it came, unless its reader heard of it by another way. */
  private takeBack(delivery: Delivery): void {
    const key = meetingOf({ ...delivery, topic: topicOf(delivery.notice) });
    const unread = this.unread.get(key);
    const isOfIt = unread !== undefined && tellsOfSlip(unread.notice, delivery.notice);
    const heard = delivery.knows === true || this.channels.some((channel) => channel.told(delivery));
    for (const channel of this.channels) channel.takeBack(delivery);
    if (this.digest.takeBack(delivery, Channel.APP)) return;
    if (isOfIt && (delivery.own || !heard)) this.restore(key, unread, delivery);
    else if (!delivery.own && (heard || this.wasRead(delivery))) {
      this.notify(key, delivery, { ...delivery.notice, ...countedWith(unread) }, unread);
    }
  }

  private takeOther(delivery: Delivery, topic: string | null): void {
    const key = meetingOf({ ...delivery, topic });
    const unread = topic === null ? undefined : this.unread.get(key);
    this.notify(key, delivery, { ...delivery.notice, ...countedWith(unread) }, unread);
    for (const channel of this.channels) {
      if (OVERTAKES.has(delivery.notice.kind)) {
        channel.cancel(delivery);
        channel.release(delivery);
      }
      channel.post(delivery, topic, false);
    }
  }

  private notify(key: string, delivery: Delivery, notice: Notice, unread: Notification | undefined): void {
    const { eventId, personId, painPointId, actorId, at } = delivery;
    const about = { kind: notice.kind, part: notice.part, at };
    const way = wayTo(this.terms.reachOf(personId), Channel.APP, about);
    const internal = notice.internal ?? false;
    if (way.how === 'DIGEST') this.digest.add(delivery, Channel.APP);
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

  /** Makes a line what it was before the promise that was a slip; nothing, when it was none. */
  private restore(key: string, line: Notification, { eventId }: Delivery): void {
    const earlier = line.notice.insteadOf;
    if (earlier === undefined) return this.withdraw(key, line);
    const { kind, at, actorId = null, internal = false } = earlier;
    const again = { ...line, eventId, kind, actorId, text: sayInApp(earlier), notice: earlier, internal, at };
    this.notifications.set(line.id, again);
    this.unread.set(key, again);
  }

  /** Whether a person has read in the app, also in a digest there, of the promise that is taken back. */
  private wasRead({ personId, notice }: Delivery): boolean {
    return this.open.heard.some(
      (one) => one.channel === Channel.APP && one.personId === personId && tellsOfSlip(one.notice, notice),
    );
  }

  /** Told within the window, to somebody to whom nothing is sent of it. */
  private isFresh(unread: Notification, delivery: Delivery): boolean {
    if (this.channels.some((channel) => channel.tells(delivery))) return false;
    return instantAfter(unread.at, this.terms.windowMilliseconds) > delivery.at;
  }
}

/**
 * A promise that was a slip is taken back also from whoever takes no part any more, or wants to hear nothing more, while it
 * waits for them or is unread: one delivery each, which tells them nothing.
 */
export function alsoTakenBack(deliveries: readonly Delivery[], open: Pick<Open, 'notifications' | 'mails' | 'pushes'>) {
  const withdrawn = deliveries.filter(({ notice }) => notice.kind === 'commitmentWithdrawn');
  const told = [...open.notifications, ...open.mails, ...open.pushes];
  return [...Map.groupBy(withdrawn, ({ eventId }) => eventId).values()].flatMap((some): Delivery[] => {
    const [slip] = some as [Delivery];
    const reached = new Set(some.map(({ personId }) => personId));
    const holders = told.filter(({ notice, personId }) => !reached.has(personId) && tellsOfSlip(notice, slip.notice));
    return [...new Set(holders.map(({ personId }) => personId))].map((personId) => ({
      ...slip,
      ...{ personId, address: '', own: true, knows: false },
    }));
  });
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
