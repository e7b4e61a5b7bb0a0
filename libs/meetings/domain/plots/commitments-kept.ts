import type { KeptWeek } from '@stanch/sponsorship';
import { max, sum } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import { heightAxis, tickCount, widthAxis } from './axes.js';
import { colour } from './colours.js';
import { type Canvas, drawing, emptyPlot, label, type Plot, titleLines } from './drawing.js';
import { missed } from './patterns.js';
import { el } from './svg.js';
import { widthOf } from './text-width.js';
import type { Voice } from './voice.js';

const TITLE = 'Promises kept, week by week';
const WHAT = 'promises that fell due';
const COLUMNS = ['Week from', 'Fell due', 'Kept', 'Missed'];
/** Kept for so long without a miss is rather a sign of promising little (product.md). */
const SUSPICIOUS = 0.95;
const MANY = 20;

/** What was kept of what fell due, a bar a week. */
export function commitmentsKeptPlot(weeks: readonly KeptWeek[], canvas: Canvas, voice: Voice): Plot {
  const due = sum(weeks, (week) => week.due);
  const how =
    'Kept / fallen due. A promise counts once, in the week of its first date; one that was moved beyond it is missed, and one ' +
    `whose sponsors still have the word is not counted yet. ${voice.count(due, 'promise')}: those of weeks that a meeting closed as ` +
    'they stood then, others as they stand today.';
  if (due === 0) {
    const sentence =
      'No promise fell due in this time, so none was kept or missed. A date promised on a card shows here once it is due.';
    return emptyPlot(canvas, 'promises', TITLE, sentence, how, COLUMNS);
  }
  const alt = finding(weeks, voice);
  const { textSize: t, width, height } = canvas;
  const title = titleLines(TITLE, canvas);
  const [top, bottom] = [title.height + t * 2.9, height - t * 3];
  const most = max(weeks, (week) => week.due) ?? 1;
  // Where no bar has room for its own figures, an axis says how high they are.
  const told = (width / weeks.length) * 0.72 * 1.38 >= widthOf('10/10', t, true);
  const scale = scaleLinear([0, most], [bottom, top]);
  const ticks = told ? [] : scale.ticks(tickCount(bottom - top, t * 2.4)).filter(Number.isInteger);
  const heights = ticks.map((at) => ({ at, text: voice.number(at) }));
  const left = told ? 0 : Math.max(...heights.map(({ text }) => widthOf(text, t))) + t * 0.7;
  const area = { left, right: width, top, bottom };
  const x = scaleBand(
    weeks.map(({ monday }) => monday),
    [area.left, area.right],
  ).padding(0.28);
  const y = (value: number) => scale(value);
  const long = widthOf('10 of 10', t, true) < x.step();
  const parts = [
    title.drawn,
    key(title.height + t * 0.6, width, t),
    heightAxis(heights, y, area, t),
    ...weeks.flatMap((week) => bar(week, x(week.monday) ?? 0, x.bandwidth(), y, t, told ? long : null, voice)),
    widthAxis(
      weekTicks(weeks, x.step(), t, voice),
      (at) => area.left + x.step() * at + x.step() * x.paddingOuter() + x.bandwidth() / 2,
      area,
      t,
      width,
    ),
    label('week from', area.right, bottom + t * 2.3, t, { anchor: 'end', fill: 'soft' }),
  ];
  const rows = weeks.map((week) => [
    voice.day(week.monday),
    ...[week.due, week.kept, week.due - week.kept].map((count) => voice.number(count)),
  ]);
  return {
    title: TITLE,
    svg: drawing(canvas, 'promises', alt, parts),
    alt,
    how,
    table: { columns: COLUMNS, rows },
    empty: false,
  };
}

