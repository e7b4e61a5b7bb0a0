import { Temporal } from 'temporal-polyfill';

/**
 * A moment in UTC, written as ISO 8601 with milliseconds (`2026-11-23T14:46:06.000Z`). Text on purpose: it sorts
 * in time order, is the same in every database and needs no conversion on its way to the API.
 */
export type Instant = string;

/** A calendar day without a time or zone, `YYYY-MM-DD`. */
export type Day = string;

export const MILLISECONDS_PER_DAY = 86_400_000;

/** The instant that a count of milliseconds since 1970 stands for. */
export function instantOf(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}

/** Milliseconds from one instant to a later one; negative when it is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** The instant that lies the given milliseconds after another. */
export function instantAfter(instant: Instant, milliseconds: number): Instant {
  return instantOf(Date.parse(instant) + milliseconds);
}

/** The calendar day an instant falls on in a time zone (IANA name, such as `Europe/Berlin`). */
export function dayIn(instant: Instant, timeZone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Midnight at the start of a calendar day in a time zone. */
export function startOfDay(day: Day, timeZone: string): Instant {
  return instantOf(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().epochMilliseconds);
}

/** The day that lies the given number of calendar days after another. */
export function dayAfter(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whether a text is a day that exists in the calendar, in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Whether a text names a time zone that this runtime knows. */
export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** The last moment of a day where a time zone is. */
export function endOfDay(day: Day, timeZone: string): Instant {
  return instantAfter(startOfDay(dayAfter(day, 1), timeZone), -1);
}
