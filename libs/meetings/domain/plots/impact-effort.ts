import { highBleedRate, LITTLE_EFFORT_DAYS, Quadrant, quadrantOf, scoreOf } from '@stanch/remediation';
import { max, sum } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { hairline, inside } from './axes.js';
import { colour } from './colours.js';
import { type Area, type Canvas, drawing, emptyPlot, heightsAre, label, type Plot, titleLines } from './drawing.js';
import { el } from './svg.js';
import { fitted, widthOf } from './text-width.js';
import type { Voice } from './voice.js';

/** A pain point that nobody treats yet. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly bleedPerWeek: number;
  /** Null: not estimated. */
  readonly effortDays: number | null;
}

/** What the plot of impact and effort is made of. */
export interface ImpactEffortData {
  readonly candidates: readonly Candidate[];
  readonly hourlyCost: number;
}

/** A candidate with an estimate, and what follows from it. */
interface Estimated extends Candidate {
  readonly effortDays: number;
  readonly quadrant: Quadrant;
  readonly score: number;
}

const TITLE = 'What to treat next';
const COLUMNS = ['Pain point', 'What it is', 'Effort in days', 'Bleeding a week', 'Corner', 'A week per day of effort'];
const NAME_OF: Readonly<Record<Quadrant, string>> = {
  [Quadrant.QUICK_WIN]: 'Quick wins',
  [Quadrant.BIG_FIX]: 'Big fixes',
  [Quadrant.FILL_IN]: 'Fill-ins',
  [Quadrant.THINK_TWICE]: 'Think twice',
};
const ONE_OF: Readonly<Record<Quadrant, string>> = {
  [Quadrant.QUICK_WIN]: 'Quick win',
  [Quadrant.BIG_FIX]: 'Big fix',
  [Quadrant.FILL_IN]: 'Fill-in',
  [Quadrant.THINK_TWICE]: 'Think twice',
};
/** So many of the best are named, where there is room. */
const NAMED = 7;
const MOST_ROWS = 500;

