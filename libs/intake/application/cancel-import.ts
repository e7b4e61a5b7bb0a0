import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { type ImportRun, ImportState } from '../domain/import-run.js';
import { importRunOf } from './read-import.js';
import { RunningImports } from './running-imports.js';

/** Stops an import, before it runs or while it does; nothing of it stays. One that is done stays done. */
@Injectable()
export class CancelImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly running: RunningImports,
  ) {}

  async run(id: string): Promise<ImportRun> {
    const running = this.running.find(id);
    if (running) {
      running.stop('person');
      return running.ended;
    }
    return this.unitOfWork.run(async (transaction) => {
      const run = await importRunOf(transaction, id);
      if (run.state !== ImportState.DONE) run.end(ImportState.CANCELLED);
      return run;
    });
  }
}
