import { Injectable } from '@nestjs/common';
import type { ImportRun } from '../domain/import-run.js';
import { ReadImport } from './read-import.js';

/** Stops an import. */
@Injectable()
export class CancelImport {
  constructor(private readonly readImport: ReadImport) {}

  async run(id: string): Promise<ImportRun> {
    return this.readImport.run(id);
  }
}
