import { Clock, type Instant } from '@stanch/kernel';
import { People, seesInternal } from '@stanch/people';
import type { Transaction } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Channel } from '../domain/preferences.js';
import type { Push } from '../domain/push.js';
import type { PushDevice } from '../domain/push-device.js';
import { wayTo } from '../domain/reach.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { StoredReach } from '../persistence/stored-reach.js';

/** What is to become of a push that is due. */
export type Verdict =
  | { readonly send: 'NOW' }
  | { readonly send: 'LATER'; readonly at: Instant }
  | { readonly send: 'NEVER'; readonly why: string };

const never = (why: string): Verdict => ({ send: 'NEVER', why });

/** Says whether something may still be pushed, and now: as its reader stands and wants it when it goes out. */
@Injectable()
export class JudgePush {
  constructor(
    private readonly people: People,
    private readonly devices: StoredPushDevices,
    private readonly reach: StoredReach,
    private readonly clock: Clock,
  ) {}

  async run(within: Pick<Transaction, 'em'>, push: Push, device: PushDevice): Promise<Verdict> {
    const { personId, kind, notice, internal } = push;
    const person = await this.people.byId(personId);
    if (!person?.active || (internal && !seesInternal(person.role))) {
      return never('Not sent: this person may not, or may no longer, read it.');
    }
    const now = this.clock.now();
    if (device.personId !== personId || !(await this.devices.isSignedIn(within, device, now))) {
      return never('Not sent: this person is signed out on the device.');
    }
    const reach = (await this.reach.of(within, [personId]))(personId);
    const way = wayTo(reach, Channel.PUSH, { kind, part: notice.part, at: now });
    if (way.how === 'NEVER') {
      return never('Not sent: this person wants to hear nothing of it.');
    }
    // Quiet hours may have begun since, also between two attempts.
    return way.how === 'NOW' && way.notBefore > now ? { send: 'LATER', at: way.notBefore } : { send: 'NOW' };
  }
}
