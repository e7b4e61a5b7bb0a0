import type { AgendaStepKind } from '../../graphql/generated/types.js';

/** What each step of the agenda is called: short enough for the foot of the projected view. */
export const STEP_WORDS: Record<AgendaStepKind, string> = {
  SINCE_LAST: 'Since last week',
  WINS: 'Wins',
  COMMITMENTS: 'Commitments',
  WALK: 'Walk the board',
  QUICK_WINS: 'Next quick wins',
  DECISIONS: 'Decisions',
};
