import { type Day } from '@stanch/kernel';
import { scaleLinear } from 'd3-scale';
import { colour } from './colours.js';
import { type Canvas, drawing, emptyPlot, label, type Plot, titleLines } from './drawing.js';
import { el } from './svg.js';
import { widthOf, wrapped } from './text-width.js';
import type { Voice } from './voice.js';

/** A win as far as its plot tells it. */
export interface MeasuredWin {
  readonly headline: string;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly before: number | null;
  readonly after: number | null;
  readonly achievedOn: Day;
}

const COLUMNS = ['When', 'Value'];

/** The measure of a win before and after, as two plain bars. */
export function beforeAfterPlot(win: MeasuredWin, canvas: Canvas, voice: Voice): Plot {
  const { measure, unit, before, after, headline, achievedOn } = win;
  const title = measure ?? headline;
  const how = `As it was measured and noted with the win “${headline}”, achieved on ${voice.wholeDay(achievedOn)}. Both bars begin at nothing.`;
  if (before === null || after === null) {
    const sentence = 'This win was told without a measure before and after, so there is nothing to compare.';
    return emptyPlot(canvas, 'win', title, sentence, how, COLUMNS);
  }
  const said = (value: number) => [voice.number(value, 2), unit ?? ''].join(' ').trim();
  const alt = `${title}: ${said(before)} before, ${said(after)} after${difference(before, after, voice)}.`;
  const { textSize: t, width, height } = canvas;
  const head = titleLines(title, canvas);
  const names = ['before', 'after'].map((name) => widthOf(name, t));
  const left = Math.max(...names) + t * 0.7;
  const size = t * 1.25;
  const values = [before, after].map((value) => wrapped(said(value), width * 0.4, size, 1, true)[0] ?? '');
  const room = Math.max(...values.map((text) => widthOf(text, size, true))) + t * 0.6;
  const scale = scaleLinear([0, Math.max(before, after) || 1], [0, Math.max(t, width - left - room)]);
  const change = changeOf(before, after, voice);
  const [top, bottom] = [head.height + t * 0.6, height - (change ? t * 2 : t * 0.4)];
  const each = Math.min((bottom - top) / 2, t * 6);
  const bars = [before, after].map((value, at) => {
    const y = top + each * (at + 0.5);
    const thick = each * 0.56;
    const length = Math.max(scale(value), Math.max(1.5, t / 8));
    const look = at === 0 ? { fill: colour('bleeding'), class: 'before' } : { fill: colour('accent'), class: 'after' };
    return (
      label(at === 0 ? 'before' : 'after', left - t * 0.7, y, t, { anchor: 'end', fill: 'soft' }) +
      el('rect', { x: left, y: y - thick / 2, width: length, height: thick, rx: t * 0.12, ...look }) +
      el('g', { 'font-size': size }, label(values[at] ?? '', left + length + t * 0.5, y, size, { bold: true }))
    );
  });
  const told = change === '' ? '' : label(change, left, top + each * 2 + t * 0.9, t, { fill: 'soft' });
  const rows = [
    ['Before', said(before)],
    ['After', said(after)],
  ];
  const svg = drawing(canvas, 'win', alt, [head.drawn, ...bars, told]);
  return { title, svg, alt, how, table: { columns: COLUMNS, rows }, empty: false };
}

function difference(before: number, after: number, voice: Voice): string {
  const change = changeOf(before, after, voice);
  return change === '' ? '' : `; ${change}`;
}

/** "82% less", "3 times as much". */
function changeOf(before: number, after: number, voice: Voice): string {
  if (before === after) return 'no change';
  if (before === 0) return '';
  if (after === 0) return 'nothing left of it';
  const share = after / before;
  if (share < 1) return `${voice.percent(1 - share)} less`;
  return share >= 2 ? `${voice.number(share, 1)} times as much` : `${voice.percent(share - 1)} more`;
}
