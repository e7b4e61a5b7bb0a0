import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  clockOf,
  dayAndTime,
  daysUntil,
  goByTimeOf,
  instant,
  momentOf,
  ownDay,
  ownDaysSince,
  today,
  todayIn,
} from './format.js';

/** The morning of the 25th at Greenwich: half past midnight on the 26th in Kiritimati, the evening of the 24th on Midway. */
const NOW = '2026-11-25T10:30:00.000Z';

beforeAll(() => void jest.useFakeTimers({ now: new Date(NOW), doNotFake: ['nextTick'] }));
afterEach(() => goByTimeOf(null));
afterAll(() => void jest.useRealTimers());

describe('a day', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-11-26', -1],
    ['Pacific/Midway', '2026-11-24', 1],
  ])('is that of a workspace in %s, whoever looks from wherever', (timeZone, day, left) => {
    goByTimeOf(timeZone);
    expect(today()).toBe(day);
    expect(daysUntil('2026-11-25')).toBe(left);
  });

  it('is that of the browser before there is a workspace, and wherever somebody reads for themselves', () => {
    const own = ownDay(new Date(NOW));
    expect(today()).toBe(own);
    goByTimeOf('Pacific/Kiritimati');
    expect(ownDay(new Date(NOW))).toBe(own);
    expect(ownDaysSince(NOW)).toBe(0);
  });

  it('is that of a zone that somebody chose for themselves', () => {
    goByTimeOf('Pacific/Kiritimati');
    expect(todayIn('Pacific/Midway')).toBe('2026-11-24');
  });
});

describe('the time of a meeting', () => {
  it('is that of the workspace, as its minutes have it; a moment that one reads for oneself stays where one is', () => {
    const [here, inOneZone] = [instant(NOW), Intl.DateTimeFormat().resolvedOptions().timeZone];
    goByTimeOf('Pacific/Kiritimati');
    expect(clockOf(NOW)).toMatch(/^(12:30|0:30|00:30)/u);
    expect(dayAndTime(NOW)).toContain('26');
    expect(momentOf(NOW)).toContain('26');
    expect(instant(NOW)).toBe(here);
    goByTimeOf(inOneZone);
    expect(momentOf(NOW)).toBe(here);
  });
});
