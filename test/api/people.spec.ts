import { Agent } from '../support/agent.js';
import { ServerProcess } from '../support/server-process.js';
import { PASSWORD, type RoleName, signIn, startWorld, type World } from '../support/world.js';

const ADD_PERSON = 'mutation ($input: AddPersonInput!) { addPerson(input: $input) { id name role email } }';
const UPDATE_PERSON = `mutation ($input: UpdatePersonInput!) {
  updatePerson(input: $input) { id name email role active businessUnit { id name } }
}`;

interface SeenPerson {
  id: string;
  name: string;
  email: string | null;
  role: RoleName;
  businessUnit: { id: string; name: string } | null;
}
interface SeenPeople {
  people: { totalCount: number; nodes: SeenPerson[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}
const PEOPLE = `query ($text: String, $roles: [Role!], $first: Int, $after: String, $includeInactive: Boolean) {
  people(text: $text, roles: $roles, first: $first, after: $after, includeInactive: $includeInactive) {
    totalCount nodes { id name email role businessUnit { id name } } pageInfo { hasNextPage endCursor }
  }
}`;

describe('a server that nobody has used yet', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await ServerProcess.start();
  });
  afterAll(() => server.stop());

  const START = 'mutation ($input: StartWorkspaceInput!) { startWorkspace(input: $input) { id email role } }';
  const input = {
    workspaceName: 'First Ltd',
    currency: 'chf',
    hourlyCost: 90,
    timeZone: 'Europe/Zurich',
    locale: 'de-CH',
    name: 'Ada',
    email: 'Ada@Example.com',
    password: PASSWORD,
  };
  const SETUP = '{ setup { needed demo workspaceName currency mailConfigured } me { id } }';

  it('says so to everyone and shows nothing else', async () => {
    const anyone = new Agent(server.url);
    await expect(anyone.ask(SETUP)).resolves.toEqual({
      setup: { needed: true, demo: false, workspaceName: null, currency: null, mailConfigured: false },
      me: null,
    });
    for (const query of ['{ people { totalCount } }', '{ businessUnits { id } }', '{ workspace { name } }']) {
      await expect(anyone.answer(query)).resolves.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it.each([
    ['workspaceName', ' '],
    ['currency', 'EURO'],
    ['hourlyCost', -1],
    ['timeZone', 'Europe/Atlantis'],
    ['locale', '??'],
    ['name', ''],
    ['email', 'ada'],
    ['email', ''],
    ['password', 'short'],
    ['password', 'ada@example.com'],
  ])('refuses to start with the %s %j, names the field and keeps nothing', async (field, value) => {
    const anyone = new Agent(server.url);
    const { code, errors } = await anyone.answer(START, { input: { ...input, [field]: value } });
    expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field });
    await expect(anyone.ask(SETUP)).resolves.toMatchObject({ setup: { needed: true } });
  });

  it('is started by one of several who try at once, and that one is in', async () => {
    const agents = Array.from({ length: 4 }, () => new Agent(server.url));
    const answers = await Promise.all(agents.map((agent) => agent.answer(START, { input })));
    const started = answers.findIndex(({ errors }) => errors.length === 0);
    expect(answers.map(({ code }) => code ?? 'STARTED').sort()).toEqual([
      'CONFLICT',
      'CONFLICT',
      'CONFLICT',
      'STARTED',
    ]);
    expect(answers[started]?.data).toMatchObject({ startWorkspace: { email: 'ada@example.com', role: 'ADMIN' } });
    await expect(agents[started]?.ask(SETUP)).resolves.toMatchObject({
      setup: { needed: false, workspaceName: 'First Ltd', currency: 'CHF' },
      me: { id: expect.any(String) },
    });
  });

  it('keeps its people and sessions over a kill', async () => {
    const agent = await signIn(server.url, 'ada@example.com', PASSWORD);
    await server.kill();
    await server.start();
    await expect(agent.ask('{ me { name email } }')).resolves.toEqual({
      me: { name: 'Ada', email: 'ada@example.com' },
    });
  });
});

