import { acts } from '../mail/hearing.js';
import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

const LIST = `query ($filter: PainPointFilter, $sort: PainPointSort, $first: Int, $after: String) {
  painPoints(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;
/** Everything that hangs on a card, two links deep. */
const DEEP = `
  id title description tags score bleedPerWeek bledSoFar quadrant latestNews { text words by { name } } mergedFrom { title raiser { name } }
  stage { name count bleedPerWeek } raiser { name businessUnit { name } } raisedBy { name } owner { name }
  businessUnit { name } service { name } sponsors { name businessUnit { name } } sponsorships { person { name } addedBy { name } }
  viewerIsSponsor viewerMayConfirm tells
  commitment { dueOn by { name } } commitments { dueOn by { name } } taskCount tasksDone
  tasks { title assignee { name } painPoints { key title stage { name } } painPointCount }
  wins { headline thanks { name } painPoints { key raiser { name } } tasks { title } }
  comments { text author { name businessUnit { name } } } history { field actor { name } undoable undoneBy { name } }
  quotes { text } board { name }`;
const SORTS = ['BOARD', 'RAISED_AT', 'BLEED_PER_WEEK', 'SCORE', 'COMMITTED_FOR'] as const;

interface Listed {
  painPoints: {
    totalCount: number;
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('a list of pain points', () => {
  let house: House;
  let world: World;
  let it_: Agent;
  let cards: string[];

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    it_ = world.it.agent;
    cards = [];
    const stages = ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING'] as const;
    for (let at = 0; at < 23; at += 1) {
      const agent = at % 3 === 0 ? world.sponsor.agent : world.otherSponsor.agent;
      const { id } = await raise(agent, {
        title: `Card number ${at}`,
        description: `What hurts about number ${at}`,
        peopleAffected: (at * 7) % 11,
        hoursLostPerPersonPerWeek: 0.5,
        effortDays: at % 4 === 0 ? undefined : at % 5,
      });
      house.clock.advance(60_000);
      await acts.task(it_, id, `Task of ${at}`, world.lead.id, 'SHARED');
      if (at % 2 === 0) await acts.promise(it_, id, `2026-12-${String(1 + ((at * 5) % 27)).padStart(2, '0')}`);
      await acts.comment(it_, id, `We look at number ${at}`, 'SHARED');
      await acts.win(it_, id, `Number ${at} is better`);
      if (at % 3 === 0) await acts.join(world.otherSponsor.agent, id);
      await move(it_, { id, toStageId: world.stage(stages[at % 4] ?? 'BLEEDING') });
      cards.push(id);
    }
  }, 60_000);
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const page = async (variables: object, agent = it_) => (await agent.ask<Listed>(LIST, { ...variables })).painPoints;
  const idsOf = ({ nodes }: Listed['painPoints']) => nodes.map(({ id }) => id);
  const allPages = async (variables: object, between: () => Promise<unknown> = () => Promise.resolve()) => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { nodes, pageInfo }: Listed['painPoints'] = await page({ ...variables, first: 5, after });
      seen.push(...nodes.map(({ id }) => id));
      if (!pageInfo.hasNextPage) return seen;
      after = pageInfo.endCursor;
      await between();
    }
  };

  it.each(SORTS)('is the same in one piece and in pages, sorted by %s', async (sort) => {
    const whole = await page({ sort, first: 500 });
    expect([...idsOf(whole)].sort()).toEqual([...cards].sort());
    expect(whole).toMatchObject({ totalCount: 23, pageInfo: { hasNextPage: false } });
    expect(await allPages({ sort })).toEqual(idsOf(whole));
  });

  it('shows each card that stands still exactly once, while others move between the pages', async () => {
    const before = idsOf(await page({ first: 500 }));
    const restless = new Set([before[0] ?? '', before[9] ?? '', before[20] ?? '']);
    let turn = 0;
    const seen = await allPages({}, async () => {
      for (const id of restless)
        await move(it_, { id, toStageId: world.stage(turn % 2 === 0 ? 'TREATING' : 'PLANNED') });
      turn += 1;
    });
    const calm = (ids: string[]) => ids.filter((id) => !restless.has(id));
    expect(calm(seen)).toEqual(calm(before));
  });

  it.each([
    ['nonsense', () => 'nonsense'],
    ['a cursor of something else', () => Buffer.from('[1,2,3,4,5,6]').toString('base64url')],
    ['a cursor that is no list', () => Buffer.from('{"a":1}').toString('base64url')],
    ['the cursor of another order', async () => (await page({ sort: 'BLEED_PER_WEEK', first: 2 })).pageInfo.endCursor],
  ])('refuses %s as a place in plain words', async (_what, cursor) => {
    const { code, errors } = await it_.answer(LIST, { sort: 'RAISED_AT', after: await cursor() });
    expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field: 'after' });
    expect(errors[0]?.message).toMatch(/Use the endCursor of the page before/);
  });

  it.each([-1, 5001, 2_147_483_648])('refuses a page of %d', async (first) => {
    const { code, errors } = await it_.answer(LIST, { first });
    expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field: 'first' });
  });

  it.each(['stageIds', 'ownerIds', 'sponsorIds', 'tags'])(
    'refuses a filter of 40,000 %s in plain words',
    async (field) => {
      const { code, errors } = await it_.answer(LIST, { filter: { [field]: Array.from({ length: 40_000 }, String) } });
      expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field });
    },
  );

  it('counts without reading when nothing but the count is wanted', async () => {
    expect(await page({ first: 0 })).toMatchObject({ totalCount: 23, nodes: [] });
  });

  it('finds words of any script whatever their capitals, and takes signs for what they are', async () => {
    const umlaut = await raise(world.sponsor.agent, { title: 'ÄRGER MIT DEM ÜBERTRAG Ελληνικά' });
    const percent = await raise(world.sponsor.agent, { title: '100% of all_orders \\ are late' });
    const find = async (text: string) => idsOf(await page({ filter: { text } }));
    for (const text of ['Ärger', 'ärger mit', 'ÜBERTRAG', 'ελληνικά']) expect(await find(text)).toEqual([umlaut.id]);
    for (const text of ['100%', 'all_orders', '\\ are']) expect(await find(text)).toEqual([percent.id]);
    expect(await find('0%o')).toEqual([]);
    for (const { id } of [umlaut, percent]) await acts.close(it_, id, 'PARKED', 'Only for this test.');
  });

  /** What is sent to the database for the request itself: reads of sessions and of waiting mails come and go. */
  const statementsFor = async (agent: Agent, query: string, variables: object = {}) => {
    // What was caused before is told meanwhile, with statements of its own.
    await house.settled();
    const sent = await house.statementsOf(() => agent.ask(query, { ...variables }));
    return sent.filter((statement) => !/"?(session|outbox_|mail)\b|savepoint|^(begin|commit|release)/.test(statement));
  };

  it.each(['it', 'otherSponsor'] as const)(
    'costs the same number of statements for 3 and for 20 cards, as %s, with everything that hangs on them',
    async (who) => {
      const query = `query ($first: Int) { painPoints(first: $first, sort: RAISED_AT) { totalCount nodes { ${DEEP} } } }`;
      const { agent } = world[who];
      const [few, many] = [
        await statementsFor(agent, query, { first: 3 }),
        await statementsFor(agent, query, { first: 20 }),
      ];
      expect(many.length).toBeLessThanOrEqual(few.length + 2);
      expect(many.length).toBeLessThan(60);
    },
  );

  it('costs the same for a board of many cards as for one of few', async () => {
    const query = `query ($first: Int) { board { name bleedPerWeek stages { name count bleedPerWeek
      painPoints(first: $first) { totalCount nodes { ${DEEP} } } } } }`;
    const few = await statementsFor(it_, query, { first: 1 });
    const many = await statementsFor(it_, query, { first: 100 });
    expect(many.length).toBeLessThanOrEqual(few.length + 2);
  });

  it('reads of the database only what was selected', async () => {
    const [id] = cards;
    const title = await statementsFor(it_, '{ painPoints(first: 5) { nodes { id title } } }');
    expect(title).toHaveLength(1);
    expect(title[0]).not.toMatch(/description|\*/);
    const silence =
      '{ painPoints(first: 20, filter: { silent: false }) { nodes { silent silence { why since from } } } }';
    expect(await statementsFor(it_, silence)).toHaveLength(1);
    const count = await statementsFor(it_, '{ painPoints(first: 5) { totalCount nodes { id } } }');
    expect(count.filter((statement) => /count\(/.test(statement))).toHaveLength(1);
    const one = await statementsFor(it_, 'query ($id: ID!) { painPoint(id: $id) { key title } }', { id });
    expect(one).toHaveLength(1);
    expect(one[0]).not.toMatch(/description|\*/);
    const board = await statementsFor(it_, '{ board { name stages { name } } }');
    expect(board.join('\n')).not.toMatch(/pain_point/);
  });
});
