import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { KeepCommitments } from '@stanch/sponsorship';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { clearBoard, meetings } from '../support/meetings.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

interface Counted {
  count: number;
  bleedPerWeek: number;
  cards: { key: string; title: string }[];
}
interface News {
  commitmentId: string;
  card: { key: string };
  by: string;
  dueOn: string;
  newDueOn: string | null;
  moves: number;
  outcome: string;
  reason: string | null;
}
interface SinceLast {
  from: string;
  to: string;
  bleedThen: number;
  bleedNow: number;
  raised: Counted;
  fixed: Counted;
  confirmed: Counted;
  reopened: Counted;
  returned: Counted;
  moved: { count: number; moves: { card: { key: string }; fromStage: string; toStage: string }[] };
  left: { count: number; cards: { card: { key: string }; how: string; reason: string }[] };
  kept: News[];
  broken: News[];
  postponed: News[];
}
interface Commitments {
  kept: News[];
  broken: News[];
  moved: News[];
  awaited: News[];
  dueNext: News[];
}

const COUNTED = '{ count bleedPerWeek cards { key title } }';
const NEWS = '{ commitmentId card { key } by dueOn newDueOn moves outcome reason }';
const SINCE_LAST = `sinceLast {
  from to bleedThen bleedNow raised ${COUNTED} fixed ${COUNTED} confirmed ${COUNTED} reopened ${COUNTED} returned ${COUNTED}
  moved { count moves { card { key } fromStage toStage } } left { count cards { card { key } how reason } }
  kept ${NEWS} broken ${NEWS} postponed ${NEWS}
}`;

const HOUR = 3_600_000;

