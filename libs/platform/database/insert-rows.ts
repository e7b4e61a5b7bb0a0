import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { CompiledQuery } from 'kysely';

/** Values for the columns of a table. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows of one statement; SQLite takes 32,766 values in all, and more rows at once are no quicker. */
const ROWS_AT_ONCE = 100;

/** Statements by table, columns and number of rows. There are few: whole packs, and what is left over. */
const statements = new Map<string, string>();

/**
 * Inserts many rows. The text of a statement is made once and used again with other values: for an import of thousands
 * that is most of the time. All rows have the same columns.
 */
export async function insertRows(em: SqlEntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const kysely = em.getKysely<Record<string, Row>>();
  const columns = Object.keys(first);
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const pack = rows.slice(from, from + ROWS_AT_ONCE);
    const key = `${table}(${columns.join()})${pack.length}`;
    let text = statements.get(key);
    if (text === undefined) {
      text = kysely
        .insertInto(table)
        .values([...pack])
        .compile().sql;
      statements.set(key, text);
    }
    const values = pack.flatMap((row) => columns.map((column) => row[column]));
    await kysely.executeQuery(CompiledQuery.raw(text, values));
  }
}
