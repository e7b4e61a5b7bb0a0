import { createHash, randomBytes, randomInt } from 'node:crypto';
import { type Instant, instantAfter, requiredText } from '@stanch/kernel';

/** What a pass lets a screen do that nobody signed in on. */
export const PassKind = {
  /** A projector: looks at boards and meetings until the pass is revoked. */
  PROJECTOR: 'PROJECTOR',
  /** A phone that drives one meeting for whoever paired it. */
  REMOTE: 'REMOTE',
} as const;
export type PassKind = (typeof PassKind)[keyof typeof PassKind];

const LONGEST_NAME = 80;
const CODE_DIGITS = 6;
/** A code is read off the screen and typed at once, in milliseconds. */
const CODE_COUNTS_FOR = 10 * 60_000;
/** A remote outlives the longest meeting and not the day, in milliseconds. */
const REMOTE_COUNTS_FOR = 12 * 3_600_000;

/** Lets a screen in without a person behind it. Its secret is known to that screen alone; we keep the hash. */
export class GuestPass {
  readonly id!: string;
  readonly kind!: PassKind;
  /** Where the screen is: "Meeting room 2". */
  readonly name!: string;
  /** The meeting that a remote drives. */
  readonly meetingId!: string | null;
  /** Null while a remote is not paired. */
  secretHash!: string | null;
  codeHash!: string | null;
  readonly codeUntil!: Instant | null;
  readonly madeById!: string;
  readonly madeAt!: Instant;
  /** Null: until it is revoked. */
  readonly until!: Instant | null;
  revokedAt!: Instant | null;
  lastUsedAt!: Instant | null;

  /** A link for a projector. */
  static forProjector(start: { id: string; name: string; secret: string; madeById: string; now: Instant }): GuestPass {
    const { id, name, secret, madeById, now } = start;
    return pass({
      id,
      kind: PassKind.PROJECTOR,
      name: requiredText('name', 'Where the projector is', name, LONGEST_NAME),
      secretHash: hashOf(secret),
      madeById,
      madeAt: now,
    });
  }

  /** A pass that waits for the phone on which its code is typed. */
  static forRemote(start: { id: string; meetingId: string; code: string; madeById: string; now: Instant }): GuestPass {
    const { id, meetingId, code, madeById, now } = start;
    return pass({
      id,
      kind: PassKind.REMOTE,
      name: 'Remote control',
      meetingId,
      codeHash: hashOf(code),
      codeUntil: instantAfter(now, CODE_COUNTS_FOR),
      madeById,
      madeAt: now,
      until: instantAfter(now, REMOTE_COUNTS_FOR),
    });
  }

  /** Whether a screen may still come in with it. */
  countsAt(now: Instant): boolean {
    return this.revokedAt === null && this.secretHash !== null && (this.until === null || now < this.until);
  }

  /** Whether its code may still be typed: once, and soon. */
  waitsAt(now: Instant): boolean {
    return this.revokedAt === null && this.codeHash !== null && this.codeUntil !== null && now < this.codeUntil;
  }

  /** The phone that typed the code has it from now on. */
  pair(secret: string): void {
    this.codeHash = null;
    this.secretHash = hashOf(secret);
  }

  revoke(now: Instant): void {
    this.revokedAt ??= now;
  }
}

function pass(given: Partial<GuestPass>): GuestPass {
  const nothing = { meetingId: null, secretHash: null, codeHash: null, codeUntil: null, until: null };
  return Object.assign(new GuestPass(), nothing, { revokedAt: null, lastUsedAt: null }, given);
}

/** 256 random bits, far beyond guessing, so that a plain hash protects them. */
export function newPassSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Short enough to be read off a projector and typed on a phone; it counts once, for minutes, and tries are few. */
export function newCode(): string {
  return String(randomInt(0, 10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
}

/** What we keep and look up instead of a secret or a code. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
