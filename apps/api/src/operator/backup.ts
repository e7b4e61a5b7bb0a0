import { resolve } from 'node:path';
import { backUpDatabase, Configuration, readEnvironment } from '@stanch/platform';
import type { Command } from 'commander';

/** Adds the command that copies the database, also while the server runs. */
export function addBackup(program: Command): void {
  program
    .command('backup')
    .description('Copies the whole database into one new file, also while the server is running')
    .argument('<file>', 'where to; it must not exist yet')
    .addHelpText(
      'after',
      `
The copy is one consistent state, checked after it was written. To restore it: stop the server, put the file in the place
that DATABASE_URL names, remove the -wal and -shm files beside it, start the server.

Examples:
  $ npm run stanch -- backup stanch-monday.db
  $ npm run stanch -- backup "/backups/stanch-$(date +%F).db"`,
    )
    .action(async (file: string) => {
      const { databaseFile } = new Configuration(readEnvironment());
      const into = resolve(file);
      const bytes = await backUpDatabase(databaseFile, into);
      console.log(`${into} holds all of ${databaseFile} (${(bytes / 1024 / 1024).toFixed(1)} MB).`);
    });
}
