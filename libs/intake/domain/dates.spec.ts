import { isDay } from '@stanch/kernel';
import fc from 'fast-check';
import { dateOrderOf, readDate } from './dates.js';

const FOURTH_OF_AUGUST = [
  '04.08.2026',
  '4.8.26',
  '2026-08-04',
  '2026/8/4',
  '20260804',
  '04/08/2026',
  '4 Aug 2026',
  '4. August 2026',
  'August 4, 2026',
  '4th of August 2026',
  'Di, 4. Aug. 2026',
  '04-Aug-26',
  '2026-08-04T09:15:00Z',
  '04.08.2026 09:15',
  '46238',
];

describe('a date', () => {
  it.each(FOURTH_OF_AUGUST)('written %s is 4 August 2026', (text) => {
    expect(readDate(text, 'DMY')).toEqual({ day: '2026-08-04' });
  });

  it('reads back in every form, whatever stands first', () => {
    const days = fc.date({ min: new Date('1980-01-01'), max: new Date('2059-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('.', '/', '-'), fc.boolean(), (date, sign, monthFirst) => {
        const day = date.toISOString().slice(0, 10);
        const [year = '', month = '', of = ''] = day.split('-');
        const order = monthFirst && sign !== '.' ? 'MDY' : 'DMY';
        const parts = order === 'MDY' ? [month, of, year] : [of, month, year];
        expect(isDay(day)).toBe(true);
        expect(readDate(parts.join(sign), order)).toEqual({ day });
        expect(dateOrderOf(parts.join(sign)) ?? order).toBe(order);
      }),
    );
  });

  it('with a German month is read', () => {
    for (const text of ['3. März 2026', '3. Mrz 2026', '3 Maerz 26', '3. Mär. 2026']) {
      expect(readDate(text, 'DMY')).toEqual({ day: '2026-03-03' });
    }
  });

  it('is read by what its own numbers allow before the order of the column', () => {
    expect(readDate('8/31/2026', 'DMY')).toEqual({ day: '2026-08-31' });
    expect(readDate('31/8/2026', 'MDY')).toEqual({ day: '2026-08-31' });
    expect(readDate('8/4/2026', 'MDY')).toEqual({ day: '2026-08-04' });
  });

  it('that no calendar has says so, and why', () => {
    expect(readDate('31.09.2026', 'DMY')).toEqual({ impossible: 'September 2026 has 30 days' });
    expect(readDate('29.02.2026', 'DMY')).toEqual({ impossible: 'February 2026 has 28 days' });
    expect(readDate('2026-13-01', 'DMY')).toEqual({ impossible: 'no year has a month 13' });
  });

  it.each(['soon', 'Q3 2026', '08/2026', '4 Foo 2026', '12', '1.5'])('%s is none', (text) => {
    expect(readDate(text, 'DMY')).toEqual({ unreadable: true });
  });
});
