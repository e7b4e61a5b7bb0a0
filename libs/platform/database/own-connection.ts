import { type MikroORM, type SqlEntityManager, SqliteDriver } from '@mikro-orm/sqlite';

/**
 * Works on a second connection to the same database, opened for this and closed after it. SQLite shows others the state
 * before a transaction until it is committed, but only on another connection than that of the transaction.
 */
export async function withOwnConnection<Result>(
  orm: MikroORM,
  work: (em: SqlEntityManager) => Promise<Result>,
): Promise<Result> {
  const driver = new SqliteDriver(orm.config);
  driver.setMetadata(orm.getMetadata());
  driver.getPlatform().setConfig(orm.config);
  await driver.connect();
  try {
    return await work(driver.createEntityManager(false) as unknown as SqlEntityManager);
  } finally {
    await driver.close();
  }
}
