import { text } from 'node:stream/consumers';
import { AddPerson, Role, ROLES_BY_RANK } from '@stanch/people';
import { type Command, Option } from 'commander';
import { openedFor } from './opened-for.js';
import { Stop } from './plainly.js';
import { withStanch } from './with-stanch.js';

interface Wishes {
  email: string;
  name: string;
  role: Role;
  passwordStdin: boolean;
}

/** Adds the command that makes a person known, for example the first lead or one who lost the password. */
export function addCreatePerson(program: Command): void {
  program
    .command('create-person')
    .description('Makes a person known to the workspace')
    .requiredOption('--email <address>', 'their address; it is also what they sign in with')
    .requiredOption('--name <name>', 'their name, as the board shows it')
    .addOption(new Option('--role <role>', 'what they may do').choices(ROLES_BY_RANK).makeOptionMandatory())
    .option('--password-stdin', 'reads a first password from the standard input', false)
    .addHelpText(
      'after',
      `
Where there is no workspace yet, one is opened with the usual settings, which a lead can change.
Without --password-stdin the person is known, is told by mail and gets API tokens, but cannot sign in to the pages.

Examples:
  $ npm run stanch -- create-person --email lea@example.com --name "Lea Lead" --role LEAD
  $ npm run stanch -- create-person --email lea@example.com --name "Lea Lead" --role LEAD --password-stdin < password.txt`,
    )
    .action(async ({ email, name, role, passwordStdin }: Wishes) => {
      const password = passwordStdin ? await passwordFromInput() : null;
      await withStanch(async (stanch) => {
        const person = await openedFor(stanch, () => stanch.get(AddPerson).run(null, { email, name, role, password }));
        console.log(`${person.name} <${person.email}> is known as ${person.role} (${person.id}).`);
      });
    });
}

async function passwordFromInput(): Promise<string> {
  if (process.stdin.isTTY)
    throw new Stop('--password-stdin reads from a pipe or a file: ... --password-stdin < password.txt');
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password === '') throw new Stop('No password came in on the standard input.');
  return password;
}
