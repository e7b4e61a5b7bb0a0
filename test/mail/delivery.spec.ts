import { move, raise } from '../support/builders.js';
import { type Behaviour, CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { eventually, outbox, type OutboxMail } from './hearing.js';

/** A mail server that misbehaves in every way that real ones do. */
describe('handing mails over', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
  }, 60_000);

  afterEach(() => {
    mails.always = 'accept';
  });

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  /** Causes one mail to the sponsor; gives the key it is about. */
  async function tellSara(): Promise<string> {
    const { id, key } = await raise(world.sponsor.agent, {});
    await move(world.it.agent, { id, toStageId: world.stage('TREATING') });
    return key;
  }

  async function mailAbout(key: string, so: (mail: OutboxMail) => boolean): Promise<OutboxMail> {
    const ofKey = (all: OutboxMail[]) =>
      all.find(({ subject, address }) => subject.startsWith(`[${key}]`) && address === world.sponsor.email);
    const found = await eventually(
      async () => ofKey(await outbox(world.lead.agent)),
      (mail) => mail !== undefined && so(mail),
    );
    return found as OutboxMail;
  }

  const arrived = (key: string) =>
    mails.to(world.sponsor.email).filter(({ subject }) => subject?.startsWith(`[${key}]`));
  const sendAgain = (id: string) =>
    world.lead.agent.ask('mutation ($id: ID!) { sendMailAgain(id: $id) { id state } }', { id });

  it.each<[string, Behaviour, RegExp]>([
    ['greylists (451)', { code: 451, text: '4.7.1 Greylisted, come back later' }, /451|greylisted/i],
    ['closes for a while (421)', { code: 421, text: '4.3.2 Shutting down' }, /421|shutting down/i],
    ['cuts the connection', 'cut', /./],
  ])('waits and keeps the reason when the server %s, then delivers once', async (_how, behaviour, reason) => {
    mails.always = behaviour;
    const key = await tellSara();
    const tried = await mailAbout(key, ({ attempts, state }) => attempts === 1 && state === 'WAITING');
    expect(tried.lastError).toMatch(reason);
    const pause = Date.parse(tried.nextAttemptAt ?? '') - Date.now();
    expect(pause).toBeGreaterThan(5_000);
    expect(pause).toBeLessThan(120_000);
    mails.always = 'accept';
    await sendAgain(tried.id);
    await mailAbout(key, ({ state }) => state === 'SENT');
    expect(arrived(key)).toHaveLength(1);
  });

  it('gives up on a permanent refusal, shows the reason, and sends again when a lead says so', async () => {
    mails.always = { code: 550, text: '5.1.1 No such mailbox here' };
    const key = await tellSara();
    const failed = await mailAbout(key, ({ state }) => state === 'FAILED');
    expect(failed.lastError).toMatch(/no such mailbox here/i);
    expect(failed.nextAttemptAt).toBeNull();
    expect(failed.html).toContain(key);
    expect(failed.text).toContain(key);
    mails.always = 'accept';
    await sendAgain(failed.id);
    await mailAbout(key, ({ state, lastError }) => state === 'SENT' && lastError === null);
    expect(arrived(key)).toHaveLength(1);
    const { code } = await world.it.agent.answer('mutation ($id: ID!) { sendMailAgain(id: $id) { id } }', {
      id: failed.id,
    });
    expect(code).toBe('FORBIDDEN');
    expect((await world.it.agent.answer('{ outbox { totalCount } }')).code).toBe('FORBIDDEN');
  });

  it('answers the API as ever while the mail server takes its time', async () => {
    mails.always = { waitMs: 3_000 };
    const key = await tellSara();
    await mailAbout(key, ({ state }) => state === 'SENDING');
    const start = Date.now();
    for (let i = 0; i < 20; i += 1) await world.sponsor.agent.ask('{ board { id } }');
    expect(Date.now() - start).toBeLessThan(2_000);
    await mailAbout(key, ({ state }) => state === 'SENT');
  });

  it('survives a kill -9 in the middle of the conversation: the same mail again, by its Message-ID', async () => {
    const before = mails.attempts;
    mails.always = { waitMs: 2_000 };
    const key = await tellSara();
    await mailAbout(key, ({ state }) => state === 'SENDING');
    // Two leads hear that it was raised, and then Sara that it is treated: hers is the third conversation.
    await eventually(
      async () => mails.attempts,
      (count) => count === before + 3,
    );
    await server.kill();
    // The server had all of it and keeps it, but nobody heard its 250.
    await eventually(
      async () => arrived(key),
      (found) => found.length > 0,
    );
    mails.always = 'accept';
    await server.start();
    await mailAbout(key, ({ state }) => state === 'SENT');
    const both = arrived(key).map(({ messageId }) => messageId);
    expect(both.length).toBeGreaterThanOrEqual(2);
    expect(new Set(both).size).toBe(1);
  }, 40_000);

  it('ends cleanly: the mail in flight is finished, none is lost', async () => {
    mails.always = { waitMs: 1_000 };
    const key = await tellSara();
    await mailAbout(key, ({ state }) => state === 'SENDING');
    expect(await server.terminate()).toBe(0);
    mails.always = 'accept';
    await server.start();
    await mailAbout(key, ({ state }) => state === 'SENT');
    expect(arrived(key)).toHaveLength(1);
  }, 40_000);
});

describe('without a mail server', () => {
  let server: ServerProcess;
  let world: World;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
  });

  it('mails wait in the outbox, where a lead reads each as its reader would', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'The printer <b>prints</b> nothing' });
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    const waiting = await eventually(
      () => outbox(world.lead.agent, ['WAITING']),
      (found) => found.some(({ address }) => address === world.sponsor.email),
    );
    const mail = waiting.find(({ address }) => address === world.sponsor.email);
    expect(mail).toMatchObject({ attempts: 0, sentAt: null, lastError: null });
    expect(mail?.subject).toMatch(new RegExp(`^\\[${key}\\] `));
    expect(mail?.text).toContain('The printer <b>prints</b> nothing');
    expect(mail?.html).toContain('The printer &lt;b&gt;prints&lt;/b&gt; nothing');
  });
});

describe('with a mail server that is down', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    await mails.close();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  it('mails wait with the reason, and arrive once it is back', async () => {
    const { id, key } = await raise(world.sponsor.agent, {});
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    const toSara = async () => (await outbox(world.lead.agent)).find(({ address }) => address === world.sponsor.email);
    const waiting = await eventually(toSara, (mail) => mail?.state === 'WAITING' && mail.lastError !== null);
    expect(waiting?.lastError).not.toBe('');
    await mails.open();
    await world.lead.agent.ask('mutation ($id: ID!) { sendMailAgain(id: $id) { id } }', { id: waiting?.id });
    await eventually(toSara, (mail) => mail?.state === 'SENT');
    expect(mails.to(world.sponsor.email).map(({ subject }) => subject)).toEqual([expect.stringContaining(`[${key}]`)]);
  });
});
