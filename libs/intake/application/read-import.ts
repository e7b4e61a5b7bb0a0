import { notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ImportRun } from '../domain/import-run.js';
import { RunningImports } from './running-imports.js';

/** Finds an import by its id, with how far it is. */
@Injectable()
export class ReadImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly running: RunningImports,
  ) {}

  async run(id: string): Promise<ImportRun> {
    const run = this.running.find(id)?.run ?? (await this.unitOfWork.read((em) => em.findOne(ImportRun, { id })));
    if (!run) throw notFound('import');
    return run;
  }
}
