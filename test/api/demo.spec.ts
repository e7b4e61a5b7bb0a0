import { Agent } from '../support/agent.js';
import { House } from '../support/house.js';
import { DemoBuilder } from '../../apps/api/src/demo/build-demo.js';

const TODAY = '2026-11-18T14:00:00.000Z';

interface Demo {
  title: string;
  description: string;
  raisedAt: string;
  confirmed: boolean;
  reopenedCount: number;
  blocked: boolean;
  silent: boolean;
  silence: { why: string } | null;
  stage: { category: string };
  raiser: { name: string };
  businessUnit: { name: string } | null;
  closed: { as: string } | null;
  mergedInto: { key: string } | null;
  quotes: { text: string }[];
  tasks: { state: string; assignee: { id: string } | null }[];
  wins: { headline: string }[];
  commitments: { state: string; dueOn: string; firstDueOn: string }[];
  sponsors: { id: string }[];
  history: { at: string }[];
}

describe('the demo company', () => {
  let house: House;
  let painPoints: Demo[];
  let lead: Agent;

  beforeAll(async () => {
    house = await House.open({ at: TODAY, demo: true });
    const { clock } = house;
    await new DemoBuilder(house.context, clock, TODAY).run();
    lead = new Agent(house.url);
    await lead.ask('mutation { signInToDemo(as: LEAD) { id } }');
    const { painPoints: page } = await lead.ask<{ painPoints: { nodes: Demo[] } }>(`{
      painPoints(first: 100, filter: { includeClosed: true }) { nodes {
        title description raisedAt confirmed reopenedCount blocked silent silence { why } stage { category } raiser { name } businessUnit { name }
        closed { as } mergedInto { key } quotes { text } tasks { state assignee { id } } wins { headline }
        commitments { state dueOn firstDueOn } sponsors { id } history { at }
      } }
    }`);
    painPoints = page.nodes;
  }, 60_000);
  afterAll(() => house.close());

  const all = <Part>(pick: (painPoint: Demo) => readonly Part[]) => painPoints.flatMap(pick);

  it('has three business units and a dozen people of every kind', async () => {
    const { businessUnits, people } = await lead.ask<{
      businessUnits: unknown[];
      people: { nodes: { role: string; businessUnit: unknown }[] };
    }>('{ businessUnits { id } people(first: 100) { nodes { role businessUnit { id } } } }');
    expect(businessUnits).toHaveLength(3);
    expect(people.nodes).toHaveLength(12);
    expect(new Set(people.nodes.map(({ role }) => role))).toEqual(new Set(['ADMIN', 'LEAD', 'IT', 'SPONSOR']));
    expect(people.nodes.filter(({ role, businessUnit }) => role === 'SPONSOR' && businessUnit === null)).toEqual([]);
  });

  it('has 40 pain points in all stages, some parked, declined and merged, blocked and reopened', () => {
    expect(painPoints).toHaveLength(40);
    const standing = painPoints.filter(({ closed, mergedInto }) => closed === null && mergedInto === null);
    const stages = Map.groupBy(standing, ({ stage }) => stage.category);
    for (const category of ['BLEEDING', 'PLANNED', 'TREATING', 'CHECKING', 'FIXED']) {
      expect(stages.get(category)?.length ?? 0).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(all(({ closed }) => (closed ? [closed.as] : [])))).toEqual(new Set(['PARKED', 'DECLINED']));
    expect(painPoints.some(({ mergedInto }) => mergedInto !== null)).toBe(true);
    expect(painPoints.some(({ blocked }) => blocked)).toBe(true);
    expect(painPoints.some(({ reopenedCount }) => reopenedCount > 0)).toBe(true);
    const fixed = stages.get('FIXED') ?? [];
    expect(new Set(fixed.map(({ confirmed }) => confirmed))).toEqual(new Set([true, false]));
  });

  it('tells of twelve weeks, none of it in the future', () => {
    const moments = all(({ history }) => history.map(({ at }) => at)).sort();
    const weeks = (Date.parse(TODAY) - Date.parse(moments[0] ?? TODAY)) / (7 * 86_400_000);
    expect(weeks).toBeGreaterThanOrEqual(12);
    expect(weeks).toBeLessThan(13);
    expect((moments.at(-1) ?? '') <= TODAY).toBe(true);
    for (let week = 1; week <= 12; week += 1) {
      const from = new Date(Date.parse(TODAY) - week * 7 * 86_400_000).toISOString();
      const until = new Date(Date.parse(TODAY) - (week - 1) * 7 * 86_400_000).toISOString();
      expect(moments.some((at) => at >= from && at < until)).toBe(true);
    }
  });

  it('is silent about some and not about most: its people answer one another', () => {
    const silent = painPoints.filter((painPoint) => painPoint.silent);
    expect(silent.length).toBeGreaterThanOrEqual(2);
    expect(silent.length).toBeLessThanOrEqual(6);
    expect(new Set(silent.map(({ silence }) => silence?.why))).toEqual(new Set(['UNANSWERED', 'NO_WORD']));
  });

  it('has promises kept, broken, moved and open, tasks in every state, wins, quotes and more than one sponsor', () => {
    const states = new Set(all(({ commitments }) => commitments.map(({ state }) => state)));
    expect(states).toEqual(new Set(['KEPT', 'BROKEN', 'MOVED', 'OPEN']));
    expect(new Set(all(({ tasks }) => tasks.map(({ state }) => state)))).toEqual(new Set(['TODO', 'DOING', 'DONE']));
    expect(all(({ wins }) => wins).length).toBeGreaterThanOrEqual(5);
    expect(all(({ quotes }) => quotes).length).toBeGreaterThanOrEqual(10);
    expect(painPoints.some(({ sponsors }) => sponsors.length >= 3)).toBe(true);
  });

  it.each([
    ['cost spread over all units whether they use the thing or not', /pay for|share|spread/i],
    ['nobody sees what the money buys', /what (it|the money|we) (buys|gets|get)|invoice|one line/i],
    ['no say in what is delivered', /asked|say in/i],
    ['promises not kept', /promis/i],
    ['IT not knowing the daily pains', /nobody (comes|came|from IT)|never (seen|been)|what we do|does not know/i],
  ])('names the classic pain: %s', (_pain, words) => {
    expect(painPoints.filter(({ title, description }) => words.test(`${title} ${description}`))).not.toEqual([]);
  });

  it.each(['LEAD', 'IT', 'SPONSOR'])('lets in as %s with one click', async (role) => {
    const agent = new Agent(house.url);
    const { signInToDemo } = await agent.ask<{ signInToDemo: { role: string } }>(
      'mutation ($as: Role!) { signInToDemo(as: $as) { role } }',
      { as: role },
    );
    expect(signInToDemo.role).toBe(role);
    const { painPoints: mine } = await agent.ask<{ painPoints: { totalCount: number } }>(
      '{ painPoints(filter: { mine: true }) { totalCount } }',
    );
    expect(mine.totalCount).toBeGreaterThan(0);
  });
});
