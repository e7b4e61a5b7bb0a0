/** Says that nobody works on a day; undefined for a working day, and for none. */
export function sayDayOff(date: string, holidays: readonly { day: string; name: string }[]): string | undefined {
  const noon = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(noon.getTime())) return undefined;
  const holiday = holidays.find(({ day }) => day === date);
  if (holiday) return `Nobody works on that day: ${holiday.name}.`;
  if (![0, 6].includes(noon.getUTCDay())) return undefined;
  const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' }).format(noon);
  return `That is a ${weekday}. Will it really be done by then?`;
}
