import { type Instant, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { StageCategory } from '@stanch/remediation';
import { area as areaThrough, curveStepBefore } from 'd3-shape';
import { scaleLinear } from 'd3-scale';
import type { TotalsThen } from '../flow.js';
import { BLEEDING_WORDS, type BleedingWords, OPEN, type Open } from './bleeding-words.js';
import { hairline, heightAxis, tickCount, timeTicks, widthAxis } from './axes.js';
import { colour, COLOUR_OF } from './colours.js';
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

/** What was told to the sponsors as better. */
export interface WinThen {
  readonly at: Instant;
  readonly headline: string;
}

/** What the plot of the bleeding is made of. */
export interface BleedingData {
  /** In the order of their moments; the first and the last are the ends of the plot. */
  readonly totals: readonly TotalsThen[];
  readonly wins: readonly WinThen[];
  /** What an hour of work costs at the end. */
  readonly hourlyCost: number;
}

/** What bled over time, in bands by how far it was from a fix, with the wins above it. */
export function bleedingPlot(data: BleedingData, canvas: Canvas, voice: Voice): Plot {
  const { totals } = data;
  const say = wordsOf(voice);
  const how = howComputed(data, voice);
  const most = Math.max(0, ...totals.map(({ bleedPerWeek }) => bleedPerWeek));
  if (most === 0) return emptyPlot(canvas, 'bleeding', say.title, nothingBled(data, say), how, columnsOf(say));
  const alt = finding(data, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(say.title, canvas);
  const bands = bandsOf(totals.at(-1));
  const last = totals.at(-1)?.bleedPerWeek ?? 0;
  const oneLine = (2 * bands.length + 1) * t * 1.25 > height - title.height - t * 6;
  const names = bands.flatMap(({ category, rate }) => [say.bands[category], voice.shortMoney(rate)]);
  const together = say.inAll(voice.shortMoney(last));
  const top = title.height + t * 1.4 + (data.wins.length > 0 ? t * 2 : t * 0.3);
  const bottom = height - t * 3;
  const scale = scaleLinear([0, most], [bottom, top]).nice(tickCount(bottom - top, t * 2.4));
  const ticks = voice.axisMoney(scale.ticks(tickCount(bottom - top, t * 2.4)));
  const left =
    Math.max(
      ...[...ticks.map(({ text }) => text), data.wins.length > 0 ? say.wins : ''].map((text) => widthOf(text, t)),
    ) +
    t * 0.7;
  const area = { left, right: width - roomFor([...names, together], canvas), top, bottom };
  const [from, to] = endsOf(totals);
  const x = scaleLinear([from, to], [area.left, area.right]);
  const y = (value: number) => scale(value);
  const parts = [
    title.drawn,
    heightsAre([say.heights], canvas, title.height),
    heightAxis(ticks, y, area, t),
    ...areas(totals, x, y, t),
    ...winMarks(data.wins, x, area, t, voice),
    widthAxis(timeTicks(from, to, area.right - area.left, t, voice), x, area, t, width),
    label(say.day, area.right, bottom + t * 2.3, t, { anchor: 'end', fill: 'soft' }),
    ...stacked(
      [
        { y: y(last) - t * 0.4, weight: Infinity, lines: [{ text: together, bold: true }] },
        ...bands.map(({ category, middle, rate }) => ({
          y: y(middle),
          weight: rate,
          lines: [{ text: say.bands[category] }, ...(oneLine ? [] : [{ text: voice.shortMoney(rate) }])],
        })),
      ],
      area.right + t * 0.5,
      area,
      t,
    ),
  ];
  return {
    title: say.title,
    svg: drawing(canvas, 'bleeding', alt, parts),
    alt,
    how,
    table: tableOf(data, voice),
    empty: false,
  };
}

function areas(
  totals: readonly TotalsThen[],
  x: (value: number) => number,
  y: (value: number) => number,
  t: number,
): string[] {
  const floors = totals.map(() => 0);
  return OPEN.map((category) => {
    const points = totals.map((then, at) => {
      const floor = floors[at] as number;
      floors[at] = floor + rateOf(then, category);
      return { at: Date.parse(then.at), floor, ceiling: floors[at] };
    });
    const path = areaThrough<(typeof points)[number]>()
      .x((point) => x(point.at))
      .y0((point) => y(point.floor))
      .y1((point) => y(point.ceiling))
      .curve(curveStepBefore)
      .digits(1)(points);
    const edge = { stroke: colour('paper'), 'stroke-width': hairline(t), 'stroke-linejoin': 'round' };
    const shape = path ?? '';
    return (
      el('path', {
        d: shape,
        class: `band band-${category.toLowerCase()}`,
        fill: colour(COLOUR_OF[category]),
        ...edge,
      }) + hatched(category, shape, 'bleeding', t)
    );
  });
}

/** A mark for each win, and one with their number where they would overlap. */
function winMarks(
  wins: readonly WinThen[],
  x: (value: number) => number,
  { left, top, bottom }: { left: number; top: number; bottom: number },
  t: number,
  voice: Voice,
): string[] {
  if (wins.length === 0) return [];
  const row = top - t * 1.35;
  const groups: { x: number; count: number }[] = [];
  for (const { at } of wins.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const place = x(Date.parse(at));
    const last = groups.at(-1);
    if (last && place - last.x < t * 1.9) last.count += 1;
    else groups.push({ x: place, count: 1 });
  }
  const marks = groups.map(({ x: place, count }) => {
    const half = t * 0.36;
    const diamond = `M${place},${row - half}L${place + half},${row}L${place},${row + half}L${place - half},${row}Z`;
    const line = { x1: place, x2: place, y1: row + half, y2: bottom, stroke: colour('ink'), 'stroke-opacity': 0.35 };
    const dashes = { 'stroke-width': hairline(t), 'stroke-dasharray': `${t * 0.15} ${t * 0.3}` };
    const many = count > 1 ? label(voice.number(count), place + half * 1.3, row, t, { bold: true }) : '';
    return el('line', { ...line, ...dashes }) + el('path', { d: diamond, fill: colour('confirmed') }) + many;
  });
  return [label(wordsOf(voice).wins, left - t * 0.5, row, t, { anchor: 'end', fill: 'soft' }), ...marks];
}

function rateOf({ stages }: TotalsThen, category: Open): number {
  return stages.reduce((sum, { stage, bleedPerWeek }) => sum + (stage.category === category ? bleedPerWeek : 0), 0);
}

function wordsOf({ customs: { language = 'en' } }: Voice): BleedingWords {
  return BLEEDING_WORDS[language];
}

function columnsOf(say: BleedingWords): string[] {
  return [capital(say.day), ...OPEN.map((category) => say.bands[category]), say.together, say.winsTold];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function bandsOf(then: TotalsThen | undefined): { category: Open; rate: number; middle: number }[] {
  let floor = 0;
  return OPEN.flatMap((category) => {
    const rate = then ? rateOf(then, category) : 0;
    const middle = floor + rate / 2;
    floor += rate;
    return rate === 0 ? [] : [{ category, rate, middle }];
  });
}

function endsOf(totals: readonly TotalsThen[]): [number, number] {
  return [Date.parse(totals[0]?.at ?? ''), Date.parse(totals.at(-1)?.at ?? '')];
}

/** Two of three sentences: where it stands against where it began, and where the most of it is. */
function finding({ totals, wins }: BleedingData, voice: Voice): string {
  const say = wordsOf(voice);
  const [first, last] = [totals[0], totals.at(-1)];
  const [then, now] = [first?.bleedPerWeek ?? 0, last?.bleedPerWeek ?? 0];
  const since = voice.day(first?.at ?? '');
  const highest = totals.reduce((one, other) => (other.bleedPerWeek > one.bleedPerWeek ? other : one));
  const wasHigher = highest.bleedPerWeek > Math.max(then, now) * 1.05;
  const peak = wasHigher ? [say.highest(voice.day(highest.at), voice.money(highest.bleedPerWeek))] : [];
  const told = say.told(wins.length, voice.number(wins.length));
  if (now === 0) {
    return [say.noMore(then === 0 ? '' : say.wasThen(since, voice.money(then))), ...peak, told].join(' ');
  }
  const compared =
    then === 0 ? say.nothingThen(since) : say.against(voice.money(then), since, change(then, now, voice));
  const bands = bandsOf(last);
  const largest = bands.toSorted((one, other) => other.rate - one.rate)[0];
  const where =
    largest && bands.length > 1 ? [say.most(voice.percent(largest.rate / now), say.bands[largest.category])] : [];
  return [say.bleeds(voice.money(now), compared), ...peak, ...where, told].join(' ');
}

function change(then: number, now: number, voice: Voice): string {
  const say = wordsOf(voice);
  const share = (now - then) / then;
  if (Math.abs(share) < 0.01) return say.hardly;
  if (share >= 1) return say.times(voice.number(now / then, 1));
  return share < 0 ? say.less(voice.percent(-share)) : say.more(voice.percent(share));
}

function nothingBled({ totals }: BleedingData, say: BleedingWords): string {
  const cards = totals.some(({ stages }) => stages.some(({ count }) => count > 0));
  return cards ? say.nobodyEstimated : say.nothingStood;
}

function howComputed({ totals, hourlyCost }: BleedingData, voice: Voice): string {
  const open = (totals.at(-1)?.stages ?? []).filter(({ stage }) => stage.category !== StageCategory.FIXED);
  const cards = open.reduce((sum, { count }) => sum + count, 0);
  return wordsOf(voice).how(voice.money(hourlyCost), cards, voice.number(cards));
}

/** A row for each week back from the end, and the beginning. */
function tableOf({ totals, wins }: BleedingData, voice: Voice) {
  const [from, to] = endsOf(totals);
  const chosen = totals.filter(({ at }, index) => {
    const before = totals[index - 1];
    const weekOf = (when: Instant) => Math.floor((to - Date.parse(when)) / (7 * MILLISECONDS_PER_DAY));
    return index === totals.length - 1 || !before || weekOf(at) !== weekOf(totals[index + 1]?.at ?? at);
  });
  const rows = chosen.map((then, index) => {
    const since = index === 0 ? from - 1 : Date.parse(chosen[index - 1]?.at ?? then.at);
    const told = wins.filter(({ at }) => Date.parse(at) > since && Date.parse(at) <= Date.parse(then.at)).length;
    const rates = OPEN.map((category) => voice.money(rateOf(then, category)));
    return [voice.day(then.at), ...rates, voice.money(then.bleedPerWeek), voice.number(told)];
  });
  return { columns: columnsOf(wordsOf(voice)), rows };
}
