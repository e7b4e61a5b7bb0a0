import { staysOf } from './stays.js';

const moved = (day: number, from: string, to: string) => ({
  kind: 'MOVED' as const,
  from,
  to,
  at: `2026-11-${String(day).padStart(2, '0')}T12:00:00Z`,
});
const now = new Date('2026-11-20T12:00:00Z');
const pain = { raisedAt: '2026-11-01T12:00:00Z', closed: null, stage: { name: 'Treating' } };

describe('how long a pain point stood where', () => {
  it('counts from raised to now while it never moved', () => {
    expect([...staysOf({ ...pain, stage: { name: 'Bleeding' }, history: [] }, now)]).toEqual([['Bleeding', 19]]);
  });

  it('adds up a stage that it came back to, and ignores a new place within a stage', () => {
    const history = [
      moved(3, 'Bleeding', 'Treating'),
      moved(4, 'Treating', 'Treating'),
      moved(8, 'Treating', 'Fixed'),
      moved(10, 'Fixed', 'Treating'),
    ];
    expect([...staysOf({ ...pain, history }, now)]).toEqual([
      ['Bleeding', 2],
      ['Treating', 15],
      ['Fixed', 2],
    ]);
  });

  it('stops when it left the board', () => {
    const closed = { as: 'PARKED', at: '2026-11-05T12:00:00Z', reason: '', by: null } as never;
    expect(staysOf({ ...pain, closed, history: [] }, now).get('Treating')).toBe(4);
  });
});
