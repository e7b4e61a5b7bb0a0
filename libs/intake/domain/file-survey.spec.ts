import { readFileSync } from 'node:fs';
import { FileSurvey } from './file-survey.js';
import { type Delimiter, TableReader } from './table-reader.js';

/** Looks through a text as `ReceiveFile` does. */
function survey(text: string, delimiter: Delimiter = ';', monthFirst = false) {
  const found = new FileSurvey(delimiter, monthFirst);
  const reader = new TableReader(delimiter);
  for (const row of [...reader.push(text), ...reader.end()]) found.add(row);
  return found.finish();
}

const fieldsOf = (text: string, delimiter?: Delimiter) => survey(text, delimiter).columns.map(({ field }) => field);

describe('the guess of what columns mean', () => {
  it('knows a list of interviews by its headings', () => {
    const text = readFileSync('libs/intake/intake.fixture.csv', 'utf8').replace('\ufeff', '');
    const { columns, rowCount, headingRow } = survey(text);
    expect({ rowCount, headingRow }).toEqual({ rowCount: 36, headingRow: 1 });
    expect(columns.map(({ field }) => field)).toEqual([
      'NUMBER',
      'DATE',
      'BUSINESS_UNIT',
      'PERSON_NAME',
      'PERSON_EMAIL',
      'SERVICE',
      'DESCRIPTION',
      'PEOPLE_AFFECTED',
      'HOURS_LOST_PER_PERSON_PER_WEEK',
      'DIRECT_COST_PER_WEEK',
      'IDEA',
      'EFFORT_DAYS',
      'RATING',
      'STATUS',
    ]);
  });

  it('knows German headings, whatever their order', () => {
    const text =
      'Status;Beschreibung;Abteilung;Gemeldet von;Anzahl Mitarbeiter;Stunden pro Woche;Kosten (EUR);Aufwand PT;Bewertung;Lösungsidee;Datum;Anwendung\n' +
      'offen;Der Drucker steht;Vertrieb;Eva Klein;12;1,5;40;3;2;Neuer Drucker;03.08.2026;Druck\n';
    expect(fieldsOf(text)).toEqual([
      'STATUS',
      'DESCRIPTION',
      'BUSINESS_UNIT',
      'PERSON_NAME',
      'PEOPLE_AFFECTED',
      'HOURS_LOST_PER_PERSON_PER_WEEK',
      'DIRECT_COST_PER_WEEK',
      'EFFORT_DAYS',
      'RATING',
      'IDEA',
      'DATE',
      'SERVICE',
    ]);
  });

  it('looks at what stands below: German "Tag" is a date, English "Tag" is a tag', () => {
    expect(fieldsOf('Tag;Problem\n03.08.2026;Slow\n')).toEqual(['DATE', 'DESCRIPTION']);
    expect(fieldsOf('Tag;Problem\nprinting;Slow\n')).toEqual(['TAGS', 'DESCRIPTION']);
  });

  it('finds the headings below a title, and the longest texts without a heading that says so', () => {
    const text =
      'Interviews 2026;;\n;;\nName;Unit;Blah\nEva;Sales;The printer is two floors down and nobody knows why\n';
    const { headingRow, rowCount, columns } = survey(text);
    expect({ headingRow, rowCount }).toEqual({ headingRow: 3, rowCount: 1 });
    expect(columns.map(({ field }) => field)).toEqual(['PERSON_NAME', 'BUSINESS_UNIT', 'DESCRIPTION']);
  });
});

describe('how a column is to be read', () => {
  const orderOf = (values: string[], monthFirst = false) =>
    survey(['Date;Pain', ...values.map((value) => `${value};x`)].join('\n'), ';', monthFirst).columns[0]?.dateOrder;

  it('is decided by the column as a whole', () => {
    expect(orderOf(['8/4/2026', '8/31/2026'])).toBe('MDY');
    expect(orderOf(['8/4/2026', '31/8/2026'], true)).toBe('DMY');
    expect(orderOf(['8/4/2026', '03.08.2026'], true)).toBe('DMY');
  });

  it('is as dates are written where the workspace is, when the column leaves it open', () => {
    expect(orderOf(['8/4/2026'], true)).toBe('MDY');
    expect(orderOf(['8/4/2026'], false)).toBe('DMY');
  });

  it('takes the decimal sign of other columns, else the one that goes with the delimiter', () => {
    const signs = (text: string, delimiter: Delimiter) => survey(text, delimiter).columns.map(({ decimal }) => decimal);
    expect(signs('Cost;Hours\n1.850;0,5\n', ';')).toEqual([',', ',']);
    expect(signs('Cost;Hours\n1.850;0.5\n', ';')).toEqual(['.', '.']);
    expect(signs('Cost,Pain\n1.850,x\n', ',')).toEqual(['.', '.']);
    expect(signs('Cost;Pain\n1.850;x\n', ';')).toEqual([',', ',']);
  });
});
