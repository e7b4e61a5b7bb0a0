import { type Ids, type Instant, instantAfter } from '@stanch/kernel';
import type { Letter } from '../domain/letter.js';
import { netNotice } from '../domain/net-move.js';
import { netPromise, tellsOfSlip } from '../domain/net-promise.js';
import type { Notice } from '../domain/notice.js';
import { topicOf, Waiting } from '../domain/notification.js';
import type { Channel } from '../domain/preferences.js';
import { type Reach, type Way, wayTo } from '../domain/reach.js';
import type { CollectForDigest } from './collect-for-digest.js';
import type { Delivery } from './deliveries.js';

/** A channel by which something is sent: where to, and as what. */
export interface Carrier<Sent extends Letter> {
  readonly channel: Channel;
  /** Where a person is reached: an address, or each of their devices; nowhere at all. */
  placesOf(delivery: Delivery): readonly string[];
  /** Where this one goes. */
  placeOf(letter: Sent): string;
  write(id: string, delivery: Delivery, more: { place: string; topic: string | null; sendAfter: Instant }): Sent;
}

/** What somebody was told of a promise by one channel. */
export interface Heard {
  readonly personId: string;
  readonly channel: Channel;
  readonly notice: Notice;
}

/** How long moves and promises wait, how long a promise can be taken back, and how people want to be reached. */
export interface Terms {
  readonly windowMilliseconds: number;
  readonly slipMilliseconds: number;
  readonly ids: Ids;
  reachOf(personId: string): Reach;
}

/** Where notices of one card meet, so that they can be joined: one person, one topic. */
export interface Meeting {
  readonly personId: string;
  readonly painPointId: string | null;
  readonly topic: string | null;
}

/** The same as a key. */
export function meetingOf({ personId, painPointId, topic }: Meeting): string {
  return `${personId} ${painPointId ?? ''} ${topic ?? ''}`;
}

/**
 * Joins what is to be sent by one channel to what waits there. Moves of one card become one of the net change; there and
 * back again becomes nothing. So it is with promised dates, but that only a slip becomes nothing.
 */
export class MergeLetters<Sent extends Letter> {
  private readonly waiting = new Map<string, Sent>();
  private readonly written = new Map<string, Sent>();
  private readonly taken = new Map<string, Sent>();
  private readonly stored: ReadonlySet<string>;

  /**
   * `open`: the letters of moves and promises that wait for the end of their window; `heard`: what was told of promises, and
   * those that wait.
   */
  constructor(
    private readonly carrier: Carrier<Sent>,
    open: readonly Sent[],
    private readonly heard: readonly Heard[],
    private readonly digest: CollectForDigest,
    private readonly terms: Terms,
  ) {
    for (const letter of open) this.waiting.set(this.keyOf(letter, carrier.placeOf(letter)), letter);
    this.stored = new Set(open.map(({ id }) => id));
  }

  /** To store, new or changed. */
  get letters(): Sent[] {
    return [...this.written.values()];
  }

  /** To remove. */
  get cancelled(): Sent[] {
    return [...this.taken.values()].filter(({ id }) => this.stored.has(id));
  }

  /** Whether a person hears of something by this channel, and not only in a digest. */
  tells(delivery: Delivery): boolean {
    return this.carrier.placesOf(delivery).length > 0 && this.wayOf(delivery).how === 'NOW';
  }

  /** Whether an earlier move still waits here, so that nobody knows of it yet. */
  holds(delivery: Delivery): boolean {
    return this.heldFor(delivery).length > 0;
  }

  /** A card moved. */
  move(delivery: Delivery): void {
    const [first] = this.heldFor(delivery);
    if (first === undefined) return this.post(delivery, Waiting.MOVE, true);
    const rest = netNotice(first.notice, delivery.notice);
    if (rest === null) this.cancel(delivery);
    else this.change({ ...delivery, notice: rest }, Waiting.MOVE);
  }

  /** A person moved the card themselves. True when that took back what they were about to be told. */
  moveBack(delivery: Delivery): boolean {
    const [first] = this.heldFor(delivery);
    if (first === undefined || netNotice(first.notice, delivery.notice) !== null) return false;
    this.cancel(delivery);
    return true;
  }

  /** Takes back an earlier move that nobody needs to hear of any more. */
  cancel(delivery: Delivery, topic: Waiting = Waiting.MOVE): void {
    for (const letter of this.heldFor(delivery, topic)) this.withdraw(letter);
  }

  /** A date was promised, or moved. */
  promise(delivery: Delivery): void {
    const [first] = this.heldFor(delivery, Waiting.PROMISE);
    if (first === undefined) return this.post(delivery, Waiting.PROMISE, true);
    const slipsSince = instantAfter(delivery.at, -this.terms.slipMilliseconds);
    const notice = netPromise(first.notice, delivery.notice, slipsSince);
    this.change({ ...delivery, notice }, Waiting.PROMISE);
  }

