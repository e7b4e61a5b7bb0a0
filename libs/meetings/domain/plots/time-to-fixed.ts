import type { Instant } from '@stanch/kernel';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { FEWEST_FOR_PERCENTILE, percentile } from '../trust-figures.js';
import { hairline, heightAxis, tickCount, timeTicks, widthAxis } from './axes.js';
import { colour } from './colours.js';
import {
  type Area,
  type Canvas,
  drawing,
  emptyPlot,
  heightsAre,
  label,
  type Plot,
  roomFor,
  stacked,
  titleLines,
} from './drawing.js';
import { around, lineAt, nameBeside, type Spot } from './names.js';
import { el } from './svg.js';
import { widthOf } from './text-width.js';
import type { Voice } from './voice.js';

/** A pain point that a sponsor confirmed. */
export interface ConfirmedCase {
  readonly key: string;
  readonly title: string;
  readonly confirmedAt: Instant;
  /** From raised to confirmed, in whole days. */
  readonly days: number;
}

/** What the plot of the time to fixed is made of. */
export interface TimeToFixedData {
  readonly from: Instant;
  readonly to: Instant;
  /** In the order in which they were confirmed. */
  readonly cases: readonly ConfirmedCase[];
}

const TITLE = 'Time from raised to confirmed';
const COLUMNS = ['Pain point', 'What it is', 'Confirmed', 'Days'];
/** More rows than this nobody reads. */
const MOST_ROWS = 500;
/** So many of the slowest are named. */
const NAMED = 3;

