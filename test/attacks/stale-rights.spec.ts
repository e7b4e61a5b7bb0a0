import { eventually } from '../mail/hearing.js';
import { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { signIn, startWorld, PASSWORD, type World } from '../support/world.js';

describe('rights that were taken away', () => {
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

  const ME = '{ me { id role } }';
  const setRole = async (id: string, role: string) =>
    world.lead.agent.ask(`mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }`, {
      input: { id, role },
    });

  it('a revoked token opens nothing', async () => {
    const { createApiToken } = await world.it.agent.ask<{
      createApiToken: { secret: string; apiToken: { id: string } };
    }>('mutation { createApiToken(name: "script") { secret apiToken { id } } }');
    const script = new Agent(server.url, createApiToken.secret);
    const { me } = await script.ask<{ me: { id: string } }>(ME);
    expect(me.id).toBe(world.it.id);
    await world.it.agent.ask('mutation ($id: ID!) { revokeApiToken(id: $id) }', { id: createApiToken.apiToken.id });
    const answer = await script.answer<{ me: null }>(ME);
    expect(answer.data?.me ?? null).toBeNull();
    expect((await script.answer('{ board { id } }')).code).toBe('UNAUTHENTICATED');
  });

  it('nobody revokes the token of somebody else', async () => {
    const { createApiToken } = await world.lead.agent.ask<{
      createApiToken: { secret: string; apiToken: { id: string } };
    }>('mutation { createApiToken(name: "mine") { secret apiToken { id } } }');
    await world.it.agent.answer('mutation ($id: ID!) { revokeApiToken(id: $id) }', { id: createApiToken.apiToken.id });
    const { me } = await new Agent(server.url, createApiToken.secret).ask<{ me: { id: string } }>(ME);
    expect(me.id).toBe(world.lead.id);
  });

  it('a lowered role counts from the next request, for session and token', async () => {
    const member = await world.join('Lowered Person', 'IT');
    const { createApiToken } = await member.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "script") { secret } }',
    );
    const script = new Agent(server.url, createApiToken.secret);
    const { id } = await raise(member.agent);
    await move(script, { id, toStageId: world.stage('PLANNED') });
    await setRole(member.id, 'SPONSOR');
    for (const agent of [member.agent, script]) {
      await expect(move(agent, { id, toStageId: world.stage('TREATING') })).rejects.toThrow('FORBIDDEN');
    }
  });

  it('a lowered role counts for what an open subscription tells', async () => {
    const member = await world.join('Listening Person', 'IT');
    const { id } = await raise(world.it.agent, { raiserId: world.sponsor.id });
    const listening = member.agent.listen<{ boardChanged: { painPoint: { comments: { text: string }[] } | null } }>(
      `subscription ($id: ID!) { boardChanged(boardId: $id) { painPoint { id comments { text } } } }`,
      { id: world.boardId },
    );
    await listening.begun;
    await world.it.agent.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { painPointId: id, text: 'The director is to blame.', visibility: 'INTERNAL' },
    });
    await listening.next();
    await setRole(member.id, 'SPONSOR');
    const before = listening.arrived.length;
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    await eventually(
      async () => listening.ended !== undefined || listening.arrived.length > before,
      (heard) => heard,
    );
    expect(JSON.stringify(listening.arrived.slice(before))).not.toContain('director');
  });

  it('a changed password ends the sessions that knew the old one, but not the one that changed it', async () => {
    const member = await world.join('Careful Person', 'SPONSOR');
    const elsewhere = await signIn(server.url, member.email, PASSWORD);
    await member.agent.ask(
      'mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }',
      {
        current: PASSWORD,
        next: 'another long enough password',
      },
    );
    expect((await elsewhere.ask<{ me: unknown }>(ME)).me).toBeNull();
    await expect(signIn(server.url, member.email, PASSWORD)).rejects.toThrow();
  });

  it('a signed-out cookie opens nothing when it is sent again', async () => {
    const agent = await signIn(server.url, world.viewer.email, PASSWORD);
    const stolen = agent.credentials()['cookie'] ?? '';
    await agent.ask('mutation { signOut }');
    const answer = await world.anyone.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: stolen },
      body: JSON.stringify({ query: ME }),
    });
    expect(await answer.json()).toMatchObject({ data: { me: null } });
  });
});
