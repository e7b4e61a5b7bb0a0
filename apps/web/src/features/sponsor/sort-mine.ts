import type { Mine } from './use-mine.js';

export type MyPainPoint = Mine['painPoints'][number];

/** What is mine, by what it means to me. In each, what changed last stands first. */
export interface Sorted {
  /** IT says that it is done, and my answer is awaited. */
  asked: MyPainPoint[];
  onTheWay: MyPainPoint[];
  fixed: MyPainPoint[];
  /** Parked, declined, or merged into another one. */
  offTheBoard: MyPainPoint[];
  /** Not my pain, but my work. */
  inMyHands: MyPainPoint[];
}

export function sortMine(painPoints: readonly MyPainPoint[]): Sorted {
  const sorted: Sorted = { asked: [], onTheWay: [], fixed: [], offTheBoard: [], inMyHands: [] };
  const latest = (one: MyPainPoint) => one.latestNews?.at ?? one.raisedAt;
  for (const one of painPoints.toSorted((a, b) => (latest(a) < latest(b) ? 1 : -1))) {
    const place = placeOf(one);
    if (place) sorted[place].push(one);
  }
  return sorted;
}

function placeOf({
  viewerIsSponsor,
  viewerMayConfirm,
  confirmed,
  closed,
  mergedInto,
  stage,
}: MyPainPoint): keyof Sorted | null {
  const gone = closed !== null || mergedInto !== null;
  if (!viewerIsSponsor) return gone || stage.category === 'FIXED' ? null : 'inMyHands';
  if (gone) return 'offTheBoard';
  if (viewerMayConfirm && !confirmed) return 'asked';
  return stage.category === 'FIXED' ? 'fixed' : 'onTheWay';
}
