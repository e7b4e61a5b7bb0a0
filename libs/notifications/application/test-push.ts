import { badInput, Clock, Ids, notFound } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { testMessage } from '../channels/push-message.js';
import { PushServices } from '../channels/push-services.js';
import { isGone, type PushDevice } from '../domain/push-device.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { FindVoice } from './find-voice.js';

/** How a test went. */
export interface PushTest {
  readonly arrived: boolean;
  readonly reason: string | null;
}

/** Sends something to a device of one's own now, so that one sees whether it is reached; if so, it is told again. */
@Injectable()
export class TestPush {
  constructor(
    private readonly services: PushServices,
    private readonly devices: StoredPushDevices,
    private readonly voices: FindVoice,
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<PushTest> {
    const device = await this.listening(actor, id);
    const message = testMessage(this.ids.next(), await this.voices.of(actor.personId));
    const attempt = await this.services.send(device, message);
    await this.unitOfWork.run(async (transaction) => {
      const kept = await this.devices.byId(transaction, id);
      const now = this.clock.now();
      if (attempt.arrived) kept?.arrived(now);
      else if (isGone(attempt.status)) await this.devices.remove(transaction, id);
      else kept?.failed(now, attempt.reason, false);
    });
    if (attempt.arrived) return { arrived: true, reason: null };
    const gone = 'Its browser takes no push any more, so the device was taken away. Switch push on there once more.';
    return { arrived: false, reason: isGone(attempt.status) ? gone : attempt.reason };
  }

  private async listening(actor: Actor, id: string): Promise<PushDevice> {
    return this.unitOfWork.read(async (em) => {
      const device = await this.devices.byId({ em }, id);
      if (device?.personId !== actor.personId) throw notFound('device');
      if (await this.devices.isSignedIn({ em }, device, this.clock.now())) return device;
      throw badInput('id', 'You are signed out on this device. Sign in there, and it hears again.');
    });
  }
}
