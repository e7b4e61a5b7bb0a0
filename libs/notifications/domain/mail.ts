import { type Instant, instantAfter } from '@stanch/kernel';
import type { Language } from './language.js';
import type { Notice } from './notice.js';
import type { NotificationKind } from './notification-rules.js';
import { pauseAfter } from './retry-pause.js';

/** How far a mail is. The API's enum has the same values. */
export const MailState = { WAITING: 'WAITING', SENDING: 'SENDING', SENT: 'SENT', FAILED: 'FAILED' } as const;
export type MailState = (typeof MailState)[keyof typeof MailState];

const LONGEST_ERROR = 1_000;

/** A mail without what it can do: thousands at a time are joined and stored as plain values. */
export type MailData = Omit<Mail, 'succeed' | 'fail' | 'again'>;

/** What a new mail is told; all else follows. */
export interface NewMail {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly address: string;
  readonly painPointId: string | null;
  readonly notice: Notice;
  readonly createdAt: Instant;
  readonly sendAfter: Instant;
  readonly topic?: string | null;
  readonly internal?: boolean;
  /** The part of its Message-ID after the @. */
  readonly domain: string;
}

/** A mail that waits to be sent for the first time. */
export function newMail({ domain, topic = null, internal = false, ...start }: NewMail): MailData {
  return {
    ...start,
    kind: start.notice.kind,
    topic,
    internal,
    messageId: `<${start.id}@${domain}>`,
    language: null,
    state: MailState.WAITING,
    nextAttemptAt: start.sendAfter,
    attempts: 0,
    sentAt: null,
    lastError: null,
  };
}

/** A mail to one person, from the moment it is due until the mail server has taken it. */
export class Mail {
  id!: string;
  eventId!: string;
  personId!: string;
  address!: string;
  kind!: NotificationKind;
  topic!: string | null;
  painPointId!: string | null;
  notice!: Notice;
  /** Sent only to whom may see what is internal to IT. */
  internal!: boolean;
  /** Made once, so that a mail which was handed over twice is one for its reader. */
  messageId!: string;
  /** The one in which it was handed over last; null: it has not been. */
  language!: Language | null;
  state!: MailState;
  createdAt!: Instant;
  /** Not before this: what happens to the card until then may still change it. */
  sendAfter!: Instant;
  nextAttemptAt!: Instant | null;
  attempts!: number;
  sentAt!: Instant | null;
  lastError!: string | null;

  /** The mail server has it. */
  succeed(now: Instant): void {
    this.state = MailState.SENT;
    this.sentAt = now;
    this.nextAttemptAt = null;
    this.lastError = null;
  }

  /** It did not go out: it is tried again later, or given up when that is of no use any more. */
  fail(reason: string, permanent: boolean, now: Instant, chance: number): void {
    const pause = permanent ? null : pauseAfter(this.attempts, chance);
    this.lastError = reason.slice(0, LONGEST_ERROR);
    this.state = pause === null ? MailState.FAILED : MailState.WAITING;
    this.nextAttemptAt = pause === null ? null : instantAfter(now, pause);
  }

  /** Starts over, to where the person can be reached now. */
  again(address: string, now: Instant, messageId: string): void {
    // What was delivered before must not look like the same mail, or mail programs hide it.
    if (this.state === MailState.SENT) this.messageId = messageId;
    this.address = address;
    this.state = MailState.WAITING;
    this.attempts = 0;
    this.sentAt = null;
    this.lastError = null;
    this.sendAfter = now;
    this.nextAttemptAt = now;
  }
}
