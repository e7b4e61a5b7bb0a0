import { describe, expect, it } from '@jest/globals';
import type { WalkItem } from './meeting.graphql.js';
import { inOrderOf } from './slides.js';

function item(painPointId: string, reasons: WalkItem['reasons'] = ['BLOCKED']): WalkItem {
  return { card: { painPointId }, reasons } as WalkItem;
}

const shown = (walk: readonly WalkItem[]) => walk.map(({ card, reasons }) => `${card.painPointId} ${reasons.join()}`);

describe('the walk while one talks', () => {
  it('keeps the cards in their places and puts new ones behind, in the order in which they are told', () => {
    const walk = inOrderOf(['a', 'b'], [item('d'), item('c'), item('b', ['NO_OWNER']), item('a', [])]);
    expect(shown(walk)).toEqual(['a ', 'b NO_OWNER', 'd BLOCKED', 'c BLOCKED']);
  });

  it('has no card of before that is not told any more, and takes it up in the same place when it is', () => {
    expect(shown(inOrderOf(['a', 'b'], [item('b')]))).toEqual(['b BLOCKED']);
    expect(shown(inOrderOf(['a', 'b'], [item('b'), item('a', ['OVERDUE'])]))).toEqual(['a OVERDUE', 'b BLOCKED']);
  });
});
