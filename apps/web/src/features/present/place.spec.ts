import { describe, expect, it } from '@jest/globals';
import { back, count, jump, LAST, next, type Place, placeOf, positionOf, standing, type Step } from './place.js';

const STEPS: Step[] = [
  { kind: 'SINCE_LAST', slides: [{ id: 'since' }, { id: 'raised', aside: true }] },
  {
    kind: 'WALK',
    slides: [{ id: 'map' }, { id: 'one', painPointId: 'one' }, { id: 'two', painPointId: 'two' }],
  },
  { kind: 'DECISIONS', slides: [{ id: 'decided' }, { id: 'end' }] },
];

describe('the way through a meeting', () => {
  it('goes page by page, slide by slide, step by step, and stays at the end', () => {
    const seen: string[] = [];
    let place: Place = { step: 'SINCE_LAST', slide: 'since', page: 0 };
    for (let press = 0; press < 9; press += 1) {
      seen.push(`${place.step} ${place.slide} ${place.page}`);
      place = next(STEPS, place, place.slide === 'one' ? 2 : 1);
    }
    expect(seen).toEqual([
      'SINCE_LAST since 0',
      'WALK map 0',
      'WALK one 0',
      'WALK one 1',
      'WALK two 0',
      'DECISIONS decided 0',
      'DECISIONS end 0',
      'DECISIONS end 0',
      'DECISIONS end 0',
    ]);
  });

  it('goes the same way back, to the last page of what comes before', () => {
    expect(back(STEPS, { step: 'WALK', slide: 'two', page: 0 })).toEqual({ step: 'WALK', slide: 'one', page: LAST });
    expect(back(STEPS, { step: 'WALK', slide: 'one', page: 1 })).toEqual({ step: 'WALK', slide: 'one', page: 0 });
    expect(back(STEPS, { step: 'WALK', slide: 'map', page: 0 })).toEqual({
      step: 'SINCE_LAST',
      slide: 'since',
      page: LAST,
    });
    expect(back(STEPS, { step: 'SINCE_LAST', slide: 'since', page: 0 })).toEqual({
      step: 'SINCE_LAST',
      slide: 'since',
      page: 0,
    });
  });

  it('comes back from what was opened aside to where the step begins', () => {
    const opened = { step: 'SINCE_LAST', slide: 'raised', page: 0 };
    expect(next(STEPS, opened, 1)).toEqual({ step: 'SINCE_LAST', slide: 'since', page: 0 });
    expect(back(STEPS, opened)).toEqual({ step: 'SINCE_LAST', slide: 'since', page: 0 });
    expect(next(STEPS, opened, 2)).toEqual({ ...opened, page: 1 });
    expect(count(STEPS, opened)).toBeNull();
  });

  it('jumps to a step that is on the agenda, to its start or its end, and to no other', () => {
    expect(jump(STEPS, 'WINS')).toBeNull();
    expect(jump(STEPS, undefined)).toBeNull();
    expect(jump(STEPS, 'DECISIONS')).toEqual({ step: 'DECISIONS', slide: 'decided', page: 0 });
    expect(jump(STEPS, 'WALK', 'end')).toEqual({ step: 'WALK', slide: 'two', page: LAST });
  });

  it('shows the neighbour when what was shown has gone', () => {
    const gone = { step: 'WALK', slide: 'three', page: 2 };
    const was = (at: number) => ({ at, steps: STEPS.map(({ kind }) => kind) });
    expect(standing(STEPS, gone, was(2))).toEqual({ step: 'WALK', slide: 'two', page: 0 });
    expect(standing(STEPS, gone, was(9))).toEqual({ step: 'WALK', slide: 'two', page: 0 });
    expect(standing(STEPS, { step: 'WALK', slide: 'one', page: 5 }).page).toBe(5);
  });

  it('stays in its step when the agenda is ordered anew, and goes to the nearest when that step is switched off', () => {
    const steps = STEPS.map(({ kind }) => kind);
    const [since, walk, decisions] = STEPS as [Step, Step, Step];
    const place = { step: 'WALK', slide: 'two', page: 1 };
    expect(standing([walk, decisions, since], place, { at: 2, steps })).toEqual(place);
    expect(standing([since, decisions], place, { at: 2, steps }).step).toBe('DECISIONS');
    expect(standing([decisions, since], place, { at: 2, steps }).step).toBe('DECISIONS');
    expect(standing([since], { ...place, step: 'DECISIONS' }, { at: 0, steps })).toEqual({
      step: 'SINCE_LAST',
      slide: 'since',
      page: 0,
    });
  });

  it.each<Place>([
    { step: 'SINCE_LAST', slide: 'since', page: 0 },
    { step: 'SINCE_LAST', slide: 'raised', page: 3 },
    { step: 'WALK', slide: 'two', page: 1 },
    { step: 'DECISIONS', slide: 'end', page: 7 },
  ])('finds the place again that the others are told: %j', (place) => {
    const position = positionOf(STEPS, place);
    expect(position && placeOf(STEPS, position)).toEqual(place);
  });

  it('finds a card by itself, wherever it stands in the list of somebody else', () => {
    const position = positionOf(STEPS, { step: 'WALK', slide: 'two', page: 0 });
    const other: Step[] = [STEPS[1] ?? { kind: '', slides: [] }];
    expect(position && placeOf(other, position)).toEqual({ step: 'WALK', slide: 'two', page: 0 });
    // What was not read here yet is waited for in its step.
    expect(placeOf(STEPS, { step: 'WALK', page: 0, painPointId: 'unknown' })).toEqual({
      step: 'WALK',
      slide: 'map',
      page: 0,
    });
    expect(placeOf(STEPS, { step: 'WINS', page: 0 })).toBeNull();
  });
});
