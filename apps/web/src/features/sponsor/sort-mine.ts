import type { MyPainPoint } from './mine.graphql.js';

export interface Mine {
  /** A sponsor is asked whether it is fixed. */
  asked: MyPainPoint[];
  underWay: MyPainPoint[];
  fixed: MyPainPoint[];
  /** Parked, declined, or gone on in another one. */
  off: MyPainPoint[];
}

/** Where each of my pain points stands: what waits for my word first. */
export function sortMine(painPoints: readonly MyPainPoint[]): Mine {
  const mine: Mine = { asked: [], underWay: [], fixed: [], off: [] };
  for (const one of painPoints) {
    if (one.closed || one.mergedInto) mine.off.push(one);
    else if (one.viewerMayConfirm && !one.confirmed) mine.asked.push(one);
    else if (one.stage.category === 'FIXED') mine.fixed.push(one);
    else mine.underWay.push(one);
  }
  return mine;
}

/** What my open pain points cost a week together. */
export function bleedingOf({ asked, underWay }: Mine): number {
  return [...asked, ...underWay]
    .filter(({ stage }) => stage.category !== 'FIXED')
    .reduce((sum, { bleedPerWeek }) => sum + bleedPerWeek, 0);
}
