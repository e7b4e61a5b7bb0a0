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

export interface Place {
  step: number;
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

function startOf(steps: readonly Step[], step: number): Place {
  return { step, slide: wayOf(steps[step])[0]?.id ?? '', page: 0 };
}

function endOf(steps: readonly Step[], step: number): Place {
  return { step, slide: wayOf(steps[step]).at(-1)?.id ?? '', page: LAST };
}

/** One page on. `pages` is how many the shown slide has; `ago` where it stood when it is not there any more. */
export function next(steps: readonly Step[], place: Place, pages: number): Place {
  if (place.page + 1 < pages) return { ...place, page: place.page + 1 };
  const way = wayOf(steps[place.step]);
  const at = way.findIndex(({ id }) => id === place.slide);
  const after = way[at + 1];
  if (at >= 0 && after) return { step: place.step, slide: after.id, page: 0 };
  // From what was opened out of the way, one comes back to where the step begins.
  if (at < 0 && way.length > 0) return startOf(steps, place.step);
  return place.step + 1 < steps.length ? startOf(steps, place.step + 1) : place;
}

/** One page back. */
export function back(steps: readonly Step[], place: Place): Place {
  if (place.page > 0) return { ...place, page: place.page - 1 };
  const way = wayOf(steps[place.step]);
  const at = way.findIndex(({ id }) => id === place.slide);
  const before = way[at - 1];
  if (before) return { step: place.step, slide: before.id, page: LAST };
  if (at < 0 && way.length > 0) return startOf(steps, place.step);
  return place.step > 0 ? endOf(steps, place.step - 1) : place;
}

/** To the beginning of a step, or to where it ends. */
export function jump(steps: readonly Step[], step: number, to: 'start' | 'end' = 'start'): Place {
  const inside = Math.max(0, Math.min(steps.length - 1, step));
  return to === 'start' ? startOf(steps, inside) : endOf(steps, inside);
}

/** Where one stands among what is on the way, from 1; null for what was opened out of it. */
export function count(steps: readonly Step[], place: Place): { at: number; of: number } | null {
  const way = wayOf(steps[place.step]);
  const at = way.findIndex(({ id }) => id === place.slide);
  return at < 0 ? null : { at: at + 1, of: way.length };
}

/** A place that can be shown: the same, or the nearest when what it showed has gone. */
export function standing(steps: readonly Step[], place: Place, was = 0): Place {
  const step = Math.max(0, Math.min(steps.length - 1, place.step));
  const slides = steps[step]?.slides ?? [];
  if (step === place.step && slides.some(({ id }) => id === place.slide)) return place;
  const way = wayOf(steps[step]);
  return { step, slide: way[Math.min(was, way.length - 1)]?.id ?? '', page: 0 };
}

export interface Position<Kind extends string = string> {
  step: Kind;
  page: number;
  painPointId?: string | null;
  winId?: string | null;
}

/** How the others are told where the one who presents stands. */
export function positionOf<Kind extends string>(steps: readonly Step<Kind>[], place: Place): Position<Kind> | null {
  const step = steps[place.step];
  const slide = step?.slides.find(({ id }) => id === place.slide);
  if (!step || !slide) return null;
  const at = slide.aside ? ASIDE + asidesOf(step).indexOf(slide) : wayOf(step).indexOf(slide);
  const { painPointId = null, winId = null } = slide;
  const page = Math.min(place.page, APART - 1);
  return { step: step.kind, page: (painPointId ?? winId) ? page : at * APART + page, painPointId, winId };
}

/** The place that a position means here. Another room has other pages: the thing that is shown is what counts. */
export function placeOf<Kind extends string>(steps: readonly Step<Kind>[], position: Position<Kind>): Place | null {
  const at = steps.findIndex(({ kind }) => kind === position.step);
  const step = steps[at];
  if (!step) return null;
  const { painPointId, winId, page } = position;
  if (painPointId ?? winId) {
    const slide = step.slides.find((one) => (painPointId ? one.painPointId === painPointId : one.winId === winId));
    return slide ? { step: at, slide: slide.id, page } : null;
  }
  const index = Math.floor(page / APART);
  const slide = asidesOf(step)[index - ASIDE] ?? wayOf(step)[index] ?? wayOf(step)[0];
  return slide ? { step: at, slide: slide.id, page: page % APART } : null;
}
