import { StageCategory } from '@stanch/remediation';
import type { BoardHistory, Stand } from './board-history.js';
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
    if (end.confirmedAt !== null && end.confirmedAt > from) confirmed.push(painPointId);
  }
  return { raised, moved, fixed, confirmed, left, returned };
}
