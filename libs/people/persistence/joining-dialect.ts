import type { UnitOfWork } from '@stanch/platform';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

/**
 * Lets a library that brings its own queries work inside our unit of work: every query of this Kysely dialect runs in
 * the transaction under way, or on its own when there is none. Without it the library would wait for the very
 * connection that the transaction holds.
 */
export class JoiningDialect implements Dialect {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }

  createDriver(): Driver {
    return new JoiningDriver(this.unitOfWork);
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
}

class JoiningDriver implements Driver {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new JoiningConnection(this.unitOfWork);
  }

  async beginTransaction(): Promise<void> {
    throw new Error('Transactions belong to the unit of work.');
  }

  async commitTransaction(): Promise<void> {}

  async rollbackTransaction(): Promise<void> {}

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {}
}

class JoiningConnection implements DatabaseConnection {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const execute = (em: SqlEntityManager) => em.getKysely().executeQuery<Row>(query as CompiledQuery<Row>);
    // Whoever writes waits for their turn, also when somebody else's work takes long.
    return SelectQueryNode.is(query.query)
      ? this.unitOfWork.read(execute)
      : this.unitOfWork.run(({ em }) => execute(em));
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query);
  }
}
