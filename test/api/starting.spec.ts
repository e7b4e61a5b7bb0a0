import { createECDH } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Agent } from '../support/agent.js';
import { runBuilt } from '../support/run-command.js';
import { freePort, freshFolder, ServerProcess, testEnvironment } from '../support/server-process.js';
import { PASSWORD, startWorld } from '../support/world.js';

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

  it('ends soon and in good order, though a page listens and somebody sends a request very slowly', async () => {
    const server = await ServerProcess.start();
    const { lead } = await startWorld(server.url);
    const listening = lead.agent.listen('subscription { notificationReceived { id } }');
    await listening.begun;
    const slow = connect(Number(new URL(server.url).port), '127.0.0.1');
    slow.on('error', () => undefined);
    await once(slow, 'connect');
    slow.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{');
    const from = Date.now();
    expect(await server.terminate()).toBe(0);
    expect(Date.now() - from).toBeLessThan(8_000);
    slow.destroy();
    await lead.agent.leave();
    await server.stop();
  });

  it('makes no folder where none can be, and does not try for ever', async () => {
    if (process.platform !== 'linux') return;
    const environment = { ...testEnvironment(await freePort(), folder()), DATABASE_URL: 'sqlite:/proc/stanch/a.db' };
    await refusedStart(environment, /cannot be written/);
  });

  it('ends with a sentence when .env cannot be read', async () => {
    const path = folder();
    mkdirSync(join(path, '.env'));
    const { code, output, errors } = await runBuilt('main.js', [], {}, { cwd: path });
    expect({ code, lines: (errors + output).trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(errors).toContain('.env');
  });

  it('refuses a secret that was cut short rather than let everybody in', async () => {
    const path = folder();
    writeFileSync(join(path, 'session-secret'), 'x');
    const environment = { ...testEnvironment(await freePort(), path), SESSION_SECRET: '' };
    await refusedStart(environment, /session-secret is damaged/);
  });

  it('makes keys for push, the same for two processes that start at once, and refuses those that do not fit each other', async () => {
    const path = folder();
    const databases = ['one', 'two'].map((name) => `sqlite:${join(path, `${name}.db`)}`);
    const servers = await Promise.all(databases.map((url) => ServerProcess.start({ DATABASE_URL: url })));
    const keys = await Promise.all(
      servers.map(async ({ url }) => {
        const { admin } = await startWorld(url);
        return (await admin.agent.ask<{ pushKey: string }>('{ pushKey }')).pushKey;
      }),
    );
    expect(new Set(keys).size).toBe(1);
    expect(Buffer.from(keys[0] ?? '', 'base64url')).toHaveLength(65);
    await Promise.all(servers.map((server) => server.stop()));
    const file = join(path, 'push-keys');
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { privateKey: string };
    const other = createECDH('prime256v1').generateKeys('base64url');
    writeFileSync(file, JSON.stringify({ ...kept, publicKey: other }));
    await refusedStart(testEnvironment(await freePort(), path), /push-keys is damaged/);
  });

  it('logs nothing that lets somebody in, at the loudest level either', async () => {
    const server = await ServerProcess.start({ LOG_LEVEL: 'trace' });
    const { lead, anyone } = await startWorld(server.url);
    const { createApiToken } = await lead.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "script") { secret } }',
    );
    const signIn =
      'mutation ($password: String!) { signIn(email: "lea.lead@example.com", password: $password) { id } }';
    await anyone.answer(signIn, { password: 'a wrong guess of mine' });
    await anyone.answer(`mutation { signIn(email: "x", password: "written into the query") { nothing } }`);
    const secrets = [createApiToken.secret, PASSWORD, 'a wrong guess of mine', 'written into the query'];
    const cookie = lead.agent.credentials()['cookie']?.split('=')[1] ?? '';
    expect(cookie.length).toBeGreaterThan(20);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${createApiToken.secret}` };
    await lead.agent.request('/graphql', { method: 'POST', headers, body: '{ this is no JSON' });
    await lead.agent.listen('subscription { notificationReceived { id } }').begun;
    await lead.agent.leave();
    await server.terminate();
    for (const secret of [...secrets, cookie, decodeURIComponent(cookie), testEnvironment(0, '').SESSION_SECRET]) {
      expect(server.output.includes(secret ?? '?')).toBe(false);
    }
    await server.stop();
  });

  it('changes to the demo and back, and never shows one that was broken off in the making', async () => {
    const server = await ServerProcess.start();
    const anyone = new Agent(server.url);
    const shows = async (demo: boolean) => {
      // Twelve weeks are played before the demo opens.
      const until = Date.now() + 90_000;
      for (;;) {
        const { setup } = await anyone
          .ask<{ setup: { needed: boolean; demo: boolean } }>('{ setup { needed demo } }')
          .catch(() => ({ setup: { needed: false, demo: !demo } }));
        if (setup.demo === demo) return setup;
        if (Date.now() > until) throw new Error(`The demo was not ${demo ? 'opened' : 'left'}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    const making = () => readdirSync(server.folder).some((name) => name.startsWith('demo-in-the-making'));
    await anyone.ask('mutation { openDemo }');
    while (!making()) await new Promise((done) => setTimeout(done, 5));
    await server.kill();
    await server.start();
    expect(await shows(false)).toEqual({ needed: true, demo: false });
    // Two ask for it at once.
    await Promise.all([anyone.ask('mutation { openDemo }'), new Agent(server.url).ask('mutation { openDemo }')]);
    expect(await shows(true)).toEqual({ needed: false, demo: true });
    await anyone.ask('mutation { signInToDemo(as: LEAD) { id } }');
    const { painPoints } = await anyone.ask<{ painPoints: { totalCount: number } }>(
      '{ painPoints(first: 1) { totalCount } }',
    );
    expect(painPoints.totalCount).toBeGreaterThanOrEqual(30);
    await anyone.ask('mutation { leaveDemo }');
    expect(await shows(false)).toEqual({ needed: true, demo: false });
    expect(await server.terminate()).toBe(0);
    await server.stop();
  }, 60_000);
});
