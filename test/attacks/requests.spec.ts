import { raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { PASSWORD, signIn, startWorld, type World } from '../support/world.js';

describe('requests that no honest client sends', () => {
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

  const send = async (body: string, headers: Record<string, string>, method = 'POST') =>
    world.lead.agent.request('/graphql', { method, headers, body });
  const RAISE = JSON.stringify({ query: 'mutation { raisePainPoint(input: { title: "From another site" }) { id } }' });
  const painPointCount = async () =>
    (await world.lead.agent.ask<{ painPoints: { totalCount: number } }>('{ painPoints(first: 1) { totalCount } }'))
      .painPoints.totalCount;

  describe('from a page of another site', () => {
    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'a form of %s changes nothing',
      async (type) => {
        const before = await painPointCount();
        expect((await send(RAISE, { 'content-type': type })).status).toBeGreaterThanOrEqual(400);
        expect(await painPointCount()).toBe(before);
      },
    );

    it('a link changes nothing', async () => {
      const before = await painPointCount();
      const query = encodeURIComponent('mutation { raisePainPoint(input: { title: "By a link" }) { id } }');
      await world.lead.agent.request(`/graphql?query=${query}`, { headers: { 'apollo-require-preflight': '1' } });
      expect(await painPointCount()).toBe(before);
    });

    it('a script is refused, or not let in by CORS', async () => {
      const answer = await world.lead.agent.request('/graphql', {
        method: 'OPTIONS',
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    });

    it('the cookie is not sent along, and no script reads it', async () => {
      const answer = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }',
          variables: { email: world.viewer.email, password: PASSWORD },
        }),
      });
      const cookies = answer.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/HttpOnly/i);
        expect(cookie).toMatch(/SameSite=(Lax|Strict)/i);
      }
    });
  });

  describe('that are too large', () => {
    it('a query deeper than any screen needs is refused before it runs', async () => {
      const nested = 'tasks { painPoints { '.repeat(12) + 'id' + ' } }'.repeat(12);
      const { errors, data } = await world.lead.agent.answer(`{ painPoints { nodes { ${nested} } } }`);
      expect(errors.length).toBeGreaterThan(0);
      expect(data ?? null).toBeNull();
    });

    it('the same field a thousand times under other names is refused', async () => {
      const aliases = Array.from(
        { length: 1000 },
        (_, at) => `a${at}: board { stages { painPoints { nodes { id } } } }`,
      );
      const { errors, data } = await world.lead.agent.answer(`{ ${aliases.join(' ')} }`);
      expect(errors.length).toBeGreaterThan(0);
      expect(data ?? null).toBeNull();
    });

    it('a stranger guesses no hundred passwords in one request', async () => {
      const guesses = Array.from(
        { length: 100 },
        (_, at) => `a${at}: signIn(email: "${world.lead.email}", password: "guess ${at}") { id }`,
      );
      const { errors } = await world.anyone.answer(`mutation { ${guesses.join(' ')} }`);
      expect(errors.every(({ extensions }) => extensions?.code !== 'UNAUTHENTICATED' || errors.length < 100)).toBe(
        true,
      );
    });

    it('a batch of operations is not taken', async () => {
      const answer = await send(`[${RAISE},${RAISE}]`, { 'content-type': 'application/json' });
      expect(answer.status).toBe(400);
    });

    it('a body of many megabytes is refused', async () => {
      const answer = await send(JSON.stringify({ query: '{ me { id } }', padding: 'x'.repeat(8_000_000) }), {
        'content-type': 'application/json',
      });
      expect([400, 413]).toContain(answer.status);
    });

    it('a page of a million rows is cut or refused', async () => {
      const { errors, data } = await world.lead.agent.answer<{ painPoints: { nodes: unknown[] } }>(
        '{ painPoints(first: 1000000) { nodes { id } } }',
      );
      expect(errors.length > 0 || (data?.painPoints.nodes.length ?? 0) <= 10_000).toBe(true);
      const { code } = await world.lead.agent.answer('{ painPoints(first: -1) { nodes { id } } }');
      expect(code).toBe('BAD_USER_INPUT');
    });

    it('a title of a megabyte is refused with the field', async () => {
      const { code, errors } = await world.sponsor.agent.answer(
        'mutation ($input: RaisePainPointInput!) { raisePainPoint(input: $input) { id } }',
        { input: { title: 'x'.repeat(500_000) } },
      );
      expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field: 'title' });
    });
  });

  it('the schema is public, as the contract is, and tells a stranger names and nothing else', async () => {
    const { errors, data } = await world.anyone.answer(
      '{ __schema { types { name } } board { name } people { nodes { name } } }',
    );
    expect(data ?? null).toBeNull();
    expect(errors.every(({ extensions }) => extensions?.code === 'UNAUTHENTICATED')).toBe(true);
  });

  it('an error of ours shows no stack, no path and no SQL', async () => {
    const strange = ["' OR 1=1 --", '\u0000', '%', '🩹'.repeat(50), '{"$ne":null}', '../../etc/passwd'];
    for (const text of strange) {
      const { errors } = await world.lead.agent.answer(
        'query ($text: String!) { search(text: $text) { __typename } painPoints(filter: { text: $text }) { totalCount } }',
        { text },
      );
      expect(JSON.stringify(errors)).not.toMatch(/sqlite|select |node_modules|\/libs\/|at \w+ \(/i);
      const byId = await world.lead.agent.answer('query ($id: ID!) { painPoint(id: $id) { id } }', { id: text });
      expect(byId.code).toMatch(/NOT_FOUND|BAD_USER_INPUT/);
    }
  });

  it('what looks like a script is kept as text and sent as data', async () => {
    const title = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
    const { id } = await raise(world.sponsor.agent, { title });
    const answer = await world.it.agent.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query: 'query ($id: ID!) { painPoint(id: $id) { title } }', variables: { id } }),
    });
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toEqual({ data: { painPoint: { title } } });
  });

  it('a link of a task is a web address and nothing that runs', async () => {
    const { id } = await raise(world.it.agent);
    for (const url of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', ' JaVaScRiPt:alert(1)']) {
      const { code } = await world.it.agent.answer(
        'mutation ($input: AddTaskInput!) { addTask(input: $input) { id } }',
        {
          input: { title: 'Click me', painPointIds: [id], url },
        },
      );
      expect(code).toBe('BAD_USER_INPUT');
    }
  });

  it('the pages may not be framed, and run only scripts of this server', async () => {
    const answer = await fetch(server.url, { headers: { accept: 'text/html' } });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/frame-ancestors 'none'|frame-ancestors 'self'/);
    expect(policy).toMatch(/script-src[^;]*'self'/);
    expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe-inline');
  });

  it.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../../package.json',
  ])('no file outside the web app is served by %s', async (path) => {
    const text = await (await world.anyone.request(path)).text();
    expect(text).not.toContain('"dependencies"');
    expect(text).not.toContain('root:');
  });

  // The last one, since afterwards this address is slowed down.
  it('guessing a password is slowed down, with the same words for an unknown address, and locks nobody out', async () => {
    const messages = new Set<string>();
    let slowed = false;
    for (let guess = 0; guess < 40 && !slowed; guess += 1) {
      const email = guess % 2 === 0 ? world.sponsor.email : 'nobody@example.com';
      const { code, errors } = await world.anyone.answer(
        'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }',
        { email, password: `guess ${guess}` },
      );
      slowed = code === 'TOO_MANY_REQUESTS';
      if (!slowed) messages.add(errors[0]?.message ?? '');
    }
    expect(slowed).toBe(true);
    expect(messages.size).toBe(1);
    // The session that the victim has goes on working.
    expect((await world.sponsor.agent.ask<{ me: { id: string } }>('{ me { id } }')).me.id).toBe(world.sponsor.id);
    await expect(signIn(server.url, world.sponsor.email, 'wrong')).rejects.toThrow('TOO_MANY_REQUESTS');
  }, 60_000);
});
