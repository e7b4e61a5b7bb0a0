import type { Meeting, StepKind, WalkItem } from './meeting.graphql.js';
import type { Slide, Step } from './place.js';
import { VIEW_SLIDES } from './plots.js';

/** The figures of the first step that open to the cards behind them. */
export const FIGURES = [
  'raised',
  'reopened',
  'returned',
  'fixed',
  'left',
  'moved',
  'confirmed',
  'kept',
  'broken',
] as const;
export type FigureName = (typeof FIGURES)[number];

const SLIDES: Record<StepKind, (meeting: Meeting) => Slide[]> = {
  SINCE_LAST: () => [{ id: 'since' }, ...FIGURES.map((id) => ({ id, aside: true }))],
  WINS: ({ wins }) => (wins.length > 0 ? wins.map(({ winId }) => ({ id: winId, winId })) : [{ id: 'none' }]),
  COMMITMENTS: () => [{ id: 'since' }, { id: 'next' }],
  WALK: ({ walk }) => [
    { id: 'map' },
    ...walk.items.map(({ card: { painPointId } }) => ({ id: painPointId, painPointId })),
  ],
  QUICK_WINS: ({ candidates }) => [...(candidates.length > 0 ? [{ id: 'plot' }] : []), { id: 'choose' }],
  DECISIONS: () => [{ id: 'decided' }, { id: 'end' }],
};

/** The meeting as what one walks through. */
export function slidesOf(meeting: Meeting): Step<StepKind>[] {
  return meeting.steps.map(({ kind }) => ({ kind, slides: [...SLIDES[kind](meeting), ...VIEW_SLIDES] }));
}

/**
 * The walk as the room began it, with what has become of each card: a card that was dealt with a moment ago needs no more
 * talk, but it must not vanish from under the one who talks; what came meanwhile stands behind.
 */
export function keepWalk(before: readonly WalkItem[], now: readonly WalkItem[]): WalkItem[] {
  const found = new Map(now.map((item) => [item.card.painPointId, item]));
  const known = new Set(before.map(({ card }) => card.painPointId));
  return [
    ...before.map((item) => found.get(item.card.painPointId) ?? { ...item, reasons: [] }),
    ...now.filter(({ card }) => !known.has(card.painPointId)),
  ];
}
