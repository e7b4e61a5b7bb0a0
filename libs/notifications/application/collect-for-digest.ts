import type { DigestItem } from '../domain/digest-item.js';
import { tellsOfSlip } from '../domain/net-promise.js';
import type { Channel } from '../domain/preferences.js';
import type { Delivery } from './deliveries.js';

/** What people are to read in their next digest, by whichever channel. */
export class CollectForDigest {
  /** To store. */
  readonly items: DigestItem[] = [];
  /** To remove. */
  readonly takenBack: DigestItem[] = [];
  private readonly waiting: DigestItem[];

  /** `waiting`: the promises that wait for a digest already. */
  constructor(waiting: readonly DigestItem[]) {
    this.waiting = [...waiting];
  }

  add({ eventId, personId, painPointId, notice, at }: Delivery, channel: Channel): void {
    const internal = notice.internal ?? false;
    this.items.push({ eventId, personId, channel, painPointId, notice, internal, at, digestId: null });
  }

  /** A promise was a slip: no digest tells of it, but of what it took the place of. True when it waited here. */
  takeBack(delivery: Delivery, channel: Channel): boolean {
    const isOfIt = (item: DigestItem) =>
      item.channel === channel &&
      item.personId === delivery.personId &&
      item.painPointId === delivery.painPointId &&
      tellsOfSlip(item.notice, delivery.notice);
    const found = removed(this.items, isOfIt);
    const stored = removed(this.waiting, isOfIt);
    this.takenBack.push(...stored);
    const [item] = [...found, ...stored];
    const earlier = item?.notice.insteadOf;
    if (earlier) this.add({ ...delivery, notice: earlier }, channel);
    return item !== undefined;
  }
}

/** Takes out of a list what is meant, and gives it. */
function removed<Item>(items: Item[], isMeant: (item: Item) => boolean): Item[] {
  const taken = items.filter(isMeant);
  items.splice(0, items.length, ...items.filter((item) => !isMeant(item)));
  return taken;
}
