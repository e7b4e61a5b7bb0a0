/** Within this distance of an edge the board begins to scroll; the nearer, the faster. */
const EDGE = 64;
const FASTEST = 18;

/** Scrolls an element by one frame's step when the pointer is near one of its edges. */
export function scrollNearEdge(element: HTMLElement, axis: 'x' | 'y', at: number): void {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const [from, to] = axis === 'y' ? [top, bottom] : [left, right];
  const edge = Math.min(EDGE, (to - from) / 4);
  const before = edge - (at - from);
  const behind = edge - (to - at);
  const step = Math.ceil((Math.min(edge, Math.max(before, behind)) / edge) * FASTEST);
  if (step <= 0) return;
  const by = before > behind ? -step : step;
  if (axis === 'y') element.scrollTop += by;
  else element.scrollLeft += by;
}
