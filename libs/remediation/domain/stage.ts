import { badInput, requiredText } from '@stanch/kernel';
import type { Rank } from './rank.js';

/** What a stage means, whatever a team calls it. */
export const StageCategory = {
  BLEEDING: 'BLEEDING',
  PLANNED: 'PLANNED',
  TREATING: 'TREATING',
  CHECKING: 'CHECKING',
  FIXED: 'FIXED',
} as const;
export type StageCategory = (typeof StageCategory)[keyof typeof StageCategory];

/** The stages of a new board, from left to right. */
export const DEFAULT_STAGES: readonly { name: string; category: StageCategory }[] = [
  { name: 'Bleeding', category: StageCategory.BLEEDING },
  { name: 'Planned', category: StageCategory.PLANNED },
  { name: 'Treating', category: StageCategory.TREATING },
  { name: 'Checking with sponsor', category: StageCategory.CHECKING },
  { name: 'Fixed', category: StageCategory.FIXED },
];

const LONGEST_NAME = 60;
const HIGHEST_LIMIT = 999;

/** A column of the board. */
export class Stage {
  id!: string;
  boardId!: string;
  name!: string;
  category!: StageCategory;
  /** How many cards the team wants here at most; more is shown, not forbidden. */
  wipLimit!: number | null;
  /** The stage's place on the board, a fractional index. */
  position!: Rank;

  static make(data: {
    id: string;
    boardId: string;
    name: string;
    category: StageCategory;
    wipLimit: number | null;
    position: Rank;
  }): Stage {
    const stage = new Stage();
    Object.assign(stage, data);
    stage.rename(data.name);
    stage.limit(data.wipLimit);
    return stage;
  }

  rename(name: string): void {
    this.name = requiredText('name', 'The name of the stage', name, LONGEST_NAME);
  }

  limit(wipLimit: number | null): void {
    if (wipLimit !== null && (!Number.isInteger(wipLimit) || wipLimit < 1 || wipLimit > HIGHEST_LIMIT)) {
      throw badInput('wipLimit', `The limit must be a whole number from 1 to ${HIGHEST_LIMIT}, or empty for none.`);
    }
    this.wipLimit = wipLimit;
  }
}

/** Checks that the stages, from left to right, make a board: it begins with bleeding and ends with fixed. */
export function assertBoardShape(stages: readonly Pick<Stage, 'category'>[]): void {
  if (stages.at(0)?.category !== StageCategory.BLEEDING) {
    throw badInput('stages', 'The first stage of a board must be one of the category Bleeding.');
  }
  if (stages.at(-1)?.category !== StageCategory.FIXED) {
    throw badInput('stages', 'The last stage of a board must be one of the category Fixed.');
  }
}
