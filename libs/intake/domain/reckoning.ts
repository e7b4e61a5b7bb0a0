import type { ImportProblem, ImportRepeat, ImportReport } from './import-report.js';
import { ImportSeverity } from './import-report.js';
import type { DraftRow } from './row-interpreter.js';
import { WhoIsWho } from './who-is-who.js';

/** How many problems are listed; all are counted. Nobody corrects more before looking again. */
const MOST_PROBLEMS = 2_000;
/** How many repeats and names are listed. */
const MOST_LISTED = 500;

/** A row that can be imported, with what was found out about it. */
export interface ReadyRow extends DraftRow {
  readonly fingerprint: string;
  readonly alreadyThere: boolean;
  /** The earlier row that it joins instead of becoming a pain point. */
  readonly joinsRow: number | null;
}

/** Adds up, row by row, what an import would do. */
export class Reckoning {
  /** Everybody whom the file names. */
  readonly whoIsWho = new WhoIsWho();
  private readonly problems: ImportProblem[] = [];
  private problemCount = 0;
  private readonly repeats: ImportRepeat[] = [];
  private newCount = 0;
  private alreadyThereCount = 0;
  private mergedCount = 0;
  private failedCount = 0;
  private readonly units = new Map<string, string>();
  private readonly services = new Map<string, string>();

  /** `keyOf` makes the form in which names of units and services are compared. */
  constructor(private readonly keyOf: (name: string) => string) {}

  addProblems(problems: readonly ImportProblem[]): void {
    this.problemCount += problems.length;
    this.problems.push(...problems.slice(0, MOST_PROBLEMS - this.problems.length));
    if (problems.some(({ severity }) => severity === ImportSeverity.ERROR)) this.failedCount += 1;
  }

  add(row: ReadyRow, repeat: ImportRepeat | null): void {
    if (row.alreadyThere) {
      this.alreadyThereCount += 1;
      return;
    }
    if (repeat && this.repeats.length < MOST_LISTED) this.repeats.push(repeat);
    if (row.joinsRow === null) this.newCount += 1;
    else this.mergedCount += 1;
    if (row.person) this.whoIsWho.note(row.person);
    if (row.unit !== null && !this.units.has(this.keyOf(row.unit))) this.units.set(this.keyOf(row.unit), row.unit);
    if (row.service !== null && !this.services.has(this.keyOf(row.service))) {
      this.services.set(this.keyOf(row.service), row.service);
    }
  }

  /** The sum; what is new is judged by what is known already. */
  report(known: {
    unitKeys: ReadonlySet<string>;
    serviceKeys: ReadonlySet<string>;
    isKnown: (person: NonNullable<DraftRow['person']>) => boolean;
  }): ImportReport {
    const { problems, problemCount, repeats, newCount, alreadyThereCount, mergedCount, failedCount } = this;
    const newPeople = this.whoIsWho.everybody().filter((person) => !known.isKnown(person));
    return {
      problems,
      problemCount,
      repeats,
      newCount,
      alreadyThereCount,
      mergedCount,
      failedCount,
      newPeople: listed(newPeople.map(({ name }) => name)),
      newBusinessUnits: listed(unknown(this.units, known.unitKeys)),
      newServices: listed(unknown(this.services, known.serviceKeys)),
    };
  }
}

function unknown(named: ReadonlyMap<string, string>, known: ReadonlySet<string>): string[] {
  return [...named].filter(([key]) => !known.has(key)).map(([, name]) => name);
}

function listed(names: readonly string[]): string[] {
  return [...names].sort((one, other) => one.localeCompare(other)).slice(0, MOST_LISTED);
}
