import { plainForm } from './words.js';
import type { ImportRepeat } from './import-report.js';

/** A row as far as it matters for whether it repeats an earlier one. */
export interface SaidRow {
  readonly row: number;
  /** The list's own number of the row. */
  readonly number: string | null;
  readonly title: string;
  readonly words: string;
  readonly idea: string;
  readonly unit: string;
  readonly service: string;
  /** Its status says that it repeats another. */
  readonly saysDuplicate: boolean;
}

/** From here two texts of the same unit and service count as the same. */
const ALIKE = 0.6;
/** From here a row that calls itself a duplicate may mean an earlier one. */
const FAINTLY_ALIKE = 0.15;
/** A word that stands in more rows of one unit and service than this tells none of them apart. */
const MOST_ROWS_OF_A_WORD = 12;

const SAYS_SAME =
  /(?:same as|see|duplicate of|repeats?|wie|siehe|gleich wie|identisch mit|duplikat von)\s+(?:(row|line|zeile)|no|nr|number|nummer|item|punkt)?\s*\.?\s*#?\s*(\d+)/iu;
const NAMES_A_NUMBER = /\b(?:row|line|zeile|no|nr|number|nummer|item|punkt)\b|#/iu;

/** Whether a text says nothing but which other row to see. */
export function isReference(text: string): boolean {
  const line = inOneLine(text);
  return SAYS_SAME.exec(line)?.[0] === line;
}

/** Also bounds the work of a search in a text that is all spaces. */
function inOneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

const COMMON = new Set(
  (
    'the a an and or of to in on at for with is are was were be it its this that we i our us my they them there not no so but as by from ' +
    'has have had do does all every each one der die das und oder von zu im in am an auf fur mit ist sind war wir ich es nicht ein eine ' +
    'einen dass den dem des sich auch wird werden hat haben bei'
  ).split(' '),
);

/** Finds rows that say the same as an earlier row of the file. Fed row by row; remembers words, not texts. */
export class RepeatFinder {
  private readonly rowOfNumber = new Map<string, number>();
  private readonly rowOfWords = new Map<string, number>();
  private readonly rowsOfWord = new Map<string, number[]>();
  private readonly wordsOfRow = new Map<number, readonly string[]>();
  /** For rows that are repeats themselves: the first row that says it. */
  private readonly firstOf = new Map<number, number>();

  /** What this row repeats; null when it says something of its own. */
  add(said: SaidRow): ImportRepeat | null {
    const found = this.find(said);
    this.remember(said);
    if (!found) return null;
    const ofRow = this.firstOf.get(found.ofRow) ?? found.ofRow;
    this.firstOf.set(said.row, ofRow);
    return { row: said.row, ofRow, title: said.title, reason: found.reason };
  }

  private find(said: SaidRow): { ofRow: number; reason: string } | null {
    const named = this.namedBy(said);
    if (named) return named;
    const same = this.rowOfWords.get(plainForm(said.words));
    if (same !== undefined) return { ofRow: same, reason: `It has the same words as row ${same}.` };
    const closest = this.closest(said);
    if (!closest) return null;
    if (closest.likeness >= ALIKE) {
      return { ofRow: closest.row, reason: `It says nearly the same as row ${closest.row} about the same service.` };
    }
    if (!said.saysDuplicate) return null;
    return {
      ofRow: closest.row,
      reason: `Its status says so; row ${closest.row} is the closest about the same service.`,
    };
  }

  /** "Same as no. 1" in the words, or an idea that is nothing but "see 1". */
  private namedBy({ words, idea, saysDuplicate }: SaidRow): { ofRow: number; reason: string } | null {
    for (const text of [words, idea]) {
      const named = SAYS_SAME.exec(inOneLine(text));
      if (!named || !(isReference(text) || NAMES_A_NUMBER.test(named[0]) || saysDuplicate)) continue;
      const [said, inRows, number = ''] = named;
      const ofRow = inRows ? this.rowIfKnown(Number(number)) : this.rowOfNumber.get(number);
      if (ofRow !== undefined) return { ofRow, reason: `It says "${said.trim()}", which is row ${ofRow}.` };
    }
    return null;
  }

  private rowIfKnown(row: number): number | undefined {
    return this.wordsOfRow.has(row) ? row : undefined;
  }

  private closest(said: SaidRow): { row: number; likeness: number } | null {
    const words = tellingWords(said.words);
    const about = aboutWhat(said);
    const shared = new Map<number, number>();
    for (const word of words) {
      for (const row of this.rowsOfWord.get(about + word) ?? []) shared.set(row, (shared.get(row) ?? 0) + 1);
    }
    let best: { row: number; likeness: number } | null = null;
    for (const [row, count] of shared) {
      const likeness = count / (words.length + (this.wordsOfRow.get(row)?.length ?? 0) - count);
      if (likeness >= FAINTLY_ALIKE && likeness > (best?.likeness ?? 0)) best = { row, likeness };
    }
    return best;
  }

  private remember(said: SaidRow): void {
    const words = tellingWords(said.words);
    if (said.number !== null && !this.rowOfNumber.has(said.number)) this.rowOfNumber.set(said.number, said.row);
    const whole = plainForm(said.words);
    if (words.length >= 3 && !this.rowOfWords.has(whole)) this.rowOfWords.set(whole, said.row);
    this.wordsOfRow.set(said.row, words);
    const about = aboutWhat(said);
    for (const word of words) {
      const key = about + word;
      const rows = this.rowsOfWord.get(key);
      if (!rows) this.rowsOfWord.set(key, [said.row]);
      else if (rows.length < MOST_ROWS_OF_A_WORD) rows.push(said.row);
    }
  }
}

/** Only rows of the same unit about the same service are compared. */
function aboutWhat({ unit, service }: SaidRow): string {
  return `${plainForm(unit)}|${plainForm(service)}|`;
}

/** The words that carry the meaning, each once, in a form that bears a plural. */
function tellingWords(text: string): string[] {
  const words = plainForm(text)
    .split(' ')
    .filter((word) => (word.length > 1 || /\d/u.test(word)) && !COMMON.has(word));
  return [...new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word)))];
}
