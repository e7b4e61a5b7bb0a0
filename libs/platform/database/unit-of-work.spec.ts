import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { RandomIds, SystemClock } from '@stanch/kernel';
import type { MikroORM } from '@mikro-orm/sqlite';
import { DomainEvents } from './domain-events.js';
import { insertRows } from './insert-rows.js';
import { Platform202611231500 } from './migrations/202611231500-platform.js';
import { migrate, openDatabase } from './open-database.js';
import { type Transaction, UnitOfWork } from './unit-of-work.js';

/** On a real database file; the rows are outbox events, since every Stanch has that table. */
describe('the unit of work', () => {
  let orm: MikroORM;
  let unitOfWork: UnitOfWork;
  let folder: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stanch-unit-of-work-'));
    const contents = { entities: [], migrations: [Platform202611231500] };
    orm = await openDatabase(join(folder, 'stanch.db'), contents);
    await migrate(orm, contents);
    unitOfWork = new UnitOfWork(orm, new SystemClock(), new RandomIds(), new DomainEvents());
  });

  afterEach(async () => {
    await orm.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = ({ em }: Transaction, ...ids: string[]) =>
    insertRows(
      em,
      'outbox_event',
      ids.map((id) => ({ id, type: 'Test', at: '2026-11-23T00:00:00.000Z', actor_id: null, data: '{}' })),
    );

  const stored = async (): Promise<string[]> =>
    unitOfWork.read(async (em) => {
      const rows = await em
        .getKysely<{ outbox_event: { id: string } }>()
        .selectFrom('outbox_event')
        .select('id')
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    });

  it('lets everybody read on while long work writes, and whoever writes come after it', async () => {
    const order: string[] = [];
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    let begun = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const long = unitOfWork
      .runLong(async (transaction) => {
        await write(transaction, 'long-1');
        begun();
        await gate;
        await write(transaction, 'long-2');
      })
      .then(() => order.push('long'));
    await hasBegun;
    const short = unitOfWork.run((transaction) => write(transaction, 'short')).then(() => order.push('short'));
    expect(await stored()).toEqual([]);
    await setImmediate();
    go();
    await Promise.all([long, short]);
    expect(order).toEqual(['long', 'short']);
    expect(await stored()).toEqual(['long-1', 'long-2', 'short']);
  });

  it('takes long work back whole when it fails, and goes on', async () => {
    const failed = unitOfWork.runLong(async (transaction) => {
      await write(transaction, 'a', 'b');
      throw new Error('no');
    });
    const next = unitOfWork.run((transaction) => write(transaction, 'c'));
    await expect(failed).rejects.toThrow('no');
    await next;
    expect(await stored()).toEqual(['c']);
  });

  it('inserts any number of rows, each with its own values', async () => {
    const ids = Array.from({ length: 250 }, (_, at) => `row-${String(at).padStart(3, '0')}`);
    await unitOfWork.run((transaction) => write(transaction, ...ids));
    expect(await stored()).toEqual(ids);
  });
});
