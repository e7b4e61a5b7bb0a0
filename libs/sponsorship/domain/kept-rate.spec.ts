import { dayAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { Commitment } from './commitment.js';
import { closing, type ClosedWeeks, keptRate, NOTHING_CLOSED, promisesOf, trailingFrom } from './kept-rate.js';

const TODAY = '2026-11-25';
let ids = 0;
const promise = (
  madeOn: string,
  dueOn: string,
  standing: Commitment | null = null,
  reason = 'The supplier is late',
) => {
  ids += 1;
  return Commitment.make(
    { id: `c${ids}`, painPointId: 'p', byId: 'it', today: madeOn, dueOn, reason: standing ? reason : null },
    standing,
  );
};
const keep = (commitment: Commitment, on: string) => {
  commitment.deliver(on);
  commitment.confirm();
  return commitment;
};
const outcomes = (...commitments: Commitment[]) =>
  promisesOf(commitments, TODAY).map(({ firstDueOn, outcome, reason }) => [firstDueOn, outcome, reason]);

describe('the kept-rate', () => {
  it('counts what was delivered by its date and confirmed as kept, and what passed as missed', () => {
    expect(outcomes(keep(promise('2026-11-02', '2026-11-20'), '2026-11-20'))).toEqual([['2026-11-20', 'KEPT', null]]);
    expect(outcomes(promise('2026-11-02', '2026-11-20'))).toEqual([['2026-11-20', 'MISSED', null]]);
  });

  it('counts one that was moved once, as missed in the week of its first date, also when it was kept then', () => {
    const first = promise('2026-11-02', '2026-11-18');
    const second = promise('2026-11-10', '2026-11-23', first);
    const third = keep(promise('2026-11-20', '2026-11-24', second, 'Two are ill'), '2026-11-24');
    expect(outcomes(first, second, third)).toEqual([['2026-11-18', 'MISSED', 'Two are ill']]);
    const ahead = promise('2026-11-20', '2026-12-01');
    expect(outcomes(ahead, promise('2026-11-21', '2026-12-08', ahead))).toEqual([
      ['2026-12-01', 'AHEAD', 'The supplier is late'],
    ]);
  });

  it('keeps one that was brought forward and kept, and one that broke and was promised anew is missed once', () => {
    const first = promise('2026-11-02', '2026-11-24');
    expect(outcomes(first, keep(promise('2026-11-03', '2026-11-12', first), '2026-11-12'))).toEqual([
      ['2026-11-24', 'KEPT', null],
    ]);
    const broken = promise('2026-11-02', '2026-11-10');
    broken.breakIfPast('2026-11-12');
    expect(outcomes(broken, promise('2026-11-12', '2026-11-30', broken))).toEqual([
      ['2026-11-10', 'MISSED', 'The supplier is late'],
    ]);
  });

  it('counts neither what its sponsors have the word on, nor what is still to come', () => {
    const awaited = promise('2026-11-02', '2026-11-20');
    awaited.deliver('2026-11-19');
    expect(outcomes(awaited)).toEqual([['2026-11-20', 'AWAITED', null]]);
    expect(keptRate(promisesOf([awaited, promise('2026-11-02', '2026-11-30')], TODAY), '2026-01-01', TODAY)).toEqual({
      kept: 0,
      due: 0,
    });
  });

  it('looks back twelve weeks from Monday to today', () => {
    expect(trailingFrom(TODAY)).toBe('2026-09-07');
    const kept = (dueOn: string) => keep(promise('2026-08-01', dueOn), dueOn);
    const promises = ['2026-09-06', '2026-09-07', '2026-11-25', '2026-11-26'].flatMap((day) =>
      promisesOf([kept(day)], TODAY),
    );
    expect(keptRate(promises, trailingFrom(TODAY), TODAY)).toEqual({ kept: 2, due: 2 });
  });

  it('never counts more kept than due, nor a promise twice, and the weeks add up to the whole', () => {
    const days = fc.integer({ min: 0, max: 80 }).map((days) => dayAfter('2026-09-07', days));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.boolean(), fc.boolean()), { maxLength: 20 }), (given) => {
        const commitments = given.map(([dueOn, kept, moved], index) => {
          const one = Commitment.make(
            { id: `${index}`, painPointId: `p${index}`, byId: 'it', today: '2026-09-01', dueOn },
            null,
          );
          return kept ? [keep(one, dueOn)] : moved ? [one, promise('2026-09-01', dayAfter(dueOn, 7), one)] : [one];
        });
        const promises = commitments.flatMap((chain) =>
          promisesOf(
            chain.map((one) => Object.assign(one, { painPointId: chain[0]?.painPointId })),
            TODAY,
          ),
        );
        const whole = keptRate(promises, '2026-09-07', TODAY);
        expect(promises).toHaveLength(given.length);
        expect(whole.kept).toBeLessThanOrEqual(whole.due);
        expect(whole.due).toBeLessThanOrEqual(given.length);
        const weeks = Array.from({ length: 12 }, (_, week) => {
          const monday = dayAfter('2026-09-07', week * 7);
          const sunday = dayAfter(monday, 6);
          return keptRate(promises, monday, sunday < TODAY ? sunday : TODAY);
        });
        expect(weeks.reduce((sum, { due }) => sum + due, 0)).toBe(whole.due);
      }),
    );
  });

  it('counts what had fallen due when the meeting closed the week, whatever becomes of it later', () => {
    const [awaited, missed, moved] = ['a', 'b', 'c'].map((painPointId, index) =>
      Commitment.make({ id: `w${index}`, painPointId, byId: 'it', today: '2026-11-02', dueOn: '2026-11-17' }, null),
    ) as [Commitment, Commitment, Commitment];
    awaited.deliver('2026-11-17');
    const all = [awaited, missed, moved];
    const first = closing(promisesOf(all, '2026-11-18'), NOTHING_CLOSED, '2026-11-18');
    expect(first).toEqual([
      { commitmentId: 'w1', countedOn: '2026-11-17', kept: false },
      { commitmentId: 'w2', countedOn: '2026-11-17', kept: false },
    ]);
    const closed = { through: '2026-11-18', counted: first };
    const weekOf = (day: string) => {
      const promises = promisesOf(all, '2026-11-25', closed);
      return keptRate(promises, day, dayAfter(day, 6));
    };
    moved.state = 'MOVED';
    expect(weekOf('2026-11-12')).toEqual({ kept: 0, due: 2 });
    awaited.confirm();
    expect(weekOf('2026-11-12')).toEqual({ kept: 0, due: 2 });
    expect(weekOf('2026-11-19')).toEqual({ kept: 1, due: 1 });
    expect(closing(promisesOf(all, '2026-11-25', closed), closed, '2026-11-25')).toEqual([
      { commitmentId: 'w0', countedOn: '2026-11-19', kept: true },
    ]);
  });

  it('never changes how many fell due in days that are closed', () => {
    const acts = fc.constantFrom('promise', 'deliver', 'confirm', 'take back', 'move', 'give up', 'close', 'sleep');
    const steps = fc.array(fc.record({ act: acts, which: fc.nat(9), days: fc.integer({ min: 0, max: 9 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(steps, (given) => {
        const commitments: Commitment[] = [];
        let today = '2026-09-07';
        let closed: ClosedWeeks = NOTHING_CLOSED;
        const seen: { to: string; due: number }[] = [];
        const dueUntil = (to: string) => keptRate(promisesOf(commitments, today, closed), '2026-09-07', to).due;
        for (const [index, { act, which, days }] of given.entries()) {
          const standing = commitments.filter(({ painPointId }) => painPointId === `p${which}`).at(-1) ?? null;
          const make = { id: `${index}`, painPointId: `p${which}`, byId: 'it', today, dueOn: dayAfter(today, days) };
          if (act === 'sleep') today = dayAfter(today, days);
          else if (act === 'promise' && !standing) commitments.push(Commitment.make(make, null));
          else if (act === 'deliver') standing?.deliver(today);
          else if (act === 'confirm') standing?.confirm();
          else if (act === 'take back') standing?.takeBack(today);
          else if (act === 'give up') standing?.giveWay();
          else if (act === 'move' && standing?.state === 'OPEN' && standing.dueOn !== make.dueOn) {
            commitments.push(Commitment.make({ ...make, reason: 'Later' }, standing));
          } else if (act === 'close') {
            const counted = closing(promisesOf(commitments, today, closed), closed, today);
            closed = { through: today, counted: [...closed.counted, ...counted] };
            seen.push({ to: today, due: dueUntil(today) });
          }
          for (const { to, due } of seen) expect(dueUntil(to)).toBe(due);
        }
      }),
      { numRuns: 300 },
    );
  });
});
