/** 23 November 2026 is a Monday: any Monday would do. */
const MONDAY = Date.UTC(2026, 10, 23);
const DAY = 86_400_000;

/** The name of a day of the week in the reader's language, from 1 for Monday to 7 for Sunday. */
export function weekday(number: number): string {
  return new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (number - 1) * DAY);
}
