import { type Day, dayAfter, instantAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { netPromise, overNotice, tellsOfSlip } from './net-promise.js';
import type { Notice, NoticedCard } from './notice.js';

const NOON = '2026-11-23T12:00:00.000Z';
const SLIP = 600_000;
const card: NoticedCard = { id: 'c', key: 'P-1', title: 'Pain', category: 'TREATING', confirmed: false };
const dayOf = (at: number) => dayAfter('2026-12-01', at);

function notice(kind: Notice['kind'], dueOn: Day, more: Partial<Notice['date']> = {}, at = NOON): Notice {
  const date = { dueOn, fromDueOn: null, firstDueOn: null, reason: null, ...more };
  return { kind, part: 'raiser', at, by: 'Ivo', card, date };
}

const made = (dueOn: Day) => notice('commitmentMade', dueOn);
const moved = (fromDueOn: Day, dueOn: Day, firstDueOn = fromDueOn) =>
  notice('commitmentMoved', dueOn, { fromDueOn, firstDueOn });
const slip = (dueOn: Day) => notice('commitmentWithdrawn', dueOn);
const net = (waiting: Notice, next: Notice) => netPromise(waiting, next, instantAfter(next.at, -SLIP));

/** What comes of a letter when a promise is taken back. */
const without = (waiting: Notice | null, dueOn: Day) =>
  waiting !== null && tellsOfSlip(waiting, slip(dueOn)) ? (waiting.insteadOf ?? null) : waiting;

describe('a date that is promised anew before anybody heard of the last one', () => {
  it('is moved from the first date, when nobody had heard of any', () => {
    const last = net(net(made(dayOf(1)), moved(dayOf(1), dayOf(2))), moved(dayOf(2), dayOf(3), dayOf(1)));
    expect(last).toMatchObject({ kind: 'commitmentMoved', date: { dueOn: dayOf(3), fromDueOn: dayOf(1) } });
  });

  it('is moved from the date that its reader knows', () => {
    const last = net(moved(dayOf(1), dayOf(2)), moved(dayOf(2), dayOf(3), dayOf(1)));
    expect(last.date).toMatchObject({ dueOn: dayOf(3), fromDueOn: dayOf(1), firstDueOn: dayOf(1) });
  });

  it('is said to be moved when it is back where it was, since both words are on the record', () => {
    const last = net(moved(dayOf(1), dayOf(2)), moved(dayOf(2), dayOf(1)));
    expect(last.date).toMatchObject({ dueOn: dayOf(1), fromDueOn: dayOf(2) });
  });

  it('says what is promised, and nothing once all of it was taken back, whichever way it went', () => {
    const acts = fc.array(fc.option(fc.integer({ min: 0, max: 30 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.option(fc.integer({ min: 0, max: 30 }).map(dayOf)), acts, (known, all) => {
        const record = known === null ? [] : [known];
        const start = record.length;
        let waiting: Notice | null = null;
        for (const act of all) {
          const [first, standing] = [record[0], record.at(-1)];
          if (act === null) {
            // What its reader heard of is no slip any more.
            if (record.length > start) waiting = without(waiting, record.pop() as Day);
          } else if (dayOf(act) !== standing) {
            const next: Notice = standing === undefined ? made(dayOf(act)) : moved(standing, dayOf(act), first);
            waiting = waiting === null ? next : net(waiting, next);
            record.push(dayOf(act));
          }
        }
        if (record.length === start) return expect(waiting).toBeNull();
        const { dueOn, fromDueOn, firstDueOn } = waiting?.date ?? {};
        expect(dueOn).toBe(record.at(-1));
        expect(fromDueOn).not.toBe(dueOn);
        if (waiting?.kind === 'commitmentMade') return expect([known, record.length]).toEqual([null, 1]);
        expect(firstDueOn).toBe(record[0]);
        if (record[0] !== dueOn && !record.slice(1, -1).includes(record[0] as Day)) expect(fromDueOn).toBe(record[0]);
      }),
    );
  });

  it('keeps what it takes the place of for as long as that can come back, and no more', () => {
    const old = overNotice(made(dayOf(1)), moved(dayOf(1), dayOf(2)), NOON);
    const late = { ...moved(dayOf(2), dayOf(3)), at: instantAfter(NOON, SLIP + 1) };
    expect(net(old, late).insteadOf).toMatchObject({ date: { dueOn: dayOf(2) } });
    expect(net(old, late).insteadOf?.insteadOf).toBeUndefined();
  });
});

describe('what tells of a slip', () => {
  it('is that date of that card, by itself or in a line of a longer mail', () => {
    const list = (line: object, topic = 'promised') =>
      ({ ...made(dayOf(9)), kind: 'digest', digest: { sections: [{ topic, lines: [line] }] } }) as Notice;
    const told = (some: Notice) => tellsOfSlip(some, slip(dayOf(1)));
    expect([made(dayOf(1)), list({ notice: made(dayOf(1)) }), list({ key: 'P-1', dueOn: dayOf(1) })].map(told)).toEqual(
      [true, true, true],
    );
    const other = { ...made(dayOf(1)), card: { ...card, id: 'other' } };
    const none = [made(dayOf(2)), other, slip(dayOf(1)), list({ key: 'P-2', dueOn: dayOf(1) }), list({ key: 'P-1' })];
    const toDo = list({ key: 'P-1', text: 'Call them', dueOn: dayOf(1) }, 'toDo');
    expect([...none, toDo].map(told)).toEqual([...none, toDo].map(() => false));
  });
});
