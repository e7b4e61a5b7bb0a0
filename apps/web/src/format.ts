/**
 * How figures, dates and spans of time are written, in the language of the browser.
 *
 * Days are those of the workspace, whoever looks from wherever: what is due, near or overdue, what is "today", the day on
 * which something was done (`today`, `daysUntil`, `dayOf`). So is the time of a meeting, to the minute: a screen and the
 * minutes name the same one (`momentOf`, `dayAndTime`, `clockOf`). Only a moment that somebody reads for themselves goes
 * by their own clock, its day as its time: when a comment was written, a mail was sent, a token was used (`when`,
 * `instant`, `ownDay`, `ownDaysSince`).
 */

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

/** How an instant is written in a time zone. */
interface Clock {
  timeZone: string | null;
  day: Intl.DateTimeFormat;
  moment: Intl.DateTimeFormat;
  time: Intl.DateTimeFormat;
}

/** The clock of a time zone; without one, that of the browser. */
function clockIn(timeZone: string | null): Clock {
  const zone = timeZone === null ? {} : { timeZone };
  return {
    timeZone,
    day: new Intl.DateTimeFormat('en', { year: 'numeric', month: '2-digit', day: '2-digit', ...zone }),
    moment: new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', ...zone }),
    time: new Intl.DateTimeFormat(language, { timeStyle: 'short', ...zone }),
  };
}

function dayBy({ day: format }: Clock, date: Date): string {
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

const own = clockIn(null);
/** That of the workspace; before there is one, that of the browser. */
let there = own;

/** From here on the workspace is in this time zone. */
export function goByTimeOf(timeZone: string | null): void {
  if (timeZone !== there.timeZone) there = clockIn(timeZone);
}

/** A day (YYYY-MM-DD): "23 Nov", with the year when it is another one. */
export function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  return (value.slice(0, 4) === today().slice(0, 4) ? dayAndMonth : wholeDay).format(date);
}

/** The day of an instant: "23 Nov". */
export function dayOf(value: string): string {
  return day(today(new Date(value)));
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
export function momentOf(value: string): string {
  return there.moment.format(new Date(value));
}

/** The time of an instant: "14:05". */
export function clockOf(value: string | number): string {
  return there.time.format(new Date(value));
}

/** A day as it is said, and the time of it: "23 Nov, 09:21". */
export function dayAndTime(value: string): string {
  return `${dayOf(value)}, ${clockOf(value)}`;
}

/** An instant as the reader's own clock has it: "23 Nov 2026, 14:05". */
export function instant(value: string): string {
  return own.moment.format(new Date(value));
}

/** An instant of the reader's own today as its time, else as its day. */
export function when(value: string, now = new Date()): string {
  const date = new Date(value);
  if (date.toDateString() === now.toDateString()) return own.time.format(date);
  const local = new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()));
  return (date.getFullYear() === now.getFullYear() ? dayAndMonth : wholeDay).format(local);
}

/** Today (YYYY-MM-DD), or the day of an instant, where the workspace is. */
export function today(now = new Date()): string {
  return dayBy(there, now);
}

/** Today (YYYY-MM-DD) in a time zone that somebody chose for themselves. */
export function todayIn(timeZone: string, now = new Date()): string {
  return dayBy(clockIn(timeZone), now);
}

/** The day (YYYY-MM-DD) of an instant as the reader's own calendar has it. */
export function ownDay(date: Date): string {
  return dayBy(own, date);
}

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(value: string, now = new Date()): number {
  return daysBetween(today(now), value);
}

/** How many days ago an instant was by the reader's own calendar: 0 today, 1 yesterday, however few hours lie between. */
export function ownDaysSince(value: string, now = new Date()): number {
  return daysBetween(ownDay(new Date(value)), ownDay(now));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
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
