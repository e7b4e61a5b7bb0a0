import { weekdayName, weekdayOf } from '../../format.js';

/** Says that nobody works on a day; undefined for a working day, and for none. */
export function sayDayOff(date: string, holidays: readonly { day: string; name: string }[]): string | undefined {
  if (Number.isNaN(Date.parse(date))) return undefined;
  const holiday = holidays.find(({ day }) => day === date);
  if (holiday) return `Nobody works on that day: ${holiday.name}.`;
  const weekday = weekdayOf(date);
  return weekday < 6 ? undefined : `That is a ${weekdayName(weekday)}. Will it really be done by then?`;
}
