import {
  buildClientSchema,
  getIntrospectionQuery,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  getNamedType,
} from 'graphql';
import { eventually } from '../mail/hearing.js';
import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

/** Words that stand only in what is internal. */
const SECRET = 'flibbertigibbet';

describe('what is internal to IT', () => {
  let server: ServerProcess;
  let world: World;
  let mails: CaughtMails;
  let id: string;
  let heard: { arrived: unknown[] };
  let bell: { arrived: unknown[] };

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
    ({ id } = await raise(world.sponsor.agent, { title: 'The order form is slow' }));
    const board = world.sponsor.agent.listen(
      `subscription ($id: ID!) { boardChanged(boardId: $id) {
        kind painPoint { id taskCount latestNews { text words } comments { text } tasks { title } history { field from to } }
      } }`,
      { id: world.boardId },
    );
    const notices = world.sponsor.agent.listen(
      'subscription { notificationReceived { id kind text painPoint { id } } }',
    );
    await Promise.all([board.begun, notices.begun]);
    heard = board;
    bell = notices;
    const ask = async (query: string, input: object) => world.it.agent.ask(query, { input });
    await ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      painPointId: id,
      text: `Their ${SECRET} of a manager wants it.`,
      visibility: 'INTERNAL',
    });
    await ask('mutation ($input: AddTaskInput!) { addTask(input: $input) { id } }', {
      title: `Ask the ${SECRET} for the logs`,
      painPointIds: [id],
      url: `https://tickets.example.com/${SECRET}`,
    });
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    await ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      painPointId: id,
      text: 'We look at it on Tuesday.',
      visibility: 'SHARED',
    });
    await mails.until(1);
    // What was said last is heard last; by then all that was internal would have been told too.
    for (const listening of [board, notices]) {
      await eventually(
        async () => JSON.stringify(listening.arrived),
        (all) => all.includes('Tuesday'),
      );
    }
  });

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  /** Everything below a pain point that a query can name, two types deep, without arguments. */
  async function everythingOf(agent: Agent): Promise<string> {
    const lead = await world.lead.agent.ask<Parameters<typeof buildClientSchema>[0]>(getIntrospectionQuery());
    const schema = buildClientSchema(lead);
    const fieldsOf = (type: GraphQLNamedType, depth: number): string => {
      if (isUnionType(type)) return '__typename';
      if (!isObjectType(type)) return '';
      return Object.values(type.getFields())
        .filter((field) =>
          field.args.every((argument) => argument.defaultValue !== undefined || !String(argument.type).endsWith('!')),
        )
        .flatMap((field) => {
          const named = getNamedType(field.type);
          if (!isObjectType(named) && !isUnionType(named)) return [field.name];
          return depth === 0 ? [] : [`${field.name} { ${fieldsOf(named, depth - 1)} }`];
        })
        .join(' ');
    };
    const painPoint = schema.getType('PainPoint');
    if (!isObjectType(painPoint)) throw new Error('There is no type PainPoint');
    // One query a field, so that a refused field hides no other.
    const texts = Object.values(painPoint.getFields()).map(async (field) => {
      const named = getNamedType(field.type);
      const composite = isObjectType(named) || isUnionType(named);
      const selection = composite ? `${field.name} { __typename ${fieldsOf(named, 1)} }` : field.name;
      return JSON.stringify(await agent.answer(`query ($id: ID!) { painPoint(id: $id) { id ${selection} } }`, { id }));
    });
    return (await Promise.all(texts)).join('\n');
  }

  it('is seen by IT, or the rest says nothing', async () => {
    expect(await everythingOf(world.it.agent)).toContain(SECRET);
  });

  it.each(['sponsor', 'otherSponsor', 'viewer'] as const)('reaches the %s by no field of a pain point', async (who) => {
    const text = await everythingOf(world[who].agent);
    expect(text).toContain('We look at it on Tuesday.');
    expect(text).not.toContain(SECRET);
  });

  it.each(['sponsor', 'viewer'] as const)('reaches the %s by no list, search or notification', async (who) => {
    const { agent } = world[who];
    const words = { text: SECRET };
    const { search } = await agent.ask<{ search: unknown[] }>(
      'query ($text: String!) { search(text: $text) { __typename } }',
      words,
    );
    expect(search).toEqual([]);
    const { painPoints } = await agent.ask<{ painPoints: { totalCount: number } }>(
      'query ($text: String!) { painPoints(filter: { text: $text }) { totalCount } }',
      words,
    );
    expect(painPoints.totalCount).toBe(0);
    const lists = await agent.answer(
      '{ tags notifications { nodes { text kind } } board { stages { painPoints { nodes { title description latestNews { text words } } } } } }',
    );
    expect(JSON.stringify(lists)).not.toContain(SECRET);
    const changes = await agent.answer(
      `query ($id: ID!) { boardChanges(boardId: $id, since: 0) { changes { kind painPoint { id comments { text } tasks { title } } } } }`,
      { id: world.boardId },
    );
    expect(JSON.stringify(changes)).not.toContain(SECRET);
  });

  it('reaches a sponsor by no subscription', () => {
    expect(heard.arrived.length).toBeGreaterThan(0);
    expect(bell.arrived.length).toBeGreaterThan(0);
    expect(JSON.stringify([heard.arrived, bell.arrived])).not.toContain(SECRET);
  });

  it('reaches a sponsor by no mail, sent or waiting', async () => {
    expect(mails.to(world.sponsor.email).length).toBeGreaterThan(0);
    for (const { raw, subject, text, html } of mails.to(world.sponsor.email)) {
      expect([raw, subject, text, html].join('\n')).not.toContain(SECRET);
    }
    const { outbox } = await world.lead.agent.ask<{
      outbox: { nodes: { to: { id: string } | null; text: string; html: string }[] };
    }>('{ outbox { nodes { to { id } subject text html } } }');
    const toSponsor = outbox.nodes.filter(({ to }) => to?.id === world.sponsor.id);
    expect(JSON.stringify(toSponsor)).not.toContain(SECRET);
  });

  it('cannot be taken back, edited or read by its id', async () => {
    const { painPoint } = await world.it.agent.ask<{
      painPoint: { history: { id: string }[]; tasks: { id: string; version: number }[] };
    }>('query ($id: ID!) { painPoint(id: $id) { history { id } tasks { id version } } }', { id });
    for (const change of painPoint.history) {
      const { code } = await world.sponsor.agent.answer('mutation ($id: ID!) { undo(changeId: $id) { id } }', {
        id: change.id,
      });
      expect(code).toBe('FORBIDDEN');
    }
    const [task] = painPoint.tasks;
    const { code } = await world.sponsor.agent.answer(
      'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { id title } }',
      { input: { id: task?.id, expectedVersion: task?.version, title: 'Mine now' } },
    );
    expect(code).toBe('FORBIDDEN');
  });

  it('cannot be written by a sponsor either', async () => {
    const { code } = await world.sponsor.agent.answer(
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { id visibility } }',
      { input: { painPointId: id, text: 'Hello IT', visibility: 'INTERNAL' } },
    );
    expect(['FORBIDDEN', 'BAD_USER_INPUT']).toContain(code);
  });
});
