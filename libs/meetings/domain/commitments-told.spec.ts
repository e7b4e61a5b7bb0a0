import { type Day, dayAfter } from '@stanch/kernel';
import { Commitment } from '@stanch/sponsorship';
import fc from 'fast-check';
import { fellDue, promisesTold, type ToldPromise } from './commitments-told.js';

const timeZone = 'UTC';
const tenOClock = (day: Day) => `${day}T10:00:00.000Z`;

/** One pain point, its promises, and the meetings that tell of them. */
class Story {
  readonly commitments: Commitment[] = [];
  readonly told: ToldPromise[] = [];
  private today = '2026-09-07';
  private hour = 10;
  private last = tenOClock(dayAfter('2026-09-07', -1));
  private moves: { commitmentId: string; fromDueOn: Day }[] = [];
  private brokenNow = new Set<string>();
  private readonly yeses: string[] = [];
  private checked = false;
  private checkedBefore = false;

  private get now(): string {
    return `${this.today}T${String(this.hour).padStart(2, '0')}:00:00.000Z`;
  }

  private get standing(): Commitment | null {
    return this.commitments.at(-1) ?? null;
  }

  do(act: string, days: number): void {
    this.hour = Math.min(this.hour + 1, 23);
    const dueOn = dayAfter(this.today, days);
    const standing = this.standing;
    const make = { id: `c${this.commitments.length}`, painPointId: 'p', byId: 'it', today: this.today, dueOn };
    if (act === 'sleep') this.sleep(days);
    else if (act === 'promise' && !standing) this.commitments.push(Commitment.make(make, null));
    else if (act === 'move' && standing && standing.state !== 'KEPT' && standing.dueOn !== dueOn && !this.checked) {
      const fromDueOn = standing.dueOn;
      this.commitments.push(Commitment.make({ ...make, reason: 'Later' }, standing));
      this.moves.push({ commitmentId: make.id, fromDueOn });
    } else if (act === 'deliver' && !this.checked) {
      this.checked = true;
      standing?.deliver(this.today);
    } else if (act === 'explain' && standing?.stateOn(this.today) === 'BROKEN') {
      standing.explain('The wrong part came', this.today);
    } else if (act === 'confirm' && this.checked) {
      this.yeses.push(this.now);
      standing?.confirm();
    } else if (act === 'take back' && this.checked) {
      this.checked = false;
      standing?.takeBack(this.today);
      this.breakPast();
    } else if (act === 'meet') this.meet();
  }

  meet(): void {
    const facts = {
      commitments: this.commitments,
      moves: this.moves,
      brokenNow: this.brokenNow,
      checkedBefore: this.checkedBefore,
      yeses: this.yeses,
    };
    const time = { from: this.last, to: this.now, today: this.today, timeZone, nextOn: dayAfter(this.today, 7) };
    this.told.push(...promisesTold(facts, time));
    [this.last, this.moves, this.brokenNow, this.checkedBefore] = [this.now, [], new Set(), this.checked];
  }

  sleep(days: number): void {
    for (let night = 0; night < days; night += 1) {
      this.today = dayAfter(this.today, 1);
      this.hour = 0;
      this.breakPast();
    }
    if (days > 0) this.hour = 10;
  }

  private breakPast(): void {
    for (const one of this.commitments) if (one.breakIfPast(this.today)) this.brokenNow.add(one.id);
  }
}

describe('what a meeting tells of promises', () => {
  const told = (...acts: (readonly [string, number?])[]) => {
    const story = new Story();
    for (const [act, days] of acts) story.do(act, days ?? 0);
    story.meet();
    return story.told.map(({ outcome, dueOn, newDueOn, moves, reason }) => [outcome, dueOn, newDueOn, moves, reason]);
  };

  it('is the first and the last date of one that was moved twice, and nothing of there and back', () => {
    expect(told(['promise', 20], ['move', 25], ['move', 30])).toEqual([
      ['MOVED', '2026-09-27', '2026-10-07', 2, 'Later'],
    ]);
    expect(told(['promise', 20], ['move', 25], ['move', 20])).toEqual([]);
  });

  it('is one broken promise where it broke and got another date', () => {
    expect(told(['promise', 2], ['sleep', 4], ['move', 20])).toEqual([
      ['BROKEN', '2026-09-09', '2026-10-01', 1, 'Later'],
    ]);
    expect(told(['promise', 2], ['sleep', 4])).toEqual([['BROKEN', '2026-09-09', null, 0, null]]);
  });

  it('says why it broke in the words that its sponsors read, also once another date was promised', () => {
    const miss: [string, number?][] = [['promise', 2], ['sleep', 4], ['explain']];
    expect(told(...miss)).toEqual([['BROKEN', '2026-09-09', null, 0, 'The wrong part came']]);
    expect(told(...miss, ['move', 20])).toEqual([['BROKEN', '2026-09-09', '2026-10-01', 1, 'The wrong part came']]);
  });

  it('is awaited while its sponsors have the word, and broken when they say no after its date', () => {
    expect(told(['promise', 2], ['deliver'], ['meet'], ['sleep', 4], ['take back'])).toEqual([
      ['AWAITED', '2026-09-09', null, 0, null],
      ['BROKEN', '2026-09-09', null, 0, null],
    ]);
  });

  it('counts each promise once as fallen due: one that moved ahead of its day not yet, one that was missed not again', () => {
    const due = (...acts: (readonly [string, number?])[]) => {
      const story = new Story();
      for (const [act, days] of acts) story.do(act, days ?? 0);
      const before = story.told.length;
      story.meet();
      const of = (outcome: string) => story.told.slice(before).filter((one) => one.outcome === outcome) as never[];
      const today = dayAfter(
        '2026-09-07',
        acts.reduce((sum, [act, days]) => sum + (act === 'sleep' ? (days ?? 0) : 0), 0),
      );
      return fellDue({ kept: of('KEPT'), broken: of('BROKEN'), moved: of('MOVED') }, today);
    };
    expect(due(['promise', 9], ['move', 20])).toBe(0);
    expect(due(['promise', 0], ['move', 20])).toBe(1);
    expect(due(['promise', 2], ['sleep', 4])).toBe(1);
    expect(due(['promise', 2], ['sleep', 4], ['meet'], ['move', 9])).toBe(0);
    expect(due(['promise', 2], ['deliver'], ['confirm'])).toBe(1);
  });

  it('tells each that was broken or kept in one meeting, and in no other', () => {
    const names = fc.constantFrom('promise', 'move', 'deliver', 'confirm', 'take back', 'sleep', 'sleep', 'meet');
    const acts = fc.array(fc.tuple(names, fc.integer({ min: 0, max: 9 })), { maxLength: 60 });
    fc.assert(
      fc.property(acts, (given) => {
        const story = new Story();
        for (const [act, days] of given) story.do(act, days);
        story.sleep(20);
        story.meet();
        const count = (id: string, outcome: string) =>
          story.told.filter((one) => one.outcome === outcome && one.commitment.id === id).length;
        for (const { id, state } of story.commitments) {
          expect(count(id, 'BROKEN')).toBe(state === 'BROKEN' ? 1 : 0);
          if (state === 'KEPT') expect(count(id, 'KEPT')).toBe(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});
