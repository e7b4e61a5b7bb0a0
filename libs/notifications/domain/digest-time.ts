import { type Day, dayAfter, dayIn, type Instant, instantAfter, weekdayOf } from '@stanch/kernel';
import { instantAt } from './quiet-hours.js';

/** When the digest comes the day before the meeting, by the clock on the reader's wall (product.md: the afternoon). */
const DIGEST_TIME = '15:00';

/** When the weekly status meeting is, in the workspace's time zone. */
export interface MeetingRule {
  readonly weekday: number;
  readonly time: string;
  readonly timeZone: string;
}

/** The week's digest of a reader in a time zone. */
export interface DigestTime {
  /** The day of the meeting that it goes before; names the week. */
  readonly week: Day;
  readonly dueAt: Instant;
  /** From here on it would come after the meeting that it is for, so it comes no more. */
  readonly until: Instant;
}

/** From three in the afternoon of an eve to the end of the meeting's day in any two time zones. */
const LONGEST_BEFORE = 36 * 3_600_000;

/** Whether anybody's digest, wherever they are, may be due at a moment. */
export function maySomeBeDue(now: Instant, meeting: MeetingRule): boolean {
  return instantAfter(now, LONGEST_BEFORE) > digestTime(now, meeting, meeting.timeZone).until;
}

/** The digest of the meeting that comes next; of today's until it begins. */
export function digestTime(now: Instant, meeting: MeetingRule, readerZone: string): DigestTime {
  const today = dayIn(now, meeting.timeZone);
  const ahead = (meeting.weekday - weekdayOf(today) + 7) % 7;
  const next = dayAfter(today, ahead);
  const beginsAt = instantAt(next, meeting.time, meeting.timeZone);
  const week = now < beginsAt ? next : dayAfter(next, 7);
  const until = instantAt(week, meeting.time, meeting.timeZone);
  // The eve by the reader's own calendar: where they are it may be another day when the meeting begins.
  const eve = dayAfter(dayIn(until, readerZone), -1);
  return { week, dueAt: instantAt(eve, DIGEST_TIME, readerZone), until };
}
