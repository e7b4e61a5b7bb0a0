import { dayIn, type Day, type Instant } from '@stanch/kernel';
import { NotificationKind, type Part } from './notification-rules.js';
import { Channel, Choice, choiceFor, type Chosen } from './preferences.js';
import { outsideQuietHours, type QuietHours } from './quiet-hours.js';

/** How one person wants to be reached. */
export interface Reach {
  readonly chosen: Chosen;
  readonly quiet: QuietHours | null;
  readonly timeZone: string;
  /** Until the end of this day nothing is sent; what happens is told in the digest after it. */
  readonly pausedUntil: Day | null;
  /** Left all mails with one click, or the address does not work. */
  readonly noMails: boolean;
  /** Left all push messages with the same click, and switched none on since. */
  readonly noPushes: boolean;
  /** Left the weekly digest. */
  readonly noDigest: boolean;
}

/** What becomes of a notice on one channel. */
export type Way =
  { readonly how: 'NOW'; readonly notBefore: Instant } | { readonly how: 'DIGEST' } | { readonly how: 'NEVER' };

/** What no act but a new day brings about. A day begins at midnight, when nobody wants to be told of it. */
const OF_A_NEW_DAY: ReadonlySet<NotificationKind> = new Set([
  NotificationKind.COMMITMENT_BROKEN,
  NotificationKind.COMMITMENT_NEAR,
  NotificationKind.SILENT,
]);
const NIGHT = { from: '20:00', to: '08:00' };

/** Somebody who has chosen nothing. */
export function reachOfNobody(timeZone: string): Reach {
  return {
    chosen: new Map(),
    quiet: null,
    timeZone,
    pausedUntil: null,
    noMails: false,
    noPushes: false,
    noDigest: false,
  };
}

/**
 * How a notice reaches a person by a channel. Who left all mails or pushes gets none, not even a question: it waits in
 * the app.
 * A pause and quiet hours hold back what comes by itself to a desk or a pocket, and the night what a new day alone has
 * brought about; never what waits in the app.
 */
export function wayTo(
  reach: Reach,
  channel: Channel,
  { kind, part, at }: { readonly kind: NotificationKind; readonly part: Part; readonly at: Instant },
): Way {
  if (channel === Channel.MAIL && reach.noMails) return { how: 'NEVER' };
  if (channel === Channel.PUSH && reach.noPushes) return { how: 'NEVER' };
  const choice = choiceFor(kind, part, channel, reach.chosen);
  if (choice === Choice.NEVER) return { how: 'NEVER' };
  if (choice === Choice.DIGEST) return { how: 'DIGEST' };
  if (channel === Channel.APP) return { how: 'NOW', notBefore: at };
  if (isPaused(reach, at)) return { how: 'DIGEST' };
  const { timeZone, quiet } = reach;
  const byDay = OF_A_NEW_DAY.has(kind) ? outsideQuietHours(at, { ...NIGHT, timeZone }) : at;
  return { how: 'NOW', notBefore: outsideQuietHours(byDay, quiet) };
}

/** Whether somebody is away at this moment. */
export function isPaused({ pausedUntil, timeZone }: Reach, at: Instant): boolean {
  return pausedUntil !== null && dayIn(at, timeZone) <= pausedUntil;
}
