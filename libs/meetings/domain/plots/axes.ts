import { dayAfter, type Day, firstOfMonth, instantOf, mondayOf, startOfDay } from '@stanch/kernel';
import { colour } from './colours.js';
import { type Area, label } from './drawing.js';
import { el } from './svg.js';
import { widthOf } from './text-width.js';
import type { Voice } from './voice.js';

/** A value or moment that is written at an axis. */
export interface Tick {
  readonly at: number;
  readonly text: string;
}

/** Heights beside the left edge, with a faint line for each across the plot. */
export function heightAxis(ticks: readonly Tick[], y: (value: number) => number, area: Area, size: number): string {
  return ticks
    .map(({ at, text }) => {
      const line = { x1: area.left, x2: area.right, y1: y(at), y2: y(at), stroke: colour('line') };
      return (
        el('line', { ...line, 'stroke-width': hairline(size) }) +
        label(text, area.left - size * 0.5, y(at), size, { anchor: 'end', fill: 'soft' })
      );
    })
    .join('');
}

/** Moments or values below a plot, and in words what they are. */
export function widthAxis(
  ticks: readonly Tick[],
  x: (value: number) => number,
  area: Area,
  size: number,
  width = Infinity,
): string {
  const base = { x1: area.left, x2: area.right, y1: area.bottom, y2: area.bottom, stroke: colour('soft') };
  const marks = ticks.map(({ at, text }) => {
    const mark = { x1: x(at), x2: x(at), y1: area.bottom, y2: area.bottom + size * 0.3, stroke: colour('soft') };
    return (
      el('line', { ...mark, 'stroke-width': hairline(size) }) +
      label(text, inside(x(at), text, size, width), area.bottom + size * 0.95, size, { anchor: 'middle', fill: 'soft' })
    );
  });
  return el('line', { ...base, 'stroke-width': hairline(size) }) + marks.join('');
}

/** The middle of a label, moved so far that all of it is on the canvas. */
export function inside(x: number, text: string, size: number, width: number): number {
  const half = widthOf(text, size) / 2;
  return Math.max(half, Math.min(x, width - half));
}

/** As many values as stand comfortably along a length. */
export function tickCount(length: number, each: number, most = 6): number {
  return Math.max(2, Math.min(most, Math.floor(length / each)));
}

export function hairline(size: number): number {
  return Math.max(1, size / 14);
}

/** Steps between the days that are written: in days, or in months. */
const DAY_STEPS = [1, 2, 7, 14, 28];
const MONTH_STEPS = [1, 2, 3, 6, 12];

/** The days or months of a span of time, as many as can be written beside each other. */
export function timeTicks(from: number, to: number, room: number, size: number, voice: Voice): Tick[] {
  const { timeZone } = voice.customs;
  const [first, last] = [voice.dayOf(instantOf(from)), voice.dayOf(instantOf(to))];
  const start = (day: Day) => Date.parse(startOfDay(day, timeZone));
  const days = (to - from) / 86_400_000;
  const fits = (ticks: readonly Tick[]) => {
    const gaps = ticks.slice(1).map(({ at }, index) => ((at - (ticks[index]?.at ?? 0)) / (to - from)) * room);
    const widest = Math.max(0, ...ticks.map(({ text }) => widthOf(text, size)));
    return gaps.every((gap) => gap >= widest + size * 0.8);
  };
  const within = ({ at }: Tick) => at >= from && at <= to;
  for (const step of DAY_STEPS) {
    if (days / step > room / (size * 2)) continue;
    const ticks: Tick[] = [];
    const begin = step < 7 ? first : mondayOf(first);
    for (let day = begin; day <= last; day = dayAfter(day, step)) ticks.push({ at: start(day), text: voice.day(day) });
    const shown = ticks.filter(within);
    if (shown.length > 0 && fits(shown)) return shown;
  }
  for (const step of MONTH_STEPS) {
    const ticks: Tick[] = [];
    for (let day = firstOfMonth(first); day <= last; day = firstOfMonth(dayAfter(day, 32))) {
      if ((Number(day.slice(5, 7)) - 1) % step === 0) ticks.push({ at: start(day), text: voice.month(day) });
    }
    const shown = ticks.filter(within);
    if (shown.length > 0 && fits(shown)) return shown;
  }
  return [];
}
