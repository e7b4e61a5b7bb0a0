import { readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
} from 'graphql';
import { enforceAccess } from '@stanch/platform';
import { accessPolicy, policy } from '../../apps/api/src/access-policy.js';
import { Agent } from '../support/agent.js';
import { ServerProcess } from '../support/server-process.js';
import { PASSWORD, signIn, startWorld, type World } from '../support/world.js';

const RANKS = ['ANYONE', 'VIEWER', 'SPONSOR', 'IT', 'LEAD', 'ADMIN'] as const;
type Rank = (typeof RANKS)[number];

const MEMBER_OF = { VIEWER: 'viewer', SPONSOR: 'sponsor', IT: 'it', LEAD: 'lead', ADMIN: 'admin' } as const;

const schema = buildSchema(readFileSync('apps/api/schema.graphql', 'utf8'));
const roots = (['Query', 'Mutation', 'Subscription'] as const).flatMap((root) =>
  Object.values(
    schema.getType(root) ? (schema.getType(root) as ReturnType<typeof schema.getQueryType> & object).getFields() : {},
  ).map((field) => ({ root, field, coordinate: `${root}.${field.name}` })),
);

/** A value of the right shape that names nothing that exists. */
function valueOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType);
  if (isListType(type)) return [valueOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.value;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type)]));
  }
  const scalars: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-11-23',
    DateTime: '2026-11-23T12:00:00Z',
  };
  return scalars[type.name] ?? '01900000-0000-7000-8000-000000000000';
}

/** A document that calls one root field, with the values that it needs. */
function call(
  root: string,
  field: GraphQLField<unknown, unknown>,
): { query: string; variables: Record<string, unknown> } {
  const needed = field.args.filter((argument: GraphQLArgument) => isNonNullType(argument.type));
  const declared = needed.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = needed.map(({ name }) => `${name}: $${name}`).join(', ');
  const named = getNamedType(field.type);
  const selection = isObjectType(named) || isUnionType(named) ? ' { __typename }' : '';
  return {
    query: `${root.toLowerCase()} ${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''}${selection} }`,
    variables: Object.fromEntries(needed.map(({ name, type }) => [name, valueOf(type)])),
  };
}

describe('the access policy', () => {
  let server: ServerProcess;
  let world: World;
  let agents: Record<Rank, Agent>;
  let endedMeetingId: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    const { anyone, viewer, sponsor, it, lead, admin } = world;
    agents = {
      ANYONE: anyone,
      VIEWER: viewer.agent,
      SPONSOR: sponsor.agent,
      IT: it.agent,
      LEAD: lead.agent,
      ADMIN: admin.agent,
    };
    const { startMeeting } = await lead.agent.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }');
    endedMeetingId = startMeeting.id;
    await lead.agent.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: endedMeetingId });
  });

  afterAll(async () => {
    await world.leave();
    await server.stop();
  });

  it('has a row for each operation, and none for what does not exist', () => {
    const rows = Object.keys(accessPolicy).filter((row) => /^(Query|Mutation|Subscription)\./.test(row));
    expect(rows.sort()).toEqual(roots.map(({ coordinate }) => coordinate).sort());
    const known = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type)
        ? [type.name, ...Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)]
        : [type.name],
    );
    expect(Object.keys(accessPolicy).filter((row) => !known.includes(row))).toEqual([
      'POST /imports',
      'GET /meetings/calendar.ics',
      'GET /meetings/:id/minutes.pdf',
      'GET /meetings/:id/minutes.md',
    ]);
  });

  const cells = roots.flatMap(({ root, field, coordinate }) =>
    RANKS.map((rank) => ({ root, field, coordinate, rank, lowest: accessPolicy[coordinate] as Rank })),
  );

  it.each(cells)('$coordinate asked by $rank (from $lowest)', async ({ root, field, rank, lowest }) => {
    const { query, variables } = call(root, field);
    const agent = agents[rank];
    const allowed = RANKS.indexOf(rank) >= RANKS.indexOf(lowest);
    let code: string | undefined;
    if (root === 'Subscription') {
      const listening = agent.listen(query, variables);
      await listening.begun;
      // A refusal is waited for; who is let in hears none.
      const reason = JSON.stringify((await listening.end(allowed ? 50 : undefined)) ?? '');
      code = /UNAUTHENTICATED|FORBIDDEN|4401|4403/.exec(reason)?.[0];
      listening.stop();
    } else {
      const answer = await agent.answer(query, variables);
      // A sign-out is real; whoever asked comes in again for the calls that follow.
      if (field.name === 'signOut' && rank !== 'ANYONE') {
        agents[rank] = await signIn(server.url, world[MEMBER_OF[rank]].email, PASSWORD);
      }
      // Nobody has the address that was made up, which is said with the same code as "you are not signed in".
      code = field.name === 'signIn' ? undefined : answer.code;
      // A refusal comes before anything was done.
      if (!allowed) expect(Object.values(answer.data ?? {}).filter((value) => value !== null)).toEqual([]);
    }
    if (allowed) expect(['UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED', 'INTERNAL_SERVER_ERROR']).not.toContain(code);
    else if (root === 'Subscription') expect(code).toBeDefined();
    else expect(code).toBe(rank === 'ANYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
  });

  it('lets no operation in that nobody thought of', () => {
    const forgotten = buildSchema('type Query { me: ID, everything: ID }');
    expect(() => enforceAccess(forgotten, policy)).toThrow('no row for Query.everything');
  });

  const files = Object.entries(accessPolicy)
    .filter(([row]) => /^(GET|POST) /.test(row))
    .flatMap(([row, lowest]) => RANKS.map((rank) => ({ row, lowest: lowest as Rank, rank })));

  it.each(files)('$row asked by $rank (from $lowest)', async ({ row, lowest, rank }) => {
    const [method = '', path = ''] = row.replace(':id', endedMeetingId).split(' ');
    const { status } = await agents[rank].request(path, { method, ...(method === 'POST' && { body: '' }) });
    if (RANKS.indexOf(rank) < RANKS.indexOf(lowest)) expect(status).toBe(rank === 'ANYONE' ? 401 : 403);
    else expect([401, 403, 404, 500]).not.toContain(status);
  });

  const guarded = Object.entries(accessPolicy)
    .filter(([row]) => !/^(Query|Mutation|Subscription)\.|^(GET|POST) /.test(row))
    .flatMap(([row, lowest]) => RANKS.map((rank) => ({ row, lowest: lowest as Rank, rank })));

  it.each(guarded)('$row, reached by whatever way, seen by $rank (from $lowest)', async ({ row, lowest, rank }) => {
    // A way to it that is open to everyone, as one might be added some day.
    const [type, field = 'id'] = row.split('.');
    const open = enforceAccess(buildSchema(`type Query { me: ${type} } type ${type} { ${field}: ID }`), policy);
    const { data, errors = [] } = await execute({
      schema: open,
      document: parse(`{ me { ${field} } }`),
      rootValue: { me: { [field]: 'seen' } },
      contextValue: { visitor: rank === 'ANYONE' ? null : { personId: 'x', role: rank } },
    });
    const allowed = RANKS.indexOf(rank) >= RANKS.indexOf(lowest);
    const code = rank === 'ANYONE' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
    expect(data).toEqual({ me: { [field]: allowed ? 'seen' : null } });
    expect(errors.map(({ originalError }) => (originalError as { code?: string }).code)).toEqual(allowed ? [] : [code]);
  });
});
