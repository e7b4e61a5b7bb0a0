import { notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ImportRun } from '../domain/import-run.js';

/** Finds an import by its id. */
@Injectable()
export class ReadImport {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async run(id: string): Promise<ImportRun> {
    const run = await this.unitOfWork.read((em) => em.findOne(ImportRun, { id }));
    if (!run) throw notFound('import');
    return run;
  }
}
