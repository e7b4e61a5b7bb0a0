import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteDialect,
  type SqliteDatabase,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely';

/** How long SQLite waits for another process (such as the command line) to finish its write, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** Prepared statements kept for reuse; the same few hundred texts make up nearly all traffic. */
const KEPT_STATEMENTS = 500;

/**
 * SQLite as Stanch needs it: write-ahead log, every commit on the disk before it is answered (synchronous FULL: rule
 * "nothing acknowledged is lost"), foreign keys, and transactions that take the write lock at their start, so that two
 * processes can never both read first and then fail to write.
 */
export class DurableSqliteDialect extends SqliteDialect {
  constructor(private readonly file: string) {
    super({ database: async () => new StatementKeeper(open(file)) });
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: async () => new StatementKeeper(open(this.file)) });
  }
}

function open(file: string): Database.Database {
  const database = new Database(file, { timeout: BUSY_TIMEOUT });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Its own `lower` knows the capitals of English alone; other databases know those of every script.
  database.function('lower', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? text.toLowerCase() : text,
  );
  return database;
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** Gives a statement that was prepared before instead of preparing the same text again; forgets the oldest. */
class StatementKeeper implements SqliteDatabase {
  private readonly statements = new Map<string, SqliteStatement>();

  constructor(private readonly database: Database.Database) {}

  prepare(sql: string): SqliteStatement {
    let statement = this.statements.get(sql);
    if (statement) {
      this.statements.delete(sql);
    } else {
      statement = new PortableStatement(this.database.prepare(sql));
      if (this.statements.size >= KEPT_STATEMENTS) {
        const oldest = this.statements.keys().next().value;
        if (oldest !== undefined) this.statements.delete(oldest);
      }
    }
    this.statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }
}

/** Takes the values that every other database takes: SQLite has no booleans and its driver refuses them. */
class PortableStatement implements SqliteStatement {
  constructor(private readonly statement: Database.Statement) {}

  get reader(): boolean {
    return this.statement.reader;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.statement.all(parameters.map(bindable));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.statement.run(parameters.map(bindable));
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.statement.iterate(parameters.map(bindable));
  }
}

function bindable(value: unknown): unknown {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === undefined ? null : value;
}
