import type { Instant } from '@stanch/kernel';

/** What became of a mail that came in. */
export const IncomingState = {
  /** It is a comment now. */
  TAKEN: 'TAKEN',
  /** A machine wrote it, or it reports a delivery. */
  IGNORED: 'IGNORED',
  /** A lead has to look: nobody knows where it belongs, or it may not be said there. */
  UNREAD: 'UNREAD',
  /** A lead has looked. */
  SETTLED: 'SETTLED',
} as const;
export type IncomingState = (typeof IncomingState)[keyof typeof IncomingState];

/** A mail that came in; kept, so that nothing that was said is lost and nothing is taken twice. */
export interface KeptIncoming {
  readonly id: string;
  readonly key: string;
  readonly at: Instant;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly state: IncomingState;
  /** Why it was not taken. */
  readonly reason: string | null;
  readonly painPointId: string | null;
}
