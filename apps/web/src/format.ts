/** How figures, dates and spans of time are written, in the language of the browser. */

const language = navigator.languages[0] ?? 'en';

const kept = new Map<string, Intl.NumberFormat>();

function numbers(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  let format = kept.get(key);
  if (!format) kept.set(key, (format = new Intl.NumberFormat(language, options)));
  return format;
}

/** Whole money: "€4,350". */
export function money(amount: number, currency: string): string {
  return numbers(currency, { style: 'currency', currency, maximumFractionDigits: 0 }).format(amount);
}

/** Money in little room: "€4.4K" from ten thousand on, whole below. */
export function shortMoney(amount: number, currency: string): string {
  if (Math.abs(amount) < 10_000) return money(amount, currency);
  const options = { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 } as const;
  return numbers(`short ${currency}`, options).format(amount);
}

export function number(value: number, maximumFractionDigits = 1): string {
  return numbers(`number ${maximumFractionDigits}`, { maximumFractionDigits }).format(value);
}

const dayAndMonth = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const wholeDay = new Intl.DateTimeFormat(language, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });

/** A day (YYYY-MM-DD): "23 Nov", with the year when it is another one. */
export function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  return (date.getUTCFullYear() === new Date().getFullYear() ? dayAndMonth : wholeDay).format(date);
}

let dayParts: Intl.DateTimeFormat | undefined;

/** From here on `dayOf` names the days of this time zone. */
export function nameDaysIn(timeZone: string | null): void {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  dayParts = timeZone === null ? undefined : new Intl.DateTimeFormat('en', { ...options, timeZone });
}

/**
 * The day of an instant: "23 Nov". It is the day where the workspace is, whoever looks from wherever, so that a screen
 * and the minutes name the same one.
 */
export function dayOf(value: string): string {
  const date = new Date(value);
  if (!dayParts) return day(today(date));
  const parts = new Map(dayParts.formatToParts(date).map(({ type, value: part }) => [type, part]));
  return day(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}

/** From a day (YYYY-MM-DD) to a later one: "16 – 22 Nov 2026". */
export function days(from: string, to: string): string {
  return wholeDay.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** 23 November 2026 is a Monday: any Monday would do. */
const MONDAY = Date.UTC(2026, 10, 23);

/** A day of the week, from 1 for Monday to 7 for Sunday: "Monday". */
export function weekdayName(weekday: number, length: 'long' | 'short' = 'long'): string {
  const name = new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' });
  return name.format(MONDAY + (weekday - 1) * 86_400_000);
}

/** The day of the week of a day (YYYY-MM-DD): 1 for Monday to 7 for Sunday. */
export function weekdayOf(value: string): number {
  return new Date(`${value}T00:00:00Z`).getUTCDay() || 7;
}

/** An instant: "23 Nov 2026, 14:05". */
export function instant(value: string): string {
  return moment.format(new Date(value));
}

/** A day as it is said, and the time of it: "23 Nov, 09:21". */
export function dayAndTime(value: string): string {
  return `${dayOf(value)}, ${clock.format(new Date(value))}`;
}

/** An instant of today as its time, else as its day. */
export function when(value: string, now = new Date()): string {
  const date = new Date(value);
  if (date.toDateString() === now.toDateString()) return clock.format(date);
  const local = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : wholeDay).format(local);
}

/** Today (YYYY-MM-DD) where the browser is. */
export function today(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(value: string, now = new Date()): number {
  return Math.round((Date.parse(value) - Date.parse(today(now))) / 86_400_000);
}

/** So many days after a day (YYYY-MM-DD); before it, where they are negative. */
export function dayAfter(value: string, days: number): string {
  return new Date(Date.parse(value) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days since an instant. */
export function daysSince(value: string, now = new Date()): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(value)) / 86_400_000));
}

const UNITS = [
  ['year', 365],
  ['month', 30],
  ['week', 14],
] as const;

/** A span of days in one word, in the language that Stanch speaks: "today", "6 days", "3 weeks", "5 months". */
export function span(days: number): string {
  if (days < 1) return 'today';
  const found = UNITS.find(([, from]) => days >= from);
  const unit = found?.[0] ?? 'day';
  const length = { year: 365, month: 30.4, week: 7, day: 1 }[unit];
  return count(Math.max(1, unit === 'month' ? Math.round(days / length) : Math.floor(days / length)), unit);
}

/** "1 sponsor", "3 sponsors". */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${number(value, 0)} ${value === 1 ? one : many}`;
}