function bar(
  { kept, due }: KeptWeek,
  left: number,
  width: number,
  y: (value: number) => number,
  t: number,
  long: boolean | null,
  voice: Voice,
): string[] {
  const middle = left + width / 2;
  if (due === 0) return [label('–', middle, y(0) - t * 0.7, t, { anchor: 'middle', fill: 'soft' })];
  const shape = `M${left},${y(due)}H${left + width}V${y(kept)}H${left}Z`;
  const said = long ? `${voice.number(kept)} of ${voice.number(due)}` : `${voice.number(kept)}/${voice.number(due)}`;
  return [
    due > kept ? lost(shape, t) : '',
    kept > 0
      ? el('rect', { x: left, y: y(kept), width, height: y(0) - y(kept), class: 'kept', fill: colour('confirmed') })
      : '',
    long !== null && widthOf(said, t, true) <= width * 1.38
      ? label(said, middle, y(due) - t * 0.75, t, { anchor: 'middle', bold: true })
      : '',
  ];
}

/** What a bar is, and what its two looks mean; the latter alone where there is no room for both. */
function key(y: number, width: number, t: number): string {
  const side = t * 0.8;
  const wide = widthOf(WHAT, t) + widthOf('kept', t) + widthOf('missed', t) + side * 2.8 + t * 2;
  let x = wide <= width ? widthOf(WHAT, t) + t : 0;
  const said = x === 0 ? '' : label(WHAT, 0, y, t, { fill: 'soft' });
  const looks = (['kept', 'missed'] as const).map((look) => {
    const shape = `M${x},${y - side / 2}h${side}v${side}h${-side}Z`;
    const drawn = look === 'kept' ? el('path', { d: shape, fill: colour('confirmed') }) : lost(shape, t);
    const name = label(look, x + side * 1.4, y, t);
    x += side * 1.4 + widthOf(look, t) + t;
    return drawn + name;
  });
  return said + looks.join('');
}

function lost(shape: string, t: number): string {
  const outline = { fill: colour('paper'), stroke: colour('bleeding'), 'stroke-width': Math.max(1.5, t / 10) };
  return el('path', { d: shape, class: 'missed', ...outline }) + missed(shape, 'promises', t);
}

function weekTicks(weeks: readonly KeptWeek[], step: number, t: number, voice: Voice) {
  const widest = Math.max(...weeks.map(({ monday }) => widthOf(voice.day(monday), t))) + t * 0.8;
  const every = Math.max(1, Math.ceil(widest / step));
  // Counted from the last week, which is the one that everybody looks at.
  return weeks.flatMap(({ monday }, at) =>
    (weeks.length - 1 - at) % every === 0 ? [{ at, text: voice.day(monday) }] : [],
  );
}

function finding(weeks: readonly KeptWeek[], voice: Voice): string {
  const [kept, due] = [sum(weeks, (week) => week.kept), sum(weeks, (week) => week.due)];
  const share = `${voice.number(kept)} of ${voice.count(due, 'promise')} that fell due from ${voice.day(weeks[0]?.monday ?? '')} on ${kept === 1 ? 'was' : 'were'} kept (${voice.percent(kept / due)}).`;
  const recent = weeks.slice(-4);
  const before = weeks.slice(0, -4);
  const [lately, earlier] = [rateOf(recent), rateOf(before)];
  const trend =
    lately === null || earlier === null
      ? ''
      : ` In the last four weeks ${voice.number(sum(recent, (week) => week.kept))} of ${voice.number(sum(recent, (week) => week.due))}, ${word(lately - earlier)} before (${voice.percent(earlier)}).`;
  const easy = due >= MANY && kept / due > SUSPICIOUS ? ' With hardly a miss for so long, is enough promised?' : '';
  return share + trend + easy;
}

function rateOf(weeks: readonly KeptWeek[]): number | null {
  const due = sum(weeks, (week) => week.due);
  return due === 0 ? null : sum(weeks, (week) => week.kept) / due;
}

function word(change: number): string {
  if (Math.abs(change) < 0.05) return 'about as many as';
  return change > 0 ? 'more than' : 'fewer than';
}
