import { byDay } from './by-day.js';

describe('notifications by day', () => {
  const now = new Date('2026-11-23T12:30:00');
  const days = (...at: string[]) =>
    byDay(
      at.map((one) => ({ at: new Date(one).toISOString() })),
      now,
    ).map(({ name, lines }) => [name, lines.length]);

  it('calls the last two days by the words one uses for them, however few hours lie between', () => {
    expect(days('2026-11-23T12:00:00', '2026-11-23T00:01:00', '2026-11-22T23:59:00', '2026-11-21T23:59:00')).toEqual([
      ['Today', 2],
      ['Yesterday', 1],
      [expect.stringMatching(/Saturday.*21/), 1],
    ]);
  });

  it('names the year only of another year', () => {
    const [[thisYear], [other]] = days('2026-01-02T10:00:00', '2025-12-31T10:00:00') as [[string], [string]];
    expect(thisYear).not.toContain('2026');
    expect(other).toContain('2025');
  });
});
