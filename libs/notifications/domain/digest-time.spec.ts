import { dayIn, instantOf, weekdayOf } from '@stanch/kernel';
import fc from 'fast-check';
import { digestTime, maySomeBeDue } from './digest-time.js';

const BERLIN = { weekday: 3, time: '10:00', timeZone: 'Europe/Berlin' };

describe('the time of the digest', () => {
  it('is three in the afternoon of the day before the meeting, where the reader is', () => {
    expect(digestTime('2026-11-20T12:00:00.000Z', BERLIN, 'Europe/Berlin')).toEqual({
      week: '2026-11-25',
      dueAt: '2026-11-24T14:00:00.000Z',
      until: '2026-11-25T09:00:00.000Z',
    });
    expect(digestTime('2026-11-20T12:00:00.000Z', BERLIN, 'America/New_York').dueAt).toBe('2026-11-24T20:00:00.000Z');
    // A reader on whose wall the meeting is in the evening of the same day.
    expect(digestTime('2026-11-20T12:00:00.000Z', BERLIN, 'Pacific/Auckland').dueAt).toBe('2026-11-24T02:00:00.000Z');
  });

  it('is of the next meeting once one has begun', () => {
    expect(digestTime('2026-11-25T08:59:59.000Z', BERLIN, 'Europe/Berlin').week).toBe('2026-11-25');
    expect(digestTime('2026-11-25T09:00:00.000Z', BERLIN, 'Europe/Berlin').week).toBe('2026-12-02');
  });

  it('comes before its meeting, within a day and a half, and weeks follow each other', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland');
    const meetings = fc.record({
      weekday: fc.integer({ min: 1, max: 7 }),
      time: fc.constantFrom('00:00', '08:30', '10:00', '23:30'),
      timeZone: zones,
    });
    const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }).map(instantOf);
    fc.assert(
      fc.property(moments, meetings, zones, (now, meeting, zone) => {
        const { week, dueAt, until } = digestTime(now, meeting, zone);
        expect(weekdayOf(week)).toBe(meeting.weekday);
        expect(until > now).toBe(true);
        const hours = (Date.parse(until) - Date.parse(dueAt)) / 3_600_000;
        expect(hours).toBeGreaterThan(8);
        expect(hours).toBeLessThan(36);
        if (now >= dueAt) expect(maySomeBeDue(now, meeting)).toBe(true);
        expect(digestTime(until, meeting, zone).week > week).toBe(true);
        expect(dayIn(until, meeting.timeZone)).toBe(week);
      }),
    );
  });
});
