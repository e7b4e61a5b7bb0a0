import type { Readable } from 'node:stream';
import { badInput, Clock, Ids, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { type Actor, WorkspaceSettings } from '@stanch/people';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { FileSurvey, MOST_COLUMNS } from '../domain/file-survey.js';
import { ImportRun, ImportState, type ReadFile } from '../domain/import-run.js';
import { beginningOf, type Delimiter, guessDelimiter, TableReader } from '../domain/table-reader.js';
import { ImportFiles } from '../persistence/import-files.js';
import { InterpretFile } from './interpret-file.js';

const LONGEST_NAME = 200;

/** Takes a file in, looks through it and says what importing it would do. Nothing of it is in the programme yet. */
@Injectable()
export class ReceiveFile {
  constructor(
    private readonly files: ImportFiles,
    private readonly interpret: InterpretFile,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, fileName: string, content: Readable): Promise<ImportRun> {
    await this.forgetOld();
    const id = this.ids.next();
    try {
      const encoding = await this.files.keep(id, content);
      const run = ImportRun.of({
        ...(await this.survey(id, encoding)),
        id,
        fileName: nameOf(fileName),
        createdById: actor.personId,
        createdAt: this.clock.now(),
      });
      run.report = await this.interpret.report(run);
      await this.unitOfWork.run(async ({ em }) => void em.persist(run));
      return run;
    } catch (reason) {
      await this.files.remove(id);
      throw reason;
    }
  }

  private async survey(id: string, encoding: string): Promise<ReadFile> {
    const { locale } = await this.settings.current();
    let delimiter: Delimiter | null = null;
    let reader: TableReader | null = null;
    let survey: FileSurvey | null = null;
    for await (const text of this.files.texts(id, encoding)) {
      if (reader === null) {
        delimiter = guessDelimiter(text);
        refuseIfTooWide(text, delimiter);
        reader = new TableReader(delimiter);
        survey = new FileSurvey(delimiter, locale === 'en-US');
      }
      for (const row of reader.push(text)) survey?.add(row);
    }
    for (const row of reader?.end() ?? []) survey?.add(row);
    const found = survey?.finish();
    if (!found || !delimiter || found.rowCount === 0) {
      throw badInput('file', 'There are no rows below the headings. Choose a file with the headings in its first row.');
    }
    return { encoding, delimiter, ...found };
  }

  /** What nobody has imported within a day is no longer kept. */
  private async forgetOld(): Promise<void> {
    const before = instantAfter(this.clock.now(), -MILLISECONDS_PER_DAY);
    const old = await this.unitOfWork.run(async ({ em }) => {
      const waiting = [ImportState.READ, ImportState.CANCELLED, ImportState.FAILED];
      const runs = await em.find(ImportRun, { state: { $in: waiting }, createdAt: { $lt: before } });
      for (const run of runs) em.remove(run);
      return runs.map(({ id }) => id);
    });
    for (const id of old) await this.files.remove(id);
  }
}

function nameOf(fileName: string): string {
  // Some browsers send a whole path; only its last part is the name.
  const name = (fileName.split(/[\\/]/u).at(-1) ?? '').replace(/\p{C}/gu, '').trim();
  return name === '' ? 'spreadsheet.csv' : name.slice(0, LONGEST_NAME);
}

function refuseIfTooWide(beginning: string, delimiter: Delimiter): void {
  const widest = Math.max(0, ...beginningOf(beginning, delimiter).map(({ cells }) => cells.length));
  if (widest > MOST_COLUMNS) {
    throw badInput(
      'file',
      `The file has ${widest} columns; at most ${MOST_COLUMNS} can be looked at. Take out the rest.`,
    );
  }
}
