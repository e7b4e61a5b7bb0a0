import { dayAfter, instantAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { Commitment, nearFrom, nearUntil, timingOf } from './commitment.js';

const TODAY = '2026-11-23';
const promise = (dueOn: string, standing: Commitment | null = null, reason?: string, today = TODAY) =>
  Commitment.make({ id: 'c', painPointId: 'p', byId: 'it', today, dueOn, reason }, standing);

describe('a commitment', () => {
  it('is broken the day after its date, and open on it', () => {
    expect(promise('2026-11-30').stateOn('2026-11-30')).toBe('OPEN');
    expect(promise('2026-11-30').stateOn('2026-12-01')).toBe('BROKEN');
    const late = promise('2026-11-30');
    late.deliver('2026-12-01');
    late.confirm();
    expect(late.stateOn('2026-12-01')).toBe('BROKEN');
  });

  it('is kept when it was delivered in time and is then confirmed, however long the sponsors take', () => {
    const inTime = promise('2026-11-30');
    inTime.deliver('2026-11-30');
    expect(inTime.breakIfPast('2026-12-09')).toBe(false);
    expect(inTime.stateOn('2026-12-09')).toBe('OPEN');
    inTime.confirm();
    expect(inTime.stateOn('2027-01-01')).toBe('KEPT');
  });

  it('is open again when the card goes back before its date, and broken when it goes back after', () => {
    const back = promise('2026-11-30');
    back.deliver('2026-11-25');
    back.confirm();
    back.takeBack('2026-11-27');
    expect(back).toMatchObject({ state: 'OPEN', deliveredOn: null });
    const stillBleeding = promise('2026-11-30');
    stillBleeding.deliver('2026-11-30');
    stillBleeding.takeBack('2026-12-02');
    expect(stillBleeding.breakIfPast('2026-12-02')).toBe(true);
    const longKept = promise('2026-11-30');
    longKept.deliver('2026-11-30');
    longKept.confirm();
    longKept.takeBack('2026-12-20');
    expect(longKept.state).toBe('KEPT');
  });

  it('says why it was not kept once it is broken, and not before', () => {
    const broken = promise('2026-11-30');
    expect(() => broken.explain('The supplier was late.', '2026-11-30')).toThrow(/not kept/);
    expect(() => broken.explain('  ', '2026-12-01')).toThrow(/reason, which the sponsors read, is missing/);
    broken.explain(' The supplier was late. ', '2026-12-01');
    expect(broken.missedBecause).toBe('The supplier was late.');
    const kept = promise('2026-11-30');
    kept.deliver('2026-11-30');
    expect(() => kept.explain('None.', '2026-12-01')).toThrow(/not kept/);
  });

  it('is near two working days ahead and past the day after, until the card is done', () => {
    // A Monday is free: from Thursday, two working days are Friday and Tuesday.
    const holidays = new Set(['2026-11-30']);
    const tuesday = promise('2026-12-01');
    const on = (day: string) => timingOf(tuesday, day, holidays);
    expect(['2026-11-25', '2026-11-26', '2026-12-01', '2026-12-02'].map(on)).toEqual([null, 'NEAR', 'NEAR', 'PAST']);
    tuesday.deliver('2026-12-01');
    expect(on('2026-12-02')).toBeNull();
    expect(timingOf(null, TODAY, holidays)).toBeNull();
  });

  it('is near from a day on that says the same as until when dates are near', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((days) => dayAfter(TODAY, days));
    fc.assert(
      fc.property(day, day, fc.array(day, { maxLength: 8 }), (today, dueOn, free) => {
        fc.pre(dueOn >= today);
        const holidays = new Set(free);
        expect(nearFrom(dueOn, holidays) <= today).toBe(dueOn <= nearUntil(today, holidays));
      }),
    );
  });

  it('ends as kept or broken in one way only, whatever happens to the card on whichever day', () => {
    const act = fc.constantFrom('deliver', 'confirm', 'takeBack', 'night');
    fc.assert(
      fc.property(fc.array(fc.tuple(act, fc.nat(6)), { maxLength: 20 }), (acts) => {
        const dueOn = dayAfter(TODAY, 14);
        const one = promise(dueOn);
        let today = TODAY;
        let broken = false;
        for (const [what, days] of acts) {
          today = dayAfter(today, days);
          if (what === 'night') one.breakIfPast(today);
          else one[what](today);
          expect(broken && one.state !== 'BROKEN').toBe(false);
          broken = one.state === 'BROKEN';
          if (one.state === 'KEPT') expect((one.deliveredOn ?? '9') <= dueOn).toBe(true);
          if (broken) expect(today > dueOn).toBe(true);
        }
      }),
    );
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

  it('that was taken back was never promised: the one before it stands as it stood, broken or not', () => {
    const noted = '2026-11-23T09:00:00.000Z';
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 600_000 }),
        (broken, days, after) => {
          const first = promise(dayAfter(TODAY, -1), null, undefined, dayAfter(TODAY, -3));
          if (broken) first.breakIfPast(TODAY);
          const stood = { ...first };
          const slip = promise(dayAfter(TODAY, days), first, 'The supplier is late.');
          slip.withdraw(first, noted, instantAfter(noted, after));
          expect({ ...first }).toEqual(stood);
        },
      ),
    );
  });

  it('stays on the record once ten minutes have passed, it is delivered, or another has taken its place', () => {
    const noted = '2026-11-23T09:00:00.000Z';
    const soon = instantAfter(noted, 60_000);
    expect(() => promise('2026-11-30').withdraw(null, noted, instantAfter(noted, 600_001))).toThrow(/ten minutes/);
    const delivered = promise('2026-11-30');
    delivered.deliver(TODAY);
    expect(() => delivered.withdraw(null, noted, soon)).toThrow(/not yet delivered/);
    const moved = promise('2026-11-30');
    promise('2026-12-01', moved, 'The supplier is late.');
    expect(() => moved.withdraw(null, noted, soon)).toThrow(/that stands/);
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
