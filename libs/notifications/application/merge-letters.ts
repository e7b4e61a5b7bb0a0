import { type Ids, type Instant, instantAfter } from '@stanch/kernel';
import type { DigestItem } from '../domain/digest-item.js';
import type { Letter } from '../domain/letter.js';
import { netNotice } from '../domain/net-move.js';
import type { Channel } from '../domain/preferences.js';
import { type Reach, type Way, wayTo } from '../domain/reach.js';
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

/** How long moves wait, and how people want to be reached. */
export interface Terms {
  readonly windowMilliseconds: number;
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
 * back again becomes nothing.
 */
export class MergeLetters<Sent extends Letter> {
  private readonly waiting = new Map<string, Sent>();
  private readonly written = new Map<string, Sent>();
  private readonly taken = new Map<string, Sent>();
  private readonly stored: ReadonlySet<string>;
  /** What its reader hears of in the digest instead. */
  readonly collected: DigestItem[] = [];

  /** `open`: the letters of moves that wait for the end of their window. */
  constructor(
    private readonly carrier: Carrier<Sent>,
    open: readonly Sent[],
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
    if (first === undefined) return this.post(delivery, 'move', true);
    const rest = netNotice(first.notice, delivery.notice);
    if (rest === null) this.cancel(delivery);
    else this.change({ ...delivery, notice: rest });
  }

  /** A person moved the card themselves. True when that took back what they were about to be told. */
  moveBack(delivery: Delivery): boolean {
    const [first] = this.heldFor(delivery);
    if (first === undefined || netNotice(first.notice, delivery.notice) !== null) return false;
    this.cancel(delivery);
    return true;
  }

  /** Takes back an earlier move that nobody needs to hear of any more. */
  cancel(delivery: Delivery): void {
    for (const letter of this.heldFor(delivery)) {
      this.waiting.delete(this.keyOf(letter, this.carrier.placeOf(letter)));
      this.written.delete(letter.id);
      this.taken.set(letter.id, letter);
    }
  }

  /** Writes a letter to each place; one of a move waits there for further ones. */
  post(delivery: Delivery, topic: string | null, waits: boolean): void {
    const places = this.carrier.placesOf(delivery);
    if (places.length === 0) return;
    const way = this.wayOf(delivery);
    if (way.how === 'DIGEST') this.collect(delivery);
    if (way.how !== 'NOW') return;
    const windowEnds = waits ? instantAfter(delivery.at, this.terms.windowMilliseconds) : delivery.at;
    const sendAfter = windowEnds > way.notBefore ? windowEnds : way.notBefore;
    for (const place of places) {
      const key = this.keyOf({ ...delivery, topic }, place);
      if (waits && this.waiting.has(key)) continue;
      const letter = this.carrier.write(this.terms.ids.next(), delivery, { place, topic, sendAfter });
      this.written.set(letter.id, letter);
      if (waits) this.waiting.set(key, letter);
    }
  }

  /** What a waiting letter says has changed, and with it perhaps when its reader wants to hear of it. */
  private change(delivery: Delivery): void {
    if (this.wayOf(delivery).how === 'NOW') {
      for (const letter of this.heldFor(delivery)) this.rewrite(letter, delivery);
    } else this.cancel(delivery);
    // To the digest now, or to a device that was not there when the card began to move.
    this.post(delivery, 'move', true);
  }

  private collect({ eventId, personId, painPointId, notice, at }: Delivery): void {
    const { channel } = this.carrier;
    const internal = notice.internal ?? false;
    this.collected.push({ eventId, personId, channel, painPointId, notice, internal, at, digestId: null });
  }

  private rewrite(letter: Sent, { eventId, notice }: Delivery): void {
    letter.eventId = eventId;
    letter.kind = notice.kind;
    letter.notice = notice;
    this.written.set(letter.id, letter);
  }

  private heldFor(delivery: Delivery): Sent[] {
    return this.carrier.placesOf(delivery).flatMap((place) => {
      const letter = this.waiting.get(this.keyOf({ ...delivery, topic: 'move' }, place));
      return letter !== undefined && letter.sendAfter > delivery.at ? [letter] : [];
    });
  }

  private wayOf({ personId, notice: { kind, part }, at }: Delivery): Way {
    return wayTo(this.terms.reachOf(personId), this.carrier.channel, { kind, part, at });
  }

  private keyOf(meeting: Meeting, place: string): string {
    return `${meetingOf(meeting)} ${place}`;
  }
}
