import type { Instant } from '@stanch/kernel';
import type { Notice } from './notice.js';
import type { NotificationKind } from './notification-rules.js';

/** Something on its way to one person by one channel: what a mail and a push have in common. */
export interface Letter {
  readonly id: string;
  eventId: string;
  readonly personId: string;
  kind: NotificationKind;
  readonly topic: string | null;
  readonly painPointId: string | null;
  notice: Notice;
  sendAfter: Instant;
  nextAttemptAt: Instant | null;
}
