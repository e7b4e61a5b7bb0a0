import type { Day } from '@stanch/kernel';
import { type DateOrder, type ReadDate, readDate } from './dates.js';
import { ImportField } from './import-field.js';
import { type ImportProblem, ImportSeverity } from './import-report.js';
import { type DecimalSign, readHours, readNumber, saysNothing } from './numbers.js';
import { meaningOf, type StatusMeaning } from './status-guess.js';
import type { TableRow } from './table-reader.js';
import { type PersonInFile, personInFile } from './who-is-who.js';
import { LONGEST_TITLE, plainForm, shortened, titleOf } from './words.js';

/** How the cells of one column are to be read. */
export interface ColumnForm {
  readonly heading: string;
  readonly field: ImportField;
  readonly dateOrder: DateOrder;
  readonly decimal: DecimalSign;
}

/** A stage that a row can start in; the first one is where the board begins. */
export interface StartStage {
  readonly id: string;
  readonly name: string;
  readonly category: string;
}

/** All that decides how rows are read. */
export interface Reading {
  readonly columns: readonly ColumnForm[];
  readonly stages: readonly StartStage[];
  readonly today: Day;
  /** The address as it is stored; null when it is none. */
  readonly emailOf: (text: string) => string | null;
}

/** A pain point as a row says it. */
export interface DraftRow {
  readonly row: number;
  readonly number: string | null;
  readonly title: string;
  /** What was said, word for word: the description, and the quote behind it. */
  readonly words: string;
  readonly idea: string;
  readonly date: Day | null;
  readonly unit: string | null;
  readonly service: string | null;
  readonly person: PersonInFile | null;
  readonly peopleAffected: number | null;
  readonly hoursLostPerPersonPerWeek: number | null;
  readonly directCostPerWeek: number | null;
  readonly effortDays: number | null;
  readonly rating: number | null;
  readonly tags: readonly string[];
  readonly stage: StartStage;
  readonly saysDuplicate: boolean;
}

/** The figures of a row: what each is called and how high it can be. */
const FIGURES = {
  PEOPLE_AFFECTED: { called: 'the people affected', most: 1_000_000, whole: true },
  HOURS_LOST_PER_PERSON_PER_WEEK: { called: 'the hours each loses a week', most: 168, whole: false },
  DIRECT_COST_PER_WEEK: { called: 'the direct cost a week', most: 1_000_000_000, whole: false },
  EFFORT_DAYS: { called: 'the effort', most: 10_000, whole: false },
} as const;
type Figure = keyof typeof FIGURES;

const EARLIEST = '1980-01-01';
const LONGEST_WORDS = 10_000;
const LONGEST_NAME = 120;
const LONGEST_IDEA = 9_000;
const MOST_TAGS = 20;
const LONGEST_TAG = 40;
/** No name, date or number is longer; what reads them would take long over pages of text. */
const LONGEST_VALUE = 500;
const SHOWN_OF_A_VALUE = 80;

/** Reads the rows of a file as pain points; what cannot be read it names, and goes on without it. */
export class RowInterpreter {
  private readonly places = new Map<ImportField, number>();

  constructor(private readonly reading: Reading) {
    for (const [at, { field }] of reading.columns.entries()) this.places.set(field, at);
  }

