import 'reflect-metadata';
import { join } from 'node:path';
import { Notifications202611250210 } from '@stanch/notifications';
import { DatabaseError, migrate, openDatabase, pendingMigrations } from '@stanch/platform';
import Database from 'better-sqlite3';
import { databaseContents } from '../../apps/api/src/database-contents.js';
import { freshFolder } from '../support/server-process.js';

const { migrations } = databaseContents;

interface Column {
  name: string;
  type: string;
}
type Rows = Record<string, Record<string, unknown>[]>;

/** A database file with the first so many migrations. */
async function databaseAsOf(count: number, file: string): Promise<void> {
  const contents = { ...databaseContents, migrations: migrations.slice(0, count) };
  const orm = await openDatabase(file, contents);
  await migrate(orm, contents);
  await orm.close();
}

async function bringUpToDate(file: string): Promise<string[]> {
  const orm = await openDatabase(file, databaseContents);
  try {
    await migrate(orm, databaseContents);
    return await pendingMigrations(orm, databaseContents);
  } finally {
    await orm.close();
  }
}

function within<Result>(file: string, work: (database: Database.Database) => Result): Result {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function tablesOf(database: Database.Database): { name: string; sql: string }[] {
  const tables = database.prepare("select name, sql from sqlite_master where type = 'table'").all();
  return (tables as { name: string; sql: string }[]).filter(({ name }) => !/^(sqlite_|migration$)/.test(name));
}

function columnsOf(database: Database.Database, table: string): Column[] {
  return database.pragma(`table_info(${table})`) as Column[];
}

/** Puts three rows into every table (one where only one may be), whatever its columns, so that every constraint holds. */
function fill(database: Database.Database): void {
  database.pragma('foreign_keys = OFF');
  for (const { name: table, sql } of tablesOf(database)) {
    const links = new Set(
      (database.pragma(`foreign_key_list(${table})`) as { from: string }[]).map(({ from }) => from),
    );
    const columns = columnsOf(database, table);
    const most = sql.includes('singleton = 1') ? 1 : 3;
    for (let row = 1; row <= most; row += 1) {
      const values = columns.map(({ name, type }) => {
        const [, allowed] = new RegExp(`\\b${name}\\b[^,]*?check \\(${name} in \\('(\\w+)'`).exec(sql) ?? [];
        if (allowed !== undefined) return allowed;
        if (name === 'id' || links.has(name)) return `id-${row}`;
        if (/double|real/i.test(type)) return 1 / row;
        return /int|bool/i.test(type) ? row : `${table} ${name} ${row}: Grüße, “quoted”`;
      });
      const marks = columns.map(() => '?').join(', ');
      database.prepare(`insert into "${table}" values (${marks})`).run(...values);
    }
  }
}

function readAll(database: Database.Database): Rows {
  return Object.fromEntries(
    tablesOf(database).map(({ name }) => [
      name,
      database.prepare(`select * from "${name}" order by rowid`).all() as Record<string, unknown>[],
    ]),
  );
}

describe('the migrations', () => {
  let folder: ReturnType<typeof freshFolder>;
  beforeEach(() => {
    folder = freshFolder();
  });
  afterEach(() => folder.remove());

  it('keep the names under which databases out there know them', () => {
    const names = migrations.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+20\d{10}$/);
    expect(names).toEqual(
      expect.arrayContaining([
        ...['Platform202611231500', 'People202611231510', 'Discovery202611231520', 'Remediation202611231530'],
        ...['Sponsorship202611231540', 'Sponsorship202611231640', 'Platform202611231645', 'Remediation202611231655'],
      ]),
    );
  });

  it('go forward only', () => {
    expect(migrations.filter(({ prototype }) => Object.hasOwn(prototype as object, 'down'))).toEqual([]);
  });

  it.each(migrations.map(({ name }, index) => [index + 1, name] as const))(
    'lose nothing of a filled database that knows the first %d of them, up to %s',
    async (count) => {
      const file = join(folder.path, 'stanch.db');
      await databaseAsOf(count, file);
      const before = within(file, (database) => {
        fill(database);
        return readAll(database);
      });
      expect(Object.keys(before).length).toBeGreaterThan(0);
      expect(await bringUpToDate(file)).toEqual([]);
      within(file, (database) => {
        const after = readAll(database);
        for (const [table, rows] of Object.entries(before)) {
          expect(after[table]).toEqual(rows.map((row) => expect.objectContaining(row) as unknown));
        }
        expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
        expect(database.pragma('foreign_key_check')).toEqual([]);
      });
    },
  );

  it('give the same tables whether they ran at once or one by one', async () => {
    const shape = (file: string) =>
      within(file, (database) =>
        Object.fromEntries(tablesOf(database).map(({ name }) => [name, columnsOf(database, name)])),
      );
    const atOnce = join(folder.path, 'at-once.db');
    await databaseAsOf(migrations.length, atOnce);
    const oneByOne = join(folder.path, 'one-by-one.db');
    for (let count = 1; count <= migrations.length; count += 1) await databaseAsOf(count, oneByOne);
    expect(shape(oneByOne)).toEqual(shape(atOnce));
  });

  it('work out of the history what the sponsors of each pain point heard before that was kept', async () => {
    const file = join(folder.path, 'stanch.db');
    await databaseAsOf(
      migrations.findIndex(({ name }) => name === 'Remediation202611250300'),
      file,
    );
    within(file, (database) => {
      database.pragma('foreign_keys = OFF');
      const insert = (table: string, row: Record<string, unknown>) => {
        const columns = columnsOf(database, table).map(({ name, type }) => {
          if (name in row) return row[name];
          return /int|bool|double/i.test(type) ? 0 : null;
        });
        database.prepare(`insert into ${table} values (${columns.map(() => '?').join(', ')})`).run(...columns);
      };
      const filled = { board_id: 'b', title: '', description: '', stage_id: 's', entered_stage_at: '', tags: '[]' };
      const card = (id: string, more = {}) =>
        insert('pain_point', {
          ...filled,
          id,
          key: id,
          rank: id,
          raised_at: '01',
          raiser_id: 'sara',
          typed_by_id: 'sara',
          ...more,
        });
      const line = (id: string, at: string, kind: string, actor: string | null, more = {}) =>
        insert('change', {
          id: `${id} ${at}`,
          pain_point_id: id,
          board_id: 'b',
          at,
          actor_id: actor,
          kind,
          field: '',
          visibility: 'SHARED',
          ...more,
        });
      for (const id of ['waiting', 'answered', 'owned', 'imported']) {
        card(id, id === 'owned' ? { owner_id: 'sara' } : {});
        insert('sponsorship', {
          pain_point_id: id,
          person_id: 'sara',
          reason: 'RAISED',
          added_by_id: 'sara',
          at: '01',
        });
        line(id, '02', 'RAISED', 'sara', id === 'imported' ? { from_text: 'list.csv, row 2' } : {});
        line(id, '03', 'COMMENT', 'sara');
      }
      line('waiting', '04', 'COMMENT', 'ivo', { visibility: 'INTERNAL' });
      line('waiting', '05', 'MOVED', 'ivo', { new_value: '{"stageId":"s"}' });
      line('waiting', '06', 'MOVED', 'ivo', { undoes: 'waiting 05' });
      line('waiting', '07', 'MOVED', 'ivo', { new_value: '{"stageId":"s","answered":true}' });
      line('waiting', '08', 'COMMITMENT', null);
      line('answered', '04', 'COMMENT', 'ivo');
      line('answered', '05', 'TASK', 'ivo');
      line('answered', '06', 'EDITED', 'ivo');
    });
    await bringUpToDate(file);
    const heard = within(file, (database) =>
      database.prepare('select id, awaited_since, answered_at, last_word_at from pain_point order by id').raw().all(),
    );
    expect(heard).toEqual([
      ['answered', null, '04', '05'],
      ['imported', null, null, '02'],
      ['owned', null, '03', '03'],
      ['waiting', '01', null, '02'],
    ]);
  });

  it('let a digest be read in any language that was written before there was more than one', async () => {
    const file = join(folder.path, 'stanch.db');
    await databaseAsOf(migrations.indexOf(Notifications202611250210), file);
    const line = { key: 'P-1', title: 'What moved', text: 'Bleeding → Treating' };
    const [title, topic] = ['What moved', 'moved'];
    const digest = (section: object) => ({ kind: 'digest', digest: { sections: [{ ...section, lines: [line] }] } });
    within(file, (database) => {
      fill(database);
      const values = [JSON.stringify(digest({ title })), 'digest', 'SENT'];
      database.prepare(`update mail set notice = ?, kind = ?, state = ? where id = 'id-1'`).run(...values);
    });
    await bringUpToDate(file);
    const [mail] = within(file, readAll)['mail'] ?? [];
    expect([JSON.parse(String(mail?.['notice'])), mail?.['language']]).toEqual([digest({ topic }), 'en']);
  });

  it('leave a database alone that a newer Stanch has changed, and say what to do', async () => {
    const file = join(folder.path, 'stanch.db');
    await databaseAsOf(migrations.length, file);
    const before = within(file, (database) => {
      database.exec("insert into migration (name) values ('Remediation209901010000')");
      return readAll(database);
    });
    const refused = await bringUpToDate(file).catch((reason: unknown) => reason);
    expect(refused).toBeInstanceOf(DatabaseError);
    expect(String(refused)).toMatch(/newer version of Stanch.*Remediation209901010000.*Start that version/s);
    expect(within(file, readAll)).toEqual(before);
  });
});
