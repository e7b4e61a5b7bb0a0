import { dayAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { Commitment } from './commitment.js';

const TODAY = '2026-11-23';
const promise = (dueOn: string, standing: Commitment | null = null, reason?: string, today = TODAY) =>
  Commitment.make({ id: 'c', painPointId: 'p', byId: 'it', today, dueOn, reason }, standing);

describe('a commitment', () => {
  it('is kept on its day and broken the day after', () => {
    expect(promise('2026-11-30').stateOn('2026-11-30')).toBe('OPEN');
    expect(promise('2026-11-30').stateOn('2026-12-01')).toBe('BROKEN');
    const kept = promise('2026-11-30');
    kept.deliver('2026-11-30');
    expect(kept.stateOn('2027-01-01')).toBe('KEPT');
    const late = promise('2026-11-30');
    late.deliver('2026-12-01');
    expect(late.state).toBe('BROKEN');
  });

  it('moves only with a reason, and never forgets the first date', () => {
    const first = promise('2026-11-30');
    expect(() => promise('2026-12-07', first)).toThrow(/reason/);
    expect(first.state).toBe('OPEN');
    const second = promise('2026-12-07', first, 'The supplier is late.');
    expect(first.state).toBe('MOVED');
    expect(second).toMatchObject({ firstDueOn: '2026-11-30', dueOn: '2026-12-07', reason: 'The supplier is late.' });
  });

  it('stays broken on the record when a new date is promised after it', () => {
    const first = promise('2026-11-30');
    first.breakIfPast('2026-12-01');
    promise('2026-12-07', first, 'We were wrong.', '2026-12-01');
    expect(first.state).toBe('BROKEN');
  });

  it('refuses a date in the past and the date that stands', () => {
    expect(() => promise('2026-11-22')).toThrow(/future/);
    expect(() => promise('2026-11-30', promise('2026-11-30'), 'again')).toThrow(/already/);
  });

  it('keeps the first date however often it moves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 }), (offsets) => {
        let standing: Commitment | null = null;
        for (const offset of offsets) {
          const dueOn = dayAfter(TODAY, offset);
          if (standing?.dueOn !== dueOn) standing = promise(dueOn, standing, 'because');
        }
        expect(standing?.firstDueOn).toBe(dayAfter(TODAY, offsets[0] as number));
      }),
    );
  });
});
