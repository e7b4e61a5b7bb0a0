import type { Instant } from '@stanch/kernel';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { FEWEST_FOR_PERCENTILE, percentile } from '../trust-figures.js';
import { heightAxis, tickCount, timeTicks, widthAxis } from './axes.js';
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
  const placeOf = ({ confirmedAt, days }: ConfirmedCase) => [x(Date.parse(confirmedAt)), scale(days)] as const;
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
    ...points(cases, placeOf, t),
    ...lines.map(({ percent, days }) => percentileLine(percent, scale(days), area, t)),
    ...slowestNamed(cases, placeOf, area, t),
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
function points(
  cases: readonly ConfirmedCase[],
  placeOf: (one: ConfirmedCase) => readonly [number, number],
  t: number,
): string[] {
  const cell = t * 0.3;
  const places = new Map(
    cases.map((one) => {
      const [x, y] = placeOf(one);
      return [`${Math.round(x / cell)} ${Math.round(y / cell)}`, { x, y }];
    }),
  );
  const look = { r: Math.max(2.5, t * 0.3), fill: colour('confirmed'), 'fill-opacity': 0.8, stroke: colour('paper') };
  return [...places.values()].map(({ x, y }) => el('circle', { cx: x, cy: y, ...look }));
}

/** Dots for the half, dashes for 85 of 100; on a strip of paper, so that they are seen over any number of points. */
function percentileLine(percent: number, y: number, { left, right }: Area, t: number): string {
  const place = { x1: left, x2: right, y1: y, y2: y };
  const width = Math.max(1.5, t / 8);
  const dashes = percent === 50 ? `${t * 0.2} ${t * 0.25}` : `${t * 0.8} ${t * 0.3}`;
  return (
    el('line', { ...place, stroke: colour('paper'), 'stroke-width': width * 2.6, 'stroke-opacity': 0.85 }) +
    el('line', { ...place, stroke: colour('ink'), 'stroke-width': width, 'stroke-dasharray': dashes })
  );
}

/** The slowest by their keys, where no other name stands already. */
function slowestNamed(
  cases: readonly ConfirmedCase[],
  placeOf: (one: ConfirmedCase) => readonly [number, number],
  { left, right }: { left: number; right: number },
  t: number,
): string[] {
  const named: { x: number; y: number; width: number }[] = [];
  const slowest = cases.toSorted((one, other) => other.days - one.days).slice(0, NAMED);
  return slowest.flatMap((one) => {
    const [x, y] = placeOf(one);
    const width = widthOf(one.key, t);
    const start = x + t * 0.55 + width <= right ? x + t * 0.55 : x - t * 0.55 - width;
    const place = { x: start, y, width };
    const overlaps = named.some((other) => {
      return (
        Math.abs(other.y - y) < t * 1.2 && start < other.x + other.width + t * 0.4 && other.x < start + width + t * 0.4
      );
    });
    const taken = cases.some((other) => {
      const [cx, cy] = placeOf(other);
      return other !== one && Math.abs(cy - y) < t * 0.7 && cx > start - t * 0.3 && cx < start + width + t * 0.3;
    });
    if (overlaps || taken || start < left) return [];
    named.push(place);
    return [label(one.key, start, y, t, { halo: true })];
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
