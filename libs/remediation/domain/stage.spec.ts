import fc from 'fast-check';
import { rankBetween } from './rank.js';
import { assertBoardShape, DEFAULT_STAGES, Stage, StageCategory } from './stage.js';

const make = (changes: Partial<Stage> = {}) =>
  Stage.make({
    id: 's',
    boardId: 'b',
    name: 'Treating',
    category: 'TREATING',
    wipLimit: null,
    position: rankBetween(null, null),
    ...changes,
  });

describe('a stage', () => {
  it('has a name, and a limit that is a number of cards or none', () => {
    expect(make({ wipLimit: 1 }).wipLimit).toBe(1);
    expect(() => make({ name: '  ' })).toThrow(/name of the stage is missing/);
    for (const wipLimit of [0, -1, 1.5, 1000]) expect(() => make({ wipLimit })).toThrow(/whole number from 1 to 999/);
  });
});

describe('the stages of a board', () => {
  it('begin with bleeding and end with fixed, as the default ones do', () => {
    expect(() => assertBoardShape(DEFAULT_STAGES)).not.toThrow();
    expect(DEFAULT_STAGES.map(({ category }) => category)).toEqual(Object.values(StageCategory));
  });

  it('may stand in any order between the two, and in no other', () => {
    const categories = fc.array(fc.constantFrom(...Object.values(StageCategory)), { maxLength: 8 });
    fc.assert(
      fc.property(categories, (order) => {
        const whole = order.at(0) === 'BLEEDING' && order.at(-1) === 'FIXED';
        const act = () => assertBoardShape(order.map((category) => ({ category })));
        if (whole) expect(act).not.toThrow();
        else expect(act).toThrow(/stage of a board must be one of the category/);
      }),
    );
  });
});
