import { colour, type Colour } from './colours.js';
import { el, textOf } from './svg.js';
import { fitted, widthOf, wrapped } from './text-width.js';

/** How large a plot shall be, in pixels, and its smallest text. Nothing is ever drawn smaller to fit. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
  /** Empty paper around it, beyond its size. */
  readonly margin?: number;
}

/** The figures behind a plot, as they are written. The first column names the row. */
export interface PlotTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A plot and all that explains it. */
export interface Plot {
  readonly title: string;
  readonly svg: string;
  /** What is to be seen, in a sentence or two. */
  readonly alt: string;
  /** How it was computed, and from how many cards. */
  readonly how: string;
  readonly table: PlotTable;
  /** There is nothing to draw; `alt` says why. */
  readonly empty: boolean;
}

/** The part of a drawing where the data are. */
export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The title, as large beside the text as on every screen of the house. */
const TITLE = 1.4;
const TITLE_LINE = 1.25;

export interface LabelStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill?: Colour;
  /** Keeps it readable over data. */
  readonly halo?: boolean;
}

/** A line of text; `y` is its middle. */
export function label(
  text: string,
  x: number,
  y: number,
  size: number,
  { anchor = 'start', bold = false, fill = 'ink', halo = false }: LabelStyle = {},
): string {
  const around = halo
    ? { 'paint-order': 'stroke', stroke: colour('paper'), 'stroke-width': size * 0.28, 'stroke-linejoin': 'round' }
    : {};
  const style = { 'text-anchor': anchor === 'start' ? null : anchor, 'font-weight': bold ? 600 : null };
  // The middle of small letters, the same in every program that draws it.
  return el('text', { x, y: y + size * 0.35, ...style, fill: colour(fill), ...around }, textOf(text));
}

/** The lines of a title, and how high they are together. */
export function titleLines(title: string, { width, textSize }: Canvas): { drawn: string; height: number } {
  const size = textSize * TITLE;
  const lines = wrapped(title, width - textSize * 0.5, size, 2, true);
  const drawn = lines.map((line, at) =>
    el(
      'text',
      {
        x: 0,
        y: size * (0.85 + at * TITLE_LINE),
        'font-family': SERIF,
        'font-size': size,
        'font-weight': 500,
        fill: colour('ink'),
      },
      textOf(line),
    ),
  );
  return { drawn: drawn.join(''), height: size * (TITLE_LINE * lines.length) + textSize * 0.15 };
}

/** What the heights are, in words, below the title; the first wording for which there is room. */
export function heightsAre(wordings: readonly string[], { width, textSize }: Canvas, top: number): string {
  const fits = wordings.find((wording) => widthOf(wording, textSize) <= width) ?? wordings.at(-1) ?? '';
  return label(fitted(fits, width, textSize) ?? '', 0, top + textSize * 0.6, textSize, { fill: 'soft' });
}

const SANS = "'Figtree Variable', Figtree, sans-serif";
const SERIF = "'Newsreader Variable', Newsreader, Georgia, serif";

/** The whole drawing. */
export function drawing(
  { width, height, textSize, margin = 0 }: Canvas,
  kind: string,
  alt: string,
  parts: readonly string[],
): string {
  const whole = { width: width + 2 * margin, height: height + 2 * margin };
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-margin} ${-margin} ${whole.width} ${whole.height}`,
      ...whole,
      class: `plot plot-${kind}`,
      role: 'img',
      'aria-label': alt,
      'font-family': SANS,
      'font-size': textSize,
      fill: colour('ink'),
    },
    ...parts,
  );
}

/** Where there is nothing to draw: the title, and a sentence that says why. */
export function emptyPlot(
  canvas: Canvas,
  kind: string,
  title: string,
  sentence: string,
  how: string,
  columns: readonly string[],
): Plot {
  const { width, height, textSize } = canvas;
  const { drawn, height: top } = titleLines(title, canvas);
  const lines = wrapped(sentence, Math.min(width, textSize * 34), textSize);
  const room = Math.max(1, Math.floor((height - top - textSize) / (textSize * 1.5)));
  const said = lines
    .slice(0, room)
    .map((line, at) => label(line, 0, top + textSize * (1.2 + at * 1.5), textSize, { fill: 'soft' }));
  const svg = drawing(canvas, kind, sentence, [drawn, ...said]);
  return { title, svg, alt: sentence, how, table: { columns, rows: [] }, empty: true };
}

/** A label that wants to stand at a height. */
export interface Wish {
  readonly y: number;
  /** What is dropped first when there is no room for all. */
  readonly weight: number;
  readonly lines: readonly { readonly text: string; readonly bold?: boolean }[];
}

/** Labels one below the other beside a plot: near what they name, never over each other; the lightest are left out. */
export function stacked(wishes: readonly Wish[], x: number, { top, bottom }: Area, size: number): string[] {
  const line = size * 1.25;
  const heightOf = ({ lines }: Wish) => lines.length * line;
  let kept = [...wishes];
  const total = () => kept.reduce((sum, wish) => sum + heightOf(wish), 0);
  while (kept.length > 1 && total() > bottom - top + line) {
    const lightest = kept.reduce((one, other) => (other.weight < one.weight ? other : one));
    kept = kept.filter((wish) => wish !== lightest);
  }
  const placed = kept
    .toSorted((one, other) => one.y - other.y)
    .map((wish) => ({ wish, y: wish.y - heightOf(wish) / 2 }));
  // Down so that none lies over the one above, then up again where that went too far.
  let edge = top - line / 2;
  for (const one of placed) edge = (one.y = Math.max(one.y, edge)) + heightOf(one.wish);
  edge = bottom + line / 2;
  for (const one of placed.toReversed()) edge = one.y = Math.min(one.y, edge - heightOf(one.wish));
  return placed.flatMap(({ wish, y }) =>
    wish.lines.map(({ text, bold }, at) => label(text, x, y + line * (at + 0.5), size, { bold })),
  );
}

/** The room that labels beside a plot take: as wide as the widest, at most a share of the whole. */
export function roomFor(texts: readonly string[], { width, textSize }: Canvas, share = 0.34): number {
  const widest = Math.max(0, ...texts.map((text) => widthOf(text, textSize, true)));
  return texts.length === 0 ? textSize * 0.5 : Math.min(widest + textSize * 0.7, width * share);
}
