import type { PlotInput } from './plot.graphql.js';

/** The plots of a programme, in the order in which they are shown. What was before and after is drawn of one win. */
export const PLOT_KINDS = [
  'BLEEDING',
  'CUMULATIVE_FLOW',
  'TIME_TO_FIXED',
  'COMMITMENTS_KEPT',
  'AGEING',
  'IMPACT_EFFORT',
] as const satisfies readonly PlotInput['kind'][];
