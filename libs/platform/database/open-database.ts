import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { MikroORM, type Options } from '@mikro-orm/sqlite';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import { DurableSqliteDialect } from './sqlite-dialect.js';

/** An entity mapping as `defineEntity` makes it. */
export type EntityMapping = NonNullable<Options['entities']>[number];

/** A migration class. Its name begins with the part it belongs to and ends with its date, and never changes. */
export type MigrationClass = new (...args: ConstructorParameters<typeof Migration>) => Migration;

/** What the parts of Stanch keep in the database. */
export interface DatabaseContents {
  readonly entities: readonly EntityMapping[];
  /** In the order in which they run. */
  readonly migrations: readonly MigrationClass[];
}

/** The database cannot be opened; the message says why and what to do. */
export class DatabaseError extends Error {}

/** Opens the database file, which is made when there is none. Does not migrate. */
export async function openDatabase(file: string, contents: DatabaseContents): Promise<MikroORM> {
  assertWritable(file);
  const dialect = new DurableSqliteDialect(file);
  const entities: Options['entities'] = [...contents.entities];
  return MikroORM.init({
    dbName: file,
    driverOptions: dialect,
    entities,
    extensions: [Migrator],
    migrations: {
      tableName: 'migration',
      snapshot: false,
      migrationsList: contents.migrations.map((migration) => ({ name: migration.name, class: migration })),
    },
    // The migrator would talk on the console; what Stanch says at its start it says itself.
    logger: () => undefined,
    validateRequired: false,
    allowGlobalContext: false,
    discovery: { warnWhenNoEntities: false },
  });
}

/** The migrations that have not run yet. Refuses a database that a newer Stanch has changed. */
export async function pendingMigrations(orm: MikroORM, contents: DatabaseContents): Promise<string[]> {
  const executed = await orm.migrator.getExecuted();
  const known = new Set(contents.migrations.map((migration) => migration.name));
  const unknown = executed.map(({ name }) => name).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new DatabaseError(
      `The database was made by a newer version of Stanch (it knows ${unknown.join(', ')}). ` +
        'Start that version, or restore a backup made with this one.',
    );
  }
  return (await orm.migrator.getPending()).map(({ name }) => name);
}

/** Brings the database to this version. Each step runs in a transaction of its own. */
export async function migrate(orm: MikroORM, contents: DatabaseContents): Promise<void> {
  const pending = await pendingMigrations(orm, contents);
  if (pending.length > 0) await orm.migrator.up();
}

function assertWritable(file: string): void {
  const folder = dirname(file);
  try {
    makeFolder(folder);
    // With the separator at its end it must be a folder and not a file of that name.
    accessSync(`${folder}${sep}`, constants.W_OK);
  } catch {
    throw new DatabaseError(
      `The folder ${folder} cannot be written. Give Stanch the right to write there, or name another place in DATABASE_URL.`,
    );
  }
  // The two beside it are often left by somebody who once started Stanch with other rights.
  for (const path of [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one))) {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
    } catch {
      throw new DatabaseError(
        `The file ${path} cannot be read and written. Give Stanch the right to do so, or name another place in DATABASE_URL.`,
      );
    }
  }
}

/** Step by step: `recursive` tries for ever where a file system, such as /proc, says of a folder that it is not there. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    // The database holds what was said in confidence; other accounts of the machine have no business there.
    mkdirSync(folder, { mode: 0o750 });
  } catch (error) {
    // Two that start at once may both find it missing.
    if (!existsSync(folder)) throw error;
  }
}
