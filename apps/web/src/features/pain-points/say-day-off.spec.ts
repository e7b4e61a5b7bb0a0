import { sayDayOff } from './say-day-off.js';

describe('a date on which nobody works', () => {
  it('is named: a weekend, or a holiday by its name', () => {
    expect(sayDayOff('2026-11-28', [])).toMatch(/Saturday/);
    expect(sayDayOff('2026-12-25', [{ day: '2026-12-25', name: 'Christmas Day' }])).toMatch(/Christmas Day/);
    expect([sayDayOff('2026-11-27', []), sayDayOff('', []), sayDayOff('nonsense', [])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
