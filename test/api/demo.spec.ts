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

interface PastMeeting {
  state: string;
  startedAt: string;
  endedAt: string;
  since: string | null;
  attendance: { present: boolean }[];
  decisions: unknown[];
  actions: unknown[];
  shown: { step: string; what: string | null }[];
  sinceLast: { bleedThen: number; bleedNow: number };
}

interface Thirteenth {
  nextOn: string;
  sinceLast: { bleedThen: number; bleedNow: number } & Record<
    'raised' | 'moved' | 'fixed' | 'confirmed',
    { count: number }
  >;
  wins: {
    wordsBefore: string;
    wordsAfter: string;
    givesBackPerWeek: number;
    before: number;
    done: string[];
    thanks: string[];
  }[];
  commitments: Record<'kept' | 'broken' | 'moved' | 'awaited' | 'dueNext', { reason: string | null }[]>;
  walk: { items: { reasons: string[]; toDecide: string }[] };
  candidates: { quadrant: string | null }[];
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

  it('looks back on twelve meetings, each at ten: who was there, what was decided and who was asked to do something', async () => {
    const { meetings: past } = await lead.ask<{ meetings: { nodes: PastMeeting[] } }>(`{ meetings(first: 50) { nodes {
      state startedAt endedAt since steps { secondsSpent } attendance { present } decisions { text } actions { title }
      shown { step what } sinceLast { bleedThen bleedNow }
    } } }`);
    expect(past.nodes).toHaveLength(12);
    const oldest = past.nodes.toReversed();
    for (const [week, meeting] of oldest.entries()) {
      expect(meeting.state).toBe('ENDED');
      expect(new Date(meeting.startedAt).toLocaleTimeString('en-GB', { timeZone: 'Europe/Berlin' })).toBe('10:00:00');
      expect(meeting.since).toBe(oldest[week - 1]?.endedAt ?? null);
      expect(new Set(meeting.attendance.map(({ present }) => present))).toEqual(new Set([true, false]));
      expect(meeting.decisions.length).toBeGreaterThan(0);
      expect(meeting.actions.length).toBeGreaterThan(0);
      const minutes = (Date.parse(meeting.endedAt) - Date.parse(meeting.startedAt)) / 60_000;
      expect(minutes).toBeGreaterThan(8);
      expect(minutes).toBeLessThan(35);
    }
    expect(past.nodes[0]?.shown.filter(({ step, what }) => step === 'WALK' && what !== null).length).toBeGreaterThan(2);
    const { sinceLast } = past.nodes[0] as PastMeeting;
    expect(sinceLast.bleedThen).not.toBe(sinceLast.bleedNow);
  });

  it('has something to say at every step of its thirteenth meeting, which nobody has begun', async () => {
    const { meeting } = await lead.ask<{ meeting: null }>('{ meeting { id } }');
    expect(meeting).toBeNull();
    const { startMeeting: now } = await lead.ask<{ startMeeting: Thirteenth }>(`mutation { startMeeting { nextOn
      sinceLast { bleedThen bleedNow raised { count } moved { count } fixed { count } confirmed { count } }
      wins { wordsBefore wordsAfter done thanks givesBackPerWeek before after }
      commitments { kept { reason } broken { reason } moved { reason } awaited { dueOn } dueNext { dueOn } }
      walk { items { reasons toDecide } } candidates { quadrant }
    } }`);
    const { sinceLast, wins, commitments, walk, candidates } = now;
    expect((Date.parse(now.nextOn) - Date.parse(TODAY.slice(0, 10))) / 86_400_000).toBe(7);
    for (const figure of [sinceLast.raised, sinceLast.moved, sinceLast.fixed, sinceLast.confirmed]) {
      expect(figure.count).toBeGreaterThan(0);
    }
    expect(sinceLast.bleedThen).not.toBe(sinceLast.bleedNow);
    expect(wins.length).toBeGreaterThanOrEqual(2);
    for (const win of wins) {
      expect([win.wordsBefore, win.wordsAfter, win.givesBackPerWeek, win.before]).not.toContain(null);
      expect(win.done.length * win.thanks.length).toBeGreaterThan(0);
    }
    expect(commitments.broken.length).toBeGreaterThanOrEqual(2);
    for (const { reason } of commitments.moved) expect(reason).not.toBeNull();
    for (const some of Object.values(commitments)) expect(some.length).toBeGreaterThan(0);
    const reasons = new Set(walk.items.flatMap((item) => item.reasons));
    expect(reasons).toEqual(
      new Set(['OVERDUE', 'BLOCKED', 'CHECKING_TOO_LONG', 'NO_OWNER', 'AGEING', 'OVER_WIP', 'NEW']),
    );
    expect(candidates.filter(({ quadrant }) => quadrant === 'QUICK_WIN').length).toBeGreaterThanOrEqual(3);
  });
});
