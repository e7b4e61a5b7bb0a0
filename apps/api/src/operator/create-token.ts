import { CreateApiToken, People } from '@stanch/people';
import type { Command } from 'commander';
import { Stop } from './plainly.js';
import { withStanch } from './with-stanch.js';

/** Adds the command that makes an API token for a person. */
export function addCreateToken(program: Command): void {
  program
    .command('create-token')
    .description('Makes an API token for a person and prints it, once')
    .requiredOption('--email <address>', 'whose token it is: it may do what they may')
    .requiredOption('--name <name>', 'what it is for, so that it can be told from others and revoked')
    .addHelpText(
      'after',
      `
The token is the only line on the standard output, so that it can go straight into a variable. Send it with each
request as  Authorization: Bearer <token>

Examples:
  $ npm run stanch -- create-token --email lea@example.com --name "nightly report"
  $ TOKEN=$(npm run --silent stanch -- create-token --email lea@example.com --name "nightly report")`,
    )
    .action(async ({ email, name }: { email: string; name: string }) => {
      await withStanch(async (stanch) => {
        const person = await stanch.get(People).byEmail(email);
        if (person === null)
          throw new Stop(`Nobody has the address ${email}. Make them known first: create-person --help`);
        if (!person.active) throw new Stop(`${person.name} has left; nobody gets a token in their name.`);
        const { secret } = await stanch.get(CreateApiToken).run({ personId: person.id, role: person.role }, { name });
        console.log(secret);
        console.error(`This is the token "${name}" of ${person.name}. It is shown this once only.`);
      });
    });
}
