import type { Area } from './drawing.js';
import { widthOf } from './text-width.js';

/** A place in a drawing. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A part of a drawing that something takes. */
export type Box = Area;

/** What a mark takes that reaches so far to each side. */
export function around({ x, y }: Spot, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** What a line of a plot takes that lies at a height. */
export function lineAt(y: number, left: number, right: number, size: number): Box {
  return { left, right, top: y - size / 8, bottom: y + size / 8 };
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** What a name must keep clear of. */
export interface Surroundings {
  /** Where names may stand. */
  readonly within: Area;
  /** The other marks: beside one of them the name would be read as its own. */
  readonly marks: readonly Box[];
  /** What it must not lie over: lines, and names that stand already. */
  readonly taken: readonly Box[];
}

/** How far a name stands from its own mark, and from any other more than that; in sizes of its text. */
const OFF_ITS_MARK = { across: 0.3, up: 0.1 };
const OFF_OTHERS = { across: 0.55, up: 0.25 };

/** Where a name stands beside its mark; null where there is no place in which nobody takes it for the name of another. */
export function nameBeside(
  text: string,
  spot: Spot,
  half: number,
  size: number,
  { within, marks, taken }: Surroundings,
): Box | null {
  const free = (box: Box) =>
    box.left >= within.left &&
    box.right <= within.right &&
    box.top >= within.top &&
    box.bottom <= within.bottom &&
    !taken.some((other) => overlap(apart(box, size), other)) &&
    !marks.some((mark) => overlap(grown(box, size), mark));
  return placesBeside(widthOf(text, size), spot, half, size).find(free) ?? null;
}

/** The places around a mark, the best first. */
function placesBeside(width: number, { x, y }: Spot, half: number, size: number): Box[] {
  const off = half + size * OFF_ITS_MARK.across;
  const up = half + size * (0.5 + OFF_ITS_MARK.up);
  const lefts: readonly (readonly [number, number])[] = [
    [x + off, y],
    [x - off - width, y],
    [x, y - up],
    [x, y + up],
    [x - width, y - up],
    [x - width, y + up],
  ];
  return lefts.map(([left, middle]) => ({
    left,
    right: left + width,
    top: middle - size / 2,
    bottom: middle + size / 2,
  }));
}

/** With the room around a name in which no other mark may be. */
function grown({ left, right, top, bottom }: Box, size: number): Box {
  const [across, up] = [size * OFF_OTHERS.across, size * OFF_OTHERS.up];
  return { left: left - across, right: right + across, top: top - up, bottom: bottom + up };
}

/** With the room that two names in a row need between them. */
function apart({ left, right, top, bottom }: Box, size: number): Box {
  return { left: left - size * 0.4, right: right + size * 0.4, top, bottom };
}
