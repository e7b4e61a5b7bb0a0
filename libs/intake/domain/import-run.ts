import { badInput, conflict, type Instant } from '@stanch/kernel';
import { ImportField } from './import-field.js';
import type { SurveyedColumn } from './file-survey.js';
import { EMPTY_REPORT, type ImportReport } from './import-report.js';

/** How far an import is. */
export const ImportState = {
  /** The file was read; nothing is in the programme yet. */
  READ: 'READ',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;
export type ImportState = (typeof ImportState)[keyof typeof ImportState];

/** What is wrong with columns of which none says what hurts. */
export const NOTHING_SAYS = 'No column says what hurts. Choose the one that holds the description or the title.';

/** What is known of a file once it has been looked at. */
export interface ReadFile {
  readonly encoding: string;
  readonly delimiter: string;
  /** The row of the headings, as a spreadsheet counts. */
  readonly headingRow: number;
  readonly columns: readonly SurveyedColumn[];
  /** Rows with something in them, below the headings. */
  readonly rowCount: number;
}

/** One file on its way into the programme. */
export class ImportRun implements ReadFile {
  id!: string;
  fileName!: string;
  state!: ImportState;
  encoding!: string;
  delimiter!: string;
  headingRow!: number;
  columns!: readonly SurveyedColumn[];
  rowCount!: number;
  report!: ImportReport;
  /** Repeats that join the row they repeat. */
  mergeRows!: readonly number[];
  done!: number;
  error!: string | null;
  createdById!: string;
  createdAt!: Instant;

  static of(start: ReadFile & Pick<ImportRun, 'id' | 'fileName' | 'createdById' | 'createdAt'>): ImportRun {
    const state = ImportState.READ;
    return Object.assign(new ImportRun(), {
      ...start,
      state,
      report: EMPTY_REPORT,
      mergeRows: [],
      done: 0,
      error: null,
    });
  }

  /** Takes the choices of whoever imports; only before it runs, or when it came to nothing. */
  choose(choices: readonly { column: number; field: ImportField }[], mergeRows: readonly number[]): void {
    this.assertWaiting();
    const columns = this.columns.map((column) => ({ ...column }));
    for (const { column, field } of choices) {
      const chosen = columns[column - 1];
      if (!chosen) throw badInput('columns', `The file has ${columns.length} columns; there is no column ${column}.`);
      chosen.field = field;
    }
    for (const [at, { field, heading }] of columns.entries()) {
      const same = columns.slice(0, at).find((earlier) => earlier.field === field && field !== ImportField.IGNORE);
      if (same) {
        throw badInput(
          'columns',
          `"${same.heading}" and "${heading}" cannot both stand for the same. Choose one of them.`,
        );
      }
    }
    this.columns = columns;
    this.mergeRows = [...new Set(mergeRows)];
    this.state = ImportState.READ;
    this.error = null;
    this.done = 0;
  }

  /** Whether a column says what hurts; without one there is nothing to import. */
  get saysWhatHurts(): boolean {
    return this.columns.some(({ field }) => field === ImportField.DESCRIPTION || field === ImportField.TITLE);
  }

  begin(): void {
    this.assertWaiting();
    if (!this.saysWhatHurts) throw badInput('columns', NOTHING_SAYS);
    this.state = ImportState.RUNNING;
  }

  /** It ended; what it was to bring in is there as a whole, or not at all. */
  end(state: 'DONE' | 'CANCELLED' | 'FAILED', error: string | null = null): void {
    this.state = state;
    this.error = error;
    this.done = state === ImportState.DONE ? this.rowCount : 0;
  }

  private assertWaiting(): void {
    if (this.state === ImportState.RUNNING) {
      throw conflict(`${this.fileName} is being imported already.`, { state: this.state });
    }
    if (this.state === ImportState.DONE) {
      throw conflict(
        `${this.fileName} was imported. To import it again, choose the file again; rows that are there stay as they are.`,
        { state: this.state },
      );
    }
  }
}
