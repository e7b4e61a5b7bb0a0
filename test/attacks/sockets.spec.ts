import { once } from 'node:events';
import { WebSocket } from 'ws';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { signIn, startWorld, type World, PASSWORD } from '../support/world.js';

const BOARD_CHANGED = `subscription ($id: ID!) { boardChanged(boardId: $id) { revision painPoint { id } } }`;
const INIT = '{"type":"connection_init"}';

describe('the socket', () => {
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

  /** Opens a raw socket, says these lines, and collects what comes until it closes or a second has passed. */
  async function talk(protocols: string[], lines: string[], headers: Record<string, string> = {}) {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, protocols, { headers });
    const heard: string[] = [];
    socket.on('message', (data: Buffer) => heard.push(data.toString()));
    socket.on('error', () => undefined);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await Promise.race([once(socket, 'open').catch(() => undefined), closed]);
    for (const line of lines) {
      if (socket.readyState !== WebSocket.OPEN) break;
      socket.send(line);
      if (line === INIT) await Promise.race([once(socket, 'message'), closed]);
    }
    const late = new Promise<'open'>((resolve) => setTimeout(() => resolve('open'), 1000));
    const end = await Promise.race([closed, late]);
    const protocol = socket.protocol;
    socket.terminate();
    return { end, heard, protocol };
  }

  const subscribe = (id: string) =>
    JSON.stringify({ id: '1', type: 'subscribe', payload: { query: BOARD_CHANGED, variables: { id } } });

  it('does not speak the legacy graphql-ws protocol, which skips the sign-in', async () => {
    const start = JSON.stringify({ id: '1', type: 'start', payload: { query: '{ me { id } }' } });
    const { end, heard } = await talk(['graphql-ws'], [start], world.lead.agent.credentials());
    expect(end).not.toBe('open');
    expect(heard.join('')).not.toContain(world.lead.id);
  });

  it('does not answer before connection_init', async () => {
    const { end, heard } = await talk(
      ['graphql-transport-ws'],
      [subscribe(world.boardId)],
      world.lead.agent.credentials(),
    );
    expect(end).toBe(4401);
    expect(heard).toEqual([]);
  });

  it('lets nobody listen who is not signed in', async () => {
    const listening = world.anyone.listen(BOARD_CHANGED, { id: world.boardId });
    expect(await listening.end()).toBeDefined();
    await raise(world.it.agent);
    expect(listening.arrived).toEqual([]);
    await world.anyone.leave();
  });

  it('knows nobody by a made-up token', async () => {
    const headers = { authorization: 'Bearer stanch_made_up_by_somebody' };
    const { end, heard } = await talk(['graphql-transport-ws'], [INIT, subscribe(world.boardId)], headers);
    await raise(world.it.agent);
    expect(heard.join('')).not.toContain('revision');
    if (end === 'open') expect(heard.join('')).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
  });

  it('limits queries as HTTP does', async () => {
    const nested = `{ painPoints { nodes { ${'tasks { painPoints { '.repeat(12)} id ${' } }'.repeat(12)} } } }`;
    const ask = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: nested } });
    const { heard } = await talk(['graphql-transport-ws'], [INIT, ask], world.lead.agent.credentials());
    expect(heard.join('')).toContain('nested deeper');
    expect(heard.join('')).not.toContain('"nodes"');
  });

  it('takes no message that is larger than a request may be, from a stranger or anyone', async () => {
    const large = JSON.stringify({ type: 'connection_init', payload: { x: 'x'.repeat(2_000_000) } });
    const { end, heard } = await talk(['graphql-transport-ws'], [large], world.lead.agent.credentials());
    expect({ end, heard }).toEqual({ end: 1009, heard: [] });
  });

  it('is opened at one place only, and leaves nobody hanging who tries another', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql-admin`, ['graphql-transport-ws']);
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('404');
  });

  it('asks as who opened it, for queries and changes too', async () => {
    const query = 'mutation { addBusinessUnit(name: "Mine") { id } }';
    const ask = JSON.stringify({ id: '1', type: 'subscribe', payload: { query } });
    for (const agent of [world.anyone, world.viewer.agent]) {
      const { heard } = await talk(['graphql-transport-ws'], [INIT, ask], agent.credentials());
      expect(heard.join('')).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    }
  });

  it('is closed to a page of another site that borrows the cookie of a person', async () => {
    const headers = { ...world.lead.agent.credentials(), origin: 'https://evil.example' };
    const { heard } = await talk(['graphql-transport-ws'], [INIT, subscribe(world.boardId)], headers);
    await raise(world.it.agent);
    expect(heard.join('')).not.toContain('revision');
    expect(heard.join('')).toContain('UNAUTHENTICATED');
  });

  it('tells nothing more to somebody who has signed out', async () => {
    const agent = await signIn(server.url, world.viewer.email, PASSWORD);
    const listening = agent.listen(BOARD_CHANGED, { id: world.boardId });
    await listening.begun;
    const { id } = await raise(world.it.agent);
    await listening.next();
    const other = world.lead.agent.listen(BOARD_CHANGED, { id: world.boardId });
    await other.begun;
    await agent.ask('mutation { signOut }');
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    await other.next();
    expect(await listening.end()).toBeDefined();
    expect(listening.arrived.length).toBe(1);
    await agent.leave();
  });
});
