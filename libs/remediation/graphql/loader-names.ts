/** The names under which this part registers its loaders. */
export const PAIN_POINT_LOADER = 'painPoint';
export const STAGE_LOADER = 'stage';
export const BOARD_LOADER = 'board';
export const STAGES_OF_BOARD_LOADER = 'stagesOfBoard';
export const STAGE_FIGURES_LOADER = 'stageFigures';
export const MERGED_FROM_LOADER = 'mergedFrom';
export const SHARED_COMMENT_LOADER = 'sharedComment';
export const LATEST_SHARED_LOADER = 'latestShared';
export const QUOTE_IDS_LOADER = 'quoteIdsOfPainPoint';
export const PAIN_POINTS_OF_QUOTE_LOADER = 'painPointIdsOfQuote';
export const PAIN_POINTS_OF_TASK_LOADER = 'painPointIdsOfTask';
export const PAIN_POINTS_OF_WIN_LOADER = 'painPointIdsOfWin';
export const THANKS_LOADER = 'thanksOfWin';
export const UNIT_COSTS_LOADER = 'unitCostsOfPainPoint';
export const UNDONE_LOADER = 'undoneBy';

/** What is read differently for those who may see internal things. */
type Linked = 'tasks' | 'taskProgress' | 'wins' | 'comments' | 'history' | 'tasksOfWin';

/** The name of a loader that respects what a visitor may see. */
export function linkedLoader(linked: Linked, seesAll: boolean): string {
  return `${linked}:${seesAll ? 'all' : 'shared'}`;
}
