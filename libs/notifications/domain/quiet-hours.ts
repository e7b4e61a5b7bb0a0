import { dayAfter, dayIn, type Instant, instantOf } from '@stanch/kernel';
import { Temporal } from 'temporal-polyfill';

/** From when until when somebody does not want to be disturbed, `HH:MM` in their time zone; it may go over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** The first moment from this one on at which somebody may be disturbed. Where clocks are changed, by the clock on the wall. */
export function outsideQuietHours(at: Instant, quiet: QuietHours | null): Instant {
  if (quiet === null || quiet.from === quiet.to) return at;
  const time = timeIn(at, quiet.timeZone);
  const overMidnight = quiet.from > quiet.to;
  const isQuiet = overMidnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return at;
  const today = dayIn(at, quiet.timeZone);
  const end = instantAt(overMidnight && time >= quiet.from ? dayAfter(today, 1) : today, quiet.to, quiet.timeZone);
  return end > at ? end : at;
}

/** A time of day, `HH:MM`, on a day in a time zone. A time that a change of clocks leaves out is the one just after it. */
export function instantAt(day: string, time: string, timeZone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  return instantOf(wall.toZonedDateTime(timeZone).toInstant().epochMilliseconds);
}

function timeIn(at: Instant, timeZone: string): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
}
