import type { Actor } from '@stanch/people';
import { Injectable } from '@nestjs/common';
import type { ImportRun } from '../domain/import-run.js';
import type { ImportChoices } from './preview-import.js';
import { ReadImport } from './read-import.js';

/** Brings a file into the programme. */
@Injectable()
export class RunImport {
  constructor(private readonly readImport: ReadImport) {}

  async begin(_actor: Actor, { id }: ImportChoices): Promise<ImportRun> {
    return this.readImport.run(id);
  }
}
