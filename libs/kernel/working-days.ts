import { Temporal } from 'temporal-polyfill';
import { type Day, dayAfter } from './instant.js';

/** Days on which nobody works besides Saturday and Sunday. */
export type Holidays = ReadonlySet<Day>;

const SATURDAY = 6;

/** Whether people are expected to work on a day: Monday to Friday, and no holiday. */
export function isWorkingDay(day: Day, holidays: Holidays): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek < SATURDAY && !holidays.has(day);
}

/** The day that lies so many working days after another; with a negative count, before it. */
export function workingDayAfter(day: Day, count: number, holidays: Holidays): Day {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = dayAfter(found, step);
    if (isWorkingDay(found, holidays)) left -= 1;
  }
  return found;
}

/** How many working days begin after one day and by another; 0 when that is not later. */
export function workingDaysBetween(from: Day, to: Day, holidays: Holidays): number {
  let count = 0;
  for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count;
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** The Monday of the week that a day lies in (ISO 8601). */
export function mondayOf(day: Day): Day {
  return dayAfter(day, 1 - weekdayOf(day));
}

/** The first day of the month that a day lies in. */
export function firstOfMonth(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}
