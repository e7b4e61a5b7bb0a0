import { calendarFile, type WeeklyMeeting } from './calendar-file.js';

const meeting: WeeklyMeeting = {
  boardId: 'b1',
  boardName: 'Quick wins',
  workspace: 'Fernwick Foods',
  language: 'en',
  weekday: 3,
  time: '10:00',
  timeZone: 'Europe/Berlin',
  minutes: 30,
  holidays: [],
  url: 'https://stanch.example.com/present',
  host: 'stanch.example.com',
  from: '2026-11-23',
  now: '2026-11-23T08:00:00.000Z',
};

/** The lines of the event, each by its name; long ones joined again. */
function eventOf(changes: Partial<WeeklyMeeting> = {}): Record<string, string> {
  const file = calendarFile({ ...meeting, ...changes }).replace(/\r\n /gu, '');
  const event = /BEGIN:VEVENT\r\n([\s\S]*)END:VEVENT/u.exec(file)?.[1] ?? '';
  return Object.fromEntries(event.split('\r\n').map((line) => [line.split(/[:;]/u)[0], line]));
}

describe('the calendar file of the weekly meeting', () => {
  it('repeats it every week at its hour, where the workspace is, also when clocks change', () => {
    const { DTSTART, DTEND, RRULE } = eventOf();
    expect(DTSTART).toBe('DTSTART;TZID=Europe/Berlin:20261125T100000');
    expect(DTEND).toBe('DTEND;TZID=Europe/Berlin:20261125T103000');
    expect(RRULE).toBe('RRULE:FREQ=WEEKLY;BYDAY=WE');
    const file = calendarFile(meeting);
    expect(file).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
    expect(file).toContain('TZNAME:CEST');
  });

  it('leads to the meeting', () => {
    expect(eventOf()['URL']).toContain(meeting.url);
    expect(eventOf()['LOCATION']).toContain(meeting.url);
  });

  it.each([
    ['en', 'Fernwick Foods: status meeting', 'Status meeting: Quick wins', 'Follow it on your own screen: '],
    [
      'de',
      'Fernwick Foods: Statusbesprechung',
      'Statusbesprechung: Quick wins',
      'Folgen Sie ihr auf Ihrem Bildschirm: ',
    ],
    [
      'fr',
      'Fernwick Foods\u00a0: réunion de suivi',
      'Réunion de suivi\u00a0: Quick wins',
      'Suivez-la sur votre écran\u00a0: ',
    ],
  ] as const)('speaks the language of its reader: %s', (language, name, summary, follow) => {
    const file = calendarFile({ ...meeting, language }).replace(/\r\n /gu, '');
    expect(file).toContain(`X-WR-CALNAME:${name}\r\n`);
    expect(file).toContain(`PRODID:-//Stanch//Stanch//${language.toUpperCase()}\r\n`);
    const { SUMMARY, DESCRIPTION } = eventOf({ language });
    expect(SUMMARY).toBe(`SUMMARY:${summary}`);
    expect(DESCRIPTION).toContain(`${follow}${meeting.url}`);
    expect(eventOf({ language })['UID']).toBe(eventOf()['UID']);
  });

  it('leaves out the weeks in which its day is a holiday, and begins after one', () => {
    expect(eventOf({ holidays: ['2026-12-25', '2026-12-30'] })['EXDATE']).toBe(
      'EXDATE;TZID=Europe/Berlin:20261230T100000',
    );
    const { DTSTART, EXDATE } = eventOf({ holidays: ['2026-11-25'] });
    expect([DTSTART, EXDATE]).toEqual(['DTSTART;TZID=Europe/Berlin:20261202T100000', undefined]);
  });

  it('replaces itself when it is imported again: the same name, a later number and stamp', () => {
    const [one, later] = [eventOf(), eventOf({ now: '2026-11-24T08:00:00.000Z', time: '11:30' })];
    expect(later['UID']).toBe(one['UID']);
    const number = (line = '') => Number(line.split(':')[1]);
    expect(number(later['SEQUENCE'])).toBeGreaterThan(number(one['SEQUENCE']));
    expect(later['DTSTAMP']).toBe('DTSTAMP:20261124T080000Z');
  });

  it('may go over midnight, and takes any name', () => {
    const { DTEND, SUMMARY } = eventOf({ time: '23:45', boardName: 'Tills, routes; "and" more\nBEGIN:VALARM' });
    expect(DTEND).toContain('20261126T001500');
    expect(SUMMARY).toBe('SUMMARY:Status meeting: Tills\\, routes\\; "and" more\\nBEGIN:VALARM');
  });

  it('has no line longer than 75 bytes', () => {
    const long = calendarFile({ ...meeting, boardName: 'Ümläüte '.repeat(20) });
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
