import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { eventually, outbox, unread } from './hearing.js';

/** Mails of moves wait a short while; whatever the card does meanwhile, its sponsors hear of once. */
describe('moves of one card within the window', () => {
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
