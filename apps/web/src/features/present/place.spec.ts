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
    let place = jump(STEPS, 0);
    for (let press = 0; press < 9; press += 1) {
      seen.push(`${place.step} ${place.slide} ${place.page}`);
      place = next(STEPS, place, place.slide === 'one' ? 2 : 1);
    }
    expect(seen).toEqual([
      '0 since 0',
      '1 map 0',
      '1 one 0',
      '1 one 1',
      '1 two 0',
      '2 decided 0',
      '2 end 0',
      '2 end 0',
      '2 end 0',
    ]);
  });

  it('goes the same way back, to the last page of what comes before', () => {
    expect(back(STEPS, { step: 1, slide: 'two', page: 0 })).toEqual({ step: 1, slide: 'one', page: LAST });
    expect(back(STEPS, { step: 1, slide: 'one', page: 1 })).toEqual({ step: 1, slide: 'one', page: 0 });
    expect(back(STEPS, { step: 1, slide: 'map', page: 0 })).toEqual({ step: 0, slide: 'since', page: LAST });
    expect(back(STEPS, { step: 0, slide: 'since', page: 0 })).toEqual({ step: 0, slide: 'since', page: 0 });
  });

  it('comes back from what was opened aside to where the step begins', () => {
    const opened = { step: 0, slide: 'raised', page: 0 };
    expect(next(STEPS, opened, 1)).toEqual({ step: 0, slide: 'since', page: 0 });
    expect(back(STEPS, opened)).toEqual({ step: 0, slide: 'since', page: 0 });
    expect(next(STEPS, opened, 2)).toEqual({ ...opened, page: 1 });
    expect(count(STEPS, opened)).toBeNull();
  });

  it('jumps to a step that exists, to its start or its end', () => {
    expect(jump(STEPS, 99)).toEqual({ step: 2, slide: 'decided', page: 0 });
    expect(jump(STEPS, 1, 'end')).toEqual({ step: 1, slide: 'two', page: LAST });
  });

  it('shows the neighbour when what was shown has gone', () => {
    const gone = { step: 1, slide: 'three', page: 2 };
    expect(standing(STEPS, gone, 2)).toEqual({ step: 1, slide: 'two', page: 0 });
    expect(standing(STEPS, gone, 9)).toEqual({ step: 1, slide: 'two', page: 0 });
    expect(standing(STEPS, { step: 1, slide: 'one', page: 5 }).page).toBe(5);
  });

  it.each<Place>([
    { step: 0, slide: 'since', page: 0 },
    { step: 0, slide: 'raised', page: 3 },
    { step: 1, slide: 'two', page: 1 },
    { step: 2, slide: 'end', page: 7 },
  ])('finds the place again that the others are told: %j', (place) => {
    const position = positionOf(STEPS, place);
    expect(position && placeOf(STEPS, position)).toEqual(place);
  });

  it('finds a card by itself, wherever it stands in the list of somebody else', () => {
    const position = positionOf(STEPS, { step: 1, slide: 'two', page: 0 });
    const other: Step[] = [STEPS[1] ?? { kind: '', slides: [] }];
    expect(position && placeOf(other, position)).toEqual({ step: 0, slide: 'two', page: 0 });
    expect(placeOf(STEPS, { step: 'WALK', page: 0, painPointId: 'unknown' })).toBeNull();
  });
});
