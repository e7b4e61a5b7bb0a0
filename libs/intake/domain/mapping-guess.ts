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

/** What headings say, in English and German. The more telling words stand first; the number is how telling. */
const HEADINGS: readonly (readonly [ImportField, number, RegExp])[] = [
  [F.PERSON_EMAIL, 9, /\be ?mail\b|\bmail\b|\bmailadresse\b/u],
  [
    F.HOURS_LOST_PER_PERSON_PER_WEEK,
    9,
    /\bhours?\b|\bhrs\b|\bstunden?\b|\btime lost\b|\blost time\b|\bzeitverlust\b|\bstd\b/u,
  ],
  [F.DIRECT_COST_PER_WEEK, 9, /\bcosts?\b|\bkosten\b|\bexpenses?\b|\bbetrag\b|\bdirect\b/u],
  [F.EFFORT_DAYS, 9, /\beffort\b|\baufwand\b|\bperson ?days?\b|\bpersonentage\b|\bestimate\b|\bschatzung\b/u],
  [
    F.RATING,
    8,
    /\bhow well\b|\brating\b|\bratings\b|\bsatisfaction\b|\bbewertung\b|\bzufriedenheit\b|\bnote\b|\bscore\b|\bstars\b|\b1 (?:to |bis )?5\b/u,
  ],
  [
    F.PEOPLE_AFFECTED,
    8,
    /\baffected\b|\bbetroffene?\b|\bhow many\b|\bheadcount\b|\banzahl (?:der )?(?:personen|mitarbeiter|nutzer)\b|\bnumber of (?:people|users)\b/u,
  ],
  [
    F.DESCRIPTION,
    7,
    /\bpains?\b|\bwords\b|\bdescription\b|\bquote\b|\bwhat hurts\b|\bbeschreibung\b|\bschmerz\w*\b|\bzitat\b|\baussage\b|\bwortlaut\b|\bproblem\w*\b|\bissue\b|\bcomplaint\b|\banliegen\b|\bbeschwerde\b/u,
  ],
  [
    F.BUSINESS_UNIT,
    7,
    /\bunit\b|\bdepartment\b|\bdept\b|\bdivision\b|\babteilung\b|\b(?:fach|geschafts)?bereich\b|\beinheit\b|\borganisations?einheit\b|\bteam\b/u,
  ],
  [
    F.IDEA,
    7,
    /\bideas?\b|\bsuggestions?\b|\bproposals?\b|\bsolution\b|\bremedy\b|idee|vorschlag|\blosung|massnahme|abhilfe/u,
  ],
  [F.STATUS, 7, /\bstatus\b|\bstage\b|\bzustand\b|\bbearbeitungsstand\b|\bstand\b|\bstate\b/u],
  [F.DATE, 6, /\bdate\b|\bdatum\b|\bwhen\b|\bwann\b|\bgemeldet am\b|\berfasst am\b|\braised on\b|\bday\b|\btag\b/u],
  [
    F.SERVICE,
    6,
    /\bservices?\b|\bsystem\b|\bapplication\b|\bapp\b|\btool\b|\bproduct\b|\bdienst\b|\banwendung\b|\bit service\b|\bleistung\b|\bsoftware\b/u,
  ],
  [
    F.TITLE,
    6,
    /\btitle\b|\bsummary\b|\bsubject\b|\bheadline\b|\btitel\b|\bbetreff\b|\buberschrift\b|\bthema\b|\bkurz\w*\b/u,
  ],
  [
    F.PERSON_NAME,
    6,
    /\bwho\b|\bsaid it\b|\bsponsor\b|\breported by\b|\braised by\b|\breporter\b|\brequester\b|\binterviewee\b|\bwer\b|\bmelder\b|\bansprechpartner\w*\b|\bgemeldet von\b|\bbefragte\w*\b|\bname\b|\bperson\b|\bcontact\b/u,
  ],
  [
    F.TAGS,
    5,
    /\btags?\b|\blabels?\b|\bcategor(?:y|ies)\b|\bkategorien?\b|\bschlagworte?\b|\bstichworte?\b|\bkeywords?\b/u,
  ],
  [F.NUMBER, 5, /^(?:no|nr|num|number|nummer|id|lfd nr|lfd|pos|key|position)$/u],
  [F.PEOPLE_AFFECTED, 4, /\bpeople\b|\bpersonen\b|\busers\b|\bnutzer\b|\bmitarbeiter\b/u],
  [F.EFFORT_DAYS, 3, /\bdays\b|\btage\b|\bpt\b/u],
  [F.DESCRIPTION, 2, /\bcomments?\b|\bnotes?\b|\btext\b|\bkommentar\b|\bnotiz\b/u],
];

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
  return Math.max(
    0,
    ...HEADINGS.filter(([of, , words]) => of === field && words.test(form)).map(([, points]) => points),
  );
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
