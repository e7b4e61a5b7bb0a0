import { Win } from './win.js';

const NOW = '2026-11-23T10:00:00.000Z';
const LATER = '2026-11-24T10:00:00.000Z';

describe('a win', () => {
  const record = (details: object = {}) =>
    Win.record({
      id: 'w',
      recordedById: 'it',
      now: NOW,
      today: '2026-11-23',
      details: { headline: 'The lamp burns', achievedOn: '2026-11-23', ...details },
    });

  it('has happened: today or earlier', () => {
    expect(record({ achievedOn: '2020-01-01' }).achievedOn).toBe('2020-01-01');
    expect(() => record({ achievedOn: '2026-11-24' })).toThrow(/has happened already/);
  });

  it('is told once', () => {
    const win = record();
    expect(win.published).toBe(false);
    win.publish(LATER);
    expect(win.publishedAt).toBe(LATER);
    expect(() => win.publish(LATER)).toThrow(/published before/);
  });

  it('needs a headline, and figures that are figures', () => {
    expect(() => record({ headline: ' ' })).toThrow(/headline of the win is missing/);
    expect(() => record({ before: Number.NaN })).toThrow(/value before must be a number/);
    expect(() => record({ savedPerWeek: -1 })).toThrow(/gives back a week must be a number/);
    expect(record({ measure: ' ', unit: '' })).toMatchObject({ measure: null, unit: null });
  });
});
