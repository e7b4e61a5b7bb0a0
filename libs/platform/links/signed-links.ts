import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Clock, type Instant } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../configuration/configuration.js';
import { serverSecret } from './server-secret.js';

/** What a link says: short texts by short names. */
export type Claims = Readonly<Record<string, string>>;

/** What a link that came back says, or why it counts for nothing. An expired one still says what it was about. */
export type ReadLink =
  | { readonly state: 'good' | 'expired'; readonly claims: Claims }
  | { readonly state: 'damaged'; readonly claims: null };

/** The claim that says until when a link counts. */
const UNTIL = 'until';
/** Bytes of the signature: 128 bits cannot be guessed and keep addresses short enough for mail programs. */
const SIGNATURE = 16;
const LONGEST = 2_000;
/** 16 digits of five bits: 80 bits cannot be guessed by sending mails. */
const CODE_LENGTH = 16;
const DIGITS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * Makes and reads texts for links in mails which nobody else can make or change. Each purpose has a key of its own, so
 * that a link for one thing opens nothing else. What may be used once only is for the caller to remember.
 */
@Injectable()
export class SignedLinks {
  private readonly keys = new Map<string, Buffer>();

  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  /** Signs claims for one purpose; without `until` they count for ever. */
  sign(purpose: string, claims: Claims, until?: Instant): string {
    const said = until === undefined ? claims : { ...claims, [UNTIL]: until };
    const body = Buffer.from(JSON.stringify(said)).toString('base64url');
    return `${body}.${this.signature(purpose, body).toString('base64url')}`;
  }

  /** Reads what was signed for this purpose. */
  read(purpose: string, token: string): ReadLink {
    const damaged = { state: 'damaged', claims: null } as const;
    const [body = '', given = '', ...rest] = token.trim().split('.');
    const signature = Buffer.from(given, 'base64url');
    if (rest.length > 0 || token.length > LONGEST || signature.length !== SIGNATURE) return damaged;
    if (!timingSafeEqual(signature, this.signature(purpose, body))) return damaged;
    const { [UNTIL]: until, ...claims } = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    return { state: until !== undefined && until < this.clock.now() ? 'expired' : 'good', claims };
  }

  /** A short signature in letters and digits of one case, for where a whole token has no room, such as an address. */
  code(purpose: string, text: string): string {
    const bytes = createHmac('sha256', this.keyOf(purpose)).update(text).digest();
    return [...bytes.subarray(0, CODE_LENGTH)].map((byte) => DIGITS.charAt(byte & 31)).join('');
  }

  private signature(purpose: string, body: string): Buffer {
    return createHmac('sha256', this.keyOf(purpose)).update(body).digest().subarray(0, SIGNATURE);
  }

  private keyOf(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (key === undefined) {
      key = Buffer.from(hkdfSync('sha256', serverSecret(this.configuration), '', `stanch link: ${purpose}`, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }
}
