import { notFound } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
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
    return this.running.find(id)?.run ?? this.unitOfWork.read((em) => importRunOf({ em }, id));
  }
}

/** The import of an id, to be changed in this transaction. */
export async function importRunOf({ em }: Pick<Transaction, 'em'>, id: string): Promise<ImportRun> {
  const run = await em.findOne(ImportRun, { id });
  if (!run) throw notFound('import');
  return run;
}
