import { notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { ImportRun, ImportState } from '../domain/import-run.js';
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
    return this.unitOfWork.run(async ({ em }) => {
      const run = await em.findOne(ImportRun, { id });
      if (!run) throw notFound('import');
      if (run.state !== ImportState.DONE) run.end(ImportState.CANCELLED);
      return run;
    });
  }
}
