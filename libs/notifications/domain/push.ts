import { type Instant, instantAfter } from '@stanch/kernel';
import type { Notice } from './notice.js';
import type { NotificationKind } from './notification-rules.js';
import { pauseAfter } from './retry-pause.js';

/** How far a push is. */
export const PushState = { WAITING: 'WAITING', SENT: 'SENT', FAILED: 'FAILED' } as const;
export type PushState = (typeof PushState)[keyof typeof PushState];

/** A push without what it can do: many at a time are joined and stored as plain values. */
export type PushData = Omit<Push, 'succeed' | 'fail' | 'wait' | 'end'>;

/** What a new push is told; all else follows. */
export type NewPush = Pick<
  PushData,
  'id' | 'eventId' | 'personId' | 'deviceId' | 'painPointId' | 'notice' | 'createdAt' | 'sendAfter'
> &
  Partial<Pick<PushData, 'topic' | 'internal'>>;

/** A push that waits to be sent for the first time. */
export function newPush({ topic = null, internal = false, ...start }: NewPush): PushData {
  return {
    ...start,
    kind: start.notice.kind,
    topic,
    internal,
    state: PushState.WAITING,
    nextAttemptAt: start.sendAfter,
    attempts: 0,
    sentAt: null,
    lastError: null,
  };
}

/** A notice on its way to one device of its reader, from the moment it is due until the device's push service has it. */
export class Push {
  id!: string;
  eventId!: string;
  personId!: string;
  deviceId!: string;
  kind!: NotificationKind;
  topic!: string | null;
  painPointId!: string | null;
  notice!: Notice;
  /** Sent only to whom may see what is internal to IT, and then without its words. */
  internal!: boolean;
  state!: PushState;
  createdAt!: Instant;
  /** Not before this: what happens to the card until then may still change it. */
  sendAfter!: Instant;
  nextAttemptAt!: Instant | null;
  attempts!: number;
  sentAt!: Instant | null;
  lastError!: string | null;

  /** The push service has it. */
  succeed(now: Instant): void {
    Object.assign(this, { state: PushState.SENT, sentAt: now, nextAttemptAt: null, lastError: null });
  }

  /** It did not get there: it is tried again after a while, until that is of no use any more. */
  fail(reason: string, now: Instant, chance: number): void {
    const pause = pauseAfter(this.attempts, chance);
    if (pause === null) return this.end(reason);
    Object.assign(this, { nextAttemptAt: instantAfter(now, pause), lastError: reason });
  }

  /** Its reader is not to be disturbed now: it was not tried. */
  wait(until: Instant): void {
    this.attempts -= 1;
    this.nextAttemptAt = until;
  }

  /** It is not sent, and not tried again. */
  end(reason: string): void {
    Object.assign(this, { state: PushState.FAILED, nextAttemptAt: null, lastError: reason });
  }
}
