import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

interface Listed {
  id: string;
  subject: string;
  state: string;
  address: string;
}
interface Page {
  outbox: { totalCount: number; nodes: Listed[]; counts: { state: string; count: number }[] };
}

describe('looking for mails, and sending again what was given up', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
  });
  afterEach(() => {
    mails.always = 'accept';
  });
  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  const tell = async (title: string, sponsor = world.sponsor) => {
    const { id, key } = await raise(sponsor.agent, { title });
    await move(world.it.agent, { id, toStageId: world.stage('TREATING') });
    return key;
  };
  const find = async (text: string | null, states?: string[]) =>
    (
      await world.lead.agent.ask<Page>(
        `query ($text: String, $states: [MailState!]) { outbox(text: $text, states: $states, first: 200) {
          totalCount nodes { id subject state address } counts { state count } } }`,
        { text, states },
      )
    ).outbox;
  const until = async (so: () => Promise<boolean>) => {
    const end = Date.now() + 10_000;
    while (!(await so())) {
      if (Date.now() > end) throw new Error('It did not come about within 10 s.');
      await new Promise((done) => setTimeout(done, 20));
    }
  };

  const nothingWaits = () => until(async () => (await find(null, ['WAITING', 'SENDING'])).totalCount === 0);

  it('finds mails by reader, address, key and words, whatever the capitals; the counts are of what was found', async () => {
    const key = await tell('The umbrella stand is missing');
    await tell('The lamp flickers', world.otherSponsor);
    await until(async () => (await find(key)).nodes.some(({ address }) => address === world.sponsor.email));
    for (const text of [key, 'UMBRELLA', ' umbrella stand ']) {
      const found = await find(text);
      expect(found.nodes.every(({ subject }) => subject.startsWith(`[${key}]`))).toBe(true);
      expect(found.counts.reduce((sum, { count }) => sum + count, 0)).toBe(found.totalCount);
      expect(found.totalCount).toBe(found.nodes.length);
    }
    for (const text of [world.otherSponsor.name, world.otherSponsor.email.toUpperCase()]) {
      await until(async () => (await find(text)).totalCount > 0);
      expect((await find(text)).nodes.every(({ address }) => address === world.otherSponsor.email)).toBe(true);
    }
    expect((await find('100% nowhere_')).totalCount).toBe(0);
    expect((await find('  ')).totalCount).toBe((await find(null)).totalCount);
  });

  it('gives one mail by its id, and says so when there is none', async () => {
    const [listed] = (await find(null)).nodes;
    const one = `query ($id: ID!) { mail(id: $id) { id subject html text } }`;
    const { mail } = await world.lead.agent.ask<{ mail: Listed & { html: string } }>(one, { id: listed?.id });
    expect(mail).toMatchObject({ id: listed?.id, subject: listed?.subject });
    expect(mail.html).toContain('<html');
    expect((await world.lead.agent.answer(one, { id: 'no-such-mail' })).code).toBe('NOT_FOUND');
  });

  it('sends all that was given up again, to the addresses of now, and nothing else', async () => {
    // What waits from before would go with these, as one mail.
    await nothingWaits();
    mails.always = { code: 550, text: '5.1.1 No such mailbox' };
    const keys = [await tell('The mouse is loud'), await tell('The chair squeaks')];
    const ofSara = (nodes: Listed[]) =>
      nodes.filter(
        ({ address, subject }) => address === world.sponsor.email && keys.some((key) => subject.includes(key)),
      );
    await until(async () => ofSara((await find(null, ['FAILED'])).nodes).length === 2);
    await nothingWaits();
    mails.always = 'accept';
    const sent = (await find(null, ['SENT'])).totalCount;
    const failed = (await find(null, ['FAILED'])).totalCount;
    await world.admin.agent.ask(`mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }`, {
      input: { id: world.sponsor.id, email: 'sara.new@example.com' },
    });
    const again = await world.lead.agent.ask<{ sendFailedMailsAgain: number }>(`mutation { sendFailedMailsAgain }`);
    expect(again.sendFailedMailsAgain).toBe(failed);
    await until(async () => (await find(null, ['SENT'])).totalCount === sent + failed);
    const subjects = mails.to('sara.new@example.com').map(({ subject }) => subject ?? '');
    for (const key of keys) expect(subjects.filter((subject) => subject.startsWith(`[${key}]`))).toHaveLength(1);
    expect(await world.lead.agent.ask<{ sendFailedMailsAgain: number }>(`mutation { sendFailedMailsAgain }`)).toEqual({
      sendFailedMailsAgain: 0,
    });
  });
});
