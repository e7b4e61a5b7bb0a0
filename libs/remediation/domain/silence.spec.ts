import fc from 'fast-check';
import type { Change } from './change.js';
import {
  afterReopening,
  afterWord,
  heardWhenBroughtIn,
  heardWhenRaised,
  isWord,
  Patience,
  withoutWord,
} from './silence.js';

const BERLIN = 'Europe/Berlin';
const patience = (...holidays: string[]) => new Patience(BERLIN, new Set(holidays));
/** Nine in the morning of a day in Berlin, in winter. */
const on = (day: string) => `${day}T08:00:00.000Z`;
/** Midnight there. */
const midnight = (dayBefore: string) => `${dayBefore}T23:00:00.000Z`;

const WEDNESDAY = '2026-11-18';

describe('a silence', () => {
  it('begins when three working days have passed whole without an answer', () => {
    const waiting = patience().silenceOf(heardWhenRaised(on(WEDNESDAY)));
    // Thursday, Friday and Monday are the three.
    expect(waiting).toEqual({ why: 'UNANSWERED', since: on(WEDNESDAY), from: midnight('2026-11-23') });
    expect(patience('2026-11-20').silenceOf(heardWhenRaised(on(WEDNESDAY))).from).toBe(midnight('2026-11-24'));
    const onSaturday = patience().silenceOf(heardWhenRaised(on('2026-11-21')));
    expect(onSaturday.from).toBe(midnight('2026-11-25'));
  });

  it('begins on a working day when fourteen days have passed without a word', () => {
    const heard = afterWord(heardWhenRaised(on('2026-11-10')), on(WEDNESDAY));
    expect(patience().silenceOf(heard)).toEqual({
      why: 'NO_WORD',
      since: on(WEDNESDAY),
      from: midnight('2026-12-02'),
    });
    const onFriday = afterWord(heard, on('2026-11-20'));
    expect(patience().silenceOf(onFriday).from).toBe(midnight('2026-12-06'));
    expect(patience('2026-12-07').silenceOf(onFriday).from).toBe(midnight('2026-12-07'));
  });

  it('counts the days of the workspace, wherever midnight is', () => {
    const late = new Patience('Pacific/Auckland', new Set());
    // It is Thursday there already.
    expect(late.silenceOf(heardWhenRaised(`${WEDNESDAY}T12:00:00.000Z`)).from).toBe('2026-11-24T11:00:00.000Z');
  });

  it('ends with a word, and is owed an answer anew when it bleeds again', () => {
    const raised = heardWhenRaised(on('2026-11-02'));
    const answered = afterWord(raised, on('2026-11-12'));
    expect(answered).toMatchObject({ awaitedSince: null, answeredAt: on('2026-11-12'), lastWordAt: on('2026-11-12') });
    expect(afterWord(answered, on('2026-11-16'))).toMatchObject({ answeredAt: on('2026-11-12') });
    const again = afterReopening(answered, on(WEDNESDAY));
    expect(patience().silenceOf(again)).toMatchObject({ why: 'UNANSWERED', from: midnight('2026-11-23') });
  });

  it('of what an import brings begins after fourteen days at the earliest, however old the pain is', () => {
    expect(patience().silenceOf(heardWhenBroughtIn(on(WEDNESDAY)))).toMatchObject({
      why: 'NO_WORD',
      from: midnight('2026-12-02'),
    });
  });

  it('is the same for one and for many, whatever the day, the holidays and the time zone', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((days) => new Date(Date.UTC(2026, 9, 1) + days * 86_400_000));
    const instants = fc
      .tuple(days, fc.integer({ min: 0, max: 86_399 }))
      .map(([day, seconds]) => new Date(day.getTime() + seconds * 1_000).toISOString());
    const holidays = fc.array(
      days.map((day) => day.toISOString().slice(0, 10)),
      { maxLength: 12 },
    );
    const zones = fc.constantFrom(BERLIN, 'UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati');
    fc.assert(
      fc.property(
        instants,
        instants,
        fc.option(instants),
        holidays,
        zones,
        (now, lastWordAt, awaitedSince, free, zone) => {
          const own = new Patience(zone, new Set(free));
          const before = own.silentBefore(now);
          const silent =
            lastWordAt < before.lastWordAt || (awaitedSince !== null && awaitedSince < before.awaitedSince);
          expect(silent).toBe(own.silenceOf({ awaitedSince, lastWordAt }).from <= now);
        },
      ),
    );
  });
});

