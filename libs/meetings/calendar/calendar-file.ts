import { type Day, dayAfter, type Instant, weekdayOf } from '@stanch/kernel';
import ical, { ICalCalendarMethod, ICalEventRepeatingFreq, ICalEventTransparency, ICalWeekday } from 'ical-generator';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { MailLanguage } from '../domain/mail-language.js';
import { CALENDAR_WORDS } from './calendar-words.js';

/** What a calendar needs to know of the weekly meeting. */
export interface WeeklyMeeting {
  readonly boardId: string;
  readonly boardName: string;
  readonly workspace: string;
  /** The reader's. */
  readonly language: MailLanguage;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  /** `HH:MM` in the time zone. */
  readonly time: string;
  readonly timeZone: string;
  readonly minutes: number;
  /** Weeks in which it falls out, since nobody works on its day. */
  readonly holidays: readonly Day[];
  /** Where everybody follows it. */
  readonly url: string;
  /** Stanch's own address, which makes the event the same in every copy of the file. */
  readonly host: string;
  /** The day from which on it is repeated. */
  readonly from: Day;
  /** When the file is made: of two, calendars keep the later. */
  readonly now: Instant;
}

const WEEKDAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

/** The number that orders two copies of an event is a 32 bit integer: seconds since this moment. */
const SEQUENCES_BEGIN: Instant = '2026-01-01T00:00:00.000Z';

/**
 * The weekly meeting as a calendar file (RFC 5545): one event that repeats, in the workspace's time zone so that it stays
 * at its hour when clocks change, without the weeks in which its day is a holiday. Imported again it replaces itself.
 */
export function calendarFile(meeting: WeeklyMeeting): string {
  const { boardId, boardName, workspace, weekday, time, timeZone, minutes, holidays, url, host, now } = meeting;
  const words = CALENDAR_WORDS[meeting.language];
  const first = firstDay(meeting);
  const off = holidays.filter((day) => day >= first && weekdayOf(day) === weekday).map((day) => `${day}T${time}:00`);
  const calendar = ical({
    name: words.calendar(workspace),
    prodId: { company: 'Stanch', product: 'Stanch', language: meeting.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    timezone: { name: timeZone, generator: (name) => tzlib_get_ical_block(name)[0] ?? '' },
  });
  calendar.createEvent({
    id: `meeting-${boardId}@${host}`,
    summary: words.meeting(boardName),
    description: words.about(url),
    url,
    location: url,
    stamp: now,
    sequence: Math.floor((Date.parse(now) - Date.parse(SEQUENCES_BEGIN)) / 1_000),
    start: `${first}T${time}:00`,
    end: endOf(first, time, minutes),
    timezone: timeZone,
    transparency: ICalEventTransparency.OPAQUE,
    repeating: {
      freq: ICalEventRepeatingFreq.WEEKLY,
      byDay: [WEEKDAYS[weekday - 1] ?? ICalWeekday.MO],
      // Of no days the library would write an empty line, which no calendar can read.
      ...(off.length > 0 && { exclude: off }),
    },
  });
  // The library writes the stamp in the calendar's zone without naming it; RFC 5545 (3.8.7.2) wants UTC.
  return calendar.toString().replace(/^DTSTAMP:\d+T\d+/mu, `DTSTAMP:${now.replace(/[-:]|\.\d+/gu, '')}`);
}

/** The first day of the meeting on or after a day on which people work. */
function firstDay({ from, weekday, holidays }: WeeklyMeeting): Day {
  let first = dayAfter(from, (weekday - weekdayOf(from) + 7) % 7);
  while (holidays.includes(first)) first = dayAfter(first, 7);
  return first;
}

function endOf(day: Day, time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number);
  const total = hours * 60 + past + minutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayAfter(day, Math.floor(total / 1_440))}T${two(Math.floor(total / 60) % 24)}:${two(total % 60)}:00`;
}
