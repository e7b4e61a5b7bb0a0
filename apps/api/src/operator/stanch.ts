import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { addBackup } from './backup.js';
import { addCheck } from './check.js';
import { addCreatePerson } from './create-person.js';
import { addCreateToken } from './create-token.js';
import { addDemo } from './demo.js';
import { addImport } from './import.js';
import { plainly } from './plainly.js';

/** `npm run stanch -- <command>`: what an operator does at the machine that Stanch runs on. */
const program = new Command('npm run stanch --')
  .description(
    'Works on the database of Stanch, also while the server is running. It reads the same configuration as the server.',
  )
  .addHelpText(
    'after',
    `
Examples:
  $ npm run stanch -- check
  $ npm run stanch -- create-person --email lea@example.com --name "Lea Lead" --role LEAD
  $ npm run stanch -- import interviews.csv
  $ npm run stanch -- backup stanch-monday.db

Each command says more: npm run stanch -- import --help`,
  )
  .showHelpAfterError('(npm run stanch -- --help lists what there is)')
  .exitOverride();

addCreatePerson(program);
addCreateToken(program);
addDemo(program);
addImport(program);
addCheck(program);
addBackup(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said already what is wrong with the command line.
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    console.error(plainly(error));
    process.exitCode = 1;
  }
}