  /** The pain point of a row, null when it cannot be one, and what is wrong with the row. */
  read({ row, cells }: TableRow): { draft: DraftRow | null; problems: ImportProblem[] } {
    const problems: ImportProblem[] = [];
    const line = new Line(this.reading.columns, this.places, row, cells, problems);
    const title = line.text(ImportField.TITLE);
    const said = line.text(ImportField.DESCRIPTION) || title;
    if (said === '') {
      const field = this.places.has(ImportField.DESCRIPTION) ? ImportField.DESCRIPTION : ImportField.TITLE;
      line.complain(field, 'Nothing is said here, so the row cannot become a pain point.', ImportSeverity.ERROR);
      return { draft: null, problems };
    }
    const words = this.wordsOf(line, said);
    const idea = shortened(line.text(ImportField.IDEA), LONGEST_IDEA);
    const shortTitle =
      title === '' || title === said ? titleOf(words) : shortened(title.replace(/\s+/gu, ' '), LONGEST_TITLE);
    const service = this.nameOf(line, ImportField.SERVICE);
    const unit = this.nameOf(line, ImportField.BUSINESS_UNIT);
    const status = this.statusOf(line);
    const draft: DraftRow = {
      row,
      number: line.text(ImportField.NUMBER) || null,
      title: shortTitle,
      words,
      idea,
      date: this.dateOf(line),
      unit,
      service,
      person: this.personOf(line, unit),
      peopleAffected: this.figureOf(line, ImportField.PEOPLE_AFFECTED),
      hoursLostPerPersonPerWeek: this.figureOf(line, ImportField.HOURS_LOST_PER_PERSON_PER_WEEK),
      directCostPerWeek: this.figureOf(line, ImportField.DIRECT_COST_PER_WEEK),
      effortDays: this.figureOf(line, ImportField.EFFORT_DAYS),
      rating: this.ratingOf(line, service),
      tags: this.tagsOf(line),
      ...status,
    };
    problems.sort((one, other) => (one.column ?? 0) - (other.column ?? 0));
    return { draft, problems };
  }

  private wordsOf(line: Line, said: string): string {
    if (said.length <= LONGEST_WORDS) return said;
    line.complain(ImportField.DESCRIPTION, `This has ${said.length} characters; the first ${LONGEST_WORDS} come in.`);
    return shortened(said, LONGEST_WORDS);
  }

  private nameOf(line: Line, field: ImportField): string | null {
    const name = line.value(field).replace(/\s+/gu, ' ');
    if (name === '') return null;
    if (name.length <= LONGEST_NAME) return name;
    line.complain(
      field,
      `This is too long for a name; at most ${LONGEST_NAME} characters fit. The row comes in without it.`,
    );
    return null;
  }

  private dateOf(line: Line): Day | null {
    const text = line.value(ImportField.DATE);
    if (text === '') return null;
    const read = readDate(text, line.form(ImportField.DATE)?.dateOrder ?? 'DMY');
    const why = whyNoDate(read, this.reading.today);
    if ('day' in read && why === null) return read.day;
    line.complain(ImportField.DATE, `"${brief(text)}" ${why}. The row comes in without a date of its own.`);
    return null;
  }

  private personOf(line: Line, unit: string | null): PersonInFile | null {
    const cell = line.value(ImportField.PERSON_EMAIL);
    const name = line.value(ImportField.PERSON_NAME);
    const email = cell === '' ? null : this.reading.emailOf(bareAddress(cell));
    if (cell !== '' && email === null) {
      line.complain(ImportField.PERSON_EMAIL, `"${brief(cell)}" is no e-mail address. The row comes in without it.`);
    }
    if (email !== null || !name.includes('@')) return personInFile(name, email, unit);
    // Somebody wrote the address where the name belongs.
    const address = this.reading.emailOf(bareAddress(name));
    const beside = name.replace(/<?[^\s<>]+@[^\s<>]+>?/u, '').trim();
    return address === null ? personInFile(name, null, unit) : personInFile(beside, address, unit);
  }

  private figureOf(line: Line, field: Figure): number | null {
    const text = line.value(field);
    if (text === '') return null;
    const decimal = line.form(field)?.decimal ?? '.';
    const isHours = field === ImportField.HOURS_LOST_PER_PERSON_PER_WEEK;
    const read = isHours ? readHours(text, decimal) : readNumber(text, decimal);
    const why = whyNoFigure(read, field);
    if (why === null) return read;
    line.complain(field, `"${brief(text)}" ${why}. The row comes in without ${FIGURES[field].called}.`);
    return null;
  }

  private ratingOf(line: Line, service: string | null): number | null {
    const text = line.value(ImportField.RATING);
    if (text === '') return null;
    const rating = /^([1-5])(?:[.,]0+)?(?:\s*(?:\/|of|von|out of)\s*5)?$/iu.exec(text)?.[1];
    if (rating === undefined) {
      line.complain(ImportField.RATING, `"${brief(text)}" is no rating from 1 to 5. The row comes in without one.`);
      return null;
    }
    if (service === null) {
      line.complain(ImportField.RATING, 'The row rates a service but names none. The row comes in without the rating.');
      return null;
    }
    return Number(rating);
  }

