import { Clock, Ids } from '@stanch/kernel';
import { type Person, seesInternal } from '@stanch/people';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { DigestItem } from '../domain/digest-item.js';
import type { Notice } from '../domain/notice.js';
import { Channel } from '../domain/preferences.js';
import { newPush } from '../domain/push.js';
import { outsideQuietHours } from '../domain/quiet-hours.js';
import type { Reach } from '../domain/reach.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { StoredPushes } from '../persistence/stored-pushes.js';
import { lineOf } from './bundle-notice.js';
import { SendPushes } from './send-pushes.js';

/** What somebody wants to hear on their devices once a week: one push, in the hour of the digest. */
@Injectable()
export class PushDigest {
  constructor(
    private readonly devices: StoredPushDevices,
    private readonly pushes: StoredPushes,
    private readonly sends: SendPushes,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** Writes it to each device, once an event; nothing to say, nothing is sent. */
  async within(
    transaction: Transaction,
    { id: personId, role }: Person,
    eventId: string,
    { items, reach }: { items: readonly DigestItem[]; reach: Reach },
  ): Promise<void> {
    const told = items.filter(({ channel, internal }) => channel === Channel.PUSH && (!internal || seesInternal(role)));
    if (told.length === 0 || reach.noPushes || reach.noDigest) return;
    const at = this.clock.now();
    const notice: Notice = {
      kind: 'digest',
      part: 'sponsor',
      at,
      by: null,
      card: null,
      count: told.length,
      digest: { sections: [{ topic: 'else', lines: told.map((item) => lineOf(item.notice)) }] },
    };
    const internal = told.some((item) => item.internal);
    const start = { eventId, personId, painPointId: null, notice, internal, createdAt: at };
    const sendAfter = outsideQuietHours(at, reach.quiet);
    const devices = (await this.devices.listening(transaction, [personId], at)).get(personId) ?? [];
    const pushes = devices.map((deviceId) => newPush({ ...start, id: this.ids.next(), deviceId, sendAfter }));
    await this.pushes.save(transaction, pushes);
    transaction.afterCommit(() => this.sends.wake());
  }
}
