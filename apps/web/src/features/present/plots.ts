import { PLOT_KINDS } from '../meetings/plot-kinds.js';
import type { StepKind } from './meeting.graphql.js';
import type { Slide } from './place.js';

/** What can be opened in every step: each plot, and when it will stop. */
const VIEWS = [...PLOT_KINDS, 'FORECAST'] as const;
export type View = (typeof VIEWS)[number];

/** The one that says most about a step: it is opened first. */
const FIRST: Record<StepKind, View> = {
  SINCE_LAST: 'BLEEDING',
  WINS: 'TIME_TO_FIXED',
  COMMITMENTS: 'COMMITMENTS_KEPT',
  WALK: 'AGEING',
  QUICK_WINS: 'FORECAST',
  DECISIONS: 'BLEEDING',
};

const PICTURE = 'plot:';
const TABLE = 'table:';

/** They stand beside the way of each step, where all who follow find them. */
export const VIEW_SLIDES: readonly Slide[] = VIEWS.flatMap((view) => [
  { id: PICTURE + view, aside: true },
  { id: TABLE + view, aside: true },
]);

/** What a slide shows of them, and whether in figures and words; null for any other slide. */
export function viewOf(slide: string | undefined): { view: View; asTable: boolean } | null {
  const view = VIEWS.find((one) => slide === PICTURE + one || slide === TABLE + one);
  return view ? { view, asTable: slide === TABLE + view } : null;
}

/** The slide that one key leads to: the first of a step, and from each the next, round and round. */
export function nextView(step: StepKind, slide: string | undefined): string {
  const shown = viewOf(slide);
  const view = shown ? VIEWS[(VIEWS.indexOf(shown.view) + 1) % VIEWS.length] : FIRST[step];
  return PICTURE + (view ?? FIRST[step]);
}

/** From a plot to the table behind it and how it was computed, and back again. */
export function turned(step: StepKind, slide: string | undefined): string {
  // The plot of what comes next stands on the way itself.
  if (step === 'QUICK_WINS' && slide === 'plot') return `${TABLE}IMPACT_EFFORT`;
  const shown = viewOf(slide);
  return shown?.asTable ? PICTURE + shown.view : TABLE + (shown?.view ?? FIRST[step]);
}
