/** Where cards stand, as lists of ids; plain arithmetic of order, without pixels. */

/** Where the held card would land: a stage, and its place among the other cards there (0 is on top). */
export interface Place {
  stageId: string;
  index: number;
}

/** The neighbours by which a place is named to the server. */
export interface Neighbours {
  afterId?: string;
  beforeId?: string;
}

/** A stage with its cards in order. */
export interface Lane {
  stageId: string;
  ids: readonly string[];
}

export function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id);
}

/** The list with this card at an index among the others; an index beyond the end means the end. */
export function withAt(ids: readonly string[], id: string, index: number): string[] {
  const others = without(ids, id);
  others.splice(Math.max(0, Math.min(index, others.length)), 0, id);
  return others;
}

/** The cards above and below a place among the others. */
export function neighboursAt(ids: readonly string[], id: string, index: number): Neighbours {
  const others = without(ids, id);
  const at = Math.max(0, Math.min(index, others.length));
  const afterId = others[at - 1];
  const beforeId = others[at];
  return { ...(afterId !== undefined && { afterId }), ...(beforeId !== undefined && { beforeId }) };
}

/** The index that neighbours name; a neighbour that is not in the list counts for nothing, and without any it is the end. The server reads them in the same order. */
export function indexBeside(ids: readonly string[], id: string, { afterId, beforeId }: Neighbours): number {
  const others = without(ids, id);
  const after = afterId === undefined ? -1 : others.indexOf(afterId);
  if (after >= 0) return after + 1;
  const before = beforeId === undefined ? -1 : others.indexOf(beforeId);
  return before >= 0 ? before : others.length;
}

/** The index of a rank among others in order. Ranks sort byte by byte, never by the rules of a language. */
export function indexOfRank(ranks: readonly (string | undefined)[], rank: string): number {
  const found = ranks.findIndex((other) => other !== undefined && other > rank);
  return found < 0 ? ranks.length : found;
}

/** Where the held card stands now. */
export function placeOf(lanes: readonly Lane[], id: string): Place | null {
  for (const { stageId, ids } of lanes) {
    const index = ids.indexOf(id);
    if (index >= 0) return { stageId, index };
  }
  return null;
}

export function samePlace(one: Place | null, other: Place | null): boolean {
  return one?.stageId === other?.stageId && one?.index === other?.index;
}

/** The place that a key leads to, by the order of cards and stages; null for a key that leads nowhere. */
export function placeByKey(lanes: readonly Lane[], id: string, from: Place, key: string): Place | null {
  const at = lanes.findIndex(({ stageId }) => stageId === from.stageId);
  const length = (lane: Lane | undefined) => (lane ? without(lane.ids, id).length : 0);
  const last = length(lanes[at]);
  switch (key) {
    case 'ArrowUp':
      return { ...from, index: Math.max(0, from.index - 1) };
    case 'ArrowDown':
      return { ...from, index: Math.min(last, from.index + 1) };
    case 'Home':
      return { ...from, index: 0 };
    case 'End':
      return { ...from, index: last };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = lanes[at + (key === 'ArrowLeft' ? -1 : 1)];
      return next ? { stageId: next.stageId, index: Math.min(from.index, length(next)) } : from;
    }
    default:
      return null;
  }
}

/** The card that a key leads to from another: up and down in its stage, sideways to the next stage that has cards. */
export function cardByKey(lanes: readonly Lane[], id: string, key: string): (Place & { id: string }) | null {
  const from = placeOf(lanes, id);
  if (!from) return null;
  const at = lanes.findIndex(({ stageId }) => stageId === from.stageId);
  const sideways = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  let lane = at;
  if (sideways !== 0) {
    do lane += sideways;
    while (lanes[lane]?.ids.length === 0);
  }
  const { stageId, ids = [] } = lanes[lane] ?? {};
  const last = ids.length - 1;
  const steps: Record<string, number> = { ArrowUp: from.index - 1, ArrowDown: from.index + 1, Home: 0, End: last };
  const index = sideways === 0 ? steps[key] : Math.min(from.index, last);
  const found = index === undefined ? undefined : ids[index];
  return stageId === undefined || index === undefined || found === undefined ? null : { id: found, stageId, index };
}

/**
 * The index among the other cards for a held card whose upper edge is at `top`. The held card is thought away, so that
 * the answer does not depend on where it is shown meanwhile: cards of unequal height cannot swap back and forth.
 */
export function indexAtHeight(
  ids: readonly string[],
  heldId: string,
  top: number,
  gap: number,
  heightOf: (id: string) => number,
): number {
  let index = 0;
  let start = 0;
  for (const id of ids) {
    if (id === heldId) continue;
    const height = heightOf(id);
    if (start + height / 2 > top) break;
    start += height + gap;
    index += 1;
  }
  return index;
}