  private statusOf(line: Line): { stage: StartStage; saysDuplicate: boolean } {
    const start = this.reading.stages[0] as StartStage;
    const text = line.value(ImportField.STATUS);
    if (text === '') return { stage: start, saysDuplicate: false };
    const form = plainForm(text);
    const named = this.reading.stages.find(({ name }) => plainForm(name) === form);
    if (named) return { stage: named, saysDuplicate: false };
    const meaning: StatusMeaning | null = meaningOf(text);
    if (meaning === 'DUPLICATE') return { stage: start, saysDuplicate: true };
    const stage = this.reading.stages.find(({ category }) => category === meaning);
    if (stage) return { stage, saysDuplicate: false };
    line.complain(ImportField.STATUS, `No stage of the board is "${brief(text)}". The row starts at ${start.name}.`);
    return { stage: start, saysDuplicate: false };
  }

  private tagsOf(line: Line): string[] {
    const said = line.value(ImportField.TAGS);
    if (said === '') return [];
    const tags = said
      .split(/[,;|\n]|\s(?=#)/u)
      .map((tag) => tag.trim().replace(/^#/u, ''))
      .filter((tag) => tag !== '');
    const fitting = [
      ...new Map(tags.filter(({ length }) => length <= LONGEST_TAG).map((tag) => [tag.toLowerCase(), tag])).values(),
    ];
    if (fitting.length > MOST_TAGS || tags.some(({ length }) => length > LONGEST_TAG)) {
      line.complain(
        ImportField.TAGS,
        `A pain point takes ${MOST_TAGS} tags of ${LONGEST_TAG} characters; the others stay out.`,
      );
    }
    return fitting.slice(0, MOST_TAGS);
  }
}

/** One row while it is read: its cells by what they stand for, and what is wrong with them. */
class Line {
  constructor(
    private readonly columns: readonly ColumnForm[],
    private readonly places: ReadonlyMap<ImportField, number>,
    private readonly row: number,
    private readonly cells: readonly string[],
    private readonly problems: ImportProblem[],
  ) {}

  form(field: ImportField): ColumnForm | undefined {
    return this.columns[this.places.get(field) ?? -1];
  }

  /** What the cell says; empty when it says that there is nothing, by a dash or the like. */
  text(field: ImportField): string {
    const text = this.written(field);
    return saysNothing(text) ? '' : text;
  }

  /** What the cell says, as far as a name, a date or a number can go. */
  value(field: ImportField): string {
    return this.text(field).slice(0, LONGEST_VALUE);
  }

  complain(field: ImportField, message: string, severity: ImportSeverity = ImportSeverity.WARNING): void {
    const at = this.places.get(field);
    this.problems.push({
      row: this.row,
      column: at === undefined ? null : at + 1,
      heading: at === undefined ? null : (this.columns[at]?.heading ?? null),
      value: at === undefined ? null : brief(this.written(field)),
      severity,
      message,
    });
  }

  private written(field: ImportField): string {
    return (this.cells[this.places.get(field) ?? -1] ?? '').replaceAll('\0', '').trim();
  }
}

function whyNoDate(read: ReadDate, today: Day): string | null {
  if ('impossible' in read) return `is no date: ${read.impossible}`;
  if ('unreadable' in read) return 'cannot be read as a date';
  if (read.day > today) return `is ${read.day}, which is still to come`;
  return read.day < EARLIEST ? `is ${read.day}, which is too long ago` : null;
}

function whyNoFigure(read: number | null, field: Figure): string | null {
  const { most, whole } = FIGURES[field];
  if (read === null) return 'is no number';
  if (read < 0) return 'is less than nothing';
  if (read > most) return `is more than there can be (${most})`;
  return whole && !Number.isInteger(read) ? 'is no whole number' : null;
}

function bareAddress(text: string): string {
  return (/<([^<>]+)>/u.exec(text)?.[1] ?? text).replace(/^mailto:/iu, '').trim();
}

function brief(text: string): string {
  return shortened(text.replace(/\s+/gu, ' '), SHOWN_OF_A_VALUE);
}
