import { Clock, dayIn, Refusal } from '@stanch/kernel';
import { BusinessUnits, businessUnitKey, emailAddress, People, WorkspaceSettings } from '@stanch/people';
import { Services } from '@stanch/discovery';
import { boardOf, StoredCards } from '@stanch/remediation';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { EMPTY_REPORT, type ImportProblem, type ImportReport, ImportSeverity } from '../domain/import-report.js';
import { type ImportRun, NOTHING_SAYS } from '../domain/import-run.js';
import { KnownPeople } from '../domain/known-people.js';
import { type ReadyRow, Reckoning } from '../domain/reckoning.js';
import { RepeatFinder } from '../domain/repeats.js';
import { type DraftRow, type Reading, RowInterpreter } from '../domain/row-interpreter.js';
import { type Delimiter, isEmptyRow, type TableRow, TableReader } from '../domain/table-reader.js';
import { fingerprintOf } from '../domain/words.js';
import { ImportedRows } from '../persistence/imported-rows.js';
import { ImportFiles } from '../persistence/import-files.js';

/** Reads a kept file as pain points and reckons what importing it would do. Changes nothing. */
@Injectable()
export class InterpretFile {
  constructor(
    private readonly files: ImportFiles,
    private readonly imported: ImportedRows,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly services: Services,
    private readonly cards: StoredCards,
    private readonly settings: WorkspaceSettings,
    private readonly clock: Clock,
  ) {}

  /** What importing the file as it is chosen would do. */
  async report(run: ImportRun): Promise<ImportReport> {
    if (!run.saysWhatHurts) return nothingToImport(run);
    const reckoning = new Reckoning(businessUnitKey);
    const rows = this.rows(run, reckoning);
    while (!(await rows.next()).done);
    return this.reportOf(reckoning);
  }

  /** The rows that can be imported, in packs; the reckoning gets all that is found on the way. */
  async *rows(run: ImportRun, reckoning: Reckoning): AsyncGenerator<ReadyRow[]> {
    const interpreter = new RowInterpreter(await this.readingOf(run));
    const repeats = new RepeatFinder();
    const occurrences = new Map<string, number>();
    const mergeRows = new Set(run.mergeRows);
    for await (const pack of this.tableRows(run)) {
      const drafts: { draft: DraftRow; fingerprint: string }[] = [];
      for (const row of pack) {
        const { draft, problems } = interpreter.read(row);
        reckoning.addProblems(problems);
        if (draft) drafts.push({ draft, fingerprint: markOf(draft, occurrences) });
      }
      const known = await this.imported.painPointIdsOf(drafts.map(({ fingerprint }) => fingerprint));
      yield drafts.map(({ draft, fingerprint }) => {
        const repeat = repeats.add({ ...draft, unit: draft.unit ?? '', service: draft.service ?? '' });
        const joinsRow = repeat && mergeRows.has(draft.row) ? repeat.ofRow : null;
        const ready: ReadyRow = { ...draft, fingerprint, alreadyThere: known.has(fingerprint), joinsRow };
        reckoning.add(ready, repeat);
        return ready;
      });
    }
  }

  /** The sum of a reckoning that has seen all rows. */
  async reportOf(reckoning: Reckoning): Promise<ImportReport> {
    const units = await this.businessUnits.all();
    const unitIds = new Map(units.map(({ nameKey, id }) => [nameKey, id]));
    const services = await this.services.all();
    const known = new KnownPeople(await this.people.everybody());
    return reckoning.report({
      unitKeys: new Set(unitIds.keys()),
      serviceKeys: new Set(services.map(({ nameKey }) => nameKey)),
      isKnown: (person) => known.find(person, unitIds.get(businessUnitKey(person.unit ?? '')) ?? null) !== null,
    });
  }

  /** The rows below the headings with something in them, a piece of the file at a time. */
  private async *tableRows(run: ImportRun): AsyncGenerator<TableRow[]> {
    const reader = new TableReader(run.delimiter as Delimiter);
    const wanted = (rows: TableRow[]) => rows.filter(({ row, cells }) => row > run.headingRow && !isEmptyRow(cells));
    for await (const text of this.files.texts(run.id, run.encoding)) yield wanted(reader.push(text));
    yield wanted(reader.end());
  }

  private async readingOf({ columns }: ImportRun): Promise<Reading> {
    const stages = await this.unitOfWork.read(async (em) => {
      const board = await boardOf({ em }, null);
      return this.cards.stagesOf({ em }, board.id);
    });
    const { timeZone } = await this.settings.current();
    return { columns, stages, today: dayIn(this.clock.now(), timeZone), emailOf };
  }
}

function nothingToImport({ headingRow, rowCount }: ImportRun): ImportReport {
  const severity = ImportSeverity.ERROR;
  const problem: ImportProblem = {
    row: headingRow,
    column: null,
    heading: null,
    value: null,
    severity,
    message: NOTHING_SAYS,
  };
  return { ...EMPTY_REPORT, problems: [problem], problemCount: 1, failedCount: rowCount };
}

/** The mark of a row; rows of one file that say the very same are told apart by their order. */
function markOf({ words, person, unit }: DraftRow, occurrences: Map<string, number>): string {
  const said = { words, who: person?.name ?? '', unit: unit ?? '' };
  const first = fingerprintOf({ ...said, occurrence: 1 });
  const occurrence = (occurrences.get(first) ?? 0) + 1;
  occurrences.set(first, occurrence);
  return occurrence === 1 ? first : fingerprintOf({ ...said, occurrence });
}

function emailOf(text: string): string | null {
  try {
    return emailAddress('email', text);
  } catch (reason) {
    if (reason instanceof Refusal) return null;
    throw reason;
  }
}
