import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

interface Seen {
  slice: { words: string; businessUnitIds: string[] | null } | null;
  stages: { name: string; count: number; countOfAll: number | null; bleedPerWeek: number }[];
  sinceLast: {
    bleedThen: number;
    bleedNow: number;
    raised: { count: number; bleedPerWeek: number };
    fixed: { count: number };
    moved: { count: number };
    left: { count: number };
    kept: { card: { title: string } }[];
  };
  wins: { headline: string }[];
  commitments: { dueNext: { card: { title: string } }[] };
  walk: { count: number; byStage: { stage: string; count: number }[]; items: { card: { title: string } }[] };
  candidates: { title: string }[];
}

const PARTS = `slice { words businessUnitIds } stages { name count countOfAll bleedPerWeek }
  sinceLast { bleedThen bleedNow raised { count bleedPerWeek } fixed { count } moved { count } left { count } kept { card { title } } }
  wins { headline } commitments { dueNext { card { title } } }
  walk { count byStage { stage count } items { card { title } } } candidates { title }`;

describe('a slice of the board in a meeting', () => {
  let house: House;
  let world: World;
  let meetingId: string;

  /** Sales: one fixed in time and told as a win, one new. Finance: one at work and promised, one new, one parked. */
  beforeAll(async () => {
    house = await House.open({ at: '2026-10-01T09:00:00.000Z' });
    world = await startWorld(house.url);
    const it = world.it.agent;
    const of = async (unit: 'sales' | 'finance', title: string, wishes = {}) => {
      const card = await raise(it, {
        title,
        raiserId: world.sponsor.id,
        businessUnitId: world.units[unit],
        directCostPerWeek: 100,
        effortDays: 1,
        ...wishes,
      });
      await acts.own(it, card.id, unit === 'sales' ? world.it.id : world.lead.id);
      return card;
    };
    const to = (id: string, category: TestStage['category']) => move(it, { id, toStageId: world.stage(category) });
    const fixed = await of('sales', 'The tills freeze');
    await acts.promise(it, fixed.id, '2026-10-05');
    const atWork = await of('finance', 'The lift stands still', { stageId: world.stage('TREATING') });
    await acts.promise(it, atWork.id, '2026-10-05');
    const parked = await of('finance', 'The gate squeaks');
    const first = await meetings.start(it);
    await meetings.end(it, first.id);
    house.clock.advance(MILLISECONDS_PER_DAY);
    await to(fixed.id, 'CHECKING');
    await acts.answer(world.sponsor.agent, fixed.id, true, 'It works.');
    await it.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
      input: { headline: 'No more frozen tills', painPointIds: [fixed.id] },
    });
    await of('sales', 'Invoices are typed twice', { directCostPerWeek: 300 });
    await of('finance', 'Nobody knows the shifts', { directCostPerWeek: 50 });
    await it.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id: parked.id, as: 'PARKED', reason: 'The gate is replaced next year.' },
    });
    house.clock.advance(MILLISECONDS_PER_DAY);
    meetingId = (await meetings.start(it)).id;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const narrow = (filter: object | null, agent = world.it.agent) =>
    agent.ask('mutation ($input: NarrowMeetingInput!) { narrowMeeting(input: $input) { id } }', {
      input: { meetingId, filter },
    });
  const see = async (filter?: object) =>
    (
      await world.viewer.agent.ask<{ meeting: Seen }>(
        `query ($id: ID, $filter: PainPointFilter) { meeting(id: $id, filter: $filter) { ${PARTS} } }`,
        { id: meetingId, filter: filter ?? null },
      )
    ).meeting;

  it('is what every step shows, in figures that are of its cards alone', async () => {
    await narrow({ businessUnitIds: [world.units.sales] });
    const sales = await see();
    expect(sales.slice).toEqual({ words: 'only Sales', businessUnitIds: [world.units.sales] });
    expect(sales.sinceLast).toEqual({
      bleedThen: 100,
      bleedNow: 300,
      raised: { count: 1, bleedPerWeek: 300 },
      fixed: { count: 1 },
      moved: { count: 1 },
      left: { count: 0 },
      kept: [{ card: { title: 'The tills freeze' } }],
    });
    expect(sales.stages.map(({ count, countOfAll, bleedPerWeek }) => [count, countOfAll, bleedPerWeek])).toEqual([
      [1, 2, 300],
      [0, 0, 0],
      [0, 1, 0],
      [0, 0, 0],
      [1, 1, 100],
    ]);
    expect(sales.wins).toEqual([{ headline: 'No more frozen tills' }]);
    expect(sales.commitments.dueNext).toEqual([]);
    expect(sales.walk.items).toEqual([{ card: { title: 'Invoices are typed twice' } }]);
    expect(sales.walk.byStage.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0]);
    expect(sales.candidates).toEqual([{ title: 'Invoices are typed twice' }]);

    await narrow({ ownerIds: [world.lead.id] });
    const leas = await see();
    expect(leas.slice?.words).toBe('only owned by Lea Lead');
    expect(leas.sinceLast).toEqual({
      bleedThen: 200,
      bleedNow: 150,
      raised: { count: 1, bleedPerWeek: 50 },
      fixed: { count: 0 },
      moved: { count: 0 },
      left: { count: 1 },
      kept: [],
    });
    expect(leas.wins).toEqual([]);
    expect(leas.commitments.dueNext).toEqual([{ card: { title: 'The lift stands still' } }]);
  });

  it('is another one for whoever asks for another, and the whole board at one word', async () => {
    await narrow({ businessUnitIds: [world.units.sales] });
    expect((await see({ text: 'shifts' })).walk.items).toEqual([{ card: { title: 'Nobody knows the shifts' } }]);
    const whole = await see({});
    expect(whole.slice).toBeNull();
    expect(whole.sinceLast).toMatchObject({ bleedThen: 300, bleedNow: 450, left: { count: 1 } });
    expect((await see()).slice?.words).toBe('only Sales');
    await narrow(null);
    expect(await see()).toEqual(whole);
  });

  it('is what plots, promises and the figures of a stage show as well, and is told in words to whoever asks', async () => {
    const filter = { businessUnitIds: [world.units.sales] };
    const seen = await world.viewer.agent.ask<{
      slice: { words: string };
      board: { stages: { count: number; bleedPerWeek: number }[] };
      commitments: { kept: object[]; dueThisWeek: object[]; later: object[] };
      waiting: { table: { rows: string[][] } };
      bleeding: { table: { rows: string[][] } };
    }>(
      `query ($filter: PainPointFilter!) {
        slice(filter: $filter) { words } board { stages { count(filter: $filter) bleedPerWeek(filter: $filter) } }
        commitments(filter: $filter) { kept { moves } dueThisWeek { moves } later { moves } }
        waiting: plot(input: { kind: IMPACT_EFFORT, width: 900, height: 500, filter: $filter }) { table { rows } }
        bleeding: plot(input: { kind: BLEEDING, width: 900, height: 500, filter: $filter }) { table { rows } }
      }`,
      { filter },
    );
    expect(seen.slice.words).toBe('only Sales');
    expect(seen.board.stages.map(({ count, bleedPerWeek }) => [count, bleedPerWeek])).toEqual([
      [1, 300],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 100],
    ]);
    expect([seen.commitments.dueThisWeek.length, seen.commitments.later.length]).toEqual([0, 0]);
    expect(seen.waiting.table.rows).toHaveLength(1);
    expect(seen.bleeding.table.rows.at(-1)?.join(' ')).toMatch(/300/);
    expect(seen.bleeding.table.rows.at(-1)?.join(' ')).not.toMatch(/450/);
  });

  it('is chosen by IT alone, and by what the board itself knows', async () => {
    const refused = async (agent: World['it']['agent'], filter: object) =>
      (
        await agent.answer('mutation ($input: NarrowMeetingInput!) { narrowMeeting(input: $input) { id } }', {
          input: { meetingId, filter },
        })
      ).code;
    expect(await refused(world.sponsor.agent, { blocked: true })).toBe('FORBIDDEN');
    expect(await refused(world.it.agent, { tags: Array.from({ length: 21 }, (_, at) => `tag ${at}`) })).toBe(
      'BAD_USER_INPUT',
    );
    expect((await see()).slice).toBeNull();
  });

  it('leaves the minutes those of the whole board', async () => {
    await narrow({ businessUnitIds: [world.units.sales] });
    await meetings.end(world.it.agent, meetingId);
    const kept = await see({ businessUnitIds: [world.units.sales] });
    expect(kept.slice).toBeNull();
    expect(kept.sinceLast).toMatchObject({ bleedThen: 300, bleedNow: 450, left: { count: 1 } });
    expect(kept.walk.items).toHaveLength(2);
    // The next one begins with the slice that the board was narrowed to.
    const { startMeeting } = await world.it.agent.ask<{
      startMeeting: { id: string; slice: { words: string } | null };
    }>('mutation ($input: StartMeetingInput) { startMeeting(input: $input) { id slice { words } } }', {
      input: { filter: { quadrants: ['QUICK_WIN'], tags: ['lift'] } },
    });
    expect(startMeeting.slice?.words).toBe('only tagged lift, quick wins');
    meetingId = startMeeting.id;
  });

  it('is walked to its end, however many cards need talk', async () => {
    await narrow(null);
    house.clock.advance(1);
    for (let at = 0; at < 101; at += 1) {
      await raise(world.sponsor.agent, { title: `One of many ${at}`, directCostPerWeek: 1000 - at });
    }
    const walk = async (first: number) =>
      (
        await meetings.look<{ walk: { count: number; items: { card: { title: string } }[] } }>(
          world.viewer.agent,
          meetingId,
          `walk(first: ${first}) { count items { card { title } } }`,
        )
      ).walk;
    const [some, all] = [await walk(100), await walk(200)];
    expect([some.count, some.items.length, all.items.length]).toEqual([101, 100, 101]);
    expect(all.items.slice(0, 100)).toEqual(some.items);
    expect(all.items.at(-1)?.card.title).toBe('One of many 100');
  });
});