describe('the people of a workspace', () => {
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

  const find = async (agent: Agent, variables = {}) => (await agent.ask<SeenPeople>(PEOPLE, variables)).people;

  it('are listed by name, page by page, with their units', async () => {
    const all = await find(world.lead.agent);
    expect(all.nodes.map(({ name }) => name)).toEqual([
      'Ada Admin',
      'Ivo Itman',
      'Lea Lead',
      'Otto Sponsor',
      'Sara Sponsor',
      'Vera Viewer',
    ]);
    expect(all.nodes[4]?.businessUnit).toEqual({ id: world.units.sales, name: 'Sales' });
    const page = await find(world.lead.agent, { first: 4 });
    expect(page).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
    const rest = await find(world.lead.agent, { first: 4, after: page.pageInfo.endCursor });
    expect([...page.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });

  it('are found by a part of the name and by role', async () => {
    const names = async (variables: object) => (await find(world.it.agent, variables)).nodes.map(({ name }) => name);
    await expect(names({ text: 'SPONS' })).resolves.toEqual(['Otto Sponsor', 'Sara Sponsor']);
    await expect(names({ roles: ['LEAD', 'ADMIN'] })).resolves.toEqual(['Ada Admin', 'Lea Lead']);
    await expect(names({ text: 'sara.sponsor@' })).resolves.toEqual(['Sara Sponsor']);
  });

  it('show their addresses to themselves and to IT, and to nobody else by any path', async () => {
    const { me } = await world.sponsor.agent.ask<{ me: SeenPerson }>('{ me { id email } }');
    expect(me.email).toBe(world.sponsor.email);
    const seen = await find(world.it.agent);
    expect(seen.nodes.every(({ email }) => email !== null)).toBe(true);
    const hidden = await world.sponsor.agent.answer<SeenPeople>(PEOPLE);
    for (const { id, email } of hidden.data?.people.nodes ?? []) {
      expect(email).toBe(id === world.sponsor.id ? world.sponsor.email : null);
    }
    const probe = await world.sponsor.agent.answer<SeenPeople>(PEOPLE, { text: 'lea.lead@' });
    expect(probe.data?.people.nodes ?? []).toEqual([]);
  });

  it.each<[RoleName, RoleName, boolean]>([
    ['ADMIN', 'ADMIN', true],
    ['LEAD', 'ADMIN', false],
    ['LEAD', 'LEAD', true],
    ['LEAD', 'VIEWER', true],
    ['IT', 'SPONSOR', true],
    ['IT', 'IT', false],
    ['IT', 'VIEWER', false],
    ['SPONSOR', 'SPONSOR', false],
    ['VIEWER', 'VIEWER', false],
  ])('%s adding %s: %s', async (by, role, allowed) => {
    const agents = { ADMIN: world.admin, LEAD: world.lead, IT: world.it, SPONSOR: world.sponsor, VIEWER: world.viewer };
    const { code, data } = await agents[by].agent.answer(ADD_PERSON, { input: { name: `${by} adds ${role}`, role } });
    if (allowed) expect(data).toMatchObject({ addPerson: { role } });
    else expect(code).toBe('FORBIDDEN');
  });

  it('cannot be added with more than the form has, and the input names who acts in no way', async () => {
    for (const more of [{ id: world.lead.id }, { createdAt: '2020-01-01T00:00:00Z' }, { actorId: world.admin.id }]) {
      const { errors, data } = await world.lead.agent.answer(ADD_PERSON, {
        input: { name: 'Mallory', role: 'SPONSOR', ...more },
      });
      expect(errors.length).toBeGreaterThan(0);
      expect(data ?? null).toBeNull();
    }
  });

  it('change by a lead, field by field, and keep what was left out', async () => {
    const { id } = await world.join('Tom Changed', 'SPONSOR', world.units.sales);
    const change = async (input: object) =>
      world.lead.agent.ask<{ updatePerson: SeenPerson }>(UPDATE_PERSON, { input: { id, ...input } });
    await expect(change({ name: 'Thomas Changed' })).resolves.toMatchObject({
      updatePerson: { name: 'Thomas Changed', email: 'tom.changed@example.com', businessUnit: { name: 'Sales' } },
    });
    await expect(change({ businessUnitId: null })).resolves.toMatchObject({
      updatePerson: { name: 'Thomas Changed', businessUnit: null },
    });
    const unknown = await world.lead.agent.answer(UPDATE_PERSON, { input: { id: 'nobody', name: 'X' } });
    expect(unknown.code).toBe('NOT_FOUND');
  });

  it('leave with their sessions and tokens at once, and are kept in the history', async () => {
    const member = await world.join('Gone Person', 'IT');
    const { createApiToken } = await member.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "script") { secret } }',
    );
    const script = new Agent(server.url, createApiToken.secret);
    await world.lead.agent.ask(UPDATE_PERSON, { input: { id: member.id, active: false } });
    for (const agent of [member.agent, script]) {
      await expect(agent.ask('{ me { id } }')).resolves.toEqual({ me: null });
    }
    await expect(signIn(server.url, member.email, PASSWORD)).rejects.toThrow('UNAUTHENTICATED');
    expect((await find(world.lead.agent, { text: 'gone person' })).nodes).toEqual([]);
    expect((await find(world.lead.agent, { text: 'gone person', includeInactive: true })).totalCount).toBe(1);
  });

  it('who have no password cannot sign in by one', async () => {
    await world.it.agent.ask(ADD_PERSON, {
      input: { name: 'Linked Sponsor', email: 'linked@example.com', role: 'SPONSOR' },
    });
    for (const password of ['', 'null', PASSWORD]) {
      await expect(signIn(server.url, 'linked@example.com', password)).rejects.toThrow('UNAUTHENTICATED');
    }
  });

  it('never lose their last admin who can sign in', async () => {
    for (const change of [{ active: false }, { role: 'LEAD' }]) {
      const { code } = await world.admin.agent.answer(UPDATE_PERSON, { input: { id: world.admin.id, ...change } });
      expect(code).toBe('CONFLICT');
    }
    await expect(world.admin.agent.ask('{ me { role } }')).resolves.toEqual({ me: { role: 'ADMIN' } });
  });
});

