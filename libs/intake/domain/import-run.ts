import { conflict, type Instant } from '@stanch/kernel';
import type { ColumnMapping, ImportField } from './import-field.js';
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

/** A column of the file as a person sees it when deciding what it stands for. */
export interface ImportColumn {
  readonly heading: string;
  readonly samples: readonly string[];
  readonly field: ImportField;
}

/** What is known of a file once it has been looked at. */
export interface ReadFile {
  readonly encoding: string;
  readonly delimiter: string;
  /** The row of the headings, as a spreadsheet counts. */
  readonly headingRow: number;
  readonly columns: readonly ImportColumn[];
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
  columns!: readonly ImportColumn[];
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

  get mapping(): ColumnMapping {
    return this.columns.map(({ field }) => field);
  }

  /** Takes the choices of whoever imports; only before it runs. */
  choose(mapping: ColumnMapping, mergeRows: readonly number[]): void {
    this.assertWaiting();
    this.columns = this.columns.map((column, at) => ({ ...column, field: mapping[at] ?? column.field }));
    this.mergeRows = [...new Set(mergeRows)];
  }

  begin(): void {
    this.assertWaiting();
    this.state = ImportState.RUNNING;
    this.done = 0;
    this.error = null;
  }

  /** It ended; what it was to bring in is there as a whole, or not at all. */
  end(state: 'DONE' | 'CANCELLED' | 'FAILED', error: string | null = null): void {
    this.state = state;
    this.error = error;
    if (state === ImportState.DONE) this.done = this.rowCount;
  }

  get ended(): boolean {
    return this.state !== ImportState.READ && this.state !== ImportState.RUNNING;
  }

  private assertWaiting(): void {
    if (this.state === ImportState.READ) return;
    const running = this.state === ImportState.RUNNING;
    throw conflict(
      running
        ? `${this.fileName} is being imported already.`
        : `This import of ${this.fileName} has ended. Choose the file again; rows that are there already are left alone.`,
      { state: this.state },
    );
  }
}
