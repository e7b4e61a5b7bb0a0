import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { instantAfter } from '@stanch/kernel';
import { SendWebhooks } from '@stanch/notifications';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { acts, unread } from './hearing.js';

interface Call {
  headers: IncomingHttpHeaders;
  body: string;
}

const HOUR = 3_600_000;
const ALL = ['RAISED', 'MOVED', 'PLANNED', 'LEFT', 'COMMITMENT', 'COMMENT', 'WIN', 'TASK_DONE'];

/** The whole app with a clock of its own, and a real HTTP server in the place of a chat. */
describe('a team is told by webhook', () => {
  let house: House;
  let world: World;
  let chat: Server;
  let calls: Call[];
  let answer: number;
  /** What happens while a message is being taken. */
  let held: () => Promise<unknown>;

  beforeAll(async () => {
    chat = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        calls.push({ headers: request.headers, body });
        void held().then(() => response.writeHead(answer, { Location: 'http://127.0.0.1:1/' }).end('as asked'));
      });
    });
    await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(async () => {
    calls = [];
    answer = 200;
    held = () => Promise.resolve();
    house = await House.open({ environment: { ALLOW_PRIVATE_WEBHOOKS: 'true', MAIL_WINDOW_SECONDS: '60' } });
    world = await startWorld(house.url);
  });
  afterEach(async () => {
    await world.leave();
    await house.close();
  });
  afterAll(() => new Promise((resolve) => chat.close(resolve)));

  const address = () => `http://127.0.0.1:${(chat.address() as AddressInfo).port}/hook`;
  const add = async (more: object = {}) => {
    const { data, errors } = await world.lead.agent.answer<{ addWebhook: { secret: string; webhook: { id: string } } }>(
      'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret webhook { id } } }',
      { input: { name: 'IT team', url: address(), template: 'JSON', events: ALL, ...more } },
    );
    return { id: data?.addWebhook.webhook.id ?? '', secret: data?.addWebhook.secret ?? '', errors };
  };
  const settled = async (later = 0) => {
    await house.settled();
    house.clock.set(instantAfter(house.clock.now(), later));
    await house.get(SendWebhooks).drain();
  };
  const texts = () => calls.map(({ body }) => (JSON.parse(body) as { text: string }).text);
  const log = async (webhookId: string) =>
    (
      await world.lead.agent.ask<{
        webhookDeliveries: { state: string; attempts: number; status: number | null; lastError: string | null }[];
      }>('query ($id: ID!) { webhookDeliveries(webhookId: $id) { state attempts status lastError } }', {
        id: webhookId,
      })
    ).webhookDeliveries;
  const webhook = async () =>
    (
      await world.lead.agent.ask<{ webhooks: { id: string; pausedAt: string | null; pauseReason: string | null }[] }>(
        '{ webhooks { id pausedAt pauseReason } }',
      )
    ).webhooks[0];
  const update = (input: object) =>
    world.lead.agent.ask('mutation ($input: UpdateWebhookInput!) { updateWebhook(input: $input) { id } }', { input });

  it('of what is shared, signed with a time, once; moves as their net change, and nothing internal', async () => {
    const { secret } = await add();
    const card = await raise(world.sponsor.agent, { title: 'The printer jams' });
    await acts.comment(world.it.agent, card.id, 'They must not read this', 'INTERNAL');
    await acts.comment(world.it.agent, card.id, 'We look at it', 'SHARED');
    for (const category of ['PLANNED', 'TREATING'] as const) {
      await move(world.it.agent, { id: card.id, toStageId: world.stage(category) });
    }
    const back = await raise(world.sponsor.agent, { title: 'There and back' });
    for (const category of ['PLANNED', 'BLEEDING'] as const) {
      await move(world.it.agent, { id: back.id, toStageId: world.stage(category) });
    }
    await settled();
    expect(texts()).toHaveLength(3);
    await settled(61_000);
    expect(texts()).toHaveLength(4);
    expect(texts().join()).not.toMatch(/must not read/);
    const { headers, body } = calls.at(-1) as Call;
    expect(JSON.parse(body)).toMatchObject({
      event: 'moved',
      painPoint: { key: card.key, title: 'The printer jams', category: 'TREATING' },
    });
    const [, seconds = '', hex] = /^t=(\d+),v1=([0-9a-f]{64})$/u.exec(headers['x-stanch-signature'] as string) ?? [];
    expect(hex).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(Number(seconds)).toBe(Math.floor(Date.parse(house.clock.now()) / 1_000));
    // Neither a start anew nor a second process tells it twice.
    await house.restart();
    await raise(world.sponsor.agent, { title: 'Once more' });
    await house.settled();
    const second = await house.another();
    await Promise.all([house.get(SendWebhooks).drain(), second.get(SendWebhooks).drain()]);
    await second.close();
    await settled(HOUR);
    expect(texts()).toHaveLength(5);
  });

  it('of a promise once its window has ended, and of no slip that it had not heard of', async () => {
    await add({ events: ['COMMITMENT'] });
    const [slip, moved] = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    await acts.promise(world.it.agent, slip.id, '2026-12-04');
    await acts.promise(world.it.agent, moved.id, '2026-12-04');
    await settled();
    await acts.promise(world.it.agent, moved.id, '2026-12-11', 'The supplier is late.');
    await acts.withdraw(world.it.agent, slip.id);
    await settled(61_000);
    await settled();
    expect(texts()).toEqual(['Promised date moved to Friday, 11 December 2026']);
    // A team that comes in between has heard of nothing to be taken back.
    await add({ name: 'Another team', events: ['COMMITMENT'] });
    await acts.withdraw(world.it.agent, moved.id);
    await settled(61_000);
    expect(texts().slice(1)).toEqual([
      'Ivo Itman takes the promise of Friday, 11 December 2026 back: it was noted by mistake',
    ]);
  });

  it('of a promise before the card is parked, since it stays on the record', async () => {
    await add({ events: ['COMMITMENT', 'LEFT'] });
    const { id } = await raise(world.sponsor.agent);
    await acts.promise(world.it.agent, id, '2026-12-04');
    await settled();
    expect(texts()).toEqual([]);
    await acts.close(world.lead.agent, id, 'PARKED', 'Too early.');
    await settled();
    expect(texts()).toEqual([expect.stringMatching(/4 December 2026/u), expect.stringMatching(/park/iu)]);
    await settled(61_000);
    expect(texts()).toHaveLength(2);
  });

  it('of both moves when the second comes while the first is being handed over, and of a merge by one message', async () => {
    await add({ events: ['MOVED', 'PLANNED', 'MERGED'] });
    const [card, into] = [
      await raise(world.sponsor.agent),
      await raise(world.sponsor.agent, { title: 'Goes on here' }),
    ];
    let whenCalled = (): Promise<unknown> => Promise.resolve();
    held = () => whenCalled();
    await move(world.it.agent, { id: card.id, toStageId: world.stage('PLANNED') });
    whenCalled = async () => {
      whenCalled = () => Promise.resolve();
      await move(world.it.agent, { id: card.id, toStageId: world.stage('TREATING') });
      await house.settled();
    };
    await settled(61_000);
    await settled(61_000);
    const events = () => calls.map(({ body }) => (JSON.parse(body) as { event: string }).event);
    expect(events()).toEqual(['planned', 'moved']);
    await acts.merge(world.it.agent, card.id, into.id);
    await settled(61_000);
    expect(events()).toEqual(['planned', 'moved', 'merged']);
    expect(house.rows('select 1 from outbox_delivery where done_at is null')).toEqual([]);
  });

  it('in the words of its chat, where what people typed calls nobody and marks nothing', async () => {
    const title = '<!channel> *bold* [link](http://evil.example) @here & more';
    for (const template of ['SLACK', 'MATTERMOST', 'TEAMS']) await add({ name: template, template });
    await raise(world.sponsor.agent, { title });
    await settled();
    const [slack = '', mattermost = '', teams = ''] = calls.map(({ body }) => body);
    expect(slack).toContain('&lt;!channel&gt;');
    expect(slack).not.toContain('<!channel>');
    expect(mattermost).not.toContain('[link](http');
    expect(mattermost).not.toContain('@here');
    expect(JSON.parse(teams)).toMatchObject({
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } }],
    });
    expect(teams).not.toContain('[link](http');
  });

  it('in the language of the workspace, since a channel has many readers', async () => {
    const { id } = await add();
    const german = 'mutation { updateWorkspace(input: { locale: "de-DE" }) { id } }';
    await world.lead.agent.ask(german);
    const { id: painPointId } = await raise(world.sponsor.agent, { title: 'Der Drucker klemmt' });
    await acts.promise(world.it.agent, painPointId, '2026-12-04');
    await settled(61_000);
    expect(texts()).toEqual([
      'Sara Sponsor meldet „Der Drucker klemmt“',
      'Ivo Itman sagt zu: behoben bis Freitag, 4. Dezember 2026',
    ]);
    const { webhookDeliveries } = await world.lead.agent.ask<{ webhookDeliveries: { text: string }[] }>(
      'query ($id: ID!) { webhookDeliveries(webhookId: $id) { text } }',
      { id },
    );
    expect(webhookDeliveries.map(({ text }) => text).toReversed()).toEqual(texts());
  });

  it('again after growing pauses; after ten failures in a row it is paused, a lead is told, and nothing is lost', async () => {
    const { id } = await add();
    answer = 500;
    await raise(world.sponsor.agent, { title: 'It waits' });
    await settled();
    expect(await log(id)).toEqual([
      { state: 'WAITING', attempts: 1, status: 500, lastError: expect.stringContaining('500') },
    ]);
    for (let time = 0; time < 12; time += 1) await settled(8 * HOUR);
    expect(calls).toHaveLength(10);
    expect((await webhook())?.pauseReason).toContain('500');
    expect((await unread(world.lead.agent)).filter(({ kind }) => kind === 'webhookPaused')).toHaveLength(1);
    answer = 200;
    await update({ id, paused: false });
    await settled(8 * HOUR);
    expect(await log(id)).toMatchObject([{ state: 'SENT', attempts: 11, status: 200, lastError: null }]);
  });

  it('never follows a redirection, and a lead can send a test that says how it went', async () => {
    const { id } = await add();
    const test = async () =>
      (
        await world.lead.agent.ask<{ testWebhook: { state: string; lastError: string | null } }>(
          'mutation ($id: ID!) { testWebhook(id: $id) { state lastError } }',
          { id },
        )
      ).testWebhook;
    expect(await test()).toEqual({ state: 'SENT', lastError: null });
    answer = 302;
    expect(await test()).toEqual({ state: 'FAILED', lastError: expect.stringContaining('302') });
    expect(await log(id)).toHaveLength(2);
    await world.lead.agent.ask('mutation ($id: ID!) { removeWebhook(id: $id) }', { id });
    expect(await webhook()).toBeUndefined();
  });

  it('only of what it chose, and not while a lead paused it', async () => {
    const { id } = await add({ events: ['WIN'] });
    const card = await raise(world.sponsor.agent);
    await update({ id, paused: true });
    await acts.win(world.it.agent, card.id, 'It prints');
    await settled(HOUR);
    expect(calls).toEqual([]);
    await update({ id, paused: false });
    await settled();
    expect(texts()).toEqual([expect.stringContaining('It prints')]);
  });

  it('at no address within a private network unless it is allowed, and at nothing that is no web address', async () => {
    const strict = await House.open({ at: MORNING });
    const other = await startWorld(strict.url);
    const tested = async (url: string) => {
      const { addWebhook } = await other.lead.agent.ask<{ addWebhook: { webhook: { id: string } } }>(
        'mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { webhook { id } } }',
        { input: { name: url, url, template: 'JSON', events: ['WIN'] } },
      );
      const { testWebhook } = await other.lead.agent.ask<{ testWebhook: { lastError: string | null } }>(
        'mutation ($id: ID!) { testWebhook(id: $id) { lastError } }',
        { id: addWebhook.webhook.id },
      );
      return testWebhook.lastError;
    };
    const { port } = chat.address() as AddressInfo;
    for (const host of [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0x7f.1',
      '2130706433',
      '169.254.169.254',
    ]) {
      expect([host, await tested(`http://${host}:${port}/`)]).toEqual([
        host,
        expect.stringContaining('private network'),
      ]);
    }
    expect(calls).toEqual([]);
    expect((await add({ url: 'ftp://example.com' })).errors[0]?.extensions?.field).toBe('url');
    expect((await add({ events: [] })).errors[0]?.extensions?.field).toBe('events');
    await other.leave();
    await strict.close();
  });
});