describe('the settings of a workspace', () => {
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

  const UPDATE = `mutation ($input: UpdateWorkspaceInput!) {
    updateWorkspace(input: $input) { name currency hourlyCost locale timeZone }
  }`;

  it('change by a lead and are new for everyone at once', async () => {
    await world.lead.agent.ask(UPDATE, { input: { hourlyCost: 75.5, currency: 'usd' } });
    await expect(world.viewer.agent.ask('{ workspace { name currency hourlyCost } }')).resolves.toEqual({
      workspace: { name: 'Testing Ltd', currency: 'USD', hourlyCost: 75.5 },
    });
    const refused = await world.lead.agent.answer(UPDATE, { input: { name: 'New', timeZone: 'Mars/Base' } });
    expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field: 'timeZone' } }] });
    await expect(world.it.agent.answer(UPDATE, { input: { hourlyCost: 1 } })).resolves.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('hold business units whose names differ by more than capitals', async () => {
    const ADD = 'mutation ($name: String!) { addBusinessUnit(name: $name) { id name } }';
    await world.lead.agent.ask(ADD, { name: ' Field  Service ' });
    const again = await world.lead.agent.answer(ADD, { name: 'FIELD SERVICE' });
    expect(again).toMatchObject({ code: 'BAD_USER_INPUT', errors: [{ extensions: { field: 'name' } }] });
    await expect(world.viewer.agent.ask('{ businessUnits { name } }')).resolves.toEqual({
      businessUnits: [{ name: 'Field Service' }, { name: 'Finance' }, { name: 'Sales' }],
    });
  });
});

describe('API tokens', () => {
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

  it('are shown once with their secret, then by name and last use, to their owner alone', async () => {
    const { createApiToken } = await world.it.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "nightly export") { secret apiToken { id name lastUsedAt } } }',
    );
    expect(createApiToken).toMatchObject({ apiToken: { name: 'nightly export', lastUsedAt: null } });
    const script = new Agent(server.url, createApiToken.secret);
    await expect(script.ask('{ me { id } }')).resolves.toEqual({ me: { id: world.it.id } });
    const { apiTokens } = await world.it.agent.ask<{ apiTokens: object[] }>('{ apiTokens { name lastUsedAt } }');
    expect(apiTokens).toEqual([{ name: 'nightly export', lastUsedAt: expect.stringMatching(/^\d{4}-.*Z$/) }]);
    await expect(world.admin.agent.ask('{ apiTokens { name } }')).resolves.toEqual({ apiTokens: [] });
  });

  it('make no further tokens, change no password and need no cookie', async () => {
    const { createApiToken } = await world.lead.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "stolen") { secret } }',
    );
    const thief = new Agent(server.url, createApiToken.secret);
    await expect(thief.answer('mutation { createApiToken(name: "again") { secret } }')).resolves.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(
      thief.answer(`mutation { changePassword(current: "${PASSWORD}", next: "a password of the thief") }`),
    ).resolves.toMatchObject({ code: 'FORBIDDEN' });
    await expect(new Agent(server.url, 'stanch_made_up').answer('{ people { totalCount } }')).resolves.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
