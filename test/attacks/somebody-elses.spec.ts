import { raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('what belongs to somebody else', () => {
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

  it('a sponsor cannot raise in the name of another', async () => {
    const { data, code } = await world.sponsor.agent.answer<{ raisePainPoint: { raiser: { id: string } } }>(
      `mutation ($input: RaisePainPointInput!) { raisePainPoint(input: $input) { id raiser { id } } }`,
      { input: { title: 'Said by Otto, says Sara', raiserId: world.otherSponsor.id } },
    );
    if (data?.raisePainPoint) expect(data.raisePainPoint.raiser.id).toBe(world.sponsor.id);
    else expect(code).toBe('FORBIDDEN');
  });

  it('the author of a comment is the one who wrote it, whatever the input says', async () => {
    const { id } = await raise(world.sponsor.agent);
    const forged = await world.sponsor.agent.answer(
      `mutation ($input: AddCommentInput!) { addComment(input: $input) { author { id } } }`,
      { input: { painPointId: id, text: 'Signed: the lead', visibility: 'SHARED', authorId: world.lead.id } },
    );
    expect(forged.code).toBe('BAD_USER_INPUT');
    const { addComment } = await world.sponsor.agent.ask<{ addComment: { author: { id: string } } }>(
      `mutation ($input: AddCommentInput!) { addComment(input: $input) { author { id } } }`,
      { input: { painPointId: id, text: 'Still waiting', visibility: 'SHARED' } },
    );
    expect(addComment.author.id).toBe(world.sponsor.id);
  });

  it('only a sponsor of the card says that it is fixed, never the one who worked on it', async () => {
    const { id } = await raise(world.sponsor.agent);
    await world.it.agent.ask('mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { revision } }', {
      input: { id, toStageId: world.stage('CHECKING') },
    });
    const confirm = 'mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id confirmed } }';
    for (const { agent } of [world.otherSponsor, world.it, world.lead]) {
      const { code, data } = await agent.answer(confirm, { input: { painPointId: id, fixed: true, rating: 5 } });
      expect({ code, data }).toMatchObject({ code: 'FORBIDDEN' });
    }
    const { painPoint } = await world.it.agent.ask<{ painPoint: { confirmed: boolean } }>(
      'query ($id: ID!) { painPoint(id: $id) { confirmed } }',
      { id },
    );
    expect(painPoint.confirmed).toBe(false);
  });

  it('a task is moved only within a pain point that it treats', async () => {
    const [first, second] = [await raise(world.it.agent), await raise(world.it.agent)];
    const { addTask } = await world.it.agent.ask<{ addTask: { id: string } }>(
      'mutation ($input: AddTaskInput!) { addTask(input: $input) { id } }',
      { input: { title: 'Look at the logs', painPointIds: [first.id] } },
    );
    const { code } = await world.it.agent.answer(
      'mutation ($input: MoveTaskInput!) { moveTask(input: $input) { id } }',
      {
        input: { id: addTask.id, painPointId: second.id },
      },
    );
    expect(['BAD_USER_INPUT', 'NOT_FOUND', 'CONFLICT']).toContain(code);
  });

  it('nobody marks the notifications of another as read', async () => {
    const { id } = await raise(world.sponsor.agent);
    await world.it.agent.ask('mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { revision } }', {
      input: { id, toStageId: world.stage('PLANNED') },
    });
    type Notifications = { notifications: { unreadCount: number; nodes: { id: string; readAt: string | null }[] } };
    const ask = async () =>
      world.sponsor.agent.ask<Notifications>('{ notifications { unreadCount nodes { id readAt } } }');
    const until = Date.now() + 5000;
    while ((await ask()).notifications.nodes.length === 0 && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [notice] = (await ask()).notifications.nodes;
    expect(notice).toBeDefined();
    await world.otherSponsor.agent.answer('mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }', {
      ids: [notice?.id],
    });
    expect((await ask()).notifications.nodes.find((node) => node.id === notice?.id)?.readAt).toBeNull();
  });

  it('a lead does not make somebody else more than they are themselves', async () => {
    const { code } = await world.lead.agent.answer(
      'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { role } }',
      {
        input: { id: world.lead.id, role: 'ADMIN' },
      },
    );
    expect(code).toBe('FORBIDDEN');
    const promoted = await world.it.agent.answer(
      'mutation ($input: AddPersonInput!) { addPerson(input: $input) { role } }',
      {
        input: { name: 'Eve', email: 'eve@example.com', role: 'LEAD', password: 'correct horse battery staple' },
      },
    );
    expect(promoted.code).toBe('FORBIDDEN');
  });

  it('a workspace that exists cannot be started again by a stranger, nor turned into the demo', async () => {
    const start = await world.anyone.answer(
      'mutation ($input: StartWorkspaceInput!) { startWorkspace(input: $input) { id } }',
      {
        input: {
          workspaceName: 'Mine',
          currency: 'EUR',
          hourlyCost: 1,
          timeZone: 'Europe/Berlin',
          locale: 'en-GB',
          name: 'Eve',
          email: 'eve@example.com',
          password: 'correct horse battery staple',
        },
      },
    );
    expect(['FORBIDDEN', 'CONFLICT']).toContain(start.code);
    expect(['FORBIDDEN', 'CONFLICT']).toContain((await world.anyone.answer('mutation { openDemo }')).code);
    const { code } = await world.anyone.answer('mutation { signInToDemo(as: LEAD) { id } }');
    expect(['FORBIDDEN', 'CONFLICT', 'NOT_FOUND']).toContain(code);
  });

  it('e-mail addresses of people are not for strangers, and no field gives a secret', async () => {
    expect((await world.anyone.answer('{ people { nodes { email } } }')).code).toBe('UNAUTHENTICATED');
    const { __schema } = await world.lead.agent.ask<{ __schema: { types: { fields: { name: string }[] | null }[] } }>(
      '{ __schema { types { fields { name } } } }',
    );
    const names = __schema.types.flatMap(({ fields }) => fields?.map(({ name }) => name) ?? []);
    expect(names.filter((name) => /password(?!.*Configured)|hash|sessionId|sessionToken/i.test(name))).toEqual([
      'changePassword',
    ]);
  });
});