describe('what happened since the last meeting', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  beforeEach(() => clearBoard(world.it.agent));
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const days = (count: number) => house.clock.advance(count * MILLISECONDS_PER_DAY);
  const to = (id: string, category: TestStage['category']) =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const costing = (rate: number) => ({ directCostPerWeek: rate, peopleAffected: 0 });
  const since = async () => {
    const { id } = await meetings.start(world.it.agent);
    return (await meetings.look<{ sinceLast: SinceLast }>(world.viewer.agent, id, SINCE_LAST)).sinceLast;
  };
  const commitments = async () => {
    const { id } = await meetings.start(world.it.agent);
    const fields = `commitments { kept ${NEWS} broken ${NEWS} moved ${NEWS} awaited ${NEWS} dueNext ${NEWS} }`;
    return (await meetings.look<{ commitments: Commitments }>(world.viewer.agent, id, fields)).commitments;
  };
  const meet = async () => {
    const { id } = await meetings.start(world.it.agent);
    await meetings.end(world.it.agent, id);
    return id;
  };
  const keys = ({ cards }: Counted) => cards.map(({ key }) => key);

  it('is told from the end of the last meeting on, and looking never resets it', async () => {
    const old = await raise(world.sponsor.agent, costing(100));
    days(8);
    const young = await raise(world.sponsor.agent, costing(20));
    days(1);
    // The first ever looks a week back.
    expect(await since()).toMatchObject({ bleedThen: 100, bleedNow: 120, raised: { count: 1, bleedPerWeek: 20 } });
    days(1);
    for (let look = 0; look < 3; look += 1) expect(keys((await since()).raised)).toEqual([young.key]);
    await meet();
    const ended = house.clock.now();
    house.clock.advance(HOUR);
    const last = await raise(world.sponsor.agent, costing(3));
    await to(old.id, 'PLANNED');
    house.clock.advance(HOUR);
    const told = await since();
    expect(told).toMatchObject({ from: ended, to: house.clock.now(), bleedThen: 120, bleedNow: 123 });
    expect(keys(told.raised)).toEqual([last.key]);
    // An interrupted meeting has ended nothing.
    await house.restart();
    house.clock.advance(HOUR);
    expect((await since()).from).toBe(ended);
  });

  it('names what was estimated anew, what changed most first, and of what was merged where it bleeds on', async () => {
    const raised = (rate: number) => raise(world.sponsor.agent, costing(rate));
    const [less, home, merged] = [await raised(100), await raised(200), await raised(300)];
    const [slight, quiet, alone] = [await raised(40), await raised(500), await raised(60)];
    await meet();
    days(1);
    const estimate = ({ id }: { id: string }, directCostPerWeek: number) =>
      world.it.agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
        input: { id, expectedVersion: 1, directCostPerWeek },
      });
    await estimate(less, 20);
    await estimate(slight, 45);
    await estimate(home, 480);
    await acts.merge(world.it.agent, merged.id, home.id);
    await acts.merge(world.it.agent, alone.id, quiet.id);
    await raise(world.sponsor.agent, costing(7));
    house.clock.advance(1);
    const told = async () => {
      const { id } = await meetings.start(world.it.agent);
      const fields = 'sinceLast { effects { reestimated } reestimated { count cards { change into card { key } } } }';
      return (await meetings.look<{ sinceLast: object }>(world.viewer.agent, id, fields)).sinceLast;
    };
    expect(await told()).toEqual({
      effects: { reestimated: -155 },
      reestimated: {
        count: 4,
        cards: [
          { change: -80, into: null, card: { key: less.key } },
          { change: -60, into: quiet.key, card: { key: alone.key } },
          { change: -20, into: null, card: { key: home.key } },
          { change: 5, into: null, card: { key: slight.key } },
        ],
      },
    });
    await meet();
    days(1);
    expect(await told()).toMatchObject({ reestimated: { count: 0, cards: [] } });
  });

  it('reads what was estimated anew only for whoever asks, and looks for no homes of what was not merged', async () => {
    await raise(world.sponsor.agent, { peopleAffected: 2, hoursLostPerPersonPerWeek: 1 });
    await meet();
    days(1);
    const costAnHour = (hourlyCost: number) =>
      world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
        input: { hourlyCost },
      });
    await costAnHour(60);
    house.clock.advance(1);
    const { id } = await meetings.start(world.it.agent);
    await house.settled();
    const sent = (fields: string) => house.statementsOf(() => meetings.look(world.viewer.agent, id, fields));
    const unasked = await sent('sinceLast { bleedThen }');
    const asked = await sent('sinceLast { bleedThen reestimated { count cards { change } } }');
    expect(asked.length).toBeGreaterThan(unasked.length);
    expect(asked.filter((statement) => /"merged_into_id" in/.test(statement))).toEqual([]);
    await costAnHour(50);
  });

  it('tells of each promise once, in the meeting after it was kept, broken or moved', async () => {
    house.clock.set('2026-12-02T09:00:00.000Z');
    const cards = await Promise.all([1, 2, 3, 4, 5].map(() => raise(world.sponsor.agent)));
    const [kept, broken, moved, late, waits] = cards as [(typeof cards)[0], ...typeof cards];
    const of = (card: (typeof cards)[0] | undefined) => card?.id ?? '';
    await acts.promise(world.it.agent, of(kept), '2026-12-04');
    await acts.promise(world.it.agent, of(broken), '2026-12-04');
    await acts.promise(world.it.agent, of(moved), '2026-12-08');
    await acts.promise(world.it.agent, of(late), '2026-12-03');
    await acts.promise(world.it.agent, of(waits), '2026-12-07');
    await meet();
    days(1);
    await to(of(kept), 'CHECKING');
    await to(of(waits), 'CHECKING');
    days(1);
    await acts.answer(world.sponsor.agent, of(kept), true, 'Works.');
    await acts.promise(world.it.agent, of(late), '2026-12-16', 'The supplier is late.');
    await acts.promise(world.it.agent, of(moved), '2026-12-11', 'One of us is ill.');
    await acts.promise(world.lead.agent, of(moved), '2026-12-14', 'He still is.');
    // A slip that was taken back is no news.
    await acts.promise(world.lead.agent, of(moved), '2062-12-14', 'He was ill.');
    await acts.withdraw(world.lead.agent, of(moved));
    days(4);
    await house.get(KeepCommitments).breakPast();
    const told = await commitments();
    const says = (news: News[]) =>
      news.map(({ card, dueOn, newDueOn, moves, reason }) => [card.key, dueOn, newDueOn, moves, reason]);
    expect(says(told.kept)).toEqual([[kept.key, '2026-12-04', null, 0, null]]);
    expect(says(told.broken)).toEqual([
      [late?.key, '2026-12-03', '2026-12-16', 1, 'The supplier is late.'],
      [broken?.key, '2026-12-04', null, 0, null],
    ]);
    expect(says(told.moved)).toEqual([[moved?.key, '2026-12-08', '2026-12-14', 2, 'He still is.']]);
    expect(says(told.awaited)).toEqual([[waits?.key, '2026-12-07', null, 0, null]]);
    // It is Tuesday; the meeting after this one is on Wednesday of next week.
    expect(says(told.dueNext)).toEqual([
      [moved?.key, '2026-12-14', null, 2, 'He still is.'],
      [late?.key, '2026-12-16', null, 1, 'The supplier is late.'],
    ]);
    expect(told.moved[0]?.by).toBe(world.lead.name);
    await acts.explain(world.it.agent, told.broken[1]?.commitmentId ?? '', 'The wrong part came.');
    expect(says((await commitments()).broken).map(([key, , , , why]) => [key, why])).toEqual([
      [late?.key, 'The supplier is late.'],
      [broken?.key, 'The wrong part came.'],
    ]);
    const [figures, now] = [await since(), await commitments()];
    expect([figures.kept, figures.broken, figures.postponed]).toEqual([now.kept, now.broken, now.moved]);
    await meet();
    days(7);
    await house.get(KeepCommitments).breakPast();
    await acts.answer(world.sponsor.agent, of(waits), false, 'It came back.');
    await house.get(KeepCommitments).breakPast();
    const next = await commitments();
    expect(says(next.kept)).toEqual([]);
    expect(says(next.moved)).toEqual([]);
    expect(says(next.broken)).toEqual([
      [waits?.key, '2026-12-07', null, 0, null],
      [moved?.key, '2026-12-14', null, 2, null],
    ]);
    expect(says(next.dueNext)).toEqual([[late?.key, '2026-12-16', null, 1, 'The supplier is late.']]);
  });

  it('knows of each card its net way, and nothing of there and back again', async () => {
    const cards = await Promise.all([1, 2, 3, 4].map(() => raise(world.sponsor.agent, costing(10))));
    const [there, undone, on, through] = cards.map(({ id }) => id) as [string, string, string, string];
    await to(on, 'PLANNED');
    house.clock.advance(HOUR);
    await meet();
    house.clock.advance(HOUR);
    await to(there, 'TREATING');
    await to(there, 'BLEEDING');
    const { changeId } = await to(undone, 'CHECKING');
    await acts.undo(world.it.agent, changeId);
    await to(on, 'CHECKING');
    await to(on, 'TREATING');
    await to(through, 'FIXED');
    house.clock.advance(HOUR);
    const { moved, fixed, reopened, bleedThen, bleedNow } = await since();
    expect(moved.moves.map(({ card, fromStage, toStage }) => [card.key, fromStage, toStage])).toEqual([
      [cards[2]?.key, 'Planned', 'Treating'],
      [cards[3]?.key, 'Bleeding', 'Fixed'],
    ]);
    expect(keys(fixed)).toEqual([cards[3]?.key]);
    expect(reopened.count).toBe(0);
    expect([bleedThen, bleedNow]).toEqual([40, 30]);
  });

  it('tells what its sponsors said: confirmed, and bleeding again', async () => {
    const [good, bad, again] = await Promise.all([1, 2, 3].map(() => raise(world.sponsor.agent)));
    for (const card of [good, bad, again]) await to(card?.id ?? '', 'CHECKING');
    await acts.answer(world.sponsor.agent, again?.id ?? '', true, 'Works.');
    house.clock.advance(HOUR);
    await meet();
    house.clock.advance(HOUR);
    await acts.answer(world.sponsor.agent, good?.id ?? '', true, 'Works.');
    await acts.answer(world.sponsor.agent, bad?.id ?? '', false, 'It came back this morning.');
    await acts.reopen(world.sponsor.agent, again?.id ?? '', 'It bleeds again.');
    house.clock.advance(HOUR);
    const told = await since();
    expect(keys(told.confirmed)).toEqual([good?.key]);
    expect(keys(told.fixed)).toEqual([good?.key]);
    expect(keys(told.reopened)).toEqual([bad?.key, again?.key]);
    expect(told.moved.moves.map(({ toStage }) => toStage)).toEqual(['Fixed', 'Treating', 'Treating']);
  });

  it('tells what left the board and why, and what came back', async () => {
    const cards = await Promise.all([1, 2, 3, 4, 5].map(() => raise(world.sponsor.agent)));
    const [parked, declined, merged, into, back] = cards.map(({ id }) => id) as [
      string,
      string,
      string,
      string,
      string,
    ];
    await acts.close(world.it.agent, back, 'PARKED', 'Later.');
    house.clock.advance(HOUR);
    await meet();
    house.clock.advance(HOUR);
    await acts.close(world.it.agent, parked, 'PARKED', 'The shop closes for a month.');
    await acts.close(world.it.agent, declined, 'DECLINED', 'No budget.');
    await acts.merge(world.it.agent, merged, into);
    await acts.reopen(world.it.agent, back, 'Now.');
    house.clock.advance(HOUR);
    const { left, returned, raised, moved, reopened } = await since();
    const told = left.cards.map(({ card, how, reason }) => [card.key, how, reason]).toSorted();
    expect(told).toEqual(
      [
        [cards[0]?.key, 'PARKED', 'The shop closes for a month.'],
        [cards[1]?.key, 'DECLINED', 'No budget.'],
        [cards[2]?.key, 'MERGED', expect.stringContaining(`${cards[3]?.key} The order form`)],
      ].toSorted(),
    );
    expect(keys(returned)).toEqual([cards[4]?.key]);
    expect([raised.count, moved.count, reopened.count]).toEqual([0, 0, 0]);
  });

  it('starts at a moment and not at a day', async () => {
    const { id } = await raise(world.sponsor.agent);
    await acts.promise(world.it.agent, id, house.clock.now().slice(0, 10));
    house.clock.advance(HOUR);
    await meet();
    house.clock.advance(HOUR);
    await to(id, 'CHECKING');
    await acts.answer(world.sponsor.agent, id, true, 'Works.');
    house.clock.advance(HOUR);
    expect((await commitments()).kept).toHaveLength(1);
  });

  it('finds what was promised for a card where it lives on once that was merged', async () => {
    days(20);
    const [gone, home] = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    const due = (after: number) => new Date(Date.parse(house.clock.now()) + after * MILLISECONDS_PER_DAY).toISOString();
    await acts.promise(world.it.agent, gone.id, due(30).slice(0, 10));
    await meet();
    house.clock.advance(HOUR);
    await acts.promise(world.it.agent, gone.id, due(60).slice(0, 10), 'The supplier is late.');
    house.clock.advance(HOUR);
    await acts.merge(world.it.agent, gone.id, home.id);
    const { moved } = await commitments();
    expect(moved.map(({ card, reason }) => [card.key, reason])).toEqual([[home.key, 'The supplier is late.']]);
    await meet();
  });

  it('can be counted of any week, from Monday to Sunday, as it was then', async () => {
    // Monday, 27 March 2028: on the Sunday before it clocks were put forward.
    house.clock.set('2028-03-27T07:00:00.000Z');
    const { id } = await raise(world.sponsor.agent, costing(500));
    await acts.promise(world.it.agent, id, '2028-03-28');
    days(1);
    await to(id, 'CHECKING');
    await acts.answer(world.sponsor.agent, id, true, 'At last.');
    const weeks = async (...given: string[]) =>
      world.viewer.agent.answer<{ weekFigures: Record<string, unknown>[] }>(
        `query ($weeks: [Date!]!) { weekFigures(weeks: $weeks) {
          monday from to currency bleedThen bleedNow raised fixed confirmed commitmentsDue commitmentsKept
        } }`,
        { weeks: given },
      );
    const [before, now] = (await weeks('2028-03-22', '2028-03-27')).data?.weekFigures ?? [];
    expect(before).toMatchObject({
      monday: '2028-03-20',
      from: '2028-03-19T22:59:59.999Z',
      to: '2028-03-26T21:59:59.999Z',
      currency: 'EUR',
      raised: 0,
      fixed: 0,
      bleedNow: now?.['bleedThen'],
    });
    expect(now).toMatchObject({
      to: house.clock.now(),
      raised: 1,
      fixed: 1,
      confirmed: 1,
      bleedNow: now?.['bleedThen'],
      commitmentsDue: 1,
      commitmentsKept: 1,
    });
    const error = (await weeks('2028-03-27', '2028-04-03')).errors[0];
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'weeks' });
    expect(error?.message).toContain('once it has begun');
    await meet();
    days(7);
    const past = (await weeks('2028-03-30')).data?.weekFigures;
    expect(past).toEqual([{ ...now, to: '2028-04-02T21:59:59.999Z' }]);
    await acts.reopen(world.sponsor.agent, id, 'It bleeds again.');
    await world.lead.agent.ask('mutation { updateWorkspace(input: { currency: "CHF", hourlyCost: 99 }) { id } }');
    expect((await weeks('2028-03-30')).data?.weekFigures).toEqual(past);
  });
});
