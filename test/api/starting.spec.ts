import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { runBuilt } from '../support/run-command.js';
import { freePort, freshFolder, ServerProcess, testEnvironment } from '../support/server-process.js';
import { startWorld } from '../support/world.js';

describe('the start of the server', () => {
  const folders: { remove(): void }[] = [];
  const folder = () => {
    const fresh = freshFolder();
    folders.push(fresh);
    return fresh.path;
  };

  afterAll(() => folders.forEach((fresh) => fresh.remove()));

  /** A start that cannot succeed: one sentence for the operator, no stack, exit code 1. */
  async function refusedStart(environment: Record<string, string>, says: RegExp): Promise<void> {
    const { code, output, errors } = await runBuilt('main.js', [], environment, { cwd: folder() });
    expect(code).toBe(1);
    expect(errors + output).toMatch(says);
    expect((errors + output).trim().split('\n')).toHaveLength(1);
    expect(errors + output).not.toMatch(/\bat .*\.js:\d+/);
  }

  it('ends with a sentence when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    await refusedStart(testEnvironment(port, folder()), new RegExp(`${port}.*(taken|in use|used)`, 'i'));
    taken.close();
  });

  it('ends with a sentence that names each value that cannot be used', async () => {
    const wrong = { ...testEnvironment(await freePort(), folder()), PORT: 'eighty', LOG_LEVEL: 'loud' };
    await refusedStart(wrong, /PORT .*LOG_LEVEL /s);
  });

  it('ends with a sentence when the data folder cannot be written', async () => {
    const path = folder();
    // Where tests run as root, rights stop nobody, but a file in the place of the folder does.
    writeFileSync(join(path, 'data'), '');
    const environment = {
      ...testEnvironment(await freePort(), path),
      DATABASE_URL: `sqlite:${join(path, 'data', 'stanch.db')}`,
    };
    await refusedStart(environment, /cannot be written/);
  });

  it('ends with a sentence when the data folder may not be written', async () => {
    if (process.getuid?.() === 0) return;
    const path = join(folder(), 'data');
    mkdirSync(path);
    chmodSync(path, 0o500);
    await refusedStart(testEnvironment(await freePort(), path), /cannot be written/);
  });

  it('ends with a sentence when a newer version has been at work on the database', async () => {
    const server = await ServerProcess.start();
    await server.terminate();
    const database = new Database(server.databaseFile);
    database
      .prepare(`INSERT INTO migration (name, executed_at) VALUES ('Meetings209901010000', datetime('now'))`)
      .run();
    database.close();
    await refusedStart(testEnvironment(await freePort(), server.folder), /newer version/);
    await server.stop();
  });

  it('ends with a sentence when the file is no database', async () => {
    const path = folder();
    writeFileSync(join(path, 'stanch.db'), 'This is a letter to my grandmother.'.repeat(100));
    await refusedStart(testEnvironment(await freePort(), path), /not a SQLite database/);
  });

  it('prints its address, and ends in good order when asked to', async () => {
    const server = await ServerProcess.start();
    await startWorld(server.url);
    expect(server.output).toContain(server.url);
    expect(await server.terminate()).toBe(0);
    await server.start();
    const answer = await fetch(server.url, { headers: { accept: 'text/html' } });
    expect(answer.status).toBe(200);
    await server.stop();
  });

  it('keeps the demo in a database of its own', async () => {
    const server = await ServerProcess.start();
    const { setup } = await (async () => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ setup { needed demo } }' }),
      });
      return ((await response.json()) as { data: { setup: { needed: boolean; demo: boolean } } }).data;
    })();
    expect(setup).toEqual({ needed: true, demo: false });
    await server.stop();
  });
});
