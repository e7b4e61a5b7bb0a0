import { Clock, Ids } from '@stanch/kernel';
import { Configuration, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { goingOf, mayGoTogether } from '../domain/bundling.js';
import { newPush, type PushData } from '../domain/push.js';
import { StoredNotices } from '../persistence/stored-notices.js';
import { StoredPushes } from '../persistence/stored-pushes.js';
import { bundleNotice } from './bundle-notice.js';

/** Puts the pushes of a bulk change together, by the rule of the mails: thirty cards moved shake a pocket once. */
@Injectable()
export class BundlePushes {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pushes: StoredPushes,
    private readonly notices: StoredNotices,
    private readonly configuration: Configuration,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The id of what is to be sent for a push that is due: itself, or what it was put into; null when it waits. */
  async run(push: PushData): Promise<string | null> {
    if (!mayGoTogether(push)) return push.id;
    return this.unitOfWork.run(async (transaction) => {
      const waiting = await this.pushes.untriedFor(transaction, push.deviceId);
      if (!waiting.some(({ id }) => id === push.id)) return null;
      const others = waiting.filter(({ id }) => id !== push.id);
      const going = goingOf(push, others, this.clock.now(), this.configuration.mailWindowSeconds * 1_000);
      if (going.how === 'ALONE') return push.id;
      if (going.how === 'TOGETHER') return this.putTogether(transaction, going.mails);
      await this.pushes.delay(transaction, push.id, going.until);
      return null;
    });
  }

  private async putTogether(transaction: Transaction, pushes: readonly PushData[]): Promise<string> {
    const id = this.ids.next();
    const inOrder = pushes.toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1));
    const [first, last] = [inOrder[0] as PushData, inOrder.at(-1) as PushData];
    const bundle = newPush({
      id,
      eventId: `bundle ${id}`,
      personId: first.personId,
      deviceId: first.deviceId,
      painPointId: null,
      notice: bundleNotice(inOrder),
      internal: pushes.some(({ internal }) => internal),
      createdAt: first.createdAt,
      sendAfter: last.sendAfter,
    });
    const together = pushes.map((push) => push.id);
    await this.notices.remove(transaction, 'push', together);
    await this.pushes.save(transaction, [bundle]);
    return id;
  }
}
