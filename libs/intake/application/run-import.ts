import { Refusal } from '@stanch/kernel';
import type { Actor } from '@stanch/people';
import { businessUnitKey } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable, Logger } from '@nestjs/common';
import { ImportRun, ImportState } from '../domain/import-run.js';
import { Reckoning } from '../domain/reckoning.js';
import { ImportFiles } from '../persistence/import-files.js';
import { BringIn } from './bring-in.js';
import { InterpretFile } from './interpret-file.js';
import type { ImportChoices } from './preview-import.js';
import { ReadImport } from './read-import.js';
import { type Progress, type Running, RunningImports, Stopped } from './running-imports.js';

const SHUT_DOWN = 'The server was stopped while this ran. Nothing of it was imported; start it again.';
const OUR_FAULT =
  'Something went wrong on our side. Nothing of it was imported. Try again, or ask whoever runs Stanch.';

/**
 * Brings a file into the programme: all of it or nothing. The file is read and understood first, while everybody goes on
 * working; then all is written in one transaction, which a crash, a failure or a person who stops it takes back whole.
 */
@Injectable()
export class RunImport {
  private readonly log = new Logger(RunImport.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readImport: ReadImport,
    private readonly running: RunningImports,
    private readonly files: ImportFiles,
    private readonly interpret: InterpretFile,
    private readonly bringIn: BringIn,
  ) {}

  /** Begins and answers at once; `RunningImports` knows how far it is. */
  async begin(actor: Actor, choices: ImportChoices): Promise<ImportRun> {
    return (await this.start(actor, choices)).run;
  }

  /** Runs to the end, whatever that is. */
  async toTheEnd(actor: Actor, choices: ImportChoices): Promise<ImportRun> {
    return (await this.start(actor, choices)).ended;
  }

  /** What ran when this process ended without a word will not go on. */
  async failLost(): Promise<void> {
    await this.unitOfWork.run(async ({ em }) => {
      for (const run of await em.find(ImportRun, { state: ImportState.RUNNING })) {
        run.end(ImportState.FAILED, SHUT_DOWN);
      }
    });
  }

  private async start(actor: Actor, { id, columns, mergeRows }: ImportChoices): Promise<Running> {
    await this.readImport.run(id);
    const run = await this.unitOfWork.run(async ({ em }) => {
      const found = await em.findOneOrFail(ImportRun, { id });
      found.choose(columns, mergeRows ?? []);
      found.begin();
      return found;
    });
    return this.running.start(run, (progress) => this.work(actor, run, progress));
  }

  private async work(actor: Actor, run: ImportRun, progress: Progress): Promise<ImportRun> {
    try {
      const reckoning = new Reckoning(businessUnitKey);
      await this.files.stage(run.id, this.watched(run, reckoning, progress));
      const report = await this.interpret.reportOf(reckoning);
      const done = await this.unitOfWork.runLong(async (transaction) => {
        const count = await this.bringIn.run(transaction, actor, run, reckoning.whoIsWho, progress);
        const last = await transaction.em.findOneOrFail(ImportRun, { id: run.id });
        // Another process may have stopped it meanwhile.
        if (last.state !== ImportState.RUNNING) throw new Stopped('person');
        last.report = { ...report, ...count };
        last.end(ImportState.DONE);
        return last;
      });
      await this.files.remove(run.id);
      return done;
    } catch (reason) {
      await this.files.unstage(run.id);
      return this.endWithout(run.id, reason);
    }
  }

  private async *watched(run: ImportRun, reckoning: Reckoning, progress: Progress) {
    for await (const pack of this.interpret.rows(run, reckoning)) {
      progress.reached(0);
      yield pack;
    }
  }

  private async endWithout(id: string, reason: unknown): Promise<ImportRun> {
    const byPerson = reason instanceof Stopped && reason.by === 'person';
    const explained = reason instanceof Stopped ? SHUT_DOWN : reason instanceof Refusal ? reason.message : OUR_FAULT;
    if (explained === OUR_FAULT) this.log.error(reason);
    return this.unitOfWork.run(async ({ em }) => {
      const run = await em.findOneOrFail(ImportRun, { id });
      if (byPerson) run.end(ImportState.CANCELLED);
      else run.end(ImportState.FAILED, explained);
      return run;
    });
  }
}
