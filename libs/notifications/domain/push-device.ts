import { ECDH } from 'node:crypto';
import { badInput, type Instant } from '@stanch/kernel';

/** Where something can be pushed to, as a browser gives it away (PushSubscription of the Push API). */
export interface PushAddress {
  /** The address at the browser's push service; whoever knows it can send there. */
  readonly endpoint: string;
  /** The browser's public key, base64url: what is pushed can be read in this browser alone. */
  readonly p256dh: string;
  /** A secret shared with the browser, base64url. */
  readonly auth: string;
}

/** Longer is the address of no push service. */
export const LONGEST_ENDPOINT = 2_000;
/** The curve of the browser's key; its points have this many bytes when they are written in full. */
const CURVE = 'prime256v1';
const KEY_BYTES = 65;
const SECRET_BYTES = 16;

/** A browser in which somebody switched push on. It hears while its session lasts: signed out, it is told nothing. */
export class PushDevice {
  id!: string;
  personId!: string;
  /** The session in which it listens; null once that has ended. */
  sessionId!: string | null;
  endpoint!: string;
  p256dh!: string;
  auth!: string;
  /** Made of what the browser says of itself: "Chrome on Android". */
  name!: string;
  addedAt!: Instant;
  reachedAt!: Instant | null;
  /** Since when nothing arrives, and why. */
  failingSince!: Instant | null;
  failure!: string | null;
  /** Tried for days in vain: nothing more is sent until a test arrives. */
  givenUpAt!: Instant | null;

  /** Listens for this person, in this session, at this address; what failed before is forgotten. */
  listen(start: { personId: string; sessionId: string; name: string; address: PushAddress }): void {
    const { address, ...rest } = start;
    Object.assign(this, rest, address, { failingSince: null, failure: null, givenUpAt: null });
  }

  arrived(now: Instant): void {
    Object.assign(this, { reachedAt: now, failingSince: null, failure: null, givenUpAt: null });
  }

  /** Something did not arrive; `last` says that it is not tried again. */
  failed(now: Instant, reason: string, last: boolean): void {
    this.failingSince ??= now;
    this.failure = reason;
    if (last) this.givenUpAt ??= now;
  }
}

/** What a push service answers when it knows an address no more: push was switched off in the browser. */
const GONE = [404, 410];

/** Whether a device is no longer there, as its push service says. */
export function isGone(status: number | null): boolean {
  return status !== null && GONE.includes(status);
}

/** An address that can be pushed to, as far as one sees without trying. */
export function pushAddress({ endpoint, p256dh, auth }: PushAddress): PushAddress {
  if (endpoint.length > LONGEST_ENDPOINT || !isSecureAddress(endpoint)) {
    throw badInput(
      'endpoint',
      'This is no address of a push service. It begins with https:// and comes from the browser.',
    );
  }
  if (!isOnCurve(bytesOf('p256dh', p256dh, KEY_BYTES))) {
    throw badInput('p256dh', 'This is no public key as browsers make it for push.');
  }
  bytesOf('auth', auth, SECRET_BYTES);
  return { endpoint, p256dh, auth };
}

function isSecureAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}

function bytesOf(field: 'p256dh' | 'auth', text: string, length: number): Buffer {
  const bytes = Buffer.from(/^[\w-]{1,200}={0,2}$/u.test(text) ? text : '', 'base64url');
  if (bytes.length === length) return bytes;
  throw badInput(field, `This must be ${length} bytes in base64url, as the browser gives them.`);
}

function isOnCurve(key: Buffer): boolean {
  try {
    ECDH.convertKey(key, CURVE);
    return true;
  } catch {
    return false;
  }
}
