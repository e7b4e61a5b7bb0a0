import { createHash, randomBytes } from 'node:crypto';
import { type Instant, requiredText } from '@stanch/kernel';

const LONGEST_NAME = 80;
/** Makes a leaked token recognisable to people and to secret scanners. */
const PREFIX = 'stanch_';

/** A key with which a script acts for a person. The secret is known to its owner alone; we keep its hash. */
export class ApiToken {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly secretHash: string;
  readonly createdAt: Instant;
  lastUsedAt: Instant | null = null;

  constructor(start: { id: string; personId: string; name: string; secret: string; createdAt: Instant }) {
    this.id = start.id;
    this.personId = start.personId;
    this.name = requiredText('name', 'The name of the token', start.name, LONGEST_NAME);
    this.secretHash = hashOfSecret(start.secret);
    this.createdAt = start.createdAt;
  }
}

/** A new secret: 256 random bits, far beyond guessing, so that a plain hash protects it. */
export function newSecret(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** What we keep and look up instead of the secret. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether a text can be one of our secrets at all. */
export function looksLikeSecret(text: string): boolean {
  return text.startsWith(PREFIX) && text.length <= 100;
}
