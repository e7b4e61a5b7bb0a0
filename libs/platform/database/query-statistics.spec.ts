import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RandomIds, SystemClock } from '@stanch/kernel';
import type { MikroORM } from '@mikro-orm/sqlite';
import { sql } from 'kysely';
import { Configuration } from '../configuration/configuration.js';
import { DomainEvents } from './domain-events.js';
import { insertRows } from './insert-rows.js';
import { migrate, openDatabase } from './open-database.js';
import { Platform202611231500 } from './migrations/202611231500-platform.js';
import { QueryStatistics } from './query-statistics.js';
import { UnitOfWork } from './unit-of-work.js';

/** On a real database file; events stand for whatever grows. */
describe('the statistics that indexes are chosen by', () => {
  let orm: MikroORM;
  let unitOfWork: UnitOfWork;
  let statistics: QueryStatistics;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stanch-statistics-'));
    const contents = { entities: [], migrations: [Platform202611231500] };
    orm = await openDatabase(join(folder, 'stanch.db'), contents);
    await migrate(orm, contents);
    unitOfWork = new UnitOfWork(orm, new SystemClock(), new RandomIds(), new DomainEvents());
    statistics = new QueryStatistics(unitOfWork, new Configuration({}));
  });

  afterEach(async () => {
    await orm.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function happen(count: number): Promise<void> {
    const row = { type: 'Test', at: '2026-11-23T00:00:00.000Z', actor_id: null, data: '{}' };
    const rows = Array.from({ length: count }, () => ({ id: crypto.randomUUID(), ...row }));
    await unitOfWork.run(async ({ em }) => insertRows(em, 'outbox_event', rows));
  }

  async function known(): Promise<number> {
    const query = sql<{ stat: string }>`select stat from sqlite_stat1 where tbl = 'outbox_event'`;
    const { rows } = await unitOfWork.read(async (em) => query.execute(em.getKysely()));
    return Number(rows[0]?.stat.split(' ')[0] ?? 0);
  }

  it('follow a table that grows, while changes go on', async () => {
    await happen(100);
    await Promise.all([statistics.gather(), happen(1)]);
    expect(await known()).toBeGreaterThanOrEqual(100);
    await happen(2_000);
    await statistics.gather();
    expect(await known()).toBe(2_101);
  });
});
