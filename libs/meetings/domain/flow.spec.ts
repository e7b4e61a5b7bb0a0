import { type Instant, instantOf } from '@stanch/kernel';
import { ChangeKind, StageCategory } from '@stanch/remediation';
import fc from 'fast-check';
import { BoardHistory, type RecordedChange } from './board-history.js';
import { boardAt, totalsAt } from './flow.js';
import { StagesOverTime } from './stages-over-time.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-01-05T08:00:00.000Z');
const after = (hours: number): Instant => instantOf(START + hours * HOUR);

const stageOf = (id: string, category: StageCategory, name = id) => ({ id, name, category, wipLimit: null });
const BOARD = [
  stageOf('hurts', StageCategory.BLEEDING),
  stageOf('plan', StageCategory.PLANNED),
  stageOf('work', StageCategory.TREATING),
  stageOf('done', StageCategory.FIXED),
];
const STAGES = new StagesOverTime([{ since: after(0), stages: BOARD }]);
const COSTS = [{ since: after(0), hourlyCost: 50 }];

const cardOf = (painPointId: string) => ({
  painPointId,
  raisedAt: after(0),
  peopleAffected: 2,
  hoursLostPerPersonPerWeek: 1,
  directCostPerWeek: 0,
  effortDays: null,
});
const change = (at: number, kind: string, more: Partial<RecordedChange> = {}): RecordedChange => ({
  painPointId: 'one',
  at: after(at),
  kind,
  field: 'stage',
  oldValue: null,
  newValue: null,
  restores: null,
  ...more,
});
const raised = (painPointId = 'one') => change(0, ChangeKind.RAISED, { painPointId, newValue: 'hurts' });
const moved = (at: number, stageId: string, more: Partial<RecordedChange> = {}) =>
  change(at, ChangeKind.MOVED, { newValue: { stageId }, ...more });
const edited = (at: number, field: string, oldValue: unknown, newValue: unknown) =>
  change(at, ChangeKind.EDITED, { field, oldValue, newValue });
const historyOf = (...changes: RecordedChange[]) => {
  const history = new BoardHistory();
  history.goOn([cardOf('one')], [raised(), ...changes], STAGES);
  return history;
};
const cardAt = (history: BoardHistory, hours: number, stages = STAGES) =>
  boardAt(history, stages, COSTS, after(hours)).cards[0];

describe('the flow of a board', () => {
  it('has no card before it was raised, nor after it has left', () => {
    const history = historyOf(change(5, ChangeKind.CLOSED, { field: 'closed' }));
    expect([cardAt(history, -1), cardAt(history, 5)]).toEqual([undefined, undefined]);
    expect(cardAt(history, 4.9)).toMatchObject({ stageId: 'hurts', bleedPerWeek: 100 });
  });

  it('knows what a card was said to cost before its first edit by what that edit replaced', () => {
    const history = historyOf(
      edited(2, 'peopleAffected', 1, 4),
      edited(3, 'directCostPerWeek', 10, 0),
      edited(4, 'peopleAffected', 4, 2),
    );
    expect([1, 2, 3, 4].map((hours) => cardAt(history, hours)?.bleedPerWeek)).toEqual([60, 210, 200, 100]);
  });

  it('goes back to the age, the day of the fix and the word of a sponsor when a move is taken back', () => {
    const yes = change(3, ChangeKind.CONFIRMED, { field: 'confirmed', newValue: true });
    const restores = {
      ...{ stageId: 'done', rank: 'a0', enteredStageAt: after(2), fixedAt: after(2), confirmed: true },
      estimateWhenPlanned: null,
    };
    const history = historyOf(moved(2, 'done'), yes, moved(6, 'work'), moved(7, 'done', { restores }));
    expect(cardAt(history, 6)).toMatchObject({ stageId: 'work', since: after(6), fixedAt: null, confirmed: false });
    expect(cardAt(history, 7)).toMatchObject({ since: after(2), fixedAt: after(2), confirmedAt: after(3) });
  });

  it('lets a merged card leave, and the one that it lives on in stay', () => {
    const history = new BoardHistory();
    const into = change(4, ChangeKind.MERGED, { painPointId: 'other', field: 'merged' });
    const changes = [raised(), raised('other'), change(4, ChangeKind.MERGED, { field: 'mergedInto' }), into];
    history.goOn([cardOf('one'), cardOf('other')], changes, STAGES);
    const there = boardAt(history, STAGES, COSTS, after(4)).cards.map(({ painPointId }) => painPointId);
    expect(there).toEqual(['other']);
  });

  it('takes a stage as it was then, also when it meant something else', () => {
    const renamed = new StagesOverTime([
      { since: after(0), stages: BOARD },
      {
        since: after(10),
        stages: BOARD.map((one) => (one.id === 'plan' ? stageOf('plan', 'TREATING', 'Doing') : one)),
      },
    ]);
    const history = historyOf(moved(2, 'plan'));
    expect([5, 12].map((hours) => cardAt(history, hours, renamed)?.category)).toEqual(['PLANNED', 'TREATING']);
    const totals = totalsAt(history, renamed, COSTS, [after(5), after(12)]);
    expect(totals.map(({ stages }) => stages.find(({ count }) => count > 0)?.stage.name)).toEqual(['plan', 'Doing']);
  });

  it('adds up over time to what stood there at each moment', () => {
    const ids = ['one', 'two', 'three'];
    const step = fc.record({
      painPointId: fc.constantFrom(...ids),
      hours: fc.integer({ min: 1, max: 30 }),
      what: fc.oneof(
        fc.constantFrom(...BOARD.map(({ id }) => id)).map((id) => moved(0, id)),
        fc.nat(9).map((people) => edited(0, 'peopleAffected', 2, people)),
        fc.constant(change(0, ChangeKind.CLOSED, { field: 'closed' })),
        fc.constant(change(0, ChangeKind.REOPENED, { field: 'closed' })),
        fc.constant(change(0, ChangeKind.CONFIRMED, { newValue: true })),
      ),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(fc.nat(900), { minLength: 1 }), (steps, looks) => {
        const history = new BoardHistory();
        history.goOn(ids.map(cardOf), ids.map(raised), STAGES);
        let now = 0;
        for (const { painPointId, hours, what } of steps) {
          now += hours;
          history.goOn([], [{ ...what, painPointId, at: after(now) }], STAGES);
        }
        const instants = looks.toSorted((one, other) => one - other).map(after);
        for (const totals of totalsAt(history, STAGES, COSTS, instants)) {
          const then = boardAt(history, STAGES, COSTS, totals.at);
          expect(totals.bleedPerWeek).toBeCloseTo(then.bleedPerWeek);
          for (const { stage, count, confirmed, bleedPerWeek } of totals.stages) {
            const cards = then.cards.filter(({ stageId }) => stageId === stage.id);
            expect(count).toBe(cards.length);
            expect(confirmed).toBe(cards.filter((card) => card.confirmed).length);
            expect(bleedPerWeek).toBeCloseTo(cards.reduce((sum, card) => sum + card.bleedPerWeek, 0));
          }
        }
      }),
    );
  });
});
