import { Injectable } from '@nestjs/common';
import type { ImportField } from '../domain/import-field.js';
import type { ImportRun } from '../domain/import-run.js';
import { ReadImport } from './read-import.js';

/** What somebody has chosen for a file. */
export interface ImportChoices {
  id: string;
  columns: readonly { column: number; field: ImportField }[];
  mergeRows?: readonly number[] | null;
}

/** A row as it would be imported. */
export interface PreviewedRow {
  row: number;
  title: string;
  raiser: string | null;
  businessUnit: string | null;
  service: string | null;
  date: string | null;
  bleedPerWeek: number | null;
  stage: string | null;
  alreadyThere: boolean;
}

/** Says what importing a file would do. */
@Injectable()
export class PreviewImport {
  constructor(private readonly readImport: ReadImport) {}

  async run({ id }: ImportChoices): Promise<ImportRun> {
    return this.readImport.run(id);
  }

  async rows(id: string, first: number, after: number): Promise<PreviewedRow[]> {
    await this.readImport.run(id);
    return new Array<PreviewedRow>().slice(after, after + first);
  }
}
