import { readDate } from './dates.js';
import { ImportField } from './import-field.js';
import { readNumber, saysNothing } from './numbers.js';
import { plainForm } from './words.js';

/** A column as it stands in the file: its heading and what stands below. */
export interface SeenColumn {
  readonly heading: string;
  readonly values: readonly string[];
}

const F = ImportField;

/**
 * What headings say, in English and German; a star stands for any letters. The number is how telling the words are: where
 * two columns could stand for the same, or one for two things, the higher one wins.
 */
const HEADINGS: readonly (readonly [field: ImportField, points: number, words: string])[] = [
  [F.PERSON_EMAIL, 9, 'e mail*, email*, mail*'],
  [F.HOURS_LOST_PER_PERSON_PER_WEEK, 9, 'hour*, hrs, time lost, lost time, stunde*, std, *zeitverlust'],
  [F.DIRECT_COST_PER_WEEK, 9, 'cost*, expense*, direct, *kosten, betrag'],
  [F.EFFORT_DAYS, 9, 'effort, estimate, person days, aufwand, personentage, schatzung'],
  [F.RATING, 8, 'how well, rating*, score, satisfaction, stars, 1 5, 1 to 5, 1 bis 5, bewertung, note, *zufriedenheit'],
  [F.PEOPLE_AFFECTED, 8, 'affected, how many, headcount, number of people, number of users, betroffene*, anzahl *'],
  [F.DESCRIPTION, 7, 'pain*, words, description, quote, what hurts, problem*, issue, complaint'],
  [F.DESCRIPTION, 7, '*beschreibung, schmerz*, zitat, aussage, wortlaut, anliegen, beschwerde'],
  [F.BUSINESS_UNIT, 7, 'unit, department, dept, division, team, *abteilung, *bereich, *einheit'],
  [F.IDEA, 7, 'idea*, suggestion*, proposal*, solution, remedy, *idee*, *vorschlag*, *losung, *massnahme*, abhilfe'],
  [F.STATUS, 7, 'status, stage, state, zustand, stand, bearbeitungsstand'],
  [F.DATE, 6, 'date, when, day, raised on, *datum, wann, tag, gemeldet am, erfasst am'],
  [F.SERVICE, 6, 'service*, system, application, app, tool, product, software, dienst, anwendung, leistung'],
  [F.TITLE, 6, 'title, summary, subject, headline, titel, betreff, uberschrift, thema, kurz*'],
  [
    F.PERSON_NAME,
    6,
    'who, said it, sponsor, name, person, contact, reporter, reported by, raised by, requester, interviewee',
  ],
  [F.PERSON_NAME, 6, 'wer, melder, gemeldet von, ansprechpartner*, befragte*'],
  [F.TAGS, 5, 'tag, tags, label*, category, categories, keyword*, kategorie*, schlagwort*, stichwort*'],
  [F.NUMBER, 5, 'no, nr, num, number, nummer, id, lfd nr, pos, key'],
  [F.PEOPLE_AFFECTED, 4, 'people, users, personen, nutzer, mitarbeiter'],
  [F.EFFORT_DAYS, 3, 'days, tage, pt'],
  [F.DESCRIPTION, 2, 'comment*, notes, text, kommentar*, notiz*'],
];

const PATTERNS = HEADINGS.map(([field, points, words]) => {
  const any = words.split(', ').map((word) => word.replaceAll('*', '\\w*'));
  // A number of people is no number of a row, so what names the row stands alone.
  const pattern = field === F.NUMBER ? `^(?:${any.join('|')})$` : `\\b(?:${any.join('|')})\\b`;
  return { field, points, pattern: new RegExp(pattern, 'u') };
});

/** How many of the values, at the least, must read as what the heading says. */
const ENOUGH = 0.3;

const READS: Partial<Record<ImportField, (value: string) => boolean>> = {
  [F.DATE]: (value) => !('unreadable' in readDate(value, 'DMY')),
  [F.PERSON_EMAIL]: (value) => value.includes('@'),
  [F.PEOPLE_AFFECTED]: isNumber,
  [F.HOURS_LOST_PER_PERSON_PER_WEEK]: (value) => isNumber(value) || /^\d+:\d\d/u.test(value),
  [F.DIRECT_COST_PER_WEEK]: isNumber,
  [F.EFFORT_DAYS]: isNumber,
  [F.RATING]: (value) => /^[1-5](?:\D|$)/u.test(value.trim()),
};

function isNumber(value: string): boolean {
  return readNumber(value, ',') !== null;
}

/** How telling a heading is for a field; 0 when it says nothing of it. */
function telling(heading: string, field: ImportField): number {
  const form = heading.trim() === '#' ? 'no' : plainForm(heading);
  const said = PATTERNS.filter((one) => one.field === field && one.pattern.test(form));
  return Math.max(0, ...said.map(({ points }) => points));
}

/** Whether a row looks like headings: how many of its cells name a field. */
export function headingPoints(cells: readonly string[]): number {
  return cells.filter((cell) => cell.length < 60 && Object.values(F).some((field) => telling(cell, field) > 0)).length;
}

/** What each column probably stands for; each field is given to one column at most. */
export function guessMapping(columns: readonly SeenColumn[]): ImportField[] {
  const wishes = columns.flatMap((column, at) =>
    Object.values(F).flatMap((field) => {
      const points = pointsFor(column, field);
      return points > 0 ? [{ at, field, points }] : [];
    }),
  );
  const guess: ImportField[] = columns.map(() => F.IGNORE);
  const given = new Set<ImportField>();
  for (const { at, field } of wishes.sort((one, other) => other.points - one.points || one.at - other.at)) {
    if (guess[at] !== F.IGNORE || given.has(field)) continue;
    guess[at] = field;
    given.add(field);
  }
  if (!given.has(F.DESCRIPTION) && !given.has(F.TITLE)) giveLongestText(columns, guess);
  return guess;
}

function pointsFor({ heading, values }: SeenColumn, field: ImportField): number {
  const points = telling(heading, field);
  const said = values.filter((value) => !saysNothing(value));
  const reads = READS[field];
  if (!reads || said.length === 0) return points;
  const share = said.filter(reads).length / said.length;
  if (share < ENOUGH) return 0;
  // Addresses and dates are known by themselves, whatever stands above them.
  if (points === 0 && share > 0.8 && field === F.PERSON_EMAIL) return 3;
  if (points === 0 && share > 0.8 && field === F.DATE && said.every((value) => /\d\D+\d|\p{L}/u.test(value))) return 1;
  return points;
}

/** Without a heading that says so, the column with the longest texts holds what hurts. */
function giveLongestText(columns: readonly SeenColumn[], guess: ImportField[]): void {
  const lengths = columns.map(({ values }, at) =>
    guess[at] === F.IGNORE ? values.reduce((sum, value) => sum + value.length, 0) / Math.max(values.length, 1) : 0,
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  if ((lengths[longest] ?? 0) >= 15) guess[longest] = F.DESCRIPTION;
}
