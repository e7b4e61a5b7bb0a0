import { type Instant, instantAfter } from '@stanch/kernel';
import type { MailData } from './mail.js';
import { ENTRANCES, NotificationKind } from './notification-rules.js';

/** What so many pain points have to tell at once is told in one mail rather than in as many. */
export const MANY = 5;
/** Fewer are enough when one person moved them all: that is a bulk change. */
export const MANY_OF_ONE = 3;
/** So many windows at the most a mail waits for the rest of what it belongs to. */
const PATIENCE = 3;

/** What is never put together with others: it asks for an answer, uses the reader's name, was asked for, or is a bundle. */
const ALONE: ReadonlySet<NotificationKind> = new Set([
  NotificationKind.ASKED,
  NotificationKind.REMINDED,
  NotificationKind.SPOKEN_FOR,
  ...ENTRANCES,
  NotificationKind.IMPORTED,
  NotificationKind.DIGEST,
  NotificationKind.BUNDLE,
]);

/** A mail that waits, as far as it matters for going with others. */
export type WaitingMail = Pick<MailData, 'kind' | 'painPointId' | 'createdAt' | 'sendAfter' | 'attempts'> & {
  readonly notice: Pick<MailData['notice'], 'by'>;
};

/** What to do with a mail that is due: send it by itself, wait for what belongs to it, or send it with the others. */
export type Going<Mail> =
  | { readonly how: 'ALONE' }
  | { readonly how: 'WAIT'; readonly until: Instant }
  | { readonly how: 'TOGETHER'; readonly mails: readonly Mail[] };

/** Whether a kind of mail may be told together with others. */
export function mayGoTogether({ kind, painPointId, attempts }: WaitingMail): boolean {
  return !ALONE.has(kind) && painPointId !== null && attempts === 0;
}

/** How a mail that is due goes out, seen with all others that wait for the same person. */
export function goingOf<Mail extends WaitingMail>(
  mail: Mail,
  others: readonly Mail[],
  now: Instant,
  windowMilliseconds: number,
): Going<Mail> {
  if (!mayGoTogether(mail)) return { how: 'ALONE' };
  const all = [mail, ...others.filter(mayGoTogether)];
  const due = all.filter(({ sendAfter }) => sendAfter <= now);
  const latest = instantAfter(mail.createdAt, PATIENCE * windowMilliseconds);
  const soon = all.filter(
    ({ sendAfter, createdAt }) =>
      sendAfter > now && sendAfter <= latest && createdAt <= instantAfter(mail.sendAfter, windowMilliseconds),
  );
  if (!areMany([...due, ...soon])) return { how: 'ALONE' };
  const until = soon.reduce((last, { sendAfter }) => (sendAfter > last ? sendAfter : last), now);
  if (until > now) return { how: 'WAIT', until };
  return { how: 'TOGETHER', mails: due };
}

function areMany(mails: readonly WaitingMail[]): boolean {
  if (cardsOf(mails) >= MANY) return true;
  const byActor = Map.groupBy(mails.filter(tellsOfAMove), ({ notice }) => notice.by);
  return [...byActor].some(([by, some]) => by !== null && cardsOf(some) >= MANY_OF_ONE);
}

function tellsOfAMove({ kind }: WaitingMail): boolean {
  return kind === NotificationKind.MOVED || kind === NotificationKind.PLANNED;
}

function cardsOf(mails: readonly WaitingMail[]): number {
  return new Set(mails.map(({ painPointId }) => painPointId)).size;
}
