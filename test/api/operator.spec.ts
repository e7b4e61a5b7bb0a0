import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Agent } from '../support/agent.js';
import { raise, readOrder } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { runBuilt } from '../support/run-command.js';
import { freshFolder, ServerProcess, testEnvironment } from '../support/server-process.js';
import { PASSWORD, signIn, startWorld, type World } from '../support/world.js';

describe("the operator's command line", () => {
  let server: ServerProcess;
  let world: World;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
  });

  afterAll(async () => {
    await world.leave();
    await server.stop();
  });

  /** Beside the running server, on its database. */
  const stanch = async (args: string[], more: { input?: string; environment?: Record<string, string> } = {}) =>
    runBuilt(
      'operator/stanch.js',
      args,
      { ...testEnvironment(0, server.folder), ...more.environment },
      { cwd: server.folder, input: more.input ?? '' },
    );

  it.each([[[]], [['create-person']], [['create-token']], [['import']], [['demo']], [['check']]])(
    '%p --help says what it does, with an example',
    async (command) => {
      const { code, output } = await stanch([...command, '--help']);
      expect(code).toBe(0);
      expect(output).toContain('npm run stanch --');
    },
  );

  it('says what is wrong with a command line and ends with exit code 1', async () => {
    for (const args of [['create-person'], ['create-person', '--role', 'BOSS'], ['made-up'], ['import']]) {
      const { code, errors } = await stanch(args);
      expect(code).toBe(1);
      expect(errors).toMatch(/error:/);
    }
  });

  it('makes a person who can sign in at once', async () => {
    const args = [
      'create-person',
      '--email',
      'new@example.com',
      '--name',
      'Nell New',
      '--role',
      'IT',
      '--password-stdin',
    ];
    const { code, output, errors } = await stanch(args, { input: 'a password nobody guesses\n' });
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toContain('Nell New');
    const agent = await signIn(server.url, 'new@example.com', 'a password nobody guesses');
    expect(await agent.ask('{ me { name role } }')).toEqual({ me: { name: 'Nell New', role: 'IT' } });
  });

  it('refuses a second person of the same address in plain words', async () => {
    const { code, errors } = await stanch([
      'create-person',
      '--email',
      'new@example.com',
      '--name',
      'Ned',
      '--role',
      'IT',
    ]);
    expect(code).toBe(1);
    expect(errors).toMatch(/new@example\.com/);
    expect(errors).not.toMatch(/\bat .*\.js/);
  });

  it('makes a token that opens the API, and nothing else stands on the standard output', async () => {
    const { code, output } = await stanch(['create-token', '--email', world.it.email, '--name', 'nightly report']);
    expect(code).toBe(0);
    const secret = output.trim();
    expect(secret).not.toMatch(/\s/);
    expect(await new Agent(server.url, secret).ask('{ me { id } }')).toEqual({ me: { id: world.it.id } });
  });

  it('imports a spreadsheet beside the running server, once', async () => {
    const file = join(server.folder, 'pains.csv');
    const lines = [
      'Name;Business unit;Pain;People;Hours',
      'Sara Sponsor;Sales;The scanner jams;12;0,5',
      'Otto Sponsor;Finance;Wrong totals;3;2',
    ];
    writeFileSync(file, lines.join('\r\n'));
    const first = await stanch(['import', file]);
    expect({ code: first.code, errors: first.errors }).toEqual({ code: 0, errors: '' });
    expect(first.output).toMatch(/2/);
    const again = await stanch(['import', file]);
    expect(again.code).toBe(0);
    const { painPoints } = await world.it.agent.ask<{ painPoints: { nodes: { title: string }[] } }>(
      '{ painPoints { nodes { title } } }',
    );
    expect(painPoints.nodes.map(({ title }) => title).sort()).toEqual(['The scanner jams', 'Wrong totals']);
  });

  it('says plainly that a file cannot be read', async () => {
    const { code, errors } = await stanch(['import', 'nowhere.csv']);
    expect(code).toBe(1);
    expect(errors).toContain('nowhere.csv');
  });

  it('checks that all is right', async () => {
    const { code, output } = await stanch(['check']);
    expect(output).not.toContain('WRONG');
    expect(code).toBe(0);
    for (const what of ['configuration', 'database', 'migrations', 'order of cards', 'mail'])
      expect(output).toContain(what);
  });

  it('says when the mail server does not answer, and when it does', async () => {
    const mails = await CaughtMails.start();
    const good = await stanch(['check'], { environment: { SMTP_URL: mails.url } });
    expect({ code: good.code, output: good.output }).toMatchObject({ code: 0 });
    await mails.close();
    const bad = await stanch(['check'], { environment: { SMTP_URL: mails.url } });
    expect(bad.code).toBe(1);
    expect(bad.output).toMatch(/WRONG\s+mail/);
  });

  it('names a broken configuration', async () => {
    const { code, errors } = await stanch(['check'], { environment: { PORT: 'eighty' } });
    expect(code).toBe(1);
    expect(errors).toContain('PORT');
  });

  it('finds and mends an order in which two cards share one place', async () => {
    const cards = [await raise(world.it.agent), await raise(world.it.agent), await raise(world.it.agent)];
    const before = (await readOrder(world.it.agent, world.boardId)).get(cards[0]?.stage.id ?? '') ?? [];
    const database = new Database(server.databaseFile);
    database.exec('DROP INDEX pain_point_place');
    database.prepare('UPDATE pain_point SET rank = ? WHERE id = ?').run(cards[0]?.rank, cards[1]?.id);
    database.close();
    const found = await stanch(['check']);
    expect(found.code).toBe(1);
    expect(found.output).toMatch(/WRONG\s+order of cards: .*share one place/);
    const mended = await stanch(['check', '--repair']);
    expect(mended.output).toContain('mended');
    expect((await stanch(['check'])).code).toBe(0);
    const after = (await readOrder(world.it.agent, world.boardId)).get(cards[0]?.stage.id ?? '') ?? [];
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    expect(new Set(after.map(({ rank }) => rank)).size).toBe(after.length);
  });

  it('imports on a machine where nothing is yet but one person of IT', async () => {
    const fresh = freshFolder();
    const run = async (...args: string[]) =>
      runBuilt('operator/stanch.js', args, testEnvironment(0, fresh.path), { cwd: fresh.path });
    writeFileSync(join(fresh.path, 'pains.csv'), 'Name,Pain\nSara,The scanner jams\n');
    const early = await run('import', 'pains.csv');
    expect({ code: early.code, lines: early.errors.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(early.errors).toContain('create-person');
    await run('create-person', '--email', 'ivo@example.com', '--name', 'Ivo', '--role', 'IT');
    expect((await run('import', 'pains.csv')).output).toContain('Imported: 1 pain point');
    fresh.remove();
  });

  it('makes a first person where nothing is yet, and all that clients need with them', async () => {
    const fresh = await ServerProcess.start();
    const run = async (args: string[], input = '') =>
      runBuilt('operator/stanch.js', args, testEnvironment(0, fresh.folder), { cwd: fresh.folder, input });
    const create = (email: string, ...more: string[]) => ['create-person', '--email', email, '--name', 'Lea', ...more];

    const refused = await run(create('nonsense', '--role', 'LEAD'));
    expect({ code: refused.code, output: refused.output }).toEqual({ code: 1, output: '' });
    expect(await new Agent(fresh.url).ask('{ setup { needed } }')).toEqual({ setup: { needed: true } });

    const lea = await run(create('lea@example.com', '--role', 'LEAD', '--password-stdin'), `${PASSWORD}\n`);
    expect(lea.output).toContain('There was no workspace yet');
    expect(await new Agent(fresh.url).ask('{ setup { needed } }')).toEqual({ setup: { needed: false } });
    const agent = await signIn(fresh.url, 'lea@example.com', PASSWORD);
    const { board } = await agent.ask<{ board: { stages: { category: string }[] } }>(
      '{ board { stages { category } } }',
    );
    const categories = ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED'];
    expect(board.stages.map(({ category }) => category)).toEqual(categories);
    expect((await raise(agent)).key).toBe('P-1');

    const second = await run(create('ivo@example.com', '--role', 'IT'));
    expect(second.output).not.toContain('workspace');
    await fresh.stop();
  });

  it('says in one sentence, and no more, that it cannot work', async () => {
    const fresh = freshFolder();
    writeFileSync(join(fresh.path, 'stanch.db'), 'This is a letter to my grandmother.'.repeat(100));
    const args = ['create-token', '--email', 'lea@example.com', '--name', 'x'];
    const { code, errors } = await runBuilt('operator/stanch.js', args, testEnvironment(0, fresh.path), {
      cwd: fresh.path,
    });
    expect({ code, lines: errors.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(errors).toContain('not a SQLite database');
    fresh.remove();
  });

  it('says that a database is not there yet', async () => {
    const fresh = freshFolder();
    const { code, output } = await runBuilt('operator/stanch.js', ['check'], testEnvironment(0, fresh.path), {
      cwd: fresh.path,
    });
    expect(output).toContain('not there yet');
    expect(code).toBe(0);
    fresh.remove();
  });
});
