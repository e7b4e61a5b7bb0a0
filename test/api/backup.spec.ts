import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { raise, readOrder } from '../support/builders.js';
import { runBuilt } from '../support/run-command.js';
import { ServerProcess, testEnvironment } from '../support/server-process.js';
import { PASSWORD, signIn, startWorld, type World } from '../support/world.js';

describe('a backup', () => {
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

  const backup = async (file: string) =>
    runBuilt('operator/stanch.js', ['backup', file], testEnvironment(0, server.folder), {
      cwd: server.folder,
      input: '',
    });

  it('taken while people work holds all that was answered before, and a server starts on it', async () => {
    const place = { stageId: world.stage('BLEEDING'), raiserId: world.sponsor.id };
    const before = await raise(world.it.agent, { ...place, title: 'Before the backup' });
    const storm = Array.from({ length: 40 }, (_, at) => raise(world.it.agent, { ...place, title: `Meanwhile ${at}` }));
    const { code, output } = await backup('copy.db');
    await Promise.all(storm);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('copy.db') });

    const restored = await ServerProcess.start({ DATABASE_URL: `sqlite:${join(server.folder, 'copy.db')}` });
    const agent = await signIn(restored.url, world.it.email, PASSWORD);
    const cards = (await readOrder(agent, world.boardId)).get(place.stageId) ?? [];
    expect(cards.map(({ id }) => id)).toContain(before.id);
    await agent.leave();
    await restored.stop();
  });

  it('writes over nothing, and says what to do instead', async () => {
    writeFileSync(join(server.folder, 'mine.txt'), 'precious');
    for (const [file, says] of [
      ['mine.txt', /is there already/],
      ['nowhere/copy.db', /no folder/],
    ] as const) {
      const { code, errors } = await backup(file);
      expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(says) });
    }
    expect(existsSync(join(server.folder, 'nowhere'))).toBe(false);
  });
});
