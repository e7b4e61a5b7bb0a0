import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { TRAILING_WEEKS } from '@stanch/sponsorship';
import type { BoardHistory, Stand } from './board-history.js';
import { FEWEST_FOR_PERCENTILE, percentile } from './trust-figures.js';

/** How long cards stay in a stage before they move on. */
export interface StagePace {
  /** How many have moved on from there. */
  readonly stays: number;
  /** Half of them within so many days; null below ten stays. */
  readonly usualDays: number | null;
  /** 85 of 100 of them within so many days; null below ten stays. */
  readonly slowDays: number | null;
}

/** A stage that nobody has moved on from. */
export const NO_PACE: StagePace = { stays: 0, usualDays: null, slowDays: null };

/**
 * The pace of each stage by all that moved on from there in the twelve weeks before a moment, so that an old habit does
 * not excuse a new one. A stay goes from entering a stage to leaving it for another; a move that was taken back ends no
 * stay and begins none, and what left the board from a stage did not move on.
 */
export function stagePaces(history: BoardHistory, at: number): Map<string, StagePace> {
  const recent = at - TRAILING_WEEKS * 7 * MILLISECONDS_PER_DAY;
  const days = new Map<string, number[]>();
  for (const { stands } of history.journeys) {
    for (const [index, { from, stageId, since, onBoard, takenBack }] of stands.entries()) {
      const next = stands[index + 1];
      if (!next || next.from > at) break;
      if (next.from <= recent) continue;
      if (!onBoard || takenBack || next.stageId === stageId || returns(stands, index, at)) continue;
      const stay = Math.max(0, next.from - Math.min(since, from)) / MILLISECONDS_PER_DAY;
      const stays = days.get(stageId);
      if (stays) stays.push(stay);
      else days.set(stageId, [stay]);
    }
  }
  return new Map([...days].map(([stageId, stays]) => [stageId, paceOf(stays)]));
}

/** Whether the move after a stand was taken back later: then the stay goes on, as old as it was. */
function returns(stands: readonly Stand[], index: number, at: number): boolean {
  const { stageId, since } = stands[index] as Stand;
  return stands
    .slice(index + 1)
    .some((later) => later.from <= at && later.stageId === stageId && later.since === since);
}

function paceOf(stays: number[]): StagePace {
  const sorted = stays.toSorted((one, other) => one - other);
  if (sorted.length < FEWEST_FOR_PERCENTILE) return { ...NO_PACE, stays: sorted.length };
  return { stays: sorted.length, usualDays: percentile(sorted, 50), slowDays: percentile(sorted, 85) };
}
