import { createHash } from 'node:crypto';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import webPush from 'web-push';
import type { PushAddress } from '../domain/push-device.js';
import { type Attempt, type Call, callOut } from './call-out.js';
import { PushKeys } from './push-keys.js';
import type { PushMessage } from './push-message.js';

/** Seconds that a push service keeps something for a device that is switched off. */
const KEPT = 7 * 86_400;
/** A push service takes no longer name than this for what a later push replaces. */
const LONGEST_TOPIC = 32;

/** The push services of the browsers: each push is encrypted for the one browser that can read it. */
@Injectable()
export class PushServices {
  constructor(
    private readonly configuration: Configuration,
    private readonly keys: PushKeys,
  ) {}

  /** Hands one over, and says how it went. */
  async send(address: PushAddress, message: PushMessage): Promise<Attempt> {
    const { allowPrivatePush: allowed } = this.configuration;
    const attempt = await callOut(address.endpoint, this.callOf(address, message), {
      allowed,
      setting: 'ALLOW_PRIVATE_PUSH',
    });
    // What it says besides is not for people who could have named any address.
    if (attempt.arrived || attempt.status === null) return attempt;
    return { ...attempt, reason: `The push service of the browser answered ${attempt.status}.` };
  }

  private callOf({ endpoint, p256dh, auth }: PushAddress, message: PushMessage): Call {
    const { publicKey, privateKey } = this.keys;
    const subscription = { endpoint, keys: { p256dh, auth } };
    const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(message), {
      vapidDetails: { subject: this.whoSends(), publicKey, privateKey },
      TTL: KEPT,
      topic: topicOf(message),
    });
    return { headers: { ...headers, 'User-Agent': 'Stanch' }, body };
  }

  /** Whom a push service turns to when something is wrong with what we send. */
  private whoSends(): string {
    const { publicUrl, mailFrom } = this.configuration;
    if (publicUrl.startsWith('https:')) return publicUrl;
    return `mailto:${/<(.+)>/u.exec(mailFrom)?.[1] ?? mailFrom}`;
  }
}

/** While a device is off, the last of what shows in one place is enough. */
function topicOf({ tag }: PushMessage): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, LONGEST_TOPIC);
}
