import { Clock, instantAfter, MILLISECONDS_PER_DAY, millisecondsBetween } from '@stanch/kernel';
import { Configuration, Rounds, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Attempt } from '../channels/call-out.js';
import { pushMessage } from '../channels/push-message.js';
import { PushServices } from '../channels/push-services.js';
import { type Push, type PushData, PushState } from '../domain/push.js';
import { isGone, type PushDevice } from '../domain/push-device.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { StoredPushes } from '../persistence/stored-pushes.js';
import { BundlePushes } from './bundle-pushes.js';
import { FindVoice } from './find-voice.js';
import { JudgePush } from './judge-push.js';

/** How often is looked what is due, in milliseconds. */
const LOOK = 15_000;
/** Due ones read at once; devices are served side by side. */
const BATCH = 50;
/** After so long what a process took and never settled, as when it was killed, is sent again; in milliseconds. */
const TAKEN = 60_000;
/** What was sent is kept this long for whoever looks into a fault. */
const KEPT = 14 * MILLISECONDS_PER_DAY;

/**
 * Hands what waits for people's devices over to the push services of their browsers, and tries again with growing pauses.
 * A device that its push service no longer knows is taken away; one that fails says so on its owner's settings page.
 */
@Injectable()
export class SendPushes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(SendPushes.name);
  private readonly rounds = new Rounds(() => this.sendDue(), LOOK, this.log);
  private forgottenOn = '';

  constructor(
    private readonly services: PushServices,
    private readonly pushes: StoredPushes,
    private readonly devices: StoredPushDevices,
    private readonly bundles: BundlePushes,
    private readonly judge: JudgePush,
    private readonly voices: FindVoice,
    private readonly unitOfWork: UnitOfWork,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.wake();
  }

  onApplicationShutdown(): Promise<void> {
    return this.rounds.close();
  }

  /** There may be something to send. Returns at once. */
  wake(): void {
    if (this.configuration.delivers) this.rounds.wake();
  }

  /** Resolves when all that is due now was tried. */
  async drain(): Promise<void> {
    if (this.configuration.delivers) await this.rounds.drain();
  }

  private async sendDue(): Promise<number> {
    let due = await this.pushes.due(this.clock.now(), BATCH);
    while (due.length > 0 && !this.rounds.closed) {
      const byDevice = Map.groupBy(due, ({ deviceId }) => deviceId);
      const ends = await Promise.allSettled([...byDevice.values()].map((some) => this.sendTo(some)));
      const fault = ends.find((end) => end.status === 'rejected');
      if (fault) throw fault.reason;
      due = await this.pushes.due(this.clock.now(), BATCH);
    }
    await this.forgetOld();
    const next = await this.pushes.nextDue();
    return next === null ? LOOK : millisecondsBetween(this.clock.now(), next);
  }

  /** Sends to one device what is due, in order, until something does not get there. */
  private async sendTo(due: readonly PushData[]): Promise<void> {
    for (const push of due) {
      if (this.rounds.closed) return;
      const id = await this.bundles.run(push);
      if (id !== null && !(await this.sendOne(id))) return;
    }
  }

  /** Sends one; false when it did not get there, so that the next would not either. */
  private async sendOne(id: string): Promise<boolean> {
    const taken = await this.unitOfWork.run((transaction) => this.take(transaction, id));
    if (taken === null) return true;
    const { push, device } = taken;
    const message = pushMessage(push, await this.voices.of(push.personId));
    const attempt = await this.services.send(device, message);
    return this.unitOfWork.run((transaction) => this.settle(transaction, push, attempt));
  }

  /** Takes one so that no other process sends it as well; null when it is not, or not any more, to be sent. */
  private async take(transaction: Transaction, id: string): Promise<{ push: Push; device: PushDevice } | null> {
    const now = this.clock.now();
    const push = await this.pushes.take(transaction, id, now, instantAfter(now, TAKEN));
    const device = push && (await this.devices.byId(transaction, push.deviceId));
    if (!push || !device) return null;
    const verdict = await this.judge.run(transaction, push, device);
    if (verdict.send === 'NOW') return { push, device };
    if (verdict.send === 'LATER') push.wait(verdict.at);
    else push.end(verdict.why);
    return null;
  }

  private async settle(transaction: Transaction, { id, deviceId }: Push, attempt: Attempt): Promise<boolean> {
    const [push, device] = [await this.pushes.byId(transaction, id), await this.devices.byId(transaction, deviceId)];
    if (!push || !device) return false;
    const now = this.clock.now();
    if (attempt.arrived) {
      push.succeed(now);
      device.arrived(now);
      return true;
    }
    if (isGone(attempt.status)) {
      await this.devices.remove(transaction, device.id);
      return false;
    }
    // What else is due would not get there either: it waits as if it had been tried.
    const others = await this.pushes.dueFor(transaction, device.id, now);
    for (const other of others) other.attempts += 1;
    const all = [push, ...others];
    for (const one of all) one.fail(attempt.reason, now, Math.random());
    device.failed(
      now,
      attempt.reason,
      all.some(({ state }) => state === PushState.FAILED),
    );
    return false;
  }

  private async forgetOld(): Promise<void> {
    const now = this.clock.now();
    const today = now.slice(0, 10);
    if (this.forgottenOn === today) return;
    this.forgottenOn = today;
    await this.unitOfWork.run((transaction) => this.pushes.forget(transaction, instantAfter(now, -KEPT)));
  }
}
