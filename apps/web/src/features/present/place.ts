/** Where one stands in a meeting. It is found again by what is shown, not by a number: the lists change while one talks. */

/** One thing to look at: a card, a win, or a page that is neither. */
export interface Slide {
  id: string;
  painPointId?: string;
  winId?: string;
  /** Only opened out of another one; it is not on the way. */
  aside?: boolean;
}

export interface Step<Kind extends string = string> {
  kind: Kind;
  slides: readonly Slide[];
}

export interface Place<Kind extends string = string> {
  /** The kind of the step: the agenda may change meanwhile. */
  step: Kind;
  slide: string;
  /** What does not fit on one page goes on on the next. */
  page: number;
}

/** The last page of a slide, before anybody has counted them. */
export const LAST = Number.MAX_SAFE_INTEGER;

/** Pages of a slide that has neither card nor win count from its place times this. */
const APART = 1000;
/** What is opened out of the way counts from here: how long the way is differs from one screen to the other. */
const ASIDE = 40;

function wayOf(step: Step | undefined): readonly Slide[] {
  return step?.slides.filter(({ aside }) => !aside) ?? [];
}

function asidesOf(step: Step): readonly Slide[] {
  return step.slides.filter(({ aside }) => aside);
}

/** Which of the steps one stands in, from 0. */
export function indexOf<Kind extends string>(
  steps: readonly Step<Kind>[],
  { step }: Pick<Place<Kind>, 'step'>,
): number {
  return steps.findIndex(({ kind }) => kind === step);
}

function stepOf<Kind extends string>(steps: readonly Step<Kind>[], place: Pick<Place<Kind>, 'step'>) {
  return steps[indexOf(steps, place)];
}

function startOf<Kind extends string>(step: Step<Kind>): Place<Kind> {
  return { step: step.kind, slide: wayOf(step)[0]?.id ?? '', page: 0 };
}

function endOf<Kind extends string>(step: Step<Kind>): Place<Kind> {
  return { step: step.kind, slide: wayOf(step).at(-1)?.id ?? '', page: LAST };
}

/** One page on. `pages` is how many the shown slide has. */
export function next<Kind extends string>(
  steps: readonly Step<Kind>[],
  place: Place<Kind>,
  pages: number,
): Place<Kind> {
  if (place.page + 1 < pages) return { ...place, page: place.page + 1 };
  const step = stepOf(steps, place);
  const way = wayOf(step);
  const at = way.findIndex(({ id }) => id === place.slide);
  const after = way[at + 1];
  if (at >= 0 && after) return { step: place.step, slide: after.id, page: 0 };
  // From what was opened out of the way, one comes back to where the step begins.
  if (step && at < 0 && way.length > 0) return startOf(step);
  const following = steps[indexOf(steps, place) + 1];
  return following ? startOf(following) : place;
}

/** One page back. */
export function back<Kind extends string>(steps: readonly Step<Kind>[], place: Place<Kind>): Place<Kind> {
  if (place.page > 0) return { ...place, page: place.page - 1 };
  const step = stepOf(steps, place);
  const way = wayOf(step);
  const at = way.findIndex(({ id }) => id === place.slide);
  const before = way[at - 1];
  if (before) return { step: place.step, slide: before.id, page: LAST };
  if (step && at < 0 && way.length > 0) return startOf(step);
  const previous = steps[indexOf(steps, place) - 1];
  return previous ? endOf(previous) : place;
}

/** To the beginning of a step, or to where it ends; null for a step that is not on the agenda. */
export function jump<Kind extends string>(
  steps: readonly Step<Kind>[],
  kind: Kind | null | undefined,
  to: 'start' | 'end' = 'start',
): Place<Kind> | null {
  const step = steps.find((one) => one.kind === kind);
  return step ? (to === 'start' ? startOf(step) : endOf(step)) : null;
}

/** Where one stands among what is on the way, from 1; null for what was opened out of it. */
export function count(steps: readonly Step[], place: Place): { at: number; of: number } | null {
  const way = wayOf(stepOf(steps, place));
  const at = way.findIndex(({ id }) => id === place.slide);
  return at < 0 ? null : { at: at + 1, of: way.length };
}

/** What was shown last: where its slide stood among the others, and the agenda of that moment. */
export interface Was<Kind extends string = string> {
  at: number;
  steps: readonly Kind[];
}

/** A place that can be shown: the same, or the nearest when what it showed has gone. */
export function standing<Kind extends string>(
  steps: readonly Step<Kind>[],
  place: Place<Kind>,
  was: Was<Kind> = { at: 0, steps: [] },
): Place<Kind> {
  const step = stepOf(steps, place);
  if (!step) {
    const near = nearestOf(steps, was.steps, place.step);
    return near ? startOf(near) : place;
  }
  if (step.slides.some(({ id }) => id === place.slide)) return place;
  const way = wayOf(step);
  return { step: step.kind, slide: way[Math.min(was.at, way.length - 1)]?.id ?? '', page: 0 };
}

/** Of the steps that are left, the one that stood nearest to one that was switched off; of two as near the later one. */
function nearestOf<Kind extends string>(steps: readonly Step<Kind>[], before: readonly Kind[], gone: Kind) {
  const at = before.indexOf(gone);
  const far = (kind: Kind) => Math.abs(before.indexOf(kind) - at) - (before.indexOf(kind) > at ? 0.5 : 0);
  const known = at < 0 ? [] : steps.filter(({ kind }) => before.includes(kind));
  return known.toSorted((one, other) => far(one.kind) - far(other.kind))[0] ?? steps[0];
}

export interface Position<Kind extends string = string> {
  step: Kind;
  page: number;
  painPointId?: string | null;
  winId?: string | null;
}

/** How the others are told where the one who presents stands. */
export function positionOf<Kind extends string>(
  steps: readonly Step<Kind>[],
  place: Place<Kind>,
): Position<Kind> | null {
  const step = stepOf(steps, place);
  const slide = step?.slides.find(({ id }) => id === place.slide);
  if (!step || !slide) return null;
  const at = slide.aside ? ASIDE + asidesOf(step).indexOf(slide) : wayOf(step).indexOf(slide);
  const { painPointId = null, winId = null } = slide;
  const page = Math.min(place.page, APART - 1);
  return { step: step.kind, page: (painPointId ?? winId) ? page : at * APART + page, painPointId, winId };
}

/**
 * The place that a position means here. Another room has other pages: the thing that is shown is what counts; where it is
 * not known here, its step. Null for a step that is not on the agenda here.
 */
export function placeOf<Kind extends string>(
  steps: readonly Step<Kind>[],
  position: Position<Kind>,
): Place<Kind> | null {
  const step = stepOf(steps, position);
  if (!step) return null;
  const { painPointId, winId, page } = position;
  if (painPointId ?? winId) {
    const slide = step.slides.find((one) => (painPointId ? one.painPointId === painPointId : one.winId === winId));
    return slide ? { step: step.kind, slide: slide.id, page } : startOf(step);
  }
  const index = Math.floor(page / APART);
  const slide = asidesOf(step)[index - ASIDE] ?? wayOf(step)[index] ?? wayOf(step)[0];
  return slide ? { step: step.kind, slide: slide.id, page: page % APART } : null;
}
