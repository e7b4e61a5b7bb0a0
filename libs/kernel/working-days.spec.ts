import fc from 'fast-check';
import { dayAfter } from './instant.js';
import {
  firstOfMonth,
  isWorkingDay,
  mondayOf,
  weekdayOf,
  workingDayAfter,
  workingDaysBetween,
} from './working-days.js';

const days = fc.integer({ min: 0, max: 2_000 }).map((offset) => dayAfter('2026-01-01', offset));
const holidays = fc.uniqueArray(days, { maxLength: 60 }).map((listed) => new Set(listed));

describe('working days', () => {
  it('counts neither weekends nor holidays', () => {
    const christmas = new Set(['2026-12-25']);
    expect(workingDayAfter('2026-12-23', 2, christmas)).toBe('2026-12-28');
    expect(workingDayAfter('2026-12-28', -2, christmas)).toBe('2026-12-23');
    expect(workingDaysBetween('2026-12-23', '2026-12-28', christmas)).toBe(2);
    expect(workingDaysBetween('2026-12-28', '2026-12-23', christmas)).toBe(0);
  });

  it('lands on a working day that lies as many working days away as asked', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), holidays, (day, count, off) => {
        const later = workingDayAfter(day, count, off);
        expect(isWorkingDay(later, off)).toBe(true);
        expect(workingDaysBetween(day, later, off)).toBe(count);
      }),
    );
  });

  it('goes back to where it came from when that was a working day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 30 }), holidays, (day, count, off) => {
        fc.pre(isWorkingDay(day, off));
        expect(workingDayAfter(workingDayAfter(day, count, off), -count, off)).toBe(day);
      }),
    );
  });

  it('knows the Monday of each week', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    fc.assert(
      fc.property(days, (day) => {
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(mondayOf(day) <= day && dayAfter(mondayOf(day), 7) > day).toBe(true);
      }),
    );
  });

  it('knows the first day of a month on each of its days', () => {
    expect(['2026-02-01', '2026-02-28', '2026-12-31'].map(firstOfMonth)).toEqual([
      '2026-02-01',
      '2026-02-01',
      '2026-12-01',
    ]);
  });
});
