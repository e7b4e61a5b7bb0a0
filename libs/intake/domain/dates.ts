import { type Day, dayAfter, isDay } from '@stanch/kernel';

/** What stands first in a date of three numbers. */
export type DateOrder = 'DMY' | 'MDY';

/** What a cell says of a date: a day, one that no calendar has, or nothing that could be read. */
export type ReadDate = { readonly day: Day } | { readonly impossible: string } | { readonly unreadable: true };

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'jaen', 'jän'],
  ['feb'],
  ['mar', 'mär', 'mae', 'mrz'],
  ['apr'],
  ['may', 'mai'],
  ['jun'],
  ['jul'],
  ['aug'],
  ['sep'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez'],
];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Excel counts days from here (and believes that 1900 had a 29 February). */
const EXCEL_START = '1899-12-30';
const TIME = /(?:T|,?\s+)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?|uhr|h)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/iu;
const WEEKDAY = /^(?:mo|tu|we|th|fr|sa|su|di|mi|do|so)[\p{L}]*\.?,?\s+/iu;
const THREE_NUMBERS = /^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{2}|\d{4})\.?$/u;

/** Reads a date in any of the forms that people and programs write. */
export function readDate(text: string, order: DateOrder): ReadDate {
  const date = withoutTime(text.trim());
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/u.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(date);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const three = THREE_NUMBERS.exec(date);
  if (three) return ofThreeNumbers(three, order);
  if (/^\d{5}(?:[.,]\d+)?$/u.test(date)) return ofExcel(Number.parseInt(date, 10));
  return ofNamedMonth(date.replace(WEEKDAY, '')) ?? { unreadable: true };
}

/** Which order a date shows by a number that can be no month; null when it leaves that open. */
export function dateOrderOf(text: string): DateOrder | null {
  if (text.length > 30) return null;
  const three = THREE_NUMBERS.exec(withoutTime(text.trim()));
  if (!three) return null;
  const [first, sign, second] = [Number(three[1]), three[2], Number(three[3])];
  if (first > 12 && second <= 12) return 'DMY';
  if (second > 12 && first <= 12) return 'MDY';
  // Nobody writes the month first before a point.
  return sign === '.' ? 'DMY' : null;
}

function withoutTime(text: string): string {
  return text.replace(TIME, '').trim();
}

function ofThreeNumbers(three: RegExpExecArray, order: DateOrder): ReadDate {
  const [first, second, year] = [Number(three[1]), Number(three[3]), fullYear(three[4] as string)];
  const asOrdered = order === 'DMY' || three[2] === '.' ? dayOf(year, second, first) : dayOf(year, first, second);
  if ('day' in asOrdered) return asOrdered;
  // The other order only when the number in the month's place can be no month: 31.09. stays an impossible day.
  if (first > 12 && second <= 12) return dayOf(year, second, first);
  if (second > 12 && first <= 12) return dayOf(year, first, second);
  return asOrdered;
}

function ofNamedMonth(text: string): ReadDate | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s.-]*(?:of\s+)?(\p{L}{3,})\.?[\s,.'’-]*(\d{4}|\d{2})$/u.exec(text);
  if (dayFirst) return named(dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = /^(\p{L}{3,})\.?[\s-]*(\d{1,2})(?:st|nd|rd|th|\.)?[\s,.'’-]+(\d{4}|\d{2})$/u.exec(text);
  return monthFirst ? named(monthFirst[2], monthFirst[1], monthFirst[3]) : null;
}

function named(day = '', month = '', year = ''): ReadDate | null {
  const at = MONTHS.findIndex((names) => names.some((name) => month.toLowerCase().startsWith(name)));
  return at < 0 ? null : dayOf(fullYear(year), at + 1, Number(day));
}

function ofExcel(days: number): ReadDate {
  return days >= 20_000 && days <= 80_000 ? { day: dayAfter(EXCEL_START, days) } : { unreadable: true };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function dayOf(year: number, month: number, day: number): ReadDate {
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (isDay(text)) return { day: text };
  const name = MONTH_NAMES[month - 1];
  if (name === undefined) return { impossible: `no year has a month ${month}` };
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { impossible: `${name} ${year} has ${last} days` };
}
