import type { Command } from 'commander';

/** Adds the command that starts the server in its demo. */
export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('Starts the server with a believable company, in a database file of its own')
    .addHelpText('after', '\nThe same as `npm run demo`. It ends with Ctrl+C; your own data are not touched.')
    .action(async () => {
      process.argv.push('--demo');
      await import('../main.js');
    });
}
