import type { Instant } from '@stanch/kernel';
import type { Notice } from './notice.js';
import { isPromise } from './notification.js';

/**
 * What to tell of a date that was promised anew before anybody heard of the last one: the new date, moved from the one that
 * its reader knows; of a first promise, from the first date, since that stays on the record. What it takes the place of is
 * kept in it for as long as it may come back.
 */
export function netPromise(waiting: Notice, next: Notice, slipsSince: Instant): Notice {
  if (!next.date) return next;
  const known = waiting.kind === next.kind ? waiting.date?.fromDueOn : undefined;
  // Moved there and back by words of their own, both are on the record: then the reader hears from where to where.
  const fromDueOn = known === undefined || known === next.date.dueOn ? next.date.fromDueOn : known;
  return { ...overNotice(waiting, next, slipsSince), date: { ...next.date, fromDueOn } };
}

/** A notice that keeps what it takes the place of; what was promised before this moment can be taken back no longer. */
export function overNotice(earlier: Notice, next: Notice, slipsSince: Instant): Notice {
  const last = earlier.at >= slipsSince ? earlier : { ...earlier, insteadOf: undefined };
  return { ...next, insteadOf: last };
}

/** Whether a notice, or what was put together in it, tells of the promise that another says was a slip. */
export function tellsOfSlip(told: Notice, withdrawn: Notice): boolean {
  const { card, date } = withdrawn;
  if (isPromise(told) && told.card?.id === card?.id && told.date?.dueOn === date?.dueOn) return true;
  // What somebody is to do by a day is no promise of it.
  const sections = told.digest?.sections.filter(({ topic }) => topic !== 'toDo') ?? [];
  const lines = sections.flatMap((section) => section.lines);
  return lines.some(({ key, dueOn, notice }) =>
    notice === undefined ? key === card?.key && dueOn === date?.dueOn : tellsOfSlip(notice, withdrawn),
  );
}
