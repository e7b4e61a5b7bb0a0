import type { Instant } from '@stanch/kernel';
import type { StageThen } from '@stanch/remediation';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { StagePace } from '../stage-pace.js';
import { FEWEST_FOR_PERCENTILE } from '../trust-figures.js';
import { hairline, heightAxis, tickCount } from './axes.js';
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
import { widthOf, wrapped } from './text-width.js';
import { listed, type Voice } from './voice.js';

/** A card with how long it has stood where it stands. */
export interface AgedCard {
  readonly key: string;
  readonly title: string;
  readonly days: number;
}

/** A stage in which work stands, with the pace that it usually has. */
export interface AgedStage {
  readonly stage: StageThen;
  readonly pace: StagePace;
  /** The oldest first. */
  readonly cards: readonly AgedCard[];
}

/** What the plot of the ages is made of. */
export interface AgeingData {
  readonly at: Instant;
  readonly stages: readonly AgedStage[];
}

const TITLE = 'How long they have stood there';
const COLUMNS = ['Pain point', 'What it is', 'Stage', 'Days there', 'Half move on within', '85 of 100 within'];
/** So many of the oldest of a stage are named, where there is room. */
const NAMED = 3;
/** More rows than this nobody reads. */
const MOST_ROWS = 500;

/** A column with a name is at least so many sizes of its text wide; then there is room for the names of the lines, too. */
const FEWEST_TEXTS = 6;

/** A column of the plot. */
interface Column {
  readonly aged: AgedStage;
  readonly left: number;
  readonly width: number;
}