/** What bleeds much for little effort, and what does not: four corners, the best candidates by name. */
export function impactEffortPlot({ candidates, hourlyCost }: ImpactEffortData, canvas: Canvas, voice: Voice): Plot {
  const estimated = estimatedOf(candidates, hourlyCost);
  const without = candidates.length - estimated.length;
  const high = highBleedRate(hourlyCost);
  const how =
    `What stands in bleeding or is planned. Little effort is up to ${LITTLE_EFFORT_DAYS} working days, a high bleed rate from ${voice.money(high)} a week ` +
    `(one working day of one person). The best are those that bleed most per day of effort. ${voice.count(estimated.length, 'pain point')} with an estimate of the effort` +
    `${without > 0 ? `, ${voice.number(without)} without one and not drawn` : ''}. Both scales are logarithmic; what lies below them stands at their edge.`;
  if (estimated.length === 0) {
    const sentence =
      candidates.length === 0
        ? 'Nothing waits to be treated, so there is nothing to choose from.'
        : `${voice.count(candidates.length, 'pain point waits', 'pain points wait')}, but nobody has estimated the effort of any. Say on a card how many days it would take.`;
    return emptyPlot(canvas, 'impact', TITLE, sentence, how, COLUMNS);
  }
  const alt = finding(estimated, without, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const x0 = (max(estimated, ({ effortDays }) => effortDays) ?? 0) / LITTLE_EFFORT_DAYS;
  const y0 = high === 0 ? 1 : (max(estimated, ({ bleedPerWeek }) => bleedPerWeek) ?? 0) / high;
  const [across, up] = [Math.max(4, x0 * 1.25), Math.max(6, y0 * 1.4)];
  const [top, bottom] = [title.height + t * 1.7, height - t * 3];
  const middle = high || 1;
  const y = scaleLog([middle / up, middle * up], [bottom, top]).clamp(true);
  const ticksUp = voice.axisMoney(spaced(roundValues(middle / up, middle * up), (value) => y(value), t * 1.9));
  const left = Math.max(...ticksUp.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const area = { left, right: width - t, top, bottom };
  const x = scaleLog([LITTLE_EFFORT_DAYS / across, LITTLE_EFFORT_DAYS * across], [area.left, area.right]).clamp(true);
  const ticksAcross = spaced(
    roundValues(LITTLE_EFFORT_DAYS / across, LITTLE_EFFORT_DAYS * across),
    (value) => x(value),
    t * 2.6,
  );
  const placeOf = (one: Estimated): Spot => ({
    x: x(Math.max(one.effortDays, 1e-6)),
    y: y(Math.max(one.bleedPerWeek, 1e-6)),
  });
  const best = estimated.filter(({ quadrant }) => quadrant === Quadrant.QUICK_WIN).slice(0, NAMED);
  const named = new Set(best);
  const others = estimated.filter((one) => !named.has(one));
  const edges = { stroke: colour('soft'), 'stroke-width': hairline(t) };
  const centre = { x: x(LITTLE_EFFORT_DAYS), y: y(middle) };
  const parts = [
    title.drawn,
    heightsAre(['money a week that it bleeds', 'money a week'], canvas, title.height),
    el('rect', {
      x: area.left,
      y: area.top,
      width: centre.x - area.left,
      height: centre.y - area.top,
      fill: colour('zone'),
    }),
    ...ticksUp.map(({ at, text }) => label(text, area.left - t * 0.5, y(at), t, { anchor: 'end', fill: 'soft' })),
    ...ticksAcross.map((at) =>
      label(voice.number(at, 2), inside(x(at), voice.number(at, 2), t, width), bottom + t * 0.95, t, {
        anchor: 'middle',
        fill: 'soft',
      }),
    ),
    el('line', { x1: area.left, x2: area.right, y1: bottom, y2: bottom, ...edges }),
    el('line', { x1: area.left, x2: area.left, y1: top, y2: bottom, ...edges }),
    el('line', {
      x1: area.left,
      x2: area.right,
      y1: centre.y,
      y2: centre.y,
      ...edges,
      'stroke-dasharray': `${t * 0.3} ${t * 0.3}`,
    }),
    el('line', {
      x1: centre.x,
      x2: centre.x,
      y1: top,
      y2: bottom,
      ...edges,
      'stroke-dasharray': `${t * 0.3} ${t * 0.3}`,
    }),
    ...points(others, placeOf, t),
    ...bestPoints(best, others.map(placeOf), placeOf, area, t),
    ...corners(estimated, area, centre, t, voice),
    label('days of effort', area.right, bottom + t * 2.3, t, { anchor: 'end', fill: 'soft' }),
  ];
  return {
    title: TITLE,
    svg: drawing(canvas, 'impact', alt, parts),
    alt,
    how,
    table: tableOf(estimated, voice),
    empty: false,
  };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Those with an estimate, what bleeds most per day of effort first. */
function estimatedOf(candidates: readonly Candidate[], hourlyCost: number): Estimated[] {
  return candidates
    .flatMap((candidate): Estimated[] => {
      const { bleedPerWeek, effortDays } = candidate;
      const quadrant = quadrantOf(bleedPerWeek, effortDays, hourlyCost);
      const score = scoreOf(bleedPerWeek, effortDays);
      if (effortDays === null || quadrant === null || score === null) return [];
      return [{ ...candidate, effortDays, quadrant, score }];
    })
    .toSorted((one, other) => other.score - one.score);
}

/** What each corner is, in the corner itself, and how many are there. */
function corners(
  estimated: readonly Estimated[],
  { left, right, top, bottom }: Area,
  centre: Spot,
  t: number,
  voice: Voice,
): string[] {
  const places: readonly (readonly [Quadrant, number, number, 'start' | 'end', number])[] = [
    [Quadrant.QUICK_WIN, left + t * 0.5, top + t * 0.8, 'start', centre.x - left],
    [Quadrant.BIG_FIX, right - t * 0.4, top + t * 0.8, 'end', right - centre.x],
    [Quadrant.FILL_IN, left + t * 0.5, bottom - t * 0.8, 'start', centre.x - left],
    [Quadrant.THINK_TWICE, right - t * 0.4, bottom - t * 0.8, 'end', right - centre.x],
  ];
  return places.map(([quadrant, x, y, anchor, room]) => {
    const count = estimated.filter((one) => one.quadrant === quadrant).length;
    const text = fitted(`${NAME_OF[quadrant]} ${voice.number(count)}`, room - t, t, true) ?? '';
    return label(text, x, y, t, {
      anchor,
      bold: true,
      fill: quadrant === Quadrant.QUICK_WIN ? 'ink' : 'soft',
      halo: true,
    });
  });
}

/** Points of the others; those in one place are drawn once. */
function points(others: readonly Estimated[], placeOf: (one: Estimated) => Spot, t: number): string[] {
  const cell = t * 0.25;
  const spots = new Map(
    others.map((one) => {
      const { x, y } = placeOf(one);
      return [`${Math.round(x / cell)} ${Math.round(y / cell)}`, { x, y }];
    }),
  );
  const look = {
    r: Math.max(2.5, t * 0.24),
    fill: colour('paper'),
    stroke: colour('accent'),
    'stroke-width': Math.max(1.5, t / 9),
  };
  return [...spots.values()].map(({ x, y }) => el('circle', { cx: x, cy: y, ...look }));
}

/**
 * The best with their names beside them, wherever there is room: off all points if possible, over those of the others where
 * these stand too close; a name that would overlap another name is left out.
 */
function bestPoints(
  best: readonly Estimated[],
  others: readonly Spot[],
  placeOf: (one: Estimated) => Spot,
  area: Area,
  t: number,
): string[] {
  const size = t * 0.42;
  const around = ({ x, y }: Spot): Box => ({ left: x - size, right: x + size, top: y - size, bottom: y + size });
  const avoided = others.map(around);
  const spots = best.map(placeOf);
  const taken: Box[] = [
    // The names of the corners stand there already.
    ...[area.left, area.right - t * 8].flatMap((left) =>
      [area.top, area.bottom - t * 1.6].map((top) => ({ left, right: left + t * 8, top, bottom: top + t * 1.6 })),
    ),
    ...spots.map(around),
  ];
  const drawn = spots.map(({ x, y }) => {
    const d = `M${x},${y - size}L${x + size},${y}L${x},${y + size}L${x - size},${y}Z`;
    return el('path', { d, fill: colour('bleeding'), stroke: colour('paper'), 'stroke-width': hairline(t) });
  });
  const names = best.flatMap((one, at) => {
    const free = (box: Box) =>
      box.left >= area.left + t * 0.2 &&
      box.right <= area.right &&
      box.top >= area.top &&
      box.bottom <= area.bottom &&
      taken.every((other, index) => index === at + CORNERS || !overlap(box, other));
    const texts = [t * 17, t * 9].flatMap((room) => fitted(`${one.key} ${one.title}`, room, t) ?? []);
    const places = [...texts, one.key].flatMap((text) => placesOf(text, spots[at] as Spot, size, t));
    const possible = places.filter(({ box }) => free(box));
    const place = possible.find(({ box }) => !avoided.some((other) => overlap(box, other))) ?? possible[0];
    if (!place) return [];
    taken.push(place.box);
    return [label(place.text, place.box.left, (place.box.top + place.box.bottom) / 2, t, { halo: true })];
  });
  return [...drawn, ...names];
}

const CORNERS = 4;

/** Where a name may stand beside its point, the best place first. */
function placesOf(text: string, { x, y }: Spot, size: number, t: number): { text: string; box: Box }[] {
  const width = widthOf(text, t);
  const places = [
    [x + size * 1.5, y],
    [x - size * 1.5 - width, y],
    [x + size, y - t * 1.05],
    [x + size, y + t * 1.05],
    [x - size - width, y - t * 1.05],
    [x - size - width, y + t * 1.05],
  ] as const;
  return places.map(([left, middle]) => ({
    text,
    box: { left, right: left + width, top: middle - t * 0.55, bottom: middle + t * 0.55 },
  }));
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** 1, 2, 5, 10, 20, 50 and so on, between two values. */
function roundValues(from: number, to: number): number[] {
  const values: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.log10(to); power += 1) {
    for (const step of [1, 2, 5]) values.push(step * 10 ** power);
  }
  return values.filter((value) => value >= from && value <= to);
}

/** Those that stand far enough apart; of two that do not, the first. */
function spaced(values: readonly number[], place: (value: number) => number, apart: number): number[] {
  const kept: number[] = [];
  for (const value of values) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(place(value) - place(last)) >= apart) kept.push(value);
  }
  return kept;
}

function finding(estimated: readonly Estimated[], without: number, voice: Voice): string {
  const quick = estimated.filter(({ quadrant }) => quadrant === Quadrant.QUICK_WIN);
  const rest =
    without === 0 ? '' : ` ${voice.count(without, 'other has', 'others have')} no estimate of the effort yet.`;
  const first = quick[0];
  if (!first) {
    return `None of the ${voice.count(estimated.length, 'pain point')} that wait with an estimate is a quick win.${rest}`;
  }
  const [rate, days] = [sum(quick, (one) => one.bleedPerWeek), sum(quick, (one) => one.effortDays)];
  const effort = (value: number) => `${voice.number(value, 1)} ${value === 1 ? 'day' : 'days'}`;
  return (
    `${voice.count(quick.length, 'quick win')} of ${voice.count(estimated.length, 'pain point')} that wait with an estimate: ${voice.money(rate)} a week for ${effort(days)} of work. ` +
    `First comes ${first.key}, “${first.title}”: ${voice.money(first.bleedPerWeek)} a week for ${effort(first.effortDays)}.${rest}`
  );
}

function tableOf(estimated: readonly Estimated[], voice: Voice) {
  const rows = estimated
    .slice(0, MOST_ROWS)
    .map((one) => [
      one.key,
      one.title,
      voice.number(one.effortDays, 2),
      voice.money(one.bleedPerWeek),
      ONE_OF[one.quadrant],
      voice.money(one.score),
    ]);
  return { columns: COLUMNS, rows };
}
