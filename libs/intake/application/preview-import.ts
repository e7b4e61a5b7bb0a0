import type { Day } from '@stanch/kernel';
import { businessUnitKey, WorkspaceSettings } from '@stanch/people';
import { bleedPerWeek } from '@stanch/remediation';
import { pageSize, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import type { ImportField } from '../domain/import-field.js';
import { ImportRun, ImportState } from '../domain/import-run.js';
import { type ReadyRow, Reckoning } from '../domain/reckoning.js';
import { ImportFiles } from '../persistence/import-files.js';
import { InterpretFile } from './interpret-file.js';
import { importRunOf, ReadImport } from './read-import.js';

/** What somebody has chosen for a file. */
export interface ImportChoices {
  readonly id: string;
  readonly columns: readonly { column: number; field: ImportField }[];
  readonly mergeRows?: readonly number[] | null;
}

/** A row as it would be imported. */
export interface PreviewedRow {
  readonly row: number;
  readonly title: string;
  readonly raiser: string | null;
  readonly businessUnit: string | null;
  readonly service: string | null;
  readonly date: Day | null;
  readonly bleedPerWeek: number | null;
  readonly stage: string | null;
  readonly alreadyThere: boolean;
}

/** Says what importing a file would do with these columns. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly readImport: ReadImport,
    private readonly interpret: InterpretFile,
    private readonly files: ImportFiles,
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: WorkspaceSettings,
  ) {}

  async run(choices: ImportChoices): Promise<ImportRun> {
    const trial = await this.readImport.run(choices.id);
    trial.choose(choices.columns, choices.mergeRows ?? []);
    const report = await this.interpret.report(trial);
    return this.unitOfWork.run(async (transaction) => {
      const run = await importRunOf(transaction, choices.id);
      // It may have begun to run meanwhile.
      run.choose(choices.columns, choices.mergeRows ?? []);
      run.report = report;
      return run;
    });
  }

  /** Forgets a file that was only looked at. */
  async discard(id: string): Promise<void> {
    await this.unitOfWork.run(({ em }) => em.nativeDelete(ImportRun, { id }));
    await this.files.remove(id);
  }

  /** Some of the rows, from the one after a row on; none of an import that runs or is done. */
  async rows(id: string, first: number, after: number): Promise<PreviewedRow[]> {
    const run = await this.readImport.run(id);
    if (run.state === ImportState.RUNNING || run.state === ImportState.DONE || !run.saysWhatHurts) return [];
    const wanted = pageSize(first);
    const { hourlyCost } = await this.settings.current();
    const rows: PreviewedRow[] = [];
    for await (const pack of this.interpret.rows(run, new Reckoning(businessUnitKey))) {
      for (const row of pack) if (row.row > after && rows.length < wanted) rows.push(previewOf(row, hourlyCost));
      if (rows.length >= wanted) break;
    }
    return rows;
  }
}

function previewOf(row: ReadyRow, hourlyCost: number): PreviewedRow {
  const { title, person, unit, service, date, stage, alreadyThere } = row;
  const known = row.peopleAffected !== null || row.hoursLostPerPersonPerWeek !== null || row.directCostPerWeek !== null;
  const cost = {
    peopleAffected: row.peopleAffected ?? 0,
    hoursLostPerPersonPerWeek: row.hoursLostPerPersonPerWeek ?? 0,
    directCostPerWeek: row.directCostPerWeek ?? 0,
  };
  return {
    row: row.row,
    title,
    raiser: person?.name ?? null,
    businessUnit: unit,
    service,
    date,
    bleedPerWeek: known ? bleedPerWeek(cost, hourlyCost) : null,
    stage: stage.name,
    alreadyThere,
  };
}
