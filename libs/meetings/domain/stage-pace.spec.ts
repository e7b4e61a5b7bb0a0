import { instantOf } from '@stanch/kernel';
import { ChangeKind, StageCategory } from '@stanch/remediation';
import { BoardHistory, type RecordedChange } from './board-history.js';
import { stagePaces } from './stage-pace.js';
import { StagesOverTime } from './stages-over-time.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-05T08:00:00.000Z');
const day = (days: number) => instantOf(START + days * DAY);

const STAGES = new StagesOverTime([
  {
    since: day(0),
    stages: [
      { id: 'hurts', name: 'Bleeding', category: StageCategory.BLEEDING, wipLimit: null },
      { id: 'work', name: 'Treating', category: StageCategory.TREATING, wipLimit: null },
      { id: 'done', name: 'Fixed', category: StageCategory.FIXED, wipLimit: null },
    ],
  },
]);
const cardOf = (painPointId: string) => ({
  ...{ painPointId, raisedAt: day(0), effortDays: null },
  ...{ peopleAffected: 0, hoursLostPerPersonPerWeek: 0, directCostPerWeek: 0 },
});
const change = (painPointId: string, at: number, kind: string, more: Partial<RecordedChange>): RecordedChange => ({
  ...{ painPointId, at: day(at), kind, field: 'stage', oldValue: null, newValue: null, restores: null },
  ...more,
});
const raised = (id: string) => change(id, 0, ChangeKind.RAISED, { newValue: 'hurts' });
const moved = (id: string, at: number, stageId: string, more: Partial<RecordedChange> = {}) =>
  change(id, at, ChangeKind.MOVED, { newValue: { stageId }, ...more });

/** The stays in a stage by the end of the sixtieth day, told by ten cards that each went through the same. */
const paceOf = (stageId: string, changes: (id: string) => RecordedChange[], until = 60) => {
  const history = new BoardHistory();
  for (let card = 0; card < 10; card += 1) {
    const id = String(card);
    history.goOn([cardOf(id)], [raised(id), ...changes(id)], STAGES);
  }
  return stagePaces(history, START + until * DAY).get(stageId);
};

describe('the pace of a stage', () => {
  it('is how long cards stayed there before they moved on', () => {
    const through = (id: string) => [moved(id, Number(id) + 1, 'work'), moved(id, 40, 'done')];
    expect(paceOf('hurts', through)).toEqual({ stays: 10, usualDays: 5, slowDays: 9 });
    expect(paceOf('done', through)).toBeUndefined();
  });

  it('says nothing of few, and nothing of what happened later', () => {
    const through = (id: string) => [moved(id, Number(id) + 1, 'work')];
    expect(paceOf('hurts', through, 9.5)).toEqual({ stays: 9, usualDays: null, slowDays: null });
  });

  it('is that of the last twelve weeks: an old habit excuses nothing', () => {
    const through = (id: string) => [moved(id, Number(id) + 1, 'work'), moved(id, 94, 'done')];
    expect(paceOf('hurts', through, 86)).toEqual({ stays: 8, usualDays: null, slowDays: null });
    expect(paceOf('hurts', through, 95)).toBeUndefined();
    expect(paceOf('work', through, 95)).toMatchObject({ stays: 10, slowDays: 92 });
  });

  it('goes on where a move was taken back, which itself was no stay', () => {
    const restores = {
      ...{ stageId: 'hurts', rank: 'a0', enteredStageAt: day(0), fixedAt: null, confirmed: false },
      estimateWhenPlanned: null,
    };
    const through = (id: string) => [moved(id, 3, 'work'), moved(id, 4, 'hurts', { restores }), moved(id, 7, 'done')];
    expect(paceOf('hurts', through)).toEqual({ stays: 10, usualDays: 7, slowDays: 7 });
    expect(paceOf('work', through)).toBeUndefined();
  });

  it('does not count what left the board instead', () => {
    const parked = (id: string) => [change(id, 5, ChangeKind.CLOSED, { field: 'closed' })];
    expect(paceOf('hurts', parked)).toBeUndefined();
  });
});
