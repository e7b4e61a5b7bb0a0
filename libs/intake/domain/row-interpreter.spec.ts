import { readFileSync } from 'node:fs';
import { FileSurvey } from './file-survey.js';
import type { ImportField } from './import-field.js';
import type { ImportProblem } from './import-report.js';
import { RepeatFinder } from './repeats.js';
import { type DraftRow, RowInterpreter } from './row-interpreter.js';
import { isEmptyRow, TableReader } from './table-reader.js';

const STAGES = [
  { id: 'b', name: 'Bleeding', category: 'BLEEDING' },
  { id: 'p', name: 'Next up', category: 'PLANNED' },
  { id: 't', name: 'Treating', category: 'TREATING' },
  { id: 'f', name: 'Fixed', category: 'FIXED' },
];

/** Reads a text as an import does, with the guess of its columns. */
function interpret(text: string) {
  const reader = new TableReader(';');
  const rows = [...reader.push(text.replace('\ufeff', '')), ...reader.end()];
  const survey = new FileSurvey(';', false);
  for (const row of rows) survey.add(row);
  const { columns, headingRow } = survey.finish();
  const emailOf = (address: string) => (address.includes('@') ? address.toLowerCase() : null);
  const interpreter = new RowInterpreter({ columns, stages: STAGES, today: '2026-11-23', emailOf });
  const read = rows
    .filter(({ row, cells }) => row > headingRow && !isEmptyRow(cells))
    .map((row) => interpreter.read(row));
  return {
    drafts: read.flatMap(({ draft }) => draft ?? []),
    problems: read.flatMap(({ problems }) => problems),
  };
}

const fixture = () => interpret(readFileSync('libs/intake/intake.fixture.csv', 'utf8'));

describe('the list of interviews', () => {
  it('becomes 36 pain points; of all it holds only the impossible date is named, by row and column', () => {
    const { drafts, problems } = fixture();
    expect(drafts).toHaveLength(36);
    expect(problems).toEqual<ImportProblem[]>([
      {
        row: 38,
        column: 2,
        heading: 'Date',
        value: '31.09.2026',
        severity: 'WARNING',
        message: '"31.09.2026" is no date: September 2026 has 30 days. The row comes in without a date of its own.',
      },
    ]);
  });

  it('is read in all the ways in which its authors wrote', () => {
    const { drafts } = fixture();
    const ofRow = (row: number) => drafts.find((draft) => draft.row === row) as DraftRow;
    expect(drafts.slice(0, 6).map(({ date }) => date)).toEqual([
      '2026-08-03',
      '2026-08-03',
      '2026-08-04',
      '2026-08-04',
      '2026-08-04',
      null,
    ]);
    expect(ofRow(4).directCostPerWeek).toBe(1850);
    expect(ofRow(8)).toMatchObject({ hoursLostPerPersonPerWeek: 1.25, peopleAffected: 30, effortDays: 15, rating: 3 });
    expect(ofRow(3).words).toBe(
      'Letters come out on the printer two floors down, nobody knows why.\nSomebody reads them before we do.',
    );
    expect(ofRow(3).title).toBe('Letters come out on the printer two floors down, nobody knows why');
    expect(ofRow(12).person).toMatchObject({ name: "Siobhán O'Neill", email: 'siobhan.oneill@example.com' });
    expect(ofRow(26).person?.name).toBe('IT stakeholder (IT operations)');
    expect(ofRow(18).person).toMatchObject({ name: 'Management', email: 'office@example.com' });
    expect([ofRow(9), ofRow(34), ofRow(6)].map(({ stage }) => stage.name)).toEqual(['Treating', 'Fixed', 'Bleeding']);
  });

  it('repeats itself in one row, which says so; what merely sounds alike is left alone', () => {
    const finder = new RepeatFinder();
    const repeats = fixture().drafts.flatMap(
      (draft) => finder.add({ ...draft, unit: draft.unit ?? '', service: draft.service ?? '' }) ?? [],
    );
    expect(repeats).toEqual([
      expect.objectContaining({ row: 14, ofRow: 2, reason: 'It says "same as no 1", which is row 2.' }),
    ]);
  });
});

describe('a row', () => {
  it('says of each value that cannot be taken what is wrong with it, and comes in without it', () => {
    const { drafts, problems } = interpret(
      'Date;Unit;Name;E-mail;Service;Pain;People;Hours;Cost;Effort;Rating;Status\n' +
        '31.12.2062;Sales;Eva;nobody;Printing;It jams;many;200;-5;x;7;somewhere\n' +
        '03.08.2026;Sales;Eva;eva@example.com;Printing;It squeaks;2,5;1;1;1;1;Next up\n',
    );
    expect(drafts).toHaveLength(2);
    expect(drafts[0]).toMatchObject({
      date: null,
      peopleAffected: null,
      hoursLostPerPersonPerWeek: null,
      directCostPerWeek: null,
      effortDays: null,
      rating: null,
    });
    expect(drafts.map(({ stage }) => stage.id)).toEqual(['b', 'p']);
    expect(problems.map(({ row, heading }) => [row, heading])).toEqual([
      [2, 'Date'],
      [2, 'E-mail'],
      [2, 'People'],
      [2, 'Hours'],
      [2, 'Cost'],
      [2, 'Effort'],
      [2, 'Rating'],
      [2, 'Status'],
      [3, 'People'],
    ]);
    for (const { message } of problems) expect(message).toMatch(/^(?:".+" .+|No stage .+)\. The row /u);
  });

  it('without a word of what hurts cannot come in', () => {
    const { drafts, problems } = interpret('Name;Pain\nEva;\nIda;It jams\nUwe;n/a\n');
    expect(drafts.map(({ row }) => row)).toEqual([3]);
    expect(problems).toMatchObject([
      { row: 2, heading: 'Pain', severity: 'ERROR' },
      { row: 4, heading: 'Pain', value: 'n/a', severity: 'ERROR' },
    ]);
  });

  it('takes a title of its own, tags, and an address where the name belongs', () => {
    const { drafts } = interpret(
      'Title;Description;Name;Tags\nPrinter;It jams. Every day.;Eva Klein <Eva@example.com>;"#paper, slow;Paper"\n',
    );
    expect(drafts[0]).toMatchObject({
      title: 'Printer',
      words: 'It jams. Every day.',
      person: { name: 'Eva Klein', email: 'eva@example.com' },
      tags: ['Paper', 'slow'],
    } satisfies Partial<Record<keyof DraftRow | ImportField, unknown>>);
  });
});
