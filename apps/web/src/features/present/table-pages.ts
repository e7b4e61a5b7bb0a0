/** A page of a table: some of its columns, the first always among them, and some of its rows. */
export interface TablePage {
  /** In pixels, by the place of the column in the whole table. */
  readonly columns: readonly { readonly at: number; readonly width: number }[];
  readonly from: number;
  readonly to: number;
}

/** How many limits are tried to make groups of about the same width. */
const TRIES = 24;

/** The columns in as few groups as there is room for, each with the first column, and all about as wide. */
export function columnGroups(widths: readonly number[], room: number): number[][] {
  const groups = grouped(widths, room);
  for (let tried = 1; tried < TRIES; tried += 1) {
    const narrower = grouped(widths, (room * tried) / TRIES);
    if (narrower.length === groups.length) return narrower;
  }
  return groups;
}

function grouped([first = 0, ...widths]: readonly number[], room: number): number[][] {
  const groups: number[][] = [];
  let left = -1;
  for (const [index, width] of widths.entries()) {
    if (left < width) {
      groups.push([0]);
      left = room - first;
    }
    groups.at(-1)?.push(index + 1);
    left -= width;
  }
  return groups.length === 0 ? [[0]] : groups;
}

/** What a page has room for: the first one may begin below a title. */
export interface Heights {
  readonly head: number;
  readonly rows: readonly number[];
}

/** The rows page by page, each whole; a row that is higher than a page has one for itself. */
export function rowPages({ head, rows }: Heights, first: number, others: number): { from: number; to: number }[] {
  const pages: { from: number; to: number }[] = [];
  let left = first - head;
  let from = 0;
  for (const [at, height] of rows.entries()) {
    if (height > left && at > from) {
      pages.push({ from, to: at });
      from = at;
      left = others - head;
    }
    left -= height;
  }
  return rows.length > from ? [...pages, { from, to: rows.length }] : pages;
}

const FIGURE = /^\D{0,4}\d[\d.,\s'’]*\D{0,4}$/u;

/** Figures stand below each other at their right edge: a column in which most cells are one. */
export function isOfFigures(cells: readonly string[]): boolean {
  return cells.filter((cell) => FIGURE.test(cell)).length * 2 > cells.length;
}
