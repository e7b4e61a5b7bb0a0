import type { Instant } from '@stanch/kernel';
import type { Notice } from './notice.js';
import type { NotificationKind } from './notification-rules.js';

/** What one person is told in the app. */
export class Notification {
  id!: string;
  /** The event it tells of: with the person, never twice. When several were merged, the latest. */
  eventId!: string;
  personId!: string;
  kind!: NotificationKind;
  /** Notices of one card with the same topic become one while they are unread; null stands alone. */
  topic!: string | null;
  painPointId!: string | null;
  actorId!: string | null;
  text!: string;
  notice!: Notice;
  /** Shown only to whom may see what is internal to IT. */
  internal!: boolean;
  at!: Instant;
  readAt!: Instant | null;
}

/** What becomes of one promise: the latest word of it counts. */
const COMMITMENTS: readonly NotificationKind[] = [
  'commitmentMade',
  'commitmentMoved',
  'commitmentWithdrawn',
  'commitmentBroken',
];

/** Whether somebody is told of a date that was promised or moved, which can be taken back as a slip. */
export function isPromise({ kind }: Pick<Notice, 'kind'>): boolean {
  return kind === 'commitmentMade' || kind === 'commitmentMoved';
}

/**
 * Kinds after which it is of no use to tell of an earlier move that has not been told yet. A promise is told all the same,
 * before them: it stays on the record.
 */
export const OVERTAKES: ReadonlySet<NotificationKind> = new Set([
  'parked',
  'declined',
  'merged',
  'reopened',
  'stillBleeding',
  'spokenFor',
]);

/** As what letters of one card wait for the end of the window, since they may still change or be taken back by then. */
export const Waiting = { MOVE: 'move', PROMISE: 'promise' } as const;
export type Waiting = (typeof Waiting)[keyof typeof Waiting];

/** The topic of a kind: repeats for one card are merged under it while they are unread. Null: each stands alone. */
export function topicOf({ kind, internal, move }: Pick<Notice, 'kind' | 'internal' | 'move'>): string | null {
  // A question that no move asked stands alone.
  if (kind === 'asked' && move === undefined) return null;
  if (kind === 'moved' || kind === 'planned' || kind === 'asked') return 'move';
  if (kind === 'commented') return internal ? 'internal comment' : 'comment';
  if (COMMITMENTS.includes(kind)) return 'commitment';
  if (kind === 'silent') return 'silence';
  return null;
}
