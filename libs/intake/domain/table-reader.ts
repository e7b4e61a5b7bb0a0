import { badInput } from '@stanch/kernel';
import Papa from 'papaparse';

/** A row of the file as a spreadsheet counts: from 1, empty rows count, line breaks within a cell do not. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

export type Delimiter = ',' | ';' | '\t' | '|';
export const DELIMITERS: readonly Delimiter[] = [';', ',', '\t', '|'];

/** A longer row is no row but a quotation mark that nobody closed. */
const LONGEST_ROW = 1_000_000;

/** What Excel writes first so that it knows its own delimiter again; it is no row of the table. */
const EXCEL_HINT = /^sep=(.)\n/iu;

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

/** Reads rows out of a text that comes in pieces, so that a file of any length takes the memory of one piece. */
export class TableReader {
  private waiting = '';
  private carriageReturn = false;
  private count = 0;
  private atStart = true;

  constructor(private readonly delimiter: Delimiter) {}

  /** The rows that this piece completes. */
  push(text: string): TableRow[] {
    this.waiting += this.normalised(text);
    return this.take(false);
  }

  /** The last rows; nothing comes after. */
  end(): TableRow[] {
    return this.take(true);
  }

  /** Line breaks come in three kinds, even within one file; here there is one. */
  private normalised(text: string): string {
    const whole = this.carriageReturn ? `\r${text}` : text;
    this.carriageReturn = whole.endsWith('\r');
    return (this.carriageReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/gu, '\n');
  }

  private take(isLast: boolean): TableRow[] {
    if (isLast && this.carriageReturn) this.waiting += '\n';
    if (this.atStart && (isLast || this.waiting.includes('\n'))) {
      this.waiting = this.waiting.replace(EXCEL_HINT, '');
      this.atStart = false;
    }
    if (this.atStart || this.waiting === '') return [];
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', quoteChar: '"' });
    const { data, errors, meta } = parser.parse(this.waiting, 0, !isLast) as Parsed;
    this.waiting = isLast ? '' : this.waiting.slice(meta.cursor);
    const rows = data.map((cells) => ({ row: (this.count += 1), cells }));
    const unclosed = isLast && errors.some(({ code }) => code === 'MissingQuotes');
    if (unclosed || this.waiting.length > LONGEST_ROW) {
      const row = isLast ? this.count : this.count + 1;
      throw badInput(
        'file',
        `A quotation mark in row ${row} is never closed, so the rest of the file cannot be told apart. Close it, or write it twice.`,
      );
    }
    return rows;
  }
}

/** The delimiter that Excel's own first line names, else the one that cuts the beginning of a text most evenly. */
export function guessDelimiter(beginning: string): Delimiter {
  const hint = EXCEL_HINT.exec(beginning.replace(/\r\n?/gu, '\n'))?.[1];
  const named = DELIMITERS.find((delimiter) => delimiter === hint);
  if (named) return named;
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(beginning, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function evenness(beginning: string, delimiter: Delimiter): number {
  const rows = beginningOf(beginning, delimiter).filter(({ cells }) => !isEmptyRow(cells));
  const first = rows[0]?.cells.length ?? 0;
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [columns = 1, frequency = 0] =
    [...counts].sort((one, other) => other[1] - one[1] || other[0] - one[0])[0] ?? [];
  if (columns < 2) return 0;
  const share = frequency / rows.length;
  // A sign that only the sentences use does not stand in the first row, where the headings are.
  return share * share * (1 + Math.log2(columns)) * (first < 2 ? 0.1 : 1);
}

/** The rows of a beginning that may end in the middle of one. */
export function beginningOf(beginning: string, delimiter: Delimiter): TableRow[] {
  const reader = new TableReader(delimiter);
  try {
    const whole = reader.push(beginning);
    return whole.length > 0 ? whole : reader.end();
  } catch {
    return [];
  }
}

export function isEmptyRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
