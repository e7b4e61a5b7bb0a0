import { badInput, Clock, forbidden, Ids, limitedText, notFound } from '@stanch/kernel';
import type { Actor, Visitor } from '@stanch/people';
import { Configuration, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { isPrivateHost } from '../channels/call-out.js';
import { deviceName } from '../domain/device-name.js';
import { LONGEST_ENDPOINT, type PushAddress, pushAddress, PushDevice } from '../domain/push-device.js';
import { StoredChoices } from '../persistence/stored-choices.js';
import { StoredPushDevices } from '../persistence/stored-push-devices.js';
import { StoredPushes } from '../persistence/stored-pushes.js';

/** More devices than these does nobody carry. */
const MOST = 20;

/** A device of one's own, as its owner sees it. */
export interface HeldDevice {
  readonly device: PushDevice;
  /** Whether its owner is signed in there now, without which nothing is sent to it. */
  readonly signedIn: boolean;
}

/** Switches push on in the browser that asks, off on any device of one's own. */
@Injectable()
export class SwitchPush {
  constructor(
    private readonly devices: StoredPushDevices,
    private readonly pushes: StoredPushes,
    private readonly choices: StoredChoices,
    private readonly unitOfWork: UnitOfWork,
    private readonly configuration: Configuration,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** One's own devices, the latest first. */
  async of(actor: Actor): Promise<HeldDevice[]> {
    const devices = await this.devices.of(actor.personId);
    return Promise.all(devices.map((device) => this.held(device)));
  }

  /**
   * Switches it on for as long as this session lasts. Done again it stays one device; `replaces` names the address that
   * the browser had before, when its push service gave it a new one.
   */
  async on(
    { personId, sessionId }: Visitor,
    input: PushAddress & { replaces?: string | null },
    userAgent: string | undefined,
  ): Promise<HeldDevice> {
    if (sessionId === undefined) throw forbidden('Push is switched on in a browser; an API token has none.');
    const address = this.checked(input);
    const replaces = limitedText('replaces', 'The address before', input.replaces ?? '', LONGEST_ENDPOINT);
    const device = await this.unitOfWork.run(async (transaction) => {
      const before = await this.before(transaction, personId, address, replaces);
      const known = before ?? (await this.added(transaction, personId));
      if (known.personId !== personId) await this.pushes.withdraw(transaction, known.personId, { deviceId: known.id });
      known.listen({ personId, sessionId, name: deviceName(userAgent), address });
      transaction.em.persist(known);
      await this.comeBack(transaction, personId);
      return known;
    });
    return this.held(device);
  }

  /** Takes one of one's own devices away; nothing is sent to it any more. */
  async off(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const device = await this.devices.byId(transaction, id);
      if (device?.personId !== actor.personId) throw notFound('device');
      await this.devices.remove(transaction, id);
    });
  }

  private checked(input: PushAddress): PushAddress {
    const address = pushAddress(input);
    if (!this.configuration.allowPrivatePush && isPrivateHost(address.endpoint)) {
      throw badInput('endpoint', 'This is an address within a private network, and no push service of a browser.');
    }
    return address;
  }

  /** The device at this address, or at the one that it replaces; null for one that is new. */
  private async before(
    transaction: Transaction,
    personId: string,
    { endpoint, p256dh, auth }: PushAddress,
    replaces: string,
  ): Promise<PushDevice | null> {
    const there = await this.devices.byEndpoint(transaction, endpoint);
    if (there !== null) {
      // An address has one pair of keys for life. Who brings others read it somewhere, and is not that browser.
      if (there.p256dh === p256dh && there.auth === auth) return there;
      throw badInput(
        'endpoint',
        'This address belongs to another browser. Reload the page and switch push on once more.',
      );
    }
    const replaced = replaces === '' ? null : await this.devices.byEndpoint(transaction, replaces);
    return replaced?.personId === personId ? replaced : null;
  }

  private async added(transaction: Transaction, personId: string): Promise<PushDevice> {
    if ((await this.devices.count(transaction, personId)) >= MOST) {
      throw badInput('endpoint', `You have ${MOST} devices already. Take one away that you no longer use.`);
    }
    const start = { id: this.ids.next(), addedAt: this.clock.now(), reachedAt: null };
    return Object.assign(new PushDevice(), start);
  }

  /** Who left all push messages by a link, and now asks for them, gets them again. */
  private async comeBack(transaction: Transaction, personId: string): Promise<void> {
    const settings = await this.choices.settingsOf(transaction, personId);
    if (settings.pushesLeftAt === null) return;
    await this.choices.saveSettings(transaction, personId, { ...settings, pushesLeftAt: null });
  }

  private async held(device: PushDevice): Promise<HeldDevice> {
    const now = this.clock.now();
    return { device, signedIn: await this.unitOfWork.read((em) => this.devices.isSignedIn({ em }, device, now)) };
  }
}
