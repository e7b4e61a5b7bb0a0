/** How bad a problem is: an ERROR row cannot be imported; a WARNING row is, without that value. */
export const ImportSeverity = { ERROR: 'ERROR', WARNING: 'WARNING' } as const;
export type ImportSeverity = (typeof ImportSeverity)[keyof typeof ImportSeverity];

/**
 * Something in the file that cannot be taken as it is. `row` counts as a spreadsheet does: the first line of the file is
 * row 1, empty rows count, and line breaks within a cell do not.
 */
export interface ImportProblem {
  readonly row: number;
  /** From 1; null when the row as a whole is meant. */
  readonly column: number | null;
  readonly heading: string | null;
  readonly value: string | null;
  readonly severity: ImportSeverity;
  readonly message: string;
}

/** A row that says the same as an earlier one. */
export interface ImportRepeat {
  readonly row: number;
  readonly ofRow: number;
  readonly title: string;
  readonly reason: string;
}

/** What importing a file with a mapping would do, or did. */
export interface ImportReport {
  readonly problems: readonly ImportProblem[];
  /** All of them; only the first are listed. */
  readonly problemCount: number;
  readonly repeats: readonly ImportRepeat[];
  /** Rows that become pain points. */
  readonly newCount: number;
  /** Rows that were imported before and are left alone. */
  readonly alreadyThereCount: number;
  /** Repeats that join the earlier row instead of becoming a pain point. */
  readonly mergedCount: number;
  /** Rows that cannot be imported. */
  readonly failedCount: number;
  readonly newPeople: readonly string[];
  readonly newBusinessUnits: readonly string[];
  readonly newServices: readonly string[];
}

/** The report before the file was read. */
export const EMPTY_REPORT: ImportReport = {
  problems: [],
  problemCount: 0,
  repeats: [],
  newCount: 0,
  alreadyThereCount: 0,
  mergedCount: 0,
  failedCount: 0,
  newPeople: [],
  newBusinessUnits: [],
  newServices: [],
};
