import { instantAfter } from '@stanch/kernel';
import fc from 'fast-check';
import { TalkReason } from './minutes.js';
import type { StagePace } from './stage-pace.js';
import { type StandingCard, waitingLong, walkBoard, type WalkFacts } from './walk.js';

const NOW = '2026-11-18T09:00:00.000Z';
const DAY = 86_400_000;
const STAGES = ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED'].map((category) => ({
  id: category.toLowerCase(),
  category,
  wipLimit: null as number | null,
}));
const card = (id: string, stageId: string, days: number, more: Partial<StandingCard> = {}): StandingCard => ({
  ...{ id, stageId, enteredStageAt: instantAfter(NOW, -days * DAY), ownerId: 'ivo', blocked: false, bleedPerWeek: 0 },
  ...more,
});
const walk = (cards: StandingCard[], more: Partial<WalkFacts> = {}) =>
  walkBoard({
    ...{ now: NOW, stages: STAGES, cards, paces: new Map<string, StagePace>() },
    ...{ overdue: new Set<string>(), raised: new Set<string>() },
    ...more,
  });
const said = (talks: ReturnType<typeof walkBoard>) =>
  talks.map(({ painPointId, reasons }) => [painPointId, ...reasons]);

describe('the walk over the board', () => {
  it('passes by what is in hand and on its way', () => {
    expect(walk([card('a', 'planned', 14), card('b', 'treating', 3), card('c', 'checking', 5)])).toEqual([]);
    expect(walk([card('old', 'bleeding', 300, { ownerId: null }), card('fixed', 'fixed', 300)])).toEqual([]);
  });

  it('counts what has bled for longer than usual, which it passes by', () => {
    const cards = [card('old', 'bleeding', 300), card('new', 'bleeding', 14), card('other', 'planned', 300)];
    expect(waitingLong({ id: 'bleeding' }, { cards, now: NOW, paces: new Map() })).toBe(1);
  });

  it('stops after the fifth day in checking, and where nobody has it in hand', () => {
    expect(said(walk([card('a', 'checking', 5.01)]))).toEqual([['a', 'CHECKING_TOO_LONG']]);
    expect(said(walk([card('a', 'treating', 0, { ownerId: null })]))).toEqual([['a', 'NO_OWNER']]);
  });

  it('knows what is usual from ten stays on, and goes by a rule until then', () => {
    const pace = (stays: number, slowDays: number | null) => ({ stays, usualDays: slowDays, slowDays });
    const aged = (days: number, known: StagePace) =>
      walk([card('a', 'treating', days)], { paces: new Map([['treating', known]]) });
    expect(aged(14.9, pace(9, null))).toEqual([]);
    expect(aged(15, pace(9, null))[0]).toMatchObject({
      daysInStage: 15,
      usual: { days: 14, cases: 9, isFallback: true },
    });
    expect(aged(6.9, pace(10, 5.3))).toEqual([]);
    expect(aged(7, pace(10, 5.3))[0]).toMatchObject({
      daysInStage: 7,
      usual: { days: 6, cases: 10, isFallback: false },
    });
  });

  it('names of a stage that holds too much the oldest, as many as are too many', () => {
    const cards = [1, 2, 3, 4, 5].map((days) => card(`${days}`, 'treating', days));
    const stages = STAGES.map((stage) => ({ ...stage, wipLimit: stage.id === 'treating' ? 3 : null }));
    expect(said(walk(cards, { stages }))).toEqual([
      ['5', 'OVER_WIP'],
      ['4', 'OVER_WIP'],
    ]);
  });

  it('goes from right to left, in a stage by weight and age, and comes to what is new at last', () => {
    const cards = [
      card('new', 'bleeding', 1, { bleedPerWeek: 10 }),
      card('dear', 'bleeding', 1, { bleedPerWeek: 900 }),
      card('stuck', 'bleeding', 9, { blocked: true }),
      card('nobodys', 'planned', 2, { ownerId: null }),
      card('blocked', 'treating', 1, { blocked: true }),
      card('longer blocked', 'treating', 2, { blocked: true }),
      card('late', 'treating', 1, { blocked: true }),
      card('waits', 'checking', 8),
    ];
    const raised = new Set(['new', 'dear']);
    expect(said(walk(cards, { raised, overdue: new Set(['late']) }))).toEqual([
      ['waits', 'CHECKING_TOO_LONG'],
      ['late', 'OVERDUE', 'BLOCKED'],
      ['longer blocked', 'BLOCKED'],
      ['blocked', 'BLOCKED'],
      ['nobodys', 'NO_OWNER'],
      ['stuck', 'BLOCKED'],
      ['dear', 'NEW'],
      ['new', 'NEW'],
    ]);
  });

  it('comes to each card at most once, never without a reason, and never from left to right', () => {
    const weights = Object.values(TalkReason);
    const cards = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        stageId: fc.constantFrom(...STAGES.map(({ id }) => id)),
        enteredStageAt: fc.nat(60).map((days) => instantAfter(NOW, -days * DAY)),
        ownerId: fc.constantFrom(null, 'ivo'),
        blocked: fc.boolean(),
        bleedPerWeek: fc.nat(1_000),
      }),
      { selector: ({ id }) => id },
    );
    const limits = fc.array(fc.constantFrom(null, 1, 2), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(cards, limits, fc.func(fc.boolean()), fc.func(fc.boolean()), (given, limited, late, isNew) => {
        const pick = (choose: (id: string) => boolean) => new Set(given.map(({ id }) => id).filter(choose));
        const stages = STAGES.map((stage, at) => ({ ...stage, wipLimit: limited[at] ?? null }));
        const talks = walk(given, { stages, overdue: pick(late), raised: pick(isNew) });
        expect(new Set(talks.map(({ painPointId }) => painPointId)).size).toBe(talks.length);
        const places = talks.map(({ stageId, reasons }) =>
          reasons.join() === TalkReason.NEW ? -1 : STAGES.findIndex(({ id }) => id === stageId),
        );
        expect(places).toEqual(places.toSorted((one, other) => other - one));
        for (const { reasons, stageId } of talks) {
          const ranks = reasons.map((reason) => weights.indexOf(reason));
          expect(ranks.length).toBeGreaterThan(0);
          expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
          expect(stageId).not.toBe('fixed');
        }
        for (const { id, stageId, blocked } of given) {
          const talk = talks.find(({ painPointId }) => painPointId === id);
          if (blocked && stageId !== 'fixed') expect(talk?.reasons).toContain(TalkReason.BLOCKED);
        }
      }),
    );
  });
});
