import { type DateOrder, dateOrderOf } from './dates.js';
import { guessMapping, headingPoints } from './mapping-guess.js';
import { type DecimalSign, decimalSignOf } from './numbers.js';
import type { ImportField } from './import-field.js';
import { type Delimiter, isEmptyRow, type TableRow } from './table-reader.js';

/** A column after the whole file was looked through. */
export interface SurveyedColumn {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: ImportField;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
}

/** Rows among which the headings are looked for: some lists have a title above them. */
const HEADING_WITHIN = 10;
/** Values from which is guessed what a column stands for. */
const VALUES_FOR_GUESS = 100;
/** More of a cell says no more of what its column stands for. */
const LONGEST_VALUE = 200;
const SAMPLES = 3;
const LONGEST_SAMPLE = 80;
export const MOST_COLUMNS = 200;

interface ColumnEvidence {
  values: string[];
  orders: Record<DateOrder, number>;
  signs: Record<DecimalSign, number>;
}

/** Looks through all rows of a file once and says where the headings are, how columns are to be read and what they mean. */
export class FileSurvey {
  private readonly first: TableRow[] = [];
  private headings: TableRow | null = null;
  private readonly evidence: ColumnEvidence[] = [];
  private count = 0;

  constructor(
    private readonly delimiter: Delimiter,
    private readonly monthFirst: boolean,
  ) {}

  add(row: TableRow): void {
    if (isEmptyRow(row.cells)) return;
    if (this.headings) return this.addValues(row);
    this.first.push(row);
    if (this.first.length === HEADING_WITHIN) this.settleHeadings();
  }

  /** What was found; call it when all rows were added. */
  finish(): { headingRow: number; columns: SurveyedColumn[]; rowCount: number } {
    if (!this.headings) this.settleHeadings();
    const widest = Math.max(
      this.evidence.length,
      (this.headings?.cells ?? []).findLastIndex((cell) => cell.trim() !== '') + 1,
    );
    const seen = Array.from({ length: widest }, (_, at) => ({
      heading: (this.headings?.cells[at] ?? '').slice(0, LONGEST_VALUE).trim().replace(/\s+/gu, ' '),
      values: this.evidence[at]?.values ?? [],
    }));
    const fields = guessMapping(seen);
    const columns = seen.map(({ heading, values }, at) => ({
      heading: heading === '' ? `Column ${at + 1}` : heading,
      samples: values.slice(0, SAMPLES).map((value) => value.replace(/\s+/gu, ' ').slice(0, LONGEST_SAMPLE)),
      field: fields[at] as ImportField,
      dateOrder: this.orderOf(at),
      decimal: this.signOf(at),
    }));
    return { headingRow: this.headings?.row ?? 1, columns, rowCount: this.count };
  }

  private settleHeadings(): void {
    const points = this.first.map(({ cells }) => headingPoints(cells));
    const best = points.indexOf(Math.max(...points));
    this.headings = this.first[best] ?? null;
    for (const row of this.first.slice(best + 1)) this.addValues(row);
  }

  private addValues({ cells }: TableRow): void {
    this.count += 1;
    for (let at = 0; at < Math.min(cells.length, MOST_COLUMNS); at += 1) {
      const value = (cells[at] ?? '').slice(0, LONGEST_VALUE).trim();
      if (value === '') continue;
      const column = this.columnAt(at);
      if (column.values.length < VALUES_FOR_GUESS && !column.values.includes(value)) column.values.push(value);
      const order = dateOrderOf(value);
      if (order) column.orders[order] += 1;
      const sign = decimalSignOf(value);
      if (sign) column.signs[sign] += 1;
    }
  }

  private columnAt(at: number): ColumnEvidence {
    while (this.evidence.length <= at) {
      this.evidence.push({ values: [], orders: { DMY: 0, MDY: 0 }, signs: { ',': 0, '.': 0 } });
    }
    return this.evidence[at] as ColumnEvidence;
  }

  /** The column decides; without a sign in it, the way in which dates are written where the workspace is. */
  private orderOf(at: number): DateOrder {
    const { DMY, MDY } = this.evidence[at]?.orders ?? { DMY: 0, MDY: 0 };
    if (DMY !== MDY) return DMY > MDY ? 'DMY' : 'MDY';
    return this.monthFirst ? 'MDY' : 'DMY';
  }

  /** The column decides, else the other columns, else the delimiter: where it is a semicolon, the comma is taken. */
  private signOf(at: number): DecimalSign {
    const own = this.evidence[at]?.signs ?? { ',': 0, '.': 0 };
    if (own[','] !== own['.']) return own[','] > own['.'] ? ',' : '.';
    const all = { ',': 0, '.': 0 };
    for (const { signs, orders } of this.evidence) {
      // Dates such as 03.08. are no numbers with a fraction.
      if (orders.DMY + orders.MDY > 0) continue;
      all[','] += signs[','];
      all['.'] += signs['.'];
    }
    if (all[','] !== all['.']) return all[','] > all['.'] ? ',' : '.';
    return this.delimiter === ';' ? ',' : '.';
  }
}