/** How long each took that was confirmed, with the lines below which half and 85 of 100 lie. */
export function timeToFixedPlot({ from, to, cases }: TimeToFixedData, canvas: Canvas, voice: Voice): Plot {
  const sorted = cases.map(({ days }) => days).toSorted((one, other) => one - other);
  const few = cases.length < FEWEST_FOR_PERCENTILE;
  const how =
    `Whole days from raised to the last yes of a sponsor, of the ${voice.count(cases.length, 'pain point')} confirmed in this time. ` +
    (few
      ? `Below ${FEWEST_FOR_PERCENTILE} cases there are no percentiles, only the cases themselves.`
      : 'The lines are percentiles (nearest rank): so many of 100 took no longer.') +
    (cases.length > MOST_ROWS ? ` The table has the latest ${voice.number(MOST_ROWS)}.` : '');
  if (cases.length === 0) {
    const sentence = 'No sponsor confirmed a fix in this time, so there is no time to tell yet.';
    return emptyPlot(canvas, 'time', TITLE, sentence, how, COLUMNS);
  }
  const lines = few ? [] : ([50, 85] as const).map((percent) => ({ percent, days: percentile(sorted, percent) ?? 0 }));
  const alt = finding(cases, sorted, lines, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const texts = lines.flatMap(({ percent, days }) => [`${percent} of 100`, `within ${voice.count(days, 'day')}`]);
  const [top, bottom] = [title.height + t * 1.7, height - t * 3];
  const scale = scaleLinear([0, Math.max(1, max(sorted) ?? 1)], [bottom, top]).nice(tickCount(bottom - top, t * 2.4));
  const ticks = scale
    .ticks(tickCount(bottom - top, t * 2.4))
    .filter(Number.isInteger)
    .map((at) => ({ at, text: voice.number(at) }));
  const left = Math.max(...ticks.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const area = { left, right: width - roomFor(texts, canvas), top, bottom };
  const x = scaleLinear([Date.parse(from), Date.parse(to)], [area.left + t * 0.4, area.right - t * 0.4]);
  const placeOf = ({ confirmedAt, days }: ConfirmedCase): Spot => ({ x: x(Date.parse(confirmedAt)), y: scale(days) });
  const parts = [
    title.drawn,
    heightsAre(
      [
        ...(few
          ? [
              `days; ${voice.count(cases.length, 'case')}, too few for percentiles`,
              `days; ${voice.count(cases.length, 'case')}`,
            ]
          : []),
        'days',
      ],
      canvas,
      title.height,
    ),
    heightAxis(ticks, (value) => scale(value), area, t),
    ...lines.map(({ percent, days }) => percentileLine(percent, scale(days), area, t)),
    ...points(cases, placeOf, t),
    ...slowestNamed(
      cases,
      placeOf,
      lines.map(({ days }) => scale(days)),
      area,
      t,
    ),
    widthAxis(
      timeTicks(Date.parse(from), Date.parse(to), area.right - area.left, t, voice),
      (at) => x(at),
      area,
      t,
      width,
    ),
    label('day of the confirmation', area.right, bottom + t * 2.3, t, { anchor: 'end', fill: 'soft' }),
    ...stacked(
      lines.map(({ percent, days }) => ({
        y: scale(days),
        weight: percent,
        lines: [{ text: `${percent} of 100`, bold: true }, { text: `within ${voice.count(days, 'day')}` }],
      })),
      area.right + t * 0.5,
      area,
      t,
    ),
  ];
  const rows = cases
    .toReversed()
    .slice(0, MOST_ROWS)
    .map(({ key, title: what, confirmedAt, days }) => [key, what, voice.wholeDay(confirmedAt), voice.number(days)]);
  return {
    title: TITLE,
    svg: drawing(canvas, 'time', alt, parts),
    alt,
    how,
    table: { columns: COLUMNS, rows },
    empty: false,
  };
}

/** A point for each; those in one place are drawn once. */
function points(cases: readonly ConfirmedCase[], placeOf: (one: ConfirmedCase) => Spot, t: number): string[] {
  const cell = t * 0.3;
  const places = new Map(
    cases.map((one) => {
      const { x, y } = placeOf(one);
      return [`${Math.round(x / cell)} ${Math.round(y / cell)}`, { x, y }];
    }),
  );
  const look = { r: reach(t), fill: colour('confirmed'), stroke: colour('paper'), 'stroke-width': hairline(t) };
  return [...places.values()].map(({ x, y }) => el('circle', { cx: x, cy: y, ...look }));
}

/** How far a point reaches. */
function reach(t: number): number {
  return Math.max(2.5, t * 0.3);
}

/** Dots for the half, dashes for 85 of 100; below the points, so that it erases none. */
function percentileLine(percent: number, y: number, { left, right }: Area, t: number): string {
  const dashes = percent === 50 ? `${t * 0.2} ${t * 0.25}` : `${t * 0.8} ${t * 0.3}`;
  const look = { stroke: colour('ink'), 'stroke-width': Math.max(1.5, t / 8), 'stroke-dasharray': dashes };
  return el('line', { x1: left, x2: right, y1: y, y2: y, ...look });
}

/** The slowest by their keys, where a key stands clear of all points and lines. */
function slowestNamed(
  cases: readonly ConfirmedCase[],
  placeOf: (one: ConfirmedCase) => Spot,
  lines: readonly number[],
  { left, right, top, bottom }: Area,
  t: number,
): string[] {
  const taken = lines.map((y) => lineAt(y, left, right, t));
  const slowest = cases.toSorted((one, other) => other.days - one.days).slice(0, NAMED);
  return slowest.flatMap((one) => {
    const marks = cases.filter((other) => other !== one).map((other) => around(placeOf(other), reach(t)));
    const within = { left, right, top: top - t * 0.5, bottom };
    const place = nameBeside(one.key, placeOf(one), reach(t), t, { within, marks, taken });
    if (!place) return [];
    taken.push(place);
    return [label(one.key, place.left, (place.top + place.bottom) / 2, t, { halo: true })];
  });
}

function finding(
  cases: readonly ConfirmedCase[],
  sorted: readonly number[],
  lines: readonly { percent: number; days: number }[],
  voice: Voice,
): string {
  const slowest = cases.toSorted((one, other) => other.days - one.days)[0];
  const named = slowest ? ` The slowest, ${slowest.key}, took ${voice.count(slowest.days, 'day')}.` : '';
  const [half, most] = lines;
  if (!half || !most) {
    const days = sorted.map((one) => voice.number(one)).join(', ');
    return cases.length === 1
      ? `One fix was confirmed in this time, ${voice.count(sorted[0] ?? 0, 'day')} after it was raised.`
      : `${voice.count(cases.length, 'fix was', 'fixes were')} confirmed in this time, after ${days} days: too few for percentiles.`;
  }
  return (
    `Of ${voice.number(cases.length)} confirmed fixes half came within ${voice.count(half.days, 'day')} of being raised, ` +
    `and 85 of 100 within ${voice.count(most.days, 'day')}.${named}`
  );
}
