import { describe, expect, it } from '@jest/globals';
import type { WalkItem } from './meeting.graphql.js';
import { keepWalk } from './slides.js';

function item(painPointId: string, reasons: WalkItem['reasons'] = ['BLOCKED']): WalkItem {
  return { card: { painPointId }, reasons } as WalkItem;
}

const shown = (walk: readonly WalkItem[]) => walk.map(({ card, reasons }) => `${card.painPointId} ${reasons.join()}`);

describe('the walk while one talks', () => {
  it('keeps a card in its place that needs no talk any more, and puts new ones behind', () => {
    const walk = keepWalk([item('a'), item('b')], [item('c'), item('b', ['NO_OWNER'])]);
    expect(shown(walk)).toEqual(['a ', 'b NO_OWNER', 'c BLOCKED']);
  });

  it('takes a card up again in the same place that needs talk once more', () => {
    const dealtWith = keepWalk([item('a'), item('b')], [item('b')]);
    expect(shown(keepWalk(dealtWith, [item('b'), item('a', ['OVERDUE'])]))).toEqual(['a OVERDUE', 'b BLOCKED']);
  });
});
