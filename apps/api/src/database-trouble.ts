const NO_WRITING =
  'The database file cannot be opened for writing. Check its rights, or name another place in DATABASE_URL.';
const NO_ROOM = 'There is no room left on the disk of the database. Make room, or name another place in DATABASE_URL.';

/** By how the code begins: SQLite says more precisely what is wrong than an operator needs to know. */
const SENTENCES: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'The database file is not a SQLite database. Name another file in DATABASE_URL, or restore a backup.',
  SQLITE_CORRUPT: 'The database file is damaged. Restore a backup.',
  SQLITE_CANTOPEN: NO_WRITING,
  SQLITE_READONLY: NO_WRITING,
  SQLITE_BUSY: 'The database was busy all the time. Stop what else works on it, or try again in a moment.',
  SQLITE_FULL: NO_ROOM,
  ENOSPC: NO_ROOM,
  SQLITE_IOERR: 'The disk of the database cannot be read or written. Look at the disk, or restore a backup elsewhere.',
};

/** What an operator can do about a database that cannot be used; null when something else went wrong. */
export function sayDatabaseTrouble(error: unknown): string | null {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') return null;
  return Object.entries(SENTENCES).find(([start]) => code.startsWith(start))?.[1] ?? null;
}
