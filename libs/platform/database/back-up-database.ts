import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { DatabaseError } from './open-database.js';

/**
 * Copies a database into a new file by SQLite's own online backup, also while a server writes to it: the copy is one
 * consistent state. Answers its size in bytes. An existing file is never written over, and a broken copy not left behind.
 */
export async function backUpDatabase(databaseFile: string, into: string): Promise<number> {
  if (!existsSync(databaseFile)) throw new DatabaseError(`There is no database at ${databaseFile} to back up.`);
  if (existsSync(into))
    throw new DatabaseError(`${into} is there already. Name a file that is not, or remove it first.`);
  if (!existsSync(dirname(into))) throw new DatabaseError(`There is no folder ${dirname(into)}. Make it first.`);
  const source = new Database(databaseFile, { readonly: true, fileMustExist: true, timeout: 10_000 });
  try {
    await source.backup(into);
    const copy = new Database(into);
    try {
      // A copy that stands for itself: without a write-ahead log beside it that could be left behind.
      copy.pragma('journal_mode = DELETE');
      const [found] = copy.pragma('integrity_check') as { integrity_check: string }[];
      if (found?.integrity_check !== 'ok') throw new DatabaseError(`The copy is damaged: ${found?.integrity_check}.`);
      return Number(copy.pragma('page_count', { simple: true })) * Number(copy.pragma('page_size', { simple: true }));
    } finally {
      copy.close();
    }
  } catch (error) {
    rmSync(into, { force: true });
    if (error instanceof DatabaseError) throw error;
    throw new DatabaseError(`${into} could not be written: ${error instanceof Error ? error.message : String(error)}.`);
  } finally {
    source.close();
  }
}
