import type { Day } from '@stanch/kernel';
import { DayScalar } from '@stanch/platform';
import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ImportField } from '../domain/import-field.js';
import { ImportSeverity } from '../domain/import-report.js';
import { type ImportRun, ImportState } from '../domain/import-run.js';

registerEnumType(ImportState, { name: 'ImportState', description: 'How far an import is.' });
registerEnumType(ImportField, { name: 'ImportField', description: 'What a column of a spreadsheet may stand for.' });
registerEnumType(ImportSeverity, {
  name: 'ImportSeverity',
  description: 'An ERROR row cannot be imported; a WARNING row is, without that value.',
});

const ROW = 'As a spreadsheet counts: the first line is row 1, empty rows count, line breaks within a cell do not.';

@ObjectType('ImportColumn', { description: 'A column of the file and what it stands for.' })
export class ImportColumnType {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  column!: number;

  @Field(() => String)
  heading!: string;

  @Field(() => [String], { description: 'The first values below the heading.' })
  samples!: string[];

  @Field(() => ImportField, { description: 'What it stands for: a guess until somebody chooses.' })
  field!: ImportField;
}

@ObjectType('ImportRow', { description: 'A row as it would be imported.' })
export class ImportRowType {
  @Field(() => Int, { description: ROW })
  row!: number;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Who said it.' })
  raiser!: string | null;

  @Field(() => String, { nullable: true })
  businessUnit!: string | null;

  @Field(() => String, { nullable: true })
  service!: string | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When it was said; null when the row has no date of its own.',
  })
  date!: Day | null;

  @Field(() => Float, { nullable: true, description: 'Null while nothing says what it costs.' })
  bleedPerWeek!: number | null;

  @Field(() => String, { nullable: true, description: 'The stage it starts in.' })
  stage!: string | null;

  @Field(() => Boolean, { description: 'It was imported before and is left alone.' })
  alreadyThere!: boolean;
}

@ObjectType('ImportProblem', { description: 'Something in the file that cannot be taken as it is.' })
export class ImportProblemType {
  @Field(() => Int, { description: ROW })
  row!: number;

  @Field(() => Int, { nullable: true, description: 'From 1; null when the whole row is meant.' })
  column!: number | null;

  @Field(() => String, { nullable: true })
  heading!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands in the cell.' })
  value!: string | null;

  @Field(() => ImportSeverity)
  severity!: ImportSeverity;

  @Field(() => String)
  message!: string;
}

@ObjectType('ImportRepeat', { description: 'A row that says the same as an earlier one; it can join that one.' })
export class ImportRepeatType {
  @Field(() => Int, { description: ROW })
  row!: number;

  @Field(() => Int, { description: 'The earlier row.' })
  ofRow!: number;

  @Field(() => String, { description: 'What the later row says.' })
  title!: string;

  @Field(() => String, { description: 'Why it is taken for a repeat.' })
  reason!: string;
}

@ObjectType('ImportRun', { description: 'One file on its way into the programme. All of it comes in, or nothing.' })
export class ImportRunType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => ImportState)
  state!: ImportState;

  @Field(() => String, { description: 'Such as UTF-8 or Windows-1252.' })
  encoding!: string;

  @Field(() => String, { description: 'What separates the cells: a comma, a semicolon or a tab.' })
  delimiter!: string;

  @Field(() => [ImportColumnType])
  columns!: ImportColumnType[];

  @Field(() => Int, { description: 'Rows with something in them, without the headings.' })
  rowCount!: number;

  @Field(() => [ImportProblemType], { description: 'The first 2,000, by row and column.' })
  problems!: ImportProblemType[];

  @Field(() => Int, { description: 'All problems, also those that are not listed.' })
  problemCount!: number;

  @Field(() => [ImportRepeatType], { description: 'The first 500.' })
  repeats!: ImportRepeatType[];

  @Field(() => Int, { description: 'Rows that become pain points, with the repeats chosen for merging left out.' })
  newCount!: number;

  @Field(() => Int, { description: 'Rows that were imported before and are left alone.' })
  alreadyThereCount!: number;

  @Field(() => Int, { description: 'Repeats that join the earlier row.' })
  mergedCount!: number;

  @Field(() => Int, { description: 'Rows that cannot be imported.' })
  failedCount!: number;

  @Field(() => [String], { description: 'Who becomes known by it, the first 500 by name.' })
  newPeople!: string[];

  @Field(() => [String], { description: 'Business units that it adds.' })
  newBusinessUnits!: string[];

  @Field(() => [String], { description: 'Services that it adds.' })
  newServices!: string[];

  @Field(() => Int, { description: 'Rows that have been dealt with while it runs.' })
  done!: number;

  @Field(() => String, { nullable: true, description: 'Why it failed, and what to do.' })
  error!: string | null;

  static of(run: ImportRun): ImportRunType {
    const { id, fileName, state, encoding, delimiter, rowCount, done, error, report } = run;
    const columns = run.columns.map((column, at) => ({ ...column, column: at + 1 }));
    const facts = { id, fileName, state, encoding, delimiter, rowCount, done, error };
    return Object.assign(new ImportRunType(), { ...report, ...facts, columns });
  }
}

@InputType()
export class ImportColumnInput {
  @Field(() => Int, { description: 'Its place in the file, from 1.' })
  column!: number;

  @Field(() => ImportField)
  field!: ImportField;
}

@InputType()
export class ImportInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ImportColumnInput], { description: 'A column that is not named keeps what it stands for.' })
  columns!: ImportColumnInput[];

  @Field(() => [Int], { nullable: true, description: 'Rows whose repeat joins the earlier row.' })
  mergeRows?: number[] | null;
}

@ArgsType()
export class ImportRowsArgs {
  @Field(() => Int, { nullable: true, defaultValue: 50 })
  first!: number;

  @Field(() => Int, { nullable: true, description: 'The row after which to go on.' })
  after?: number | null;
}
