import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { runBuilt } from '../support/run-command.js';
import { freshFolder, testEnvironment } from '../support/server-process.js';

const INTERVIEWS = resolve('libs/intake/intake.fixture.csv');

/** The command alone, on a database of its own: no server runs. */
describe('npm run stanch -- import', () => {
  let folder: ReturnType<typeof freshFolder>;

  const stanch = async (...args: string[]) =>
    runBuilt('operator/stanch.js', args, testEnvironment(0, folder.path), { cwd: folder.path, withinMs: 60_000 });

  const count = (table: string): number => {
    const database = new Database(join(folder.path, 'stanch.db'), { readonly: true });
    const { count: found } = database.prepare(`select count(*) as count from ${table}`).get() as { count: number };
    database.close();
    return found;
  };

  beforeAll(async () => {
    folder = freshFolder();
    for (const [name, role] of [
      ['lea', 'LEAD'],
      ['sara', 'SPONSOR'],
    ] as const) {
      await stanch('create-person', '--email', `${name}@example.com`, '--name', name, '--role', role);
    }
  }, 60_000);

  afterAll(() => folder.remove());

  it('says with --dry-run what it would do, names every problem by row and column, and changes nothing', async () => {
    const { code, output, errors } = await stanch('import', INTERVIEWS, '--dry-run');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('row 38, Date: "31.09.2026" is no date: September 2026 has 30 days');
    expect(output).toContain('row 14 "Mondays claims screen is slow (same as no 1)"');
    expect(output).toContain('Would import: 36 pain points. Nothing was changed.');
    expect([count('pain_point'), count('import_run'), count('quote')]).toEqual([0, 0, 0]);
  }, 60_000);

  it('lets repeats join when asked to, names who brought it in, and adds nothing the second time', async () => {
    const first = await stanch('import', INTERVIEWS, '--merge-repeats', '--as', 'lea@example.com');
    expect(first.output).toContain('Imported: 35 pain points, 1 repeat joined.');
    const again = await stanch('import', INTERVIEWS);
    expect(again.output).toContain('Imported: 0 pain points, 36 rows there already.');
    expect([count('pain_point'), count('quote')]).toEqual([35, 36]);
  }, 60_000);

  it('says in one sentence why it cannot, with exit code 1', async () => {
    writeFileSync(join(folder.path, 'workbook.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    writeFileSync(join(folder.path, 'wordless.csv'), 'A;B\n1;2\n');
    for (const [args, says] of [
      [['nowhere.csv'], /There is no file nowhere\.csv/u],
      [['workbook.xlsx'], /Excel.+Save it as CSV/u],
      [['wordless.csv'], /No column says what hurts/u],
      [[INTERVIEWS, '--as', 'sara@example.com'], /sara is SPONSOR/u],
      [[INTERVIEWS, '--as', 'nobody@example.com'], /Nobody here has the address/u],
    ] as const) {
      const { code, errors } = await stanch('import', ...args);
      expect(code).toBe(1);
      expect(errors).toMatch(says);
      expect(errors.trim().split('\n')).toHaveLength(1);
    }
  }, 120_000);
});
