import { dayAfter, instantAfter, weekdayOf } from '@stanch/kernel';
import fc from 'fast-check';
import { Agenda, type AgendaStep, AgendaStepKind, DEFAULT_STEPS } from './agenda.js';
import { Decision } from './decision.js';
import { Meeting, MeetingState, type Position } from './meeting.js';
import { nextMeetingDay } from './next-meeting.js';
import { sliceForAll, sliceOf } from './slice.js';
import { LONGEST_STAY, type Shown, timeSpent } from './time-spent.js';

const NOW = '2026-11-18T09:00:00.000Z';
const kinds = fc.constantFrom(...Object.values(AgendaStepKind));
const at = (step: AgendaStepKind, page = 0): Position => ({ step, page, painPointId: null, winId: null });
const begin = (steps: readonly AgendaStep[] = DEFAULT_STEPS) => {
  const agenda = Agenda.of('board');
  agenda.arrange(steps);
  const start = { id: 'm', boardId: 'board', byId: 'ivo', now: NOW, steps: agenda.planned, since: null };
  return Meeting.start(start);
};
const refusal = (act: () => unknown) => {
  try {
    act();
  } catch (reason) {
    return (reason as { details: { field?: string } }).details.field;
  }
  return undefined;
};

describe('the agenda of a board', () => {
  it('takes half an hour when nobody has said otherwise', () => {
    const { planned } = Agenda.of('board');
    expect(planned.map(({ kind }) => kind)).toEqual(Object.values(AgendaStepKind));
    expect(planned.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
  });

  it('takes every order of its steps, and plans those that are on', () => {
    const orders = fc.shuffledSubarray([...DEFAULT_STEPS], { minLength: DEFAULT_STEPS.length });
    fc.assert(
      fc.property(orders, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (order, on) => {
        fc.pre(on.some(Boolean));
        const steps = order.map((step, index) => ({ ...step, on: on[index] ?? true }));
        const agenda = Agenda.of('board');
        agenda.arrange(steps);
        expect(agenda.steps).toEqual(steps);
        expect(agenda.planned.map(({ kind }) => kind)).toEqual(steps.filter((one) => one.on).map(({ kind }) => kind));
      }),
    );
  });

  it.each([
    ['a step missing', DEFAULT_STEPS.slice(1)],
    ['a step twice', [...DEFAULT_STEPS.slice(1), DEFAULT_STEPS[1] as AgendaStep]],
    ['none on', DEFAULT_STEPS.map((step) => ({ ...step, on: false }))],
    ['no time', DEFAULT_STEPS.map((step) => ({ ...step, minutes: 0 }))],
    ['half minutes', DEFAULT_STEPS.map((step) => ({ ...step, minutes: 2.5 }))],
    ['more than two hours', DEFAULT_STEPS.map((step) => ({ ...step, minutes: 121 }))],
  ])('refuses %s', (_what, steps) => {
    expect(refusal(() => Agenda.of('board').arrange(steps))).toBe('steps');
  });
});

describe('a meeting', () => {
  it('begins at its first step and looks back to the last one, the first of all a week', () => {
    const meeting = begin();
    expect(meeting.position).toEqual(at('SINCE_LAST'));
    expect(meeting.from).toBe('2026-11-11T09:00:00.000Z');
    expect(Object.assign(meeting, { since: '2026-11-16T10:00:00.000Z' }).from).toBe('2026-11-16T10:00:00.000Z');
  });

  it('counts each change of place once, and stands where it was put last', () => {
    const places = fc.record({ step: kinds, page: fc.nat(3), by: fc.constantFrom('ivo', 'lea') });
    fc.assert(
      fc.property(fc.array(places), (moves) => {
        const meeting = begin();
        let changes = 0;
        for (const { step, page, by } of moves) if (meeting.present(at(step, page), by, NOW)) changes += 1;
        const last = moves.at(-1);
        expect(meeting.revision).toBe(1 + changes);
        if (last) expect([meeting.position, meeting.presentedById]).toEqual([at(last.step, last.page), last.by]);
      }),
    );
  });

  it('is not taken from the screen that presents it by whoever names none', () => {
    const meeting = begin();
    expect(meeting.present(at('WINS'), 'lea', NOW)).toBe(true);
    meeting.present(at('WALK'), 'ivo', NOW, 'projector');
    for (const who of ['ivo', 'lea']) expect(refusal(() => meeting.present(at('WINS'), who, NOW))).toBe('screen');
    expect(meeting).toMatchObject({ position: at('WALK'), presentedById: 'ivo', presentedOn: 'projector' });
    expect(meeting.present(at('WINS'), 'lea', NOW, 'a script')).toBe(true);
  });

  it('is presented on one screen, the last one that somebody took, also of the same person', () => {
    const meeting = begin();
    expect(meeting.present(at('WALK'), 'ivo', NOW, 'laptop')).toBe(true);
    expect(meeting.present(at('WALK'), 'ivo', NOW, 'laptop')).toBe(false);
    expect(meeting.present(at('WALK'), 'ivo', NOW, 'tablet')).toBe(true);
    expect(meeting.presentedOn).toBe('tablet');
    for (const screen of ['', 'x'.repeat(101)])
      expect(refusal(() => meeting.present(at('WALK'), 'ivo', NOW, screen))).toBe('screen');
  });

  it('goes nowhere that is not on its agenda, nor to half a page', () => {
    const meeting = begin(DEFAULT_STEPS.map((step) => ({ ...step, on: step.kind !== 'WINS' })));
    expect(refusal(() => meeting.present(at('WINS'), 'ivo', NOW))).toBe('step');
    for (const page of [-1, 0.5, 100_001])
      expect(refusal(() => meeting.present(at('WALK', page), 'ivo', NOW))).toBe('page');
  });

  it('follows its agenda, and leaves a step that is switched off', () => {
    const meeting = begin();
    meeting.present(at('WALK', 3), 'ivo', NOW);
    const without = (kind: string) => Agenda.of('board').planned.filter((step) => step.kind !== kind);
    expect(meeting.follow(without('WINS'), NOW)).toBe(false);
    expect(meeting.position).toEqual(at('WALK', 3));
    expect(meeting.follow(without('WALK'), NOW)).toBe(true);
    // To the nearest one, and nobody takes the meeting out of the hand of whoever presents.
    expect([meeting.position, meeting.presentedById]).toEqual([at('QUICK_WINS'), 'ivo']);
    expect(meeting.follow(without('QUICK_WINS').toReversed(), NOW)).toBe(true);
    expect(meeting.position).toEqual(at('DECISIONS'));
    expect(meeting.follow(without('QUICK_WINS').slice(0, 2), NOW)).toBe(true);
    expect(meeting.position).toEqual(at('WINS'));
  });

  it('is narrowed to a slice and back to the whole board, and says whether that is another one', () => {
    const meeting = begin();
    const sales = sliceOf({ businessUnitIds: ['sales'], tags: null, text: '  ', includeClosed: true }, 'ivo');
    expect(sales).toEqual({ filter: { businessUnitIds: ['sales'] }, byId: 'ivo' });
    expect(meeting.narrow(sales)).toBe(true);
    expect(meeting.narrow(sliceOf({ businessUnitIds: ['sales'] }, 'lea'))).toBe(false);
    expect([meeting.slice, meeting.revision]).toEqual([sales, 2]);
    expect(meeting.narrow(sliceForAll({ mine: false }, 'lea'))).toBe(true);
    expect(meeting.slice).toBeNull();
  });

  it('is narrowed to what can be said in words at the head of a screen', () => {
    const many = Array.from({ length: 21 }, (_, at) => `tag ${at}`);
    expect(refusal(() => sliceOf({ tags: many }, 'ivo'))).toBe('tags');
    expect(refusal(() => sliceForAll({ mine: true }, 'ivo'))).toBe('mine');
    expect(refusal(() => sliceOf({ text: 'x'.repeat(101) }, 'ivo'))).toBe('text');
    expect(sliceOf({ tags: many.slice(1), text: ' till ', blocked: false }, 'ivo')?.filter).toEqual({
      tags: many.slice(1),
      text: 'till',
      blocked: false,
    });
  });

  it('ends once, and after that stays as it is', () => {
    const meeting = begin();
    meeting.end('lea', NOW);
    expect([meeting.state, meeting.endedAt, meeting.endedById]).toEqual([MeetingState.ENDED, NOW, 'lea']);
    for (const act of [
      () => meeting.present(at('WALK'), 'ivo', NOW),
      () => meeting.follow(meeting.steps, NOW),
      () => meeting.narrow(null),
      () => meeting.end('ivo', NOW),
    ]) {
      expect(refusal(act)).toBe('meetingId');
    }
  });

  it('decides something that can be read', () => {
    const decide = (text: string) =>
      Decision.take({ id: 'd', meetingId: 'm', text, painPointId: null, at: NOW, byId: 'ivo' });
    expect(decide('  We do it. ').text).toBe('We do it.');
    for (const text of ['', ' \n ', 'x'.repeat(1_001)]) expect(refusal(() => decide(text))).toBe('text');
  });
});

describe('the time that a step took', () => {
  const minutes = (count: number) => count * 60_000;
  const told = (stays: readonly (readonly [AgendaStepKind, number])[]): { shown: Shown[]; until: string } => {
    let now = NOW;
    const shown = stays.map(([step, stay]) => {
      const one = { ...at(step), at: now };
      now = instantAfter(now, stay);
      return one;
    });
    return { shown, until: now };
  };
  const sum = (spent: ReadonlyMap<string, number>) => [...spent.values()].reduce((total, time) => total + time, 0);
  const stays = fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: LONGEST_STAY })), { minLength: 1 });

  it('adds up to the time of the meeting, step by step', () => {
    fc.assert(
      fc.property(stays, (given) => {
        const { shown, until } = told(given);
        const spent = timeSpent(shown, until);
        expect(sum(spent)).toBe(given.reduce((total, [, stay]) => total + stay, 0));
        for (const [step, time] of spent) {
          expect(time).toBe(given.filter(([kind]) => kind === step).reduce((total, [, stay]) => total + stay, 0));
        }
      }),
    );
  });

  it('is the same however often the presenter turned a page in between', () => {
    fc.assert(
      fc.property(stays, fc.nat(1_000), (given, part) => {
        const { shown, until } = told(given);
        const turned = told(
          given.flatMap(([step, stay]) => {
            const first = Math.floor((stay * part) / 1_000);
            return [[step, first] as const, [step, stay - first] as const];
          }),
        );
        expect(timeSpent(turned.shown, turned.until)).toEqual(timeSpent(shown, until));
      }),
    );
  });

  it('does not count an interruption', () => {
    const { shown, until } = told([
      ['WALK', minutes(5)],
      ['WINS', minutes(600)],
      ['WALK', minutes(2)],
    ]);
    expect(timeSpent(shown, until)).toEqual(
      new Map([
        ['WALK', minutes(7)],
        ['WINS', LONGEST_STAY],
      ]),
    );
  });
});

describe('the next meeting', () => {
  it('is on the day of the week that was set, about a week away', () => {
    const days = fc.nat(1_000).map((count) => dayAfter('2026-01-01', count));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 7 }), (day, weekday) => {
        const next = nextMeetingDay(day, weekday);
        expect(weekdayOf(next)).toBe(weekday);
        expect(next >= dayAfter(day, 4) && next <= dayAfter(day, 10)).toBe(true);
      }),
    );
    expect(nextMeetingDay('2026-11-18', 3)).toBe('2026-11-25');
    expect(nextMeetingDay('2026-11-17', 3)).toBe('2026-11-25');
    expect(nextMeetingDay('2026-11-19', 3)).toBe('2026-11-25');
    expect(nextMeetingDay('2026-12-16', 3, ['2026-12-23', '2026-12-25', '2026-12-30'])).toBe('2027-01-06');
  });
});