  /** Whether a person heard by this channel of the promise that is taken back. */
  told(delivery: Delivery): boolean {
    return this.inMinutes(delivery) || (this.slipsOf(delivery).length === 0 && this.tellingOf(delivery).length > 0);
  }

  /** A promise was taken back as a slip: what waits is not sent, and only who heard of it hears that too. */
  takeBack(delivery: Delivery): void {
    const inMinutes = this.inMinutes(delivery);
    const told = delivery.knows === true || this.told(delivery);
    const slips = this.slipsOf(delivery);
    for (const letter of slips) {
      const { insteadOf } = letter.notice;
      if (insteadOf) this.rewrite(letter, { ...delivery, notice: insteadOf });
      else this.withdraw(letter);
    }
    const waited = slips.length > 0 || this.digest.takeBack(delivery, this.carrier.channel);
    if ((waited ? inMinutes : told) && !delivery.own) this.post(delivery, topicOf(delivery.notice), false);
  }

  /** A promise that stays on the record waits no longer than what is told after it. */
  release(delivery: Delivery): void {
    for (const letter of this.heldFor(delivery, Waiting.PROMISE)) {
      const way = this.wayOf({ ...delivery, notice: letter.notice });
      if (way.how !== 'NOW') continue;
      letter.sendAfter = letter.nextAttemptAt = way.notBefore;
      this.written.set(letter.id, letter);
    }
  }

  /** Writes a letter to each place; one of a move or a promise waits there for further ones. */
  post(delivery: Delivery, topic: string | null, waits: boolean): void {
    const places = this.carrier.placesOf(delivery);
    if (places.length === 0) return;
    const way = this.wayOf(delivery);
    if (way.how === 'DIGEST') this.digest.add(delivery, this.carrier.channel);
    if (way.how !== 'NOW') return;
    const windowEnds = waits ? instantAfter(delivery.at, this.terms.windowMilliseconds) : delivery.at;
    const sendAfter = windowEnds > way.notBefore ? windowEnds : way.notBefore;
    for (const place of places) {
      const key = this.keyOf({ ...delivery, topic }, place);
      if (waits && isHeld(this.waiting.get(key), delivery.at)) continue;
      const letter = this.carrier.write(this.terms.ids.next(), delivery, { place, topic, sendAfter });
      this.written.set(letter.id, letter);
      if (waits) this.waiting.set(key, letter);
    }
  }

  /** What a waiting letter says has changed, and with it perhaps when its reader wants to hear of it. */
  private change(delivery: Delivery, topic: Waiting): void {
    if (this.wayOf(delivery).how === 'NOW') {
      for (const letter of this.heldFor(delivery, topic)) this.rewrite(letter, delivery);
    } else this.cancel(delivery, topic);
    // To the digest now, or to a device that was not there when the card began to move.
    this.post(delivery, topic, true);
  }

  private withdraw(letter: Sent): void {
    this.waiting.delete(this.keyOf(letter, this.carrier.placeOf(letter)));
    this.written.delete(letter.id);
    this.taken.set(letter.id, letter);
  }

  private rewrite(letter: Sent, { eventId, notice }: Delivery): void {
    letter.eventId = eventId;
    letter.kind = notice.kind;
    letter.notice = notice;
    this.written.set(letter.id, letter);
  }

  private heldFor(delivery: Delivery, topic: Waiting = Waiting.MOVE): Sent[] {
    return this.carrier.placesOf(delivery).flatMap((place) => {
      const letter = this.waiting.get(this.keyOf({ ...delivery, topic }, place));
      return isHeld(letter, delivery.at) ? [letter] : [];
    });
  }

  /** The letters that wait to tell of the promise that is taken back. */
  private slipsOf(delivery: Delivery): Sent[] {
    return this.heldFor(delivery, Waiting.PROMISE).filter(({ notice }) => tellsOfSlip(notice, delivery.notice));
  }

  /** What told a person by this channel of the promise that is taken back, what waits among it. */
  private tellingOf({ personId, notice }: Delivery): Notice[] {
    const heard = this.heard.filter(({ channel }) => channel === this.carrier.channel);
    return [...heard, ...this.written.values()]
      .filter((one) => one.personId === personId && tellsOfSlip(one.notice, notice))
      .map((one) => one.notice);
  }

  /** Whether the minutes of a meeting told of the promise that is taken back, while its own letter may still wait. */
  private inMinutes(delivery: Delivery): boolean {
    const [slip] = this.slipsOf(delivery);
    return this.tellingOf(delivery).some(({ kind, at }) => kind === 'minutes' && at >= (slip?.notice.at ?? at));
  }

  private wayOf({ personId, notice: { kind, part }, at }: Delivery): Way {
    return wayTo(this.terms.reachOf(personId), this.carrier.channel, { kind, part, at });
  }

  private keyOf(meeting: Meeting, place: string): string {
    return `${meetingOf(meeting)} ${place}`;
  }
}

/** Whether a letter still waits for the end of its window. */
function isHeld<Sent extends Letter>(letter: Sent | undefined, at: Instant): letter is Sent {
  return letter !== undefined && letter.sendAfter > at;
}
