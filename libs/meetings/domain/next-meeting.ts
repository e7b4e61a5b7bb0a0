import { type Day, dayAfter, weekdayOf } from '@stanch/kernel';

/** A meeting that is held a few days early or late takes the place of that week's, so the next one is so far away. */
const CLOSEST = 4;

/**
 * The day of the meeting that follows one on a day, when meetings are on a weekday (1 for Monday to 7 for Sunday). On a
 * holiday it falls out, as it does in the calendar file.
 */
export function nextMeetingDay(day: Day, weekday: number, holidays: readonly Day[] = []): Day {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  let next = dayAfter(day, ahead < CLOSEST ? ahead + 7 : ahead);
  while (holidays.includes(next)) next = dayAfter(next, 7);
  return next;
}