/** How long what is not fixed has stood in its stage, against how long cards usually stay there. */
export function ageingPlot({ stages }: AgeingData, canvas: Canvas, voice: Voice): Plot {
  const cards = stages.flatMap((aged) => aged.cards);
  const how = howComputed(stages, cards.length, voice);
  if (cards.length === 0) {
    return emptyPlot(
      canvas,
      'ages',
      TITLE,
      'Nothing waits: all that was raised is fixed or has left the board.',
      how,
      COLUMNS,
    );
  }
  const alt = finding(stages, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const oldest = Math.max(
    1,
    max(stages, ({ cards: all, pace }) => Math.max(all[0]?.days ?? 0, pace.slowDays ?? 0)) ?? 1,
  );
  const paced = stages.filter(({ pace }) => pace.usualDays !== null);
  const side =
    paced.length === 0 || (width - t * 12) / stages.length < t * FEWEST_TEXTS ? [] : ['85% moved on', 'half moved on'];
  const narrow = (width - t * (side.length > 0 ? 12 : 3)) / stages.length;
  const nameLines = Math.max(...stages.map(({ stage }) => wrapped(stage.name, narrow, t, 2).length));
  const [top, bottom] = [title.height + t * 1.9, height - t * (3.2 + 1.2 * nameLines)];
  const scale = scaleLinear([0, oldest], [bottom, top]).nice(tickCount(bottom - top, t * 2.4));
  const ticks = scale
    .ticks(tickCount(bottom - top, t * 2.4))
    .filter(Number.isInteger)
    .map((at) => ({ at, text: voice.number(at) }));
  const left = Math.max(...ticks.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const area = { left, right: width - roomFor(side, canvas), top, bottom };
  const step = (area.right - area.left) / stages.length;
  const columns = stages.map((aged, at): Column => ({ aged, left: area.left + step * at, width: step }));
  const y = (days: number) => scale(days);
  const parts = [
    title.drawn,
    heightsAre(
      [...(paced.length > 0 ? [] : ['days in the stage; too few moved on for lines']), 'days in the stage', 'days'],
      canvas,
      title.height,
    ),
    ...columns.map((column) => zones(column, y, t)),
    heightAxis(ticks, y, area, t),
    ...columns.map((column) => paceLines(column, y, t)),
    ...drawCards(columns, y, area, t),
    baseline(columns, area, t),
    ...columns.map((column) => columnName(column, area, t, voice)),
    label('stage', area.right, height - t * 0.7, t, { anchor: 'end', fill: 'soft' }),
    ...(side.length > 0 ? lineNames(columns, y, area, t) : []),
  ];
  return {
    title: TITLE,
    svg: drawing(canvas, 'ages', alt, parts),
    alt,
    how,
    table: tableOf(stages, voice),
    empty: false,
  };
}

/** The part of a stage in which half of all stays end, and that of 85 of 100. */
function zones({ aged: { pace }, left, width }: Column, y: (days: number) => number, t: number): string {
  if (pace.usualDays === null || pace.slowDays === null) return '';
  const place = { x: left + hairline(t), width: width - 2 * hairline(t), fill: colour('zone') };
  const usual = { y: y(pace.usualDays), height: y(0) - y(pace.usualDays) };
  const slow = { y: y(pace.slowDays), height: y(pace.usualDays) - y(pace.slowDays), 'fill-opacity': 0.5 };
  return el('rect', { ...place, ...usual }) + el('rect', { ...place, ...slow });
}

function paceLines({ aged: { pace }, left, width }: Column, y: (days: number) => number, t: number): string {
  const lines = [
    [pace.usualDays, `${t * 0.2} ${t * 0.25}`] as const,
    [pace.slowDays, `${t * 0.8} ${t * 0.3}`] as const,
  ];
  return lines
    .map(([days, dashes]) => {
      if (days === null) return '';
      const place = { x1: left + t * 0.1, x2: left + width - t * 0.1, y1: y(days), y2: y(days), stroke: colour('ink') };
      return el('line', { ...place, 'stroke-width': Math.max(1.5, t / 10), 'stroke-dasharray': dashes });
    })
    .join('');
}

/** Each card a mark, those of an age side by side; bars as wide as they are many, where they are too many for marks. */
function drawCards(columns: readonly Column[], y: (days: number) => number, area: Area, t: number): string[] {
  const size = Math.max(5, t * 0.55);
  const rowOf = ({ days }: AgedCard) => Math.round((area.bottom - y(days)) / size);
  const rows = columns.map(({ aged }) => Map.groupBy(aged.cards, rowOf));
  const room = (columns[0]?.width ?? 0) * 0.86;
  const most = Math.max(...rows.flatMap((row) => [...row.values()].map((cards) => cards.length)));
  if (most * size <= room) return columns.flatMap((column, at) => marks(column, rows[at] as Rows, size, area, y, t));
  return columns.flatMap(({ aged, left, width }, at) =>
    [...(rows[at] as Rows)].map(([row, cards]) => {
      const length = Math.max(1, (cards.length / most) * room);
      const late = isLate(aged, cards.at(-1) as AgedCard);
      const middle = area.bottom - row * size;
      const place = { x: left + (width - length) / 2, y: middle - size * 0.4, width: length, height: size * 0.8 };
      return el('rect', { ...place, fill: colour(late ? 'bleeding' : 'accent') });
    }),
  );
}

type Rows = ReadonlyMap<number, readonly AgedCard[]>;

function marks(
  { aged, left, width }: Column,
  rows: Rows,
  size: number,
  area: Area,
  y: (days: number) => number,
  t: number,
): string[] {
  const middle = left + width / 2;
  const drawn = [...rows].flatMap(([row, cards]) =>
    cards.map((card, at) =>
      mark(isLate(aged, card), middle + (at - (cards.length - 1) / 2) * size, area.bottom - row * size, size),
    ),
  );
  const named: number[] = [];
  const names = aged.cards.slice(0, NAMED).flatMap((card) => {
    if (!isLate(aged, card)) return [];
    const row = Math.round((area.bottom - y(card.days)) / size);
    const height = area.bottom - row * size;
    const x = middle + ((rows.get(row)?.length ?? 1) * size) / 2 + t * 0.3;
    if (x + widthOf(card.key, t) > left + width || named.some((other) => Math.abs(other - height) < t * 1.1)) return [];
    named.push(height);
    return [label(card.key, x, height, t, { halo: true })];
  });
  return [...drawn, ...names];
}

/** A point for a card; a diamond for one that has stood longer than 85 of 100 do. */
function mark(late: boolean, x: number, y: number, size: number): string {
  if (!late) return el('circle', { cx: x, cy: y, r: size * 0.4, fill: colour('accent') });
  const half = size * 0.55;
  return el('path', {
    d: `M${x},${y - half}L${x + half},${y}L${x},${y + half}L${x - half},${y}Z`,
    fill: colour('bleeding'),
  });
}

function isLate({ pace }: AgedStage, { days }: AgedCard): boolean {
  return pace.slowDays !== null && days > pace.slowDays;
}

function baseline(columns: readonly Column[], { left, right, top, bottom }: Area, t: number): string {
  const line = { stroke: colour('soft'), 'stroke-width': hairline(t) };
  const walls = columns.slice(1).map((column) => {
    const place = { x1: column.left, x2: column.left, y1: top, y2: bottom, stroke: colour('line') };
    return el('line', { ...place, 'stroke-width': hairline(t) });
  });
  return el('line', { x1: left, x2: right, y1: bottom, y2: bottom, ...line }) + walls.join('');
}

/** The stage below its column, and how many stand there. */
function columnName({ aged, left, width }: Column, { bottom }: Area, t: number, voice: Voice): string {
  const middle = left + width / 2;
  const lines = wrapped(aged.stage.name, width - t * 0.4, t, 2);
  const count = { text: voice.number(aged.cards.length), bold: true };
  return [...lines.map((text) => ({ text, bold: false })), count]
    .map(({ text, bold }, at) => label(text, middle, bottom + t * (0.9 + at * 1.2), t, { anchor: 'middle', bold }))
    .join('');
}

/** What the lines are, beside the last stage that has them. */
function lineNames(columns: readonly Column[], y: (days: number) => number, area: Area, t: number): string[] {
  const last = columns.findLast(({ aged }) => aged.pace.usualDays !== null);
  if (!last) return [];
  const { usualDays, slowDays } = last.aged.pace;
  const wishes = [
    { y: y(slowDays ?? 0), weight: 2, lines: [{ text: '85% moved on' }] },
    { y: y(usualDays ?? 0), weight: 1, lines: [{ text: 'half moved on' }] },
  ];
  return stacked(wishes, last.left + last.width + t * 0.4, area, t);
}

function finding(stages: readonly AgedStage[], voice: Voice): string {
  const late = stages.map((aged) => ({ aged, cards: aged.cards.filter((card) => isLate(aged, card)) }));
  const all = late.flatMap(({ cards }) => cards);
  const here = stages.reduce((sum, { cards }) => sum + cards.length, 0);
  const oldest = stages
    .flatMap(({ stage, cards }) => cards.slice(0, 1).map((card) => ({ stage, card })))
    .toSorted((one, other) => other.card.days - one.card.days)[0];
  const first = oldest
    ? ` The oldest, ${oldest.card.key}, has stood in ${oldest.stage.name} for ${voice.count(Math.floor(oldest.card.days), 'day')}.`
    : '';
  if (stages.every(({ pace }) => pace.slowDays === null)) {
    return `${voice.count(here, 'pain point is', 'pain points are')} not fixed.${first} Too few have moved on yet to say what is usual.`;
  }
  const worst = late.toSorted((one, other) => other.cards.length - one.cards.length)[0];
  const where =
    all.length === 0 || !worst
      ? ''
      : `, ${worst.cards.length === all.length ? 'all' : voice.number(worst.cards.length)} of them in ${worst.aged.stage.name}`;
  return all.length === 0
    ? `None of ${voice.count(here, 'pain point')} has stood in its stage longer than 85 of 100 do.${first}`
    : `${voice.number(all.length)} of ${voice.count(here, 'pain point')} ${all.length === 1 ? 'has' : 'have'} stood in ${all.length === 1 ? 'its' : 'their'} stage longer than 85 of 100 do${all.length === 1 ? '' : where}.${first}`;
}

function howComputed(stages: readonly AgedStage[], cards: number, voice: Voice): string {
  const without = stages.filter(({ pace }) => pace.slowDays === null).map(({ stage }) => stage.name);
  const stays = stages.reduce((sum, { pace }) => sum + pace.stays, 0);
  const lines =
    without.length === 0
      ? ''
      : ` ${listed(without)} ${without.length === 1 ? 'has' : 'have'} no lines: fewer than ${FEWEST_FOR_PERCENTILE} have moved on from there.`;
  return (
    `The age of each card is the time in its stage; edits do not make it young. Too many of an age for a mark each are a bar, the ` +
    `wider the more. ${voice.count(cards, 'pain point')}. The lines are ` +
    `percentiles of all ${voice.number(stays)} stays that ended by moving on to another stage.${lines}` +
    (cards > MOST_ROWS ? ` The table has the ${voice.number(MOST_ROWS)} oldest.` : '')
  );
}

function tableOf(stages: readonly AgedStage[], voice: Voice) {
  const days = (value: number | null) => (value === null ? 'too few' : voice.number(value, 1));
  const rows = stages
    .flatMap(({ stage, pace, cards }) => cards.map((card) => ({ stage, pace, card })))
    .toSorted((one, other) => other.card.days - one.card.days)
    .slice(0, MOST_ROWS)
    .map(({ stage, pace, card }) => [
      card.key,
      card.title,
      stage.name,
      voice.number(Math.floor(card.days)),
      ...[pace.usualDays, pace.slowDays].map(days),
    ]);
  return { columns: COLUMNS, rows };
}
