import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { Agent } from '../support/agent.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';

/** What a browser sends again when it did not hear the answer: each operation that takes a key, and what its table is. */
const requests = (world: World, cardId: string, meetingId: string) =>
  ({
    raisePainPoint: { table: 'pain_point', input: { title: 'Nobody answers the phone' }, other: { title: 'Another' } },
    addTask: {
      table: 'remediation_task',
      input: { title: 'Ring the supplier', painPointIds: [cardId] },
      other: { title: 'Ring the customer', painPointIds: [cardId] },
    },
    recordWin: {
      table: 'win',
      input: { headline: 'The phone is answered', painPointIds: [cardId] },
      other: { headline: 'The phone is answered', painPointIds: [cardId], publish: false },
    },
    addComment: {
      table: 'comment',
      input: { painPointId: cardId, text: 'We are on it.', visibility: 'SHARED' },
      other: { painPointId: cardId, text: 'We are on it.', visibility: 'INTERNAL' },
    },
    movePainPoint: {
      table: 'change',
      input: { id: cardId, toStageId: world.stage('PLANNED') },
      other: { id: cardId, toStageId: world.stage('TREATING') },
    },
    addDecision: {
      table: 'decision',
      input: { meetingId, text: 'We ring the supplier.' },
      other: { meetingId, text: 'We ring the customer.' },
    },
    addActionItem: {
      table: 'action_item',
      input: { meetingId, title: 'Ring the supplier' },
      other: { meetingId, title: 'Ring the customer' },
    },
  }) as const;

type Operation = keyof ReturnType<typeof requests>;
const OPERATIONS: readonly Operation[] = [
  ...(['raisePainPoint', 'addTask', 'recordWin', 'addComment', 'movePainPoint'] as const),
  ...(['addDecision', 'addActionItem'] as const),
];

/** What is asked back of those that do not answer with the thing itself. */
const SELECTIONS: Partial<Record<Operation, string>> = {
  movePainPoint: 'changeId revision painPoint { id }',
  addDecision: 'decision { id }',
  addActionItem: 'action { taskId }',
};

describe('the same request again', () => {
  let house: House;
  let world: World;
  let cardId: string;
  let meetingId: string;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    cardId = (await raise(world.sponsor.agent)).id;
    meetingId = (await meetings.start(world.it.agent)).id;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const send = (agent: Agent, operation: Operation, input: object) => {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const selection = SELECTIONS[operation] ?? 'id';
    return agent.answer<Record<Operation, { id?: string; changeId?: string }>>(
      `mutation ($input: ${type}!) { ${operation}(input: $input) { ${selection} } }`,
      { input },
    );
  };
  const count = (table: string) => house.rows<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n ?? 0;

  it.each(OPERATIONS)(
    'gives the first result of %s and does nothing twice, also after a restart',
    async (operation) => {
      const { table, input } = requests(world, cardId, meetingId)[operation];
      const keyed = { ...input, idempotencyKey: `key of ${operation}` };
      const first = await send(world.it.agent, operation, keyed);
      expect(first.errors).toEqual([]);
      const before = count(table);
      const shuffled = Object.fromEntries(Object.entries(keyed).reverse());
      expect((await send(world.it.agent, operation, shuffled)).data).toEqual(first.data);
      await house.restart();
      expect((await send(world.it.agent, operation, keyed)).data).toEqual(first.data);
      expect(count(table)).toBe(before);
    },
  );

  it.each(OPERATIONS)('refuses another %s with a used key in plain words, and does nothing', async (operation) => {
    const { input, other } = requests(world, cardId, meetingId)[operation];
    const idempotencyKey = `used for ${operation}`;
    await send(world.it.agent, operation, { ...input, idempotencyKey });
    const before = await house.everything();
    const { code, errors } = await send(world.it.agent, operation, { ...other, idempotencyKey });
    expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field: 'idempotencyKey' });
    expect(errors[0]?.message).toMatch(/another request/);
    expect(await house.everything()).toEqual(before);
  });

  it('is done once when it comes twice at the same moment', async () => {
    const input = { title: 'The gate does not open', idempotencyKey: 'twice' };
    const before = count('pain_point');
    const answers = await Promise.all([1, 2, 3].map(() => send(world.sponsor.agent, 'raisePainPoint', input)));
    expect(new Set(answers.map(({ data }) => data?.raisePainPoint.id)).size).toBe(1);
    expect(count('pain_point')).toBe(before + 1);
  });

  it('is another request when somebody else sends it, when its key differs, or a day later', async () => {
    const input = { title: 'The lift stops', idempotencyKey: 'lift' };
    const idOf = async (agent: Agent, changed: object = {}) =>
      (await send(agent, 'raisePainPoint', { ...input, ...changed })).data?.raisePainPoint.id;
    const first = await idOf(world.sponsor.agent);
    const all = [
      first,
      await idOf(world.otherSponsor.agent),
      await idOf(world.sponsor.agent, { idempotencyKey: 'another lift' }),
    ];
    house.clock.advance(MILLISECONDS_PER_DAY - 1);
    expect(await idOf(world.sponsor.agent)).toBe(first);
    house.clock.advance(2);
    all.push(await idOf(world.sponsor.agent));
    expect(new Set(all).size).toBe(4);
  });

  it('may be sent again after it was refused: a refusal is not remembered', async () => {
    const idempotencyKey = 'refused first';
    expect((await send(world.it.agent, 'raisePainPoint', { title: ' ', idempotencyKey })).code).toBe('BAD_USER_INPUT');
    const { errors } = await send(world.it.agent, 'raisePainPoint', { title: 'Now with a title', idempotencyKey });
    expect(errors).toEqual([]);
  });
});
