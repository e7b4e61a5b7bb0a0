import { type Day, dayAfter, weekdayOf } from '@stanch/kernel';

/** The day of the meeting that follows one on a day, when meetings are on a weekday (1 for Monday to 7 for Sunday). */
export function nextMeetingDay(day: Day, weekday: number): Day {
  return dayAfter(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}
