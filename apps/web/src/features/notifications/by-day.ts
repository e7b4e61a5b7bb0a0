import { ownDay, ownDaysSince } from '../../format.js';

const language = navigator.languages[0] ?? 'en';
const clock = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' });
const withYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });

/** What was told on one day, where the reader is. */
export interface Day<Line> {
  /** YYYY-MM-DD */
  day: string;
  /** "Today", "Yesterday", "Monday 16 November". */
  name: string;
  lines: Line[];
}

/** Cuts a list, the newest first, where a new day begins. */
export function byDay<Line extends { at: string }>(lines: readonly Line[], now = new Date()): Day<Line>[] {
  const days: Day<Line>[] = [];
  for (const line of lines) {
    const day = ownDay(new Date(line.at));
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(line);
    else days.push({ day, name: nameOf(line.at, now), lines: [line] });
  }
  return days;
}

/** An instant as its time of day. */
export function timeOf(at: string): string {
  return clock.format(new Date(at));
}

function nameOf(at: string, now: Date): string {
  const date = new Date(at);
  const days = ownDaysSince(at, now);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  return (date.getFullYear() === now.getFullYear() ? weekday : withYear).format(date);
}
