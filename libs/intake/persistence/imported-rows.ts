import { insertRows, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';

interface IntakeTables {
  imported_row: { fingerprint: string; import_run_id: string; pain_point_id: string };
}

/** A row that has come in. */
export interface ImportedRow {
  readonly fingerprint: string;
  readonly painPointId: string;
}

/** The marks of all rows that ever came in, with the pain points they became. */
@Injectable()
export class ImportedRows {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The pain points that rows with these marks became; those that never came in are left out. */
  async painPointIdsOf(fingerprints: readonly string[]): Promise<Map<string, string>> {
    if (fingerprints.length === 0) return new Map();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<IntakeTables>()
        .selectFrom('imported_row')
        .select(['fingerprint', 'pain_point_id'])
        .where('fingerprint', 'in', [...fingerprints])
        .execute(),
    );
    return new Map(rows.map((row) => [row.fingerprint, row.pain_point_id]));
  }

  async add({ em }: Transaction, importRunId: string, rows: readonly ImportedRow[]): Promise<void> {
    const marks = rows.map(({ fingerprint, painPointId }) => ({
      fingerprint,
      import_run_id: importRunId,
      pain_point_id: painPointId,
    }));
    await insertRows(em, 'imported_row', marks);
  }
}
