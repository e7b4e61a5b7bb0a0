import { describe, expect, it } from '@jest/globals';
import { farYears, readDate } from './read-date.js';

/** A Wednesday. */
const TODAY = '2026-11-25';

describe('days as people say them', () => {
  it.each([
    ['today', '2026-11-25'],
    ['tomorrow', '2026-11-26'],
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['mon', '2026-11-30'],
    ['wed', '2026-12-02'],
    ['next fri', '2026-12-04'],
    ['next week', '2026-12-02'],
    ['+3', '2026-11-28'],
    ['+2w', '2026-12-09'],
    ['in 3 days', '2026-11-28'],
    ['+1m', '2026-12-25'],
    ['12.3.', '2027-03-12'],
    ['12.12.', '2026-12-12'],
    ['12.3.2028', '2028-03-12'],
    ['12.3.28', '2028-03-12'],
    ['3/4', '2027-04-03'],
    ['3 Dec', '2026-12-03'],
    ['dec 3rd', '2026-12-03'],
    ['3. December 2027', '2027-12-03'],
    ['2027-01-15', '2027-01-15'],
    ['  TOMORROW ', '2026-11-26'],
  ])('understands "%s"', (typed, date) => {
    expect(readDate(typed, TODAY)).toBe(date);
  });

  it('reads 3/4 as the fourth of March where the month comes first', () => {
    expect(readDate('3/4', TODAY, false)).toBe('2027-03-04');
  });

  it('ends a month that is too short at its last day', () => {
    expect(readDate('+1m', '2027-01-31')).toBe('2027-02-28');
  });

  it.each(['', 'soon', '31.2.', '2027-13-01', 'frog', '32 Dec', '+', 'marchday', '0.0.'])(
    'does not guess at "%s"',
    (typed) => {
      expect(readDate(typed, TODAY)).toBeUndefined();
    },
  );

  it.each([
    ['+999w', 19],
    ['+25m', 2],
    ['2028-11-26', 2],
    ['24.11.2030', 3],
    ['2028-11-25', undefined],
    ['+1m', undefined],
  ])('says how many years ahead "%s" is when that is farther than anybody plans', (typed, years) => {
    expect(farYears(readDate(typed, TODAY) ?? '', TODAY)).toBe(years);
  });
});