describe('a word to the sponsors', () => {
  const line = (change: Partial<Change>): Change =>
    Object.assign({ kind: 'COMMENT', visibility: 'SHARED', actorId: 'it', undoes: null } as Change, change);

  it('is what somebody does or says where they can see it', () => {
    for (const kind of [
      'MOVED',
      'CLOSED',
      'REOPENED',
      'MERGED',
      'COMMENT',
      'COMMITMENT',
      'TASK',
      'WIN',
      'WORKAROUND',
    ] as const) {
      expect(isWord(line({ kind }))).toBe(true);
    }
  });

  it('is nothing internal, nothing that Stanch did, no edit and no me-too', () => {
    expect(isWord(line({ visibility: 'INTERNAL' }))).toBe(false);
    expect(isWord(line({ kind: 'COMMITMENT', actorId: null }))).toBe(false);
    for (const kind of ['EDITED', 'JOINED', 'RAISED', 'CONFIRMED'] as const) expect(isWord(line({ kind }))).toBe(false);
  });

  it('is no move or promise that was taken back, and no move that follows from what a sponsor said', () => {
    for (const kind of ['MOVED', 'COMMITMENT'] as const) expect(isWord(line({ kind, undoes: 'change' }))).toBe(false);
    expect(isWord(line({ kind: 'MOVED' }), true)).toBe(false);
  });
});

describe('of a silence', () => {
  const silent = heardWhenRaised(on(WEDNESDAY));
  const own = patience();

  it('the owner is told first, and when it lasts two more working days the leads, each once', () => {
    expect(own.whomToTell(silent, true, on('2026-11-23'))).toBeNull();
    expect(own.whomToTell(silent, true, on('2026-11-24'))).toBe('OWNER');
    const ownerKnows = own.told(silent, 'OWNER', on('2026-11-24'));
    expect(own.whomToTell(ownerKnows, true, on('2026-11-25'))).toBeNull();
    expect(own.whomToTell(ownerKnows, true, on('2026-11-26'))).toBe('LEADS');
    const allKnow = own.told(ownerKnows, 'LEADS', on('2026-11-26'));
    expect(own.whomToTell(allKnow, true, on('2027-03-01'))).toBeNull();
    expect(own.whomToTell(afterWord(allKnow, on('2026-12-01')), true, on('2026-12-16'))).toBe('OWNER');
  });

  it('the leads are told at once where nobody owns it', () => {
    expect(own.whomToTell(silent, false, on('2026-11-24'))).toBe('LEADS');
    expect(own.whomToTell(own.told(silent, 'LEADS', on('2026-11-24')), false, on('2026-11-30'))).toBeNull();
  });

  it('nothing is over by a word that was a slip, unless another was said since', () => {
    const known = own.told(silent, 'OWNER', on('2026-11-24'));
    const slip = afterWord(known, on('2026-11-25'));
    expect(withoutWord(slip, known, on('2026-11-25'))).toEqual(known);
    const word = afterWord(slip, on('2026-11-26'));
    expect(withoutWord(word, known, on('2026-11-25'))).toEqual(word);
  });

  it('nobody is told on a day on which nobody works', () => {
    expect(own.whomToTell(silent, true, on('2026-11-28'))).toBeNull();
    expect(patience('2026-11-24').whomToTell(silent, true, on('2026-11-24'))).toBeNull();
  });
});
