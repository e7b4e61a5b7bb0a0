import fc from 'fast-check';
import { decimalSignOf, readHours, readNumber, saysNothing } from './numbers.js';

const LOCALES = ['en-US', 'de-DE', 'de-CH', 'fr-FR', 'de-AT', 'sv-SE', 'pl-PL'];

describe('a number', () => {
  it('reads back in every form in which people write it, with or without currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.constantFrom(...LOCALES),
        fc.constantFrom('', '€', 'EUR', 'CHF', '$'),
        fc.boolean(),
        (cents, locale, currency, before) => {
          const text = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(cents / 100);
          const written = before ? `${currency} ${text}` : `${text} ${currency}`;
          const sign = decimalSignOf(text);
          expect(sign).not.toBeNull();
          expect(readNumber(written, sign ?? '.')).toBeCloseTo(cents / 100, 6);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('of three digits behind a single sign is what its column says', () => {
    expect(decimalSignOf('1.850')).toBeNull();
    expect(readNumber('1.850', ',')).toBe(1850);
    expect(readNumber('1.850', '.')).toBe(1.85);
    expect(readNumber('0.125', ',')).toBe(0.125);
  });

  it.each([
    ['1.850,00', 1850],
    ["1'850.–", 1850],
    ['ca. 40', 40],
    ['~ 12 people', 12],
    ['2 h/week', 2],
    ['300 € pro Woche', 300],
    ['-5', -5],
  ])('%s is %d', (text, number) => {
    expect(readNumber(text, ',')).toBe(number);
  });

  it.each(['many', '10-20', '1.2.3,4', '12,34,5', '3 Monate', ''])('%p is none', (text) => {
    expect(readNumber(text, ',')).toBeNull();
  });

  it('of hours may be written as a clock shows it', () => {
    expect(readHours('1:30', '.')).toBe(1.5);
    expect(readHours('0,75', ',')).toBe(0.75);
  });

  it.each(['', '-', '–', 'n/a', 'k.A.', '?', 'unbekannt'])('%p says that there is none', (text) => {
    expect(saysNothing(text)).toBe(true);
  });
});
