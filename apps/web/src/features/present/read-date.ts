/** Days as people say them in a meeting: "fri", "tomorrow", "+2w", "12.3.", "3 Dec", "2027-01-15". */

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** From so many years on a day is rather a slip. */
const FAR = 2;
const DAY_MS = 86_400_000;

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** A day that exists, written out; undefined for the 31st of February. */
function written(year: number, month: number, day: number): string | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? dayOf(time) : undefined;
}

/** Without a year, the next such day is meant. */
function coming(today: string, month: number, day: number, year?: number): string | undefined {
  if (year !== undefined) return written(year < 100 ? 2000 + year : year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const found = written(thisYear, month, day);
  return found !== undefined && found >= today ? found : written(thisYear + 1, month, day);
}

function monthOf(word: string): number {
  return MONTHS.findIndex((name) => word.startsWith(name)) + 1;
}

/** The day (YYYY-MM-DD) that is meant, or undefined when nobody could say. `dayFirst`: whether 3/4 is the third of April. */
export function readDate(typed: string, today: string, dayFirst = true): string | undefined {
  const said = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const from = Date.parse(`${today}T00:00:00Z`);
  if (said === 'today') return today;
  if (said === 'tomorrow' || said === 'tom') return dayOf(from + DAY_MS);
  if (said === 'next week') return dayOf(from + 7 * DAY_MS);

  const ahead = /^(?:\+|in )\s?(\d{1,3}) ?(d|w|m|days?|weeks?|months?)?$/.exec(said);
  if (ahead) {
    const many = Number(ahead[1]);
    const unit = ahead[2]?.[0] ?? 'd';
    if (unit !== 'm') return dayOf(from + many * (unit === 'w' ? 7 : 1) * DAY_MS);
    const then = new Date(from);
    const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + many + 1, 0)).getUTCDate();
    const day = Math.min(then.getUTCDate(), last);
    return dayOf(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + many, day));
  }

  const weekday = /^(next )?([a-z]{2,9})$/.exec(said);
  const wanted = weekday ? WEEKDAYS.findIndex((name) => name.startsWith((weekday[2] ?? '').slice(0, 3))) : -1;
  if (weekday && wanted >= 0 && namesWeekday(weekday[2] ?? '')) {
    const days = (wanted - new Date(from).getUTCDay() + 7) % 7 || 7;
    return dayOf(from + (days + (weekday[1] && days < 7 ? 7 : 0)) * DAY_MS);
  }

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return written(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4}|\d{2})?$/.exec(said);
  if (dotted) return coming(today, Number(dotted[2]), Number(dotted[1]), yearOf(dotted[3]));
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(said);
  if (slashed) {
    const [one, other] = [Number(slashed[1]), Number(slashed[2])];
    return coming(today, dayFirst ? other : one, dayFirst ? one : other, yearOf(slashed[3]));
  }
  const dayMonth = /^(\d{1,2})(?:\.|st|nd|rd|th)? ?([a-z]{3,9})\.? ?(\d{4})?$/.exec(said);
  if (dayMonth && monthOf(dayMonth[2] ?? '')) {
    return coming(today, monthOf(dayMonth[2] ?? ''), Number(dayMonth[1]), yearOf(dayMonth[3]));
  }
  const monthDay = /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})?$/.exec(said);
  if (monthDay && monthOf(monthDay[1] ?? '')) {
    return coming(today, monthOf(monthDay[1] ?? ''), Number(monthDay[2]), yearOf(monthDay[3]));
  }
  return undefined;
}

/** How many whole years a day lies ahead that is farther away than anybody plans; undefined for all others. */
export function farYears(date: string, today: string): number | undefined {
  const [year, now] = [Number(date.slice(0, 4)), Number(today.slice(0, 4))];
  const years = year - now - (date.slice(4) < today.slice(4) ? 1 : 0);
  return date > `${now + FAR}${today.slice(4)}` ? years : undefined;
}

function yearOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function namesWeekday(word: string): boolean {
  const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  return names.some((name) => name.startsWith(word)) || ['tues', 'wedn', 'thur', 'thurs'].includes(word);
}
