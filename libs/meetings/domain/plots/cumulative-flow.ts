import { StageCategory, type StageThen } from '@stanch/remediation';
import { area as areaThrough, curveStepBefore } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import type { StageTotal, TotalsThen } from '../flow.js';
import { hairline, heightAxis, tickCount, timeTicks, widthAxis } from './axes.js';
import { wordOfStage } from './bleeding-words.js';
import { colour, type Colour, COLOUR_OF } from './colours.js';
import {
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
import { hatched } from './patterns.js';
import { el } from './svg.js';
import { widthOf } from './text-width.js';
import type { Voice } from './voice.js';

/** What the plot of the flow is made of. */
export interface FlowData {
  /** In the order of their moments; the first and the last are the ends of the plot. */
  readonly totals: readonly TotalsThen[];
  /** How many were raised or imported in that time, and how many were fixed. */
  readonly came: number;
  readonly fixed: number;
}

/** A band of the flow, from the bottom up: what is confirmed, what is fixed, then the stages from right to left. */
interface Band {
  readonly name: string;
  /** In little room. */
  readonly short: string;
  readonly category: StageCategory;
  readonly fill: Colour;
  readonly countIn: (then: TotalsThen) => number;
}

const TITLE = 'Where the pain points stand';

/** How many stood in each stage over time, what is fixed at the bottom. */
export function cumulativeFlowPlot(data: FlowData, canvas: Canvas, voice: Voice): Plot {
  const { totals } = data;
  const bands = bandsOf(totals);
  const columns = ['Day', ...bands.toReversed().map(({ name }) => name), 'Together'];
  const sums = totals.map(({ stages }) => stages.reduce((sum, { count }) => sum + count, 0));
  const most = Math.max(0, ...sums);
  const last = totals.at(-1);
  const how = howComputed(sums.at(-1) ?? 0, voice);
  if (most === 0 || !last) {
    return emptyPlot(canvas, 'flow', TITLE, 'No pain point stood on the board in this time.', how, columns);
  }
  const alt = finding(data, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const [from, to] = [Date.parse(totals[0]?.at ?? ''), Date.parse(last.at)];
  const [top, bottom] = [title.height + t * 1.7, height - t * 3];
  const scale = scaleLinear([0, most], [bottom, top]).nice(tickCount(bottom - top, t * 2.4));
  const ticks = scale
    .ticks(tickCount(bottom - top, t * 2.4))
    .filter(Number.isInteger)
    .map((at) => ({ at, text: voice.number(at) }));
  const left = Math.max(...ticks.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const shown = bands.flatMap((band) =>
    band.countIn(last) === 0 ? [] : [{ band, text: `${voice.number(band.countIn(last))} ${band.name}` }],
  );
  const room = roomFor(
    shown.map(({ text }) => text),
    canvas,
  );
  const area = { left, right: width - room, top, bottom };
  const x = scaleLinear([from, to], [area.left, area.right]);
  let floor = 0;
  const wishes = shown.map(({ band, text }) => {
    const count = band.countIn(last);
    floor += count;
    const written = [text, `${voice.number(count)} ${band.short}`].find((said) => widthOf(said, t) <= room - t * 0.6);
    return { y: scale(floor - count / 2), weight: count, lines: [{ text: written ?? voice.number(count) }] };
  });
  const parts = [
    title.drawn,
    heightsAre(['pain points on the board', 'pain points'], canvas, title.height),
    heightAxis(ticks, (value) => scale(value), area, t),
    ...drawBands(
      bands,
      totals,
      (at) => x(at),
      (value) => scale(value),
      t,
    ),
    widthAxis(timeTicks(from, to, area.right - area.left, t, voice), (at) => x(at), area, t, width),
    label('day', area.right, bottom + t * 2.3, t, { anchor: 'end', fill: 'soft' }),
    ...stacked(wishes, area.right + t * 0.5, area, t),
  ];
  const rows = weekly(totals).map((then) => {
    const counts = bands.toReversed().map(({ countIn }) => countIn(then));
    const together = counts.reduce((sum, count) => sum + count, 0);
    return [voice.day(then.at), ...[...counts, together].map((count) => voice.number(count))];
  });
  return { title: TITLE, svg: drawing(canvas, 'flow', alt, parts), alt, how, table: { columns, rows }, empty: false };
}

function drawBands(
  bands: readonly Band[],
  totals: readonly TotalsThen[],
  x: (at: number) => number,
  y: (value: number) => number,
  t: number,
): string[] {
  const floors = totals.map(() => 0);
  return bands.map(({ category, fill, countIn }) => {
    const points = totals.map((then, at) => {
      const floor = floors[at] as number;
      floors[at] = floor + countIn(then);
      return { at: Date.parse(then.at), floor, ceiling: floors[at] };
    });
    const shape =
      areaThrough<(typeof points)[number]>()
        .x((point) => x(point.at))
        .y0((point) => y(point.floor))
        .y1((point) => y(point.ceiling))
        .curve(curveStepBefore)
        .digits(1)(points) ?? '';
    const edge = { stroke: colour('paper'), 'stroke-width': hairline(t), 'stroke-linejoin': 'round' };
    const worn = fill === 'confirmed' ? '' : hatched(category, shape, 'flow', t);
    return el('path', { d: shape, class: `band band-${fill}`, fill: colour(fill), ...edge }) + worn;
  });
}

/** The stages that the time saw, as they were called at its end; what is fixed is parted by whether it is confirmed. */
function bandsOf(totals: readonly TotalsThen[]): Band[] {
  const stages = new Map<string, StageThen>();
  for (const then of totals) for (const { stage, count } of then.stages) if (count > 0) stages.set(stage.id, stage);
  const order = new Map((totals.at(-1)?.stages ?? []).map(({ stage }, at) => [stage.id, at]));
  for (const { stage } of totals.at(-1)?.stages ?? []) stages.set(stage.id, stage);
  const placeOf = ({ id }: StageThen) => order.get(id) ?? -1;
  const fromTheRight = [...stages.values()].toSorted((one, other) => placeOf(other) - placeOf(one));
  const count = (then: TotalsThen, id: string, of: (total: StageTotal) => number) => {
    const total = then.stages.find(({ stage }) => stage.id === id);
    return total ? of(total) : 0;
  };
  return fromTheRight.flatMap(({ id, name, category }): Band[] => {
    const whole: Band = {
      name,
      short: wordOfStage(category),
      category,
      fill: COLOUR_OF[category],
      countIn: (then) => count(then, id, (all) => all.count),
    };
    if (category !== StageCategory.FIXED) return [whole];
    return [
      {
        name: `${name}, confirmed`,
        short: 'confirmed',
        category,
        fill: 'confirmed',
        countIn: (then) => count(then, id, (all) => all.confirmed),
      },
      {
        name: `${name}, unconfirmed`,
        short: 'unconfirmed',
        category,
        fill: 'fixed',
        countIn: (then) => count(then, id, (all) => all.count - all.confirmed),
      },
    ];
  });
}

/** The last of each week back from the end, and the beginning. */
function weekly(totals: readonly TotalsThen[]): TotalsThen[] {
  const end = Date.parse(totals.at(-1)?.at ?? '');
  const weekOf = ({ at }: TotalsThen) => Math.floor((end - Date.parse(at)) / (7 * 86_400_000));
  return totals.filter((then, at) => {
    const next = totals[at + 1];
    return at === 0 || !next || weekOf(next) !== weekOf(then);
  });
}

function finding({ totals, came, fixed }: FlowData, voice: Voice): string {
  const open = (then: TotalsThen | undefined) =>
    (then?.stages ?? []).filter(({ stage }) => stage.category !== StageCategory.FIXED);
  const sum = (stages: readonly StageTotal[]) => stages.reduce((all, { count }) => all + count, 0);
  const [then, now] = [sum(open(totals[0])), sum(open(totals.at(-1)))];
  const since = voice.day(totals[0]?.at ?? '');
  const against = now === then ? `as many as on ${since}` : `against ${voice.number(then)} on ${since}`;
  const done = (totals.at(-1)?.stages ?? []).filter(({ stage }) => stage.category === StageCategory.FIXED);
  const confirmed = done.reduce((all, total) => all + total.confirmed, 0);
  const widest = open(totals.at(-1)).toSorted((one, other) => other.count - one.count)[0];
  const waits = widest && widest.count > 1 ? ` Most wait in ${widest.stage.name}: ${voice.number(widest.count)}.` : '';
  const pace =
    came > fixed
      ? 'more came than were fixed'
      : came < fixed
        ? 'more were fixed than came'
        : came === 0
          ? 'nothing came and nothing was fixed'
          : 'as many came as were fixed';
  const numbers = came + fixed === 0 ? '' : ` (${voice.number(came)} came, ${voice.number(fixed)} fixed)`;
  return (
    `${voice.count(now, 'pain point is', 'pain points are')} not fixed, ${against}; ${pace}${numbers}.` +
    `${waits} ${voice.number(sum(done))} stand fixed, ${voice.number(confirmed)} of them confirmed by a sponsor.`
  );
}

function howComputed(cards: number, voice: Voice): string {
  return (
    'How many stood in each stage at the end of each day. What was parked, declined or merged has left the board and is not ' +
    `counted from then on; what was imported is counted from the day of the import. ${voice.count(cards, 'pain point')} at the end.`
  );
}
