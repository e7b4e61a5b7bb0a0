import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { CompiledQuery } from 'kysely';

/** Values for the columns of a table. */
type Row = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Rows of one statement. SQLite takes 32,766 values in all, and more rows at once are no quicker. What is left over goes
 * in tens and ones, so that a table has three statements rather than one for every number of rows.
 */
const PACKS = [100, 10, 1];

/** The texts of statements by table, columns and number of rows. */
const statements = new Map<string, string>();

/**
 * Inserts many rows. The text of a statement is made once and used again with other values: for an import of thousands
 * that is most of the time. All rows have the same columns.
 */
export async function insertRows(em: SqlEntityManager, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  for (let from = 0; from < rows.length;) {
    const size = PACKS.find((most) => most <= rows.length - from) ?? 1;
    const pack = rows.slice(from, (from += size));
    const values = pack.flatMap((row) => columns.map((column) => row[column]));
    await em.getKysely().executeQuery(CompiledQuery.raw(statementFor(em, table, columns, pack), values));
  }
}

function statementFor(em: SqlEntityManager, table: string, columns: readonly string[], pack: readonly Row[]): string {
  const key = `${table}(${columns.join()})${pack.length}`;
  let text = statements.get(key);
  if (text === undefined) {
    text = em
      .getKysely<Record<string, Row>>()
      .insertInto(table)
      .values([...pack])
      .compile().sql;
    statements.set(key, text);
  }
  return text;
}
