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
  'reestimated',
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
 * The walk in the order in which its cards came, by their ids: what came meanwhile stands behind, and what needs talk once
 * more has its old place, so that nothing changes places under the one who talks.
 */
export function inOrderOf(came: readonly string[], now: readonly WalkItem[]): WalkItem[] {
  const place = new Map(came.map((id, at) => [id, at]));
  const placeOf = ({ card }: WalkItem) => place.get(card.painPointId) ?? Infinity;
  return now.toSorted((one, other) => compare(placeOf(one), placeOf(other)));
}

/** Also of what has no place yet: it stays in the order in which it was told. */
const compare = (one: number, other: number) => (one === other ? 0 : one - other);
