import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { acts, eventually, outbox, unread } from './hearing.js';

/** Mails of moves and promises wait a short while; whatever the card does meanwhile, its sponsors hear of once. */
describe('moves and promises of one card within the window', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '3' });
    world = await startWorld(server.url);
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  const go = (id: string, category: 'BLEEDING' | 'PLANNED' | 'TREATING') =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const toSara = (key: string) =>
    mails.to(world.sponsor.email).filter(({ subject }) => subject?.startsWith(`[${key}]`));

  it('become one mail of the net change, and none when the card is back', async () => {
    const onward = await raise(world.sponsor.agent, {});
    const back = await raise(world.sponsor.agent, {});
    const last = await raise(world.sponsor.agent, {});
    await go(onward.id, 'PLANNED');
    await go(back.id, 'PLANNED');
    await eventually(
      () => unread(world.sponsor.agent),
      (lines) => lines.length === 2,
    );
    await go(onward.id, 'TREATING');
    await go(back.id, 'BLEEDING');
    // Begun last, so its mail goes out last.
    await go(last.id, 'PLANNED');
    await eventually(
      async () => toSara(last.key),
      (found) => found.length === 1,
    );
    expect(toSara(back.key)).toEqual([]);
    const [mail] = toSara(onward.key);
    expect(toSara(onward.key)).toHaveLength(1);
    // The net change: from where it began to where it stands, whatever lay between.
    expect(mail?.text).toMatch(/from\W+Bleeding\W+to\W+Treating/);
    const lines = await unread(world.sponsor.agent);
    expect(lines.map(({ painPoint }) => painPoint?.key).sort()).toEqual([onward.key, last.key].sort());
    expect(await outbox(world.lead.agent, ['WAITING', 'FAILED'])).toEqual([]);
  }, 30_000);

  it('become one mail of the last date, and none when a promise was a slip; what was mailed is told to be one', async () => {
    const before = (await unread(world.sponsor.agent)).length;
    const [slip, moved] = [await raise(world.sponsor.agent, {}), await raise(world.sponsor.agent, {})];
    const lines = (count: number) =>
      eventually(
        () => unread(world.sponsor.agent),
        (found) => found.length === before + count,
      );
    const mailed = (key: string, count: number) =>
      eventually(
        async () => toSara(key),
        (found) => found.length === count,
      );
    await acts.promise(world.it.agent, slip.id, '2062-12-14');
    await lines(1);
    await acts.withdraw(world.it.agent, slip.id);
    await lines(0);
    await acts.promise(world.it.agent, slip.id, '2062-12-15');
    await acts.promise(world.it.agent, moved.id, '2062-12-15');
    await acts.promise(world.it.agent, moved.id, '2062-12-18', 'The supplier is late.');
    const [last] = await mailed(moved.key, 1);
    expect(last?.text).toMatch(/moves to Monday, 18 December 2062[\s\S]*15 December 2062/);
    const [kept] = await mailed(slip.key, 1);
    expect(kept?.text).toMatch(/will be fixed by Friday, 15 December 2062/);
    expect(toSara(moved.key)).toHaveLength(1);
    await acts.withdraw(world.it.agent, slip.id);
    expect((await mailed(slip.key, 2))[1]?.text).toMatch(/Friday, 15 December 2062 was noted by mistake/);
    expect(await outbox(world.lead.agent, ['WAITING', 'FAILED'])).toEqual([]);
  }, 30_000);

  it('show in the bell at once, while the mail waits', async () => {
    const bell = world.sponsor.agent.listen<{ notificationReceived: { text: string } }>(
      'subscription { notificationReceived { text } }',
    );
    await bell.begun;
    const { id, key } = await raise(world.sponsor.agent, {});
    await go(id, 'PLANNED');
    expect((await bell.next(2_000)).notificationReceived.text).not.toBe('');
    expect(toSara(key)).toEqual([]);
    bell.stop();
    await eventually(
      async () => toSara(key),
      (found) => found.length === 1,
    );
  }, 30_000);
});

describe('a promise that was a slip', () => {
  it('is told to nobody by a server that is killed and comes back meanwhile', async () => {
    const mails = await CaughtMails.start();
    const server = await ServerProcess.start({ SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '600' });
    const world = await startWorld(server.url);
    const { id } = await raise(world.sponsor.agent, {});
    const toSara = async () =>
      (await outbox(world.lead.agent)).filter(({ address }) => address === world.sponsor.email);
    await acts.promise(world.it.agent, id, '2062-12-14');
    await server.kill();
    await server.start();
    await eventually(toSara, (waiting) => waiting.length === 1);
    await acts.withdraw(world.it.agent, id);
    await server.kill();
    await server.start();
    await eventually(toSara, (waiting) => waiting.length === 0);
    expect(await unread(world.sponsor.agent)).toEqual([]);
    expect(mails.to(world.sponsor.email)).toEqual([]);
    await world.leave();
    await server.stop();
    await mails.close();
  }, 60_000);
});
