import { highBleedRate, LITTLE_EFFORT_DAYS, Quadrant, quadrantOf, scoreOf } from '@stanch/remediation';
import { max, sum } from 'd3-array';
import { scaleLog } from 'd3-scale';
import { hairline, inside } from './axes.js';
import { colour } from './colours.js';
import { type Area, type Canvas, drawing, emptyPlot, heightsAre, label, type Plot, titleLines } from './drawing.js';
import { around, type Box, lineAt, nameBeside, overlap, type Spot } from './names.js';
import { el } from './svg.js';
import { widthOf } from './text-width.js';
import type { Voice } from './voice.js';

/** A pain point that nobody treats yet. */
export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly bleedPerWeek: number;
  /** Null: not estimated. */
  readonly effortDays: number | null;
  /** Which it is in a list that is chosen from; absent where nothing is chosen. */
  readonly number?: number;
}

/** What the plot of impact and effort is made of. */
export interface ImpactEffortData {
  readonly candidates: readonly Candidate[];
  readonly hourlyCost: number;
  /** They are those of a list that is chosen from: each is drawn with its number. */
  readonly fromList?: boolean;
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
export function impactEffortPlot(data: ImpactEffortData, canvas: Canvas, voice: Voice): Plot {
  const { candidates, hourlyCost, fromList = false } = data;
  const estimated = estimatedOf(candidates, hourlyCost);
  const without = candidates.length - estimated.length;
  const high = highBleedRate(hourlyCost);
  const how =
    `${fromList ? 'What stands in bleeding and is in the list, by its number there.' : 'What stands in bleeding or is planned.'} Little effort is up to ${LITTLE_EFFORT_DAYS} working days, a high bleed rate from ${voice.money(high)} a week ` +
    `(one working day of one person). The best are those that bleed most per day of effort. ${voice.count(estimated.length, 'pain point')} with an estimate of the effort` +
    `${without > 0 ? `, ${voice.number(without)} without one and not drawn` : ''}. Both scales are logarithmic; what lies below them stands at their edge.`;
  if (estimated.length === 0) {
    return emptyPlot(canvas, 'impact', TITLE, sayNone(candidates.length, fromList, voice), how, COLUMNS);
  }
  const alt = finding(estimated, without, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const x0 = (max(estimated, ({ effortDays }) => effortDays) ?? 0) / LITTLE_EFFORT_DAYS;
  const y0 = high === 0 ? 1 : (max(estimated, ({ bleedPerWeek }) => bleedPerWeek) ?? 0) / high;
  const [across, up] = [Math.max(4, x0 * 1.25), Math.max(6, y0 * 1.4)];
  const [top, bottom] = [title.height + t * 1.7, height - t * 3];
  const middle = high || 1;
  // A number at the edge must not lie over what is written beside the axis.
  const edge = fromList ? t * NUMBER_REACH : 0;
  const y = scaleLog([middle / up, middle * up], [bottom - edge, top + edge]).clamp(true);
  const ticksUp = voice.axisMoney(spaced(roundValues(middle / up, middle * up), (value) => y(value), t * 1.9));
  const left = Math.max(...ticksUp.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const area = { left, right: width - t, top, bottom };
  const x = scaleLog(
    [LITTLE_EFFORT_DAYS / across, LITTLE_EFFORT_DAYS * across],
    [area.left + edge, area.right - edge],
  ).clamp(true);
  const ticksAcross = spaced(
    roundValues(LITTLE_EFFORT_DAYS / across, LITTLE_EFFORT_DAYS * across),
    (value) => x(value),
    t * 2.6,
  );
  const placeOf = (one: Estimated): Spot => ({
    x: x(Math.max(one.effortDays, 1e-6)),
    y: y(Math.max(one.bleedPerWeek, 1e-6)),
  });
  const edges = { stroke: colour('soft'), 'stroke-width': hairline(t) };
  const dashed = { ...edges, 'stroke-dasharray': `${t * 0.3} ${t * 0.3}` };
  const centre = { x: x(LITTLE_EFFORT_DAYS), y: y(middle) };
  const corners = cornersOf(estimated, area, centre, t, voice);
  const taken = [
    ...corners.map(({ box }) => box),
    lineAt(centre.y, area.left, area.right, t),
    { left: centre.x - t / 8, right: centre.x + t / 8, top, bottom },
  ];
  const ground = { placeOf, area, centre, taken, t };
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
    el('line', { x1: area.left, x2: area.right, y1: centre.y, y2: centre.y, ...dashed }),
    el('line', { x1: centre.x, x2: centre.x, y1: top, y2: bottom, ...dashed }),
    ...corners.map(({ drawn }) => drawn),
    ...(fromList ? numbered(estimated, ground) : pointed(estimated, ground)),
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

/** Where the candidates are drawn, and what is there already. */
interface Ground {
  readonly placeOf: (one: Estimated) => Spot;
  readonly area: Area;
  /** Where the four corners meet. */
  readonly centre: Spot;
  /** By the names of the corners, and the lines between them. */
  readonly taken: readonly Box[];
  readonly t: number;
}

function sayNone(candidates: number, fromList: boolean, voice: Voice): string {
  if (fromList) return 'Nothing of the list waits to be chosen any more.';
  return candidates === 0
    ? 'Nothing waits to be treated, so there is nothing to choose from.'
    : `${voice.count(candidates, 'pain point waits', 'pain points wait')}, but nobody has estimated the effort of any. Say on a card how many days it would take.`;
}

/** Those with an estimate, in the order of their list, or what bleeds most per day of effort first. */
function estimatedOf(candidates: readonly Candidate[], hourlyCost: number): Estimated[] {
  return candidates
    .flatMap((candidate): Estimated[] => {
      const { bleedPerWeek, effortDays } = candidate;
      const quadrant = quadrantOf(bleedPerWeek, effortDays, hourlyCost);
      const score = scoreOf(bleedPerWeek, effortDays);
      if (effortDays === null || quadrant === null || score === null) return [];
      return [{ ...candidate, effortDays, quadrant, score }];
    })
    .toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0) || other.score - one.score);
}

/** What each corner is, in the corner itself, and how many are there; less of it where there is less room. */
function cornersOf(
  estimated: readonly Estimated[],
  { left, right, top, bottom }: Area,
  centre: Spot,
  t: number,
  voice: Voice,
): { drawn: string; box: Box }[] {
  const places: readonly (readonly [Quadrant, number, number, 'start' | 'end', number])[] = [
    [Quadrant.QUICK_WIN, left + t * 0.5, top + t * 0.8, 'start', centre.x - left],
    [Quadrant.BIG_FIX, right - t * 0.4, top + t * 0.8, 'end', right - centre.x],
    [Quadrant.FILL_IN, left + t * 0.5, bottom - t * 0.8, 'start', centre.x - left],
    [Quadrant.THINK_TWICE, right - t * 0.4, bottom - t * 0.8, 'end', right - centre.x],
  ];
  return places.map(([quadrant, x, y, anchor, room]) => {
    const count = voice.number(estimated.filter((one) => one.quadrant === quadrant).length);
    const text = [`${NAME_OF[quadrant]} ${count}`, count].find((one) => widthOf(one, t, true) <= room - t) ?? '';
    const width = widthOf(text, t, true);
    const start = anchor === 'start' ? x : x - width;
    const fill = quadrant === Quadrant.QUICK_WIN ? 'ink' : 'soft';
    return {
      drawn: label(text, x, y, t, { anchor, bold: true, fill, halo: true }),
      box: { left: start, right: start + width, top: y - t * 0.6, bottom: y + t * 0.6 },
    };
  });
}

/** All that waits: points, the best as diamonds with their names. */
function pointed(estimated: readonly Estimated[], ground: Ground): string[] {
  const { placeOf, t } = ground;
  const best = estimated.filter(({ quadrant }) => quadrant === Quadrant.QUICK_WIN).slice(0, NAMED);
  const named = new Set(best);
  const others = estimated.filter((one) => !named.has(one));
  const half = t * 0.42;
  const diamonds = best.map((one) => {
    const { x, y } = placeOf(one);
    const d = `M${x},${y - half}L${x + half},${y}L${x},${y + half}L${x - half},${y}Z`;
    return el('path', { d, fill: colour('bleeding'), stroke: colour('paper'), 'stroke-width': hairline(t) });
  });
  const places = best.map((one) => ({ one, spot: placeOf(one), half }));
  const points = others.map((one) => around(placeOf(one), t * 0.24));
  return [...pointsOf(others, placeOf, t), ...diamonds, ...namesOf(places, points, ground)];
}

/** A candidate of a list, with its number where the candidate stands, or as near as there is room. */
interface Numbered {
  readonly one: Estimated;
  /** Where it stands. */
  readonly at: Spot;
  /** Where its number does; null where nobody would find it among the others. */
  readonly spot: Spot | null;
}

/** What can be chosen, by the numbers of the list. */
function numbered(estimated: readonly Estimated[], ground: Ground): string[] {
  const { t } = ground;
  const half = t * NUMBER_REACH;
  const all = withNumbers(estimated, ground);
  const moved = all.filter(({ at, spot }) => spot !== at);
  const dots = moved.map(({ at: { x, y } }) => el('circle', { cx: x, cy: y, r: t * DOT_REACH, fill: colour('ink') }));
  const leads = moved.flatMap(({ at, spot }) => {
    const look = { stroke: colour('ink'), 'stroke-width': hairline(t) };
    return spot === null ? [] : el('line', { x1: at.x, y1: at.y, x2: spot.x, y2: spot.y, ...look });
  });
  const numbers = all.flatMap(({ one, spot }) => {
    if (spot === null) return [];
    const stroke = colour(one.quadrant === Quadrant.QUICK_WIN ? 'bleeding' : 'accent');
    const ring = { cx: spot.x, cy: spot.y, r: half * 0.92, fill: colour('paper'), stroke, 'stroke-width': t / 8 };
    return el('circle', ring) + label(String(one.number ?? ''), spot.x, spot.y, t, { anchor: 'middle', bold: true });
  });
  const places = all.flatMap(({ one, spot }) => (spot === null ? [] : { one, spot, half }));
  const points = moved.map(({ at }) => around(at, t * DOT_REACH));
  return [...leads, ...dots, ...numbers, ...namesOf(places.slice(0, NAMED), points, ground, places)];
}

/** How far a number and the point that it belongs to reach; in sizes of the text. */
const NUMBER_REACH = 0.8;
const DOT_REACH = 0.2;
/** How far from its point a number may be, in its own sizes; and in how many directions it is looked for. */
const FARTHEST = 20;
const DIRECTIONS = 16;

/**
 * Each number where its candidate stands; where another is there already, as near as possible, and in its own corner
 * as long as there is room: from afar a quick win that stands among the fill-ins is one of them.
 */
function withNumbers(estimated: readonly Estimated[], { placeOf, area, centre, taken, t }: Ground): Numbered[] {
  const half = t * NUMBER_REACH;
  const corners = taken.slice(0, CORNERS);
  const spots = estimated.map((one) => ({ one, at: placeOf(one) }));
  const free = (spot: Spot, boxes: readonly Box[]) => !boxes.some((box) => overlap(around(spot, half), box));
  const standing: Box[] = [];
  const there = spots.map(({ at }) => {
    if (!free(at, [...corners, ...standing])) return false;
    standing.push(around(at, half));
    return true;
  });
  const dots = spots.flatMap(({ at }, index) => (there[index] ? [] : around(at, t * DOT_REACH)));
  return spots.map(({ one, at }, index) => {
    if (there[index]) return { one, at, spot: at };
    const places = nearTo(at, half).filter(
      (spot) => isWithin(spot, half, area) && free(spot, [...corners, ...standing, ...dots]),
    );
    const place = places.find((spot) => isWithin(spot, half, cornerOf(at, centre, area))) ?? places[0];
    if (place) standing.push(around(place, half));
    return { one, at, spot: place ?? null };
  });
}

function isWithin({ x, y }: Spot, half: number, { left, right, top, bottom }: Area): boolean {
  return x - half >= left && x + half <= right && y - half >= top && y + half <= bottom;
}

/** The corner of the plot in which something stands; what is on a line belongs to the better one. */
function cornerOf({ x, y }: Spot, centre: Spot, area: Area): Area {
  return {
    ...area,
    ...(x <= centre.x ? { right: centre.x } : { left: centre.x }),
    ...(y <= centre.y ? { bottom: centre.y } : { top: centre.y }),
  };
}

/** Places around another, the nearest first. */
function nearTo({ x, y }: Spot, half: number): Spot[] {
  return Array.from({ length: FARTHEST * 2 }, (_, ring) =>
    Array.from({ length: DIRECTIONS }, (__, direction) => {
      const [angle, distance] = [(direction / DIRECTIONS) * 2 * Math.PI, half * (1.4 + ring / 2)];
      return { x: x + Math.cos(angle) * distance, y: y + Math.sin(angle) * distance };
    }),
  ).flat();
}

/** Points of the others; those in one place are drawn once. */
function pointsOf(others: readonly Estimated[], placeOf: (one: Estimated) => Spot, t: number): string[] {
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

/** A candidate where it is drawn. */
interface Drawn {
  readonly one: Estimated;
  readonly spot: Spot;
  readonly half: number;
}

/** The names beside their marks, whole, or the keys alone; none where it could be taken for that of another mark. */
function namesOf(
  named: readonly Drawn[],
  points: readonly Box[],
  { area, taken, t }: Ground,
  all: readonly Drawn[] = named,
): string[] {
  const standing = [...taken];
  return named.flatMap(({ one, spot, half }) => {
    const others = all.filter((other) => other.one !== one).map((other) => around(other.spot, other.half));
    const surroundings = { within: area, marks: [...points, ...others], taken: standing };
    for (const text of [`${one.key} ${one.title}`, one.key]) {
      const place = nameBeside(text, spot, half, t, surroundings);
      if (!place) continue;
      standing.push(place);
      return [label(text, place.left, (place.top + place.bottom) / 2, t, { halo: true })];
    }
    return [];
  });
}

/** The names of the corners are the first that is taken. */
const CORNERS = 4;

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
