import type { Instant } from '@stanch/kernel';
import type { StageThen } from '@stanch/remediation';
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { StagePace } from '../stage-pace.js';
import { FEWEST_FOR_PERCENTILE } from '../trust-figures.js';
import { hairline, heightAxis, tickCount } from './axes.js';
import { wordOfStage } from './bleeding-words.js';
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
  const narrowed = (width - t * 12) / stages.length < t * FEWEST_TEXTS;
  // Beside an earlier stage the names of the lines would lie among the marks of the next.
  const side = narrowed || stages.at(-1)?.pace.usualDays == null ? [] : ['85% moved on', 'half moved on'];
  const narrow = (width - t * (side.length > 0 ? 12 : 3)) / stages.length;
  const nameLines = Math.max(...stages.map(({ stage }) => nameLinesOf(stage, narrow, t).length));
  const [top, bottom] = [title.height + t * 1.9, height - t * (1.5 + 1.2 * nameLines)];
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
    heightsAre([...sayLines(paced.length > 0, side.length > 0), 'days in the stage', 'days'], canvas, title.height),
    ...columns.map((column) => zones(column, y, t)),
    heightAxis(ticks, y, area, t),
    ...columns.map((column) => paceLines(column, y, t)),
    baseline(columns, area, t),
    ...drawCards(columns, y, area, t),
    ...columns.map((column) => columnName(column, area, t, voice)),
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

/** What the lines are, where it cannot be said beside them; or why there are none. */
function sayLines(areThere: boolean, areNamed: boolean): string[] {
  if (!areThere) return ['days in the stage; too few moved on for lines'];
  return areNamed ? [] : ['days in the stage; dots: half moved on, dashes: 85%'];
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

/** Each card a mark at its age, as far beside the others as they need; bars, where they are too many for marks. */
function drawCards(columns: readonly Column[], y: (days: number) => number, area: Area, t: number): string[] {
  const size = Math.max(5, t * 0.55);
  const room = (columns[0]?.width ?? 0) * 0.86;
  const swarms = columns.map((column) => spread(column, y, size, room));
  if (swarms.every((swarm) => swarm !== null)) {
    const marks = swarms.flat().map(({ card, x, y: height }) => mark(card.late, x, height, size));
    return [...marks, ...columns.flatMap((column, at) => oldestNamed(column, swarms[at] ?? [], y, size, area, t))];
  }
  const rows = columns.map((column) => rowsOf(column, y, size, area));
  const most = Math.max(...rows.flat().map(({ cards }) => cards));
  return columns.flatMap(({ left, width }, at) =>
    (rows[at] ?? []).map(({ late, cards, top, height }) => {
      const length = Math.max(1, (cards / most) * room);
      const place = { x: left + (width - length) / 2, y: top + height * 0.1, width: length, height: height * 0.8 };
      return el('rect', { ...place, fill: colour(late ? 'bleeding' : 'accent') });
    }),
  );
}

/** A card where it is drawn. */
interface Placed extends Spot {
  readonly card: { readonly key: string; readonly late: boolean };
}

/** The cards of a stage, each at the height of its age and as near to the middle as the others leave it; null: too many. */
function spread(
  { aged, left, width }: Column,
  y: (days: number) => number,
  size: number,
  room: number,
): Placed[] | null {
  const [middle, apart] = [left + width / 2, size * 1.1];
  const placed: Placed[] = [];
  for (const card of aged.cards) {
    const height = y(card.days);
    const blocked: (readonly [number, number])[] = [];
    // They come by their age, so that those before are near or all too far.
    for (let at = placed.length - 1; at >= 0; at -= 1) {
      const { x, y: other } = placed[at] as Placed;
      if (Math.abs(height - other) >= apart) break;
      const beside = Math.sqrt(apart ** 2 - (height - other) ** 2);
      blocked.push([x - beside, x + beside]);
    }
    const free = [middle, ...blocked.flat()].filter(
      (x) => !blocked.some(([from, to]) => x > from + 1e-6 && x < to - 1e-6),
    );
    const x = free.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0] ?? Infinity;
    if (Math.abs(x - middle) + size / 2 > room / 2) return null;
    placed.push({ x, y: height, card: { key: card.key, late: isLate(aged, card) } });
  }
  return placed;
}

/** The latest of a stage by their keys, where a key stands clear of all marks and lines. */
function oldestNamed(
  { aged, left, width }: Column,
  swarm: readonly Placed[],
  y: (days: number) => number,
  size: number,
  { top, bottom }: Area,
  t: number,
): string[] {
  const half = size * 0.55;
  const { usualDays, slowDays } = aged.pace;
  const taken = [usualDays, slowDays].flatMap((days) => (days === null ? [] : lineAt(y(days), left, left + width, t)));
  return swarm.slice(0, NAMED).flatMap((one) => {
    if (!one.card.late) return [];
    const marks = swarm.filter((other) => other !== one).map((other) => around(other, half));
    const within = { left: left + t * 0.1, right: left + width - t * 0.1, top: top - t, bottom };
    const place = nameBeside(one.card.key, one, half, t, { within, marks, taken });
    if (!place) return [];
    taken.push(place);
    return [label(one.card.key, place.left, (place.top + place.bottom) / 2, t, { halo: true })];
  });
}

/** A bar for so many cards of about an age. */
interface Row {
  readonly late: boolean;
  readonly cards: number;
  readonly top: number;
  readonly height: number;
}

/** The cards of a stage by their age, counted from its line on: what is late and what is not are never one bar. */
function rowsOf({ aged }: Column, y: (days: number) => number, size: number, { top, bottom }: Area): Row[] {
  const line = aged.pace.slowDays === null ? top : y(aged.pace.slowDays);
  const below = Math.max(1, Math.round((bottom - line) / size));
  const height = (bottom - line) / below;
  const rowOf = (card: AgedCard) =>
    isLate(aged, card)
      ? -1 - Math.floor((line - y(card.days)) / size)
      : Math.min(below - 1, Math.floor((y(card.days) - line) / (height || 1)));
  return [...Map.groupBy(aged.cards, rowOf)].map(([row, cards]) => {
    const late = row < 0;
    return { late, cards: cards.length, top: line + row * (late ? size : height), height: late ? size : height };
  });
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

/** The whole name of a stage, or what every such stage is called; none where there is room for neither. */
function nameLinesOf({ name, category }: StageThen, room: number, t: number): string[] {
  const said = [name, wordOfStage(category)].map((word) => wrapped(word, room, t, 2));
  return said.find((lines) => !lines.some((line) => line.endsWith('…'))) ?? [];
}

/** The stage below its column, and how many stand there. */
function columnName({ aged, left, width }: Column, { bottom }: Area, t: number, voice: Voice): string {
  const middle = left + width / 2;
  const lines = nameLinesOf(aged.stage, width - t * 0.4, t);
  const count = { text: voice.number(aged.cards.length), bold: true };
  return [...lines.map((text) => ({ text, bold: false })), count]
    .map(({ text, bold }, at) => label(text, middle, bottom + t * (0.9 + at * 1.2), t, { anchor: 'middle', bold }))
    .join('');
}

/** What the lines are, beside the last stage. */
function lineNames(columns: readonly Column[], y: (days: number) => number, area: Area, t: number): string[] {
  const { usualDays, slowDays } = columns.at(-1)?.aged.pace ?? {};
  const wishes = [
    { y: y(slowDays ?? 0), weight: 2, lines: [{ text: '85% moved on' }] },
    { y: y(usualDays ?? 0), weight: 1, lines: [{ text: 'half moved on' }] },
  ];
  return stacked(wishes, area.right + t * 0.4, area, t);
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
