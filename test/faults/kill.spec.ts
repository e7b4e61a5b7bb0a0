import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

const ROUNDS = 6;
const CLIENTS = 6;

/** What the server said yes to. */
interface Acknowledged {
  raised: Set<string>;
  changes: Map<string, string>;
  comments: Set<string>;
}

interface Noticed {
  id: string;
  kind: string;
  painPoint: { id: string } | null;
}

async function everyNotification(agent: Agent): Promise<Noticed[]> {
  const all: Noticed[] = [];
  let after: string | null = null;
  do {
    const page: { notifications: { nodes: Noticed[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } =
      await agent.ask(
        `query ($after: String) {
          notifications(first: 100, after: $after) { nodes { id kind painPoint { id } } pageInfo { hasNextPage endCursor } }
        }`,
        { after },
      );
    all.push(...page.notifications.nodes);
    after = page.notifications.pageInfo.hasNextPage ? page.notifications.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

describe('a server that is killed at random moments under load', () => {
  let server: ServerProcess;
  let world: World;
  let mails: CaughtMails;
  const acknowledged: Acknowledged = { raised: new Set(), changes: new Map(), comments: new Set() };

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
    for (let round = 0; round < ROUNDS; round += 1) {
      let running = true;
      const load = Array.from({ length: CLIENTS }, async () => {
        while (running) await oneCard(world, acknowledged).catch(() => (running = false));
      });
      await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 700));
      await server.kill();
      running = false;
      await Promise.all(load);
      await server.start();
    }
  }, 120_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  it('was under load, or this says nothing', () => {
    expect(acknowledged.raised.size).toBeGreaterThan(ROUNDS * 5);
    expect(acknowledged.comments.size).toBeGreaterThan(ROUNDS * 2);
  });

  it('has lost nothing that it acknowledged', async () => {
    for (const id of acknowledged.raised) {
      const { painPoint } = await world.it.agent.ask<{
        painPoint: { history: { id: string }[]; comments: { id: string }[] };
      }>(`query ($id: ID!) { painPoint(id: $id) { history { id } comments { id } } }`, { id });
      const known = new Set([...painPoint.history, ...painPoint.comments].map((row) => row.id));
      for (const [change, painPointId] of acknowledged.changes) if (painPointId === id) expect(known).toContain(change);
    }
    const { painPoints } = await world.it.agent.ask<{ painPoints: { totalCount: number } }>(
      '{ painPoints(first: 1) { totalCount } }',
    );
    expect(painPoints.totalCount).toBeGreaterThanOrEqual(acknowledged.raised.size);
  }, 60_000);

  it('has told the sponsor of every shared comment, and of none that does not exist', async () => {
    const { painPoints } = await world.sponsor.agent.ask<{
      painPoints: { nodes: { id: string; comments: { id: string }[] }[] };
    }>('{ painPoints(first: 500) { nodes { id comments { id } } } }');
    const stored = new Map(painPoints.nodes.map(({ id, comments }) => [id, comments.length]));
    const wanted = [...stored.values()].reduce((sum, count) => sum + count, 0);
    const commentNotices = async () =>
      (await everyNotification(world.sponsor.agent)).filter(({ kind }) => /comment/i.test(kind));
    const until = Date.now() + 30_000;
    while ((await commentNotices()).length < wanted && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const told = new Map<string, number>();
    for (const { painPoint } of await commentNotices()) {
      if (painPoint) told.set(painPoint.id, (told.get(painPoint.id) ?? 0) + 1);
    }
    const withComments = [...stored].filter(([, count]) => count > 0);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(withComments));
  }, 60_000);

  it('has handed each mail to the mail server, the same one again only under the same Message-ID', async () => {
    const waiting = async () => {
      const { outbox } = await world.lead.agent.ask<{ outbox: { totalCount: number } }>(
        '{ outbox(states: [WAITING, SENDING]) { totalCount } }',
      );
      return outbox.totalCount;
    };
    const until = Date.now() + 60_000;
    while ((await waiting()) > 0 && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 200));
    const { outbox } = await world.lead.agent.ask<{ outbox: { counts: { state: string; count: number }[] } }>(
      '{ outbox { counts { state count } } }',
    );
    const count = (state: string) => outbox.counts.find((row) => row.state === state)?.count ?? 0;
    expect({ waiting: count('WAITING') + count('SENDING'), failed: count('FAILED') }).toEqual({
      waiting: 0,
      failed: 0,
    });
    const distinct = new Set(mails.mails.map(({ messageId }) => messageId));
    expect(distinct.size).toBe(count('SENT'));
  }, 90_000);
});

/** The life of one card as far as it gets before the lights go out; what is answered is written down. */
async function oneCard(world: World, acknowledged: Acknowledged): Promise<void> {
  const { id } = await raise(world.it.agent, { raiserId: world.sponsor.id });
  acknowledged.raised.add(id);
  const { changeId } = await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
  acknowledged.changes.set(changeId, id);
  const { addComment } = await world.it.agent.ask<{ addComment: { id: string } }>(
    `mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`,
    { input: { painPointId: id, text: 'We look at it on Tuesday.', visibility: 'SHARED' } },
  );
  acknowledged.comments.add(addComment.id);
  acknowledged.changes.set(addComment.id, id);
}
