import { Refusal } from '@stanch/kernel';
import { type Actor, businessUnitKey } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable, Logger } from '@nestjs/common';
import { ImportRun, ImportState } from '../domain/import-run.js';
import { Reckoning } from '../domain/reckoning.js';
import { ImportFiles } from '../persistence/import-files.js';
import { BringIn } from './bring-in.js';
import { InterpretFile } from './interpret-file.js';
import type { ImportChoices } from './preview-import.js';
import { importRunOf } from './read-import.js';
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
    const lost = await this.unitOfWork.run(async ({ em }) => {
      const runs = await em.find(ImportRun, { state: ImportState.RUNNING });
      for (const run of runs) run.end(ImportState.FAILED, SHUT_DOWN);
      return runs;
    });
    for (const { id } of lost) await this.files.unstage(id);
  }

  private async start(actor: Actor, { id, columns, mergeRows }: ImportChoices): Promise<Running> {
    const run = await this.unitOfWork.run(async (transaction) => {
      const found = await importRunOf(transaction, id);
      found.choose(columns, mergeRows ?? []);
      found.begin();
      return found;
    });
    return this.running.start(run, (progress) => this.work(actor, run, progress));
  }

  private async work(actor: Actor, run: ImportRun, progress: Progress): Promise<ImportRun> {
    try {
      await this.bringAllIn(actor, run, progress);
    } catch (reason) {
      await this.endWithout(run.id, reason);
    }
    // What came to nothing can be begun again; what is in needs its file no more.
    const last = await this.unitOfWork.read((em) => importRunOf({ em }, run.id));
    if (last.state === ImportState.DONE) await this.files.remove(run.id);
    else await this.files.unstage(run.id);
    return last;
  }

  private async bringAllIn(actor: Actor, run: ImportRun, progress: Progress): Promise<void> {
    const reckoning = new Reckoning(businessUnitKey);
    await this.files.stage(run.id, this.watched(run, reckoning, progress));
    const report = await this.interpret.reportOf(reckoning);
    await this.unitOfWork.runLong(async (transaction) => {
      const count = await this.bringIn.run(transaction, actor, run, reckoning.whoIsWho, progress);
      const last = await importRunOf(transaction, run.id);
      // Another process may have stopped it meanwhile.
      if (last.state !== ImportState.RUNNING) throw new Stopped('person');
      last.report = { ...report, ...count };
      last.end(ImportState.DONE);
    });
  }

  private async *watched(run: ImportRun, reckoning: Reckoning, progress: Progress) {
    for await (const pack of this.interpret.rows(run, reckoning)) {
      progress.reached(0);
      yield pack;
    }
  }

  private async endWithout(id: string, reason: unknown): Promise<void> {
    const byPerson = reason instanceof Stopped && reason.by === 'person';
    const explained = reason instanceof Stopped ? SHUT_DOWN : reason instanceof Refusal ? reason.message : OUR_FAULT;
    if (explained === OUR_FAULT) this.log.error(reason);
    await this.unitOfWork.run(async (transaction) => {
      const run = await importRunOf(transaction, id);
      if (byPerson) run.end(ImportState.CANCELLED);
      else run.end(ImportState.FAILED, explained);
    });
  }
}
