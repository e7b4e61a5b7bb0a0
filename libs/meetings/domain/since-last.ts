import { bleedPerWeek, StageCategory } from '@stanch/remediation';
import type { BoardHistory, Stand } from './board-history.js';
import type { BleedEffects } from './minutes.js';
import type { StagesOverTime } from './stages-over-time.js';

/** A card's way from where it stood at one moment to where it stands at another. */
export interface Way {
  readonly painPointId: string;
  readonly fromStageId: string;
  readonly toStageId: string;
}

/** What became of the cards of a board between two moments, by their ids. There and back again is no change. */
export interface NetChange {
  readonly raised: readonly string[];
  readonly moved: readonly Way[];
  /** Came to be fixed, whoever said so. */
  readonly fixed: readonly string[];
  /** No longer fixed, whoever said so. */
  readonly unfixed: readonly string[];
  /** Of which a sponsor has said that it is fixed, and nobody anything else since. */
  readonly confirmed: readonly string[];
  /** Parked, declined or merged. */
  readonly left: readonly string[];
  /** Back on the board after that. */
  readonly returned: readonly string[];
}

/** What became of the cards after one moment and until another, out of their recorded history. */
export function netChange(history: BoardHistory, stages: StagesOverTime, from: number, to: number): NetChange {
  const raised: string[] = [];
  const moved: Way[] = [];
  const fixed: string[] = [];
  const unfixed: string[] = [];
  const confirmed: string[] = [];
  const left: string[] = [];
  const returned: string[] = [];
  const isFixed = ({ stageId }: Stand, at: number) => stages.categoryOf(stageId, at) === StageCategory.FIXED;
  for (const journey of history.journeys) {
    const end = journey.at(to);
    if (end === null || end.from <= from) continue;
    const { painPointId } = journey.card;
    const before = journey.at(from);
    const start = before ?? (journey.stands[0] as Stand);
    if (before === null) raised.push(painPointId);
    if (!end.onBoard) {
      if (start.onBoard) left.push(painPointId);
      continue;
    }
    if (!start.onBoard) returned.push(painPointId);
    if (start.stageId !== end.stageId) {
      moved.push({ painPointId, fromStageId: start.stageId, toStageId: end.stageId });
    }
    if (isFixed(end, to) && !isFixed(start, from)) fixed.push(painPointId);
    if (start.onBoard && isFixed(start, from) && !isFixed(end, to)) unfixed.push(painPointId);
    if (end.confirmedAt !== null && end.confirmedAt > from) confirmed.push(painPointId);
  }
  return { raised, moved, fixed, unfixed, confirmed, left, returned };
}

/** A moment, in milliseconds since 1970, and what an hour of work cost then. */
export interface Valued {
  readonly at: number;
  readonly hourlyCost: number;
}

/** What came of what, and by how much each card was estimated anew, by its id. */
interface Bleeding {
  readonly effects: BleedEffects;
  readonly reestimated: ReadonlyMap<string, number>;
}

/**
 * What came of what between two moments: together they lead from what bled then to what bleeds now. A card that was raised
 * and fixed in between adds to both; of all others each has one effect.
 */
export function bleedEffects(history: BoardHistory, stages: StagesOverTime, from: Valued, to: Valued): Bleeding {
  const effects = { raised: 0, reopened: 0, returned: 0, fixed: 0, left: 0, reestimated: 0 };
  const reestimated = new Map<string, number>();
  const isFixed = ({ stageId }: Stand, { at }: Valued) => stages.categoryOf(stageId, at) === StageCategory.FIXED;
  for (const journey of history.journeys) {
    const end = journey.at(to.at);
    if (end === null) continue;
    const before = journey.at(from.at);
    const rate = ({ at, hourlyCost }: Valued) => bleedPerWeek(journey.costAt(at), hourlyCost);
    const bleeds = (stand: Stand, then: Valued) => stand.onBoard && !isFixed(stand, then);
    let bled = before !== null && bleeds(before, from) ? rate(from) : 0;
    if (before === null && !isFixed(journey.stands[0] as Stand, from)) effects.raised += bled = rate(to);
    const change = (bleeds(end, to) ? rate(to) : 0) - bled;
    // What a merged card bled, the one in which it lives on bleeds: both are estimated together.
    const merged = end.merged;
    if (!merged && !end.onBoard) effects.left += change;
    else if (!merged && before?.onBoard === false) effects.returned += change;
    else if (!merged && isFixed(end, to)) effects.fixed += change;
    else if (!merged && isFixed(before ?? (journey.stands[0] as Stand), from)) effects.reopened += change;
    else if (change !== 0) reestimated.set(journey.card.painPointId, change);
  }
  effects.reestimated = [...reestimated.values()].reduce((sum, change) => sum + change, 0);
  return { effects, reestimated };
}
