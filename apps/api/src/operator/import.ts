import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import {
  ImportFiles,
  type ImportProblem,
  type ImportRun,
  ImportSeverity,
  ImportState,
  PreviewImport,
  ReceiveFile,
  RunImport,
  RunningImports,
} from '@stanch/intake';
import { type Actor, People, Role } from '@stanch/people';
import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { Stop } from './plainly.js';
import { withStanch } from './with-stanch.js';

interface Wishes {
  as?: string;
  dryRun: boolean;
  mergeRepeats: boolean;
}

/** Adds the command that brings a spreadsheet into the programme. */
export function addImport(program: Command): void {
  program
    .command('import')
    .description('Brings a spreadsheet of pain points into the programme: all of it or nothing')
    .argument('<file>', 'a table as text: comma, semicolon or tab; any encoding that spreadsheets use')
    .option(
      '--as <address>',
      'who brings it in, a lead or admin; without it the first admin, lead or other person of IT',
    )
    .option('--dry-run', 'only says what would be imported, and every problem', false)
    .option('--merge-repeats', 'a row that repeats an earlier one joins it instead of becoming a pain point', false)
    .addHelpText(
      'after',
      `
What the columns mean is guessed from their headings; the page "Import" lets you choose. Rows are counted as a spreadsheet
counts them: the first line is row 1, and empty rows count. Rows that were imported before are left alone, so a file can be
imported again after rows were added to it.

Examples:
  $ npm run stanch -- import interviews.csv --dry-run
  $ npm run stanch -- import interviews.csv
  $ npm run stanch -- import interviews.csv --as lea@example.com --merge-repeats`,
    )
    .action(async (file: string, wishes: Wishes) => {
      assertReadable(file);
      await withStanch((stanch) => bringIn(stanch, file, wishes));
    });
}

function assertReadable(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Stop(`There is no file ${file}. Say where it is, seen from this folder.`);
  if (!found.isFile()) throw new Stop(`${file} is not a file.`);
}

async function bringIn(stanch: INestApplicationContext, file: string, wishes: Wishes): Promise<void> {
  const actor = await actorOf(stanch.get(People), wishes.as);
  stanch.get(ImportFiles).refuseBeyondLimit(statSync(file).size);
  const received = await stanch.get(ReceiveFile).run(actor, basename(file), createReadStream(file));
  const mergeRows = wishes.mergeRepeats ? received.report.repeats.map(({ row }) => row) : [];
  const choices = { id: received.id, columns: [], mergeRows };
  const run = mergeRows.length === 0 ? received : await stanch.get(PreviewImport).run(choices);
  preview(run, wishes);
  if (wishes.dryRun) {
    await stanch.get(PreviewImport).discard(run.id);
    return;
  }
  const ended = stanch.get(RunImport).toTheEnd(actor, choices);
  const stopShowing = showProgress(stanch.get(RunningImports), run.id);
  const { state, error, report } = await ended.finally(stopShowing);
  if (state !== ImportState.DONE) throw new Stop(error ?? 'The import was stopped. Nothing of it was imported.');
  console.log(`Imported: ${sumOf(report)}.`);
}

/** The operator acts as somebody whom the history can name. */
async function actorOf(people: People, email: string | undefined): Promise<Actor> {
  if (email === undefined) {
    for (const role of [Role.ADMIN, Role.LEAD, Role.IT]) {
      const [person] = await people.withRole(role);
      if (person) return { personId: person.id, role: person.role };
    }
    throw new Stop('Nobody of IT is known yet, and the history has to name somebody. First: create-person --help');
  }
  const person = await people.byEmail(email);
  if (!person?.active) throw new Stop(`Nobody here has the address ${email}.`);
  if (!(await people.isActive(person.id, Role.LEAD))) {
    throw new Stop(`${person.name} is ${person.role}; a LEAD or ADMIN brings lists in.`);
  }
  return { personId: person.id, role: person.role };
}

function preview({ fileName, encoding, delimiter, columns, rowCount, report }: ImportRun, wishes: Wishes): void {
  console.log(
    `${fileName}: ${counted(rowCount, 'row')}, ${encoding}, cells apart by ${DELIMITERS[delimiter] ?? delimiter}`,
  );
  console.log(`Columns: ${columns.map(({ heading, field }) => `${heading} = ${field}`).join('; ')}`);
  for (const problem of report.problems) console.log(sayProblem(problem));
  const more = report.problemCount - report.problems.length;
  if (more > 0) console.log(`... and ${counted(more, 'more problem')}`);
  for (const { row, title, reason } of report.repeats) {
    const done = wishes.mergeRepeats ? 'joins it' : 'comes in on its own; --merge-repeats joins them';
    console.log(`Repeat   row ${row} "${title}": ${reason} It ${done}.`);
  }
  if (report.newBusinessUnits.length > 0) console.log(`New business units: ${report.newBusinessUnits.join(', ')}`);
  if (report.newServices.length > 0) console.log(`New services: ${report.newServices.join(', ')}`);
  if (report.newPeople.length > 0) console.log(`New people: ${report.newPeople.join(', ')}`);
  if (wishes.dryRun) console.log(`Would import: ${sumOf(report)}. Nothing was changed.`);
}

const DELIMITERS: Record<string, string> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

function sayProblem({ severity, row, heading, message }: ImportProblem): string {
  const place = heading === null ? `row ${row}` : `row ${row}, ${heading}`;
  return `${severity === ImportSeverity.ERROR ? 'Left out' : 'Problem '} ${place}: ${message}`;
}

function sumOf({ newCount, mergedCount, alreadyThereCount, failedCount }: ImportRun['report']): string {
  const parts = [counted(newCount, 'pain point')];
  if (mergedCount > 0) parts.push(`${counted(mergedCount, 'repeat')} joined`);
  if (alreadyThereCount > 0) parts.push(`${counted(alreadyThereCount, 'row')} there already`);
  if (failedCount > 0) parts.push(`${counted(failedCount, 'row')} left out`);
  return parts.join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** On a terminal, a line that says how far it is; elsewhere it would only fill a log. */
function showProgress(running: RunningImports, id: string): () => void {
  if (!process.stderr.isTTY) return () => undefined;
  const timer = setInterval(() => {
    const run = running.find(id)?.run;
    if (run) process.stderr.write(`\r${run.done} of ${run.rowCount} rows`);
  }, 200);
  return () => {
    clearInterval(timer);
    process.stderr.write('\r\u001b[K');
  };
}
