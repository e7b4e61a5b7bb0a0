import { badInput, type Day, dayAfter, type Instant, isDay, isTimeZone } from '@stanch/kernel';
import type { Language } from './language.js';

const LONGEST_PAUSE_DAYS = 366;
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/u;

/** Hours of the day, `HH:MM` in the person's time zone. */
export interface HoursOfDay {
  readonly from: string;
  readonly to: string;
}

/** How somebody wants to be reached, besides what they chose event by event. */
export interface ChosenSettings {
  readonly quietHours: HoursOfDay | null;
  /** IANA name; null: the workspace's. */
  readonly timeZone: string | null;
  /** Of mails; null: the workspace's. */
  readonly language: Language | null;
  /** Until the end of this day they are away. */
  readonly pausedUntil: Day | null;
  /** When they left the weekly digest; null: they get it. */
  readonly digestLeftAt: Instant | null;
  /** When they left all mails; null: they get them. */
  readonly mailsLeftAt: Instant | null;
  /** When they left all push messages; null: their devices get them. */
  readonly pushesLeftAt: Instant | null;
  /** That mails to their address came back for good. */
  readonly bounce: { readonly address: string; readonly at: Instant; readonly reason: string } | null;
}

/** Somebody who has set nothing. */
export const NOTHING_SET: ChosenSettings = {
  quietHours: null,
  timeZone: null,
  language: null,
  pausedUntil: null,
  digestLeftAt: null,
  mailsLeftAt: null,
  pushesLeftAt: null,
  bounce: null,
};

/** Hours that can be quiet; they may go over midnight. */
export function quietHours({ from, to }: HoursOfDay): HoursOfDay {
  for (const time of [from, to]) {
    if (!TIME_OF_DAY.test(time)) {
      throw badInput('quietHours', `"${time.slice(0, 20)}" is not a time of day. It looks like 18:30.`);
    }
  }
  if (from === to) throw badInput('quietHours', 'Quiet hours end at another time than they begin.');
  return { from, to };
}

/** A time zone that there is. */
export function ownTimeZone(value: string): string {
  if (isTimeZone(value)) return value;
  throw badInput('timeZone', `"${value.slice(0, 40)}" is not a time zone. It looks like Europe/Berlin.`);
}

/** A day until which somebody can be away, seen from their today. */
export function pauseUntil(day: string, today: Day): Day {
  if (!isDay(day)) throw badInput('pausedUntil', `"${day.slice(0, 20)}" is not a day. It looks like 2026-12-24.`);
  if (day < today) throw badInput('pausedUntil', 'This day is over. Choose today or a later day.');
  if (day > dayAfter(today, LONGEST_PAUSE_DAYS)) {
    throw badInput('pausedUntil', 'A pause lasts a year at the most. Choose an earlier day.');
  }
  return day;
}
