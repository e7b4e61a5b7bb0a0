import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { KeepCommitments } from '@stanch/sponsorship';
import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { startWorld, type TestStage, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';

interface Promised {
  dueOn: string;
  firstDueOn: string;
  state: string;
  reason: string | null;
  deliveredOn: string | null;
  by: { id: string };
}

describe('a date promised to the sponsors', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  beforeEach(() => house.clock.set(MORNING));
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const days = (count: number) => house.clock.advance(count * MILLISECONDS_PER_DAY);
  const night = () => house.get(KeepCommitments).breakPast();
  const to = (id: string, category: TestStage['category']) =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const promises = async (id: string) => {
    const { painPoint } = await world.sponsor.agent.ask<{ painPoint: { commitments: Promised[] } }>(
      'query ($id: ID!) { painPoint(id: $id) { commitments { dueOn firstDueOn state reason deliveredOn by { id } } } }',
      { id },
    );
    return painPoint.commitments;
  };
  const promised = async (dueOn: string) => {
    const { id } = await raise(world.sponsor.agent);
    await acts.promise(world.it.agent, id, dueOn);
    return id;
  };
  const refusalOf = async (id: string, dueOn: string, reason?: string) => {
    const { errors, code } = await world.it.agent.answer(
      'mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }',
      { input: { painPointId: id, dueOn, reason } },
    );
    return { code, field: errors[0]?.extensions?.field };
  };
  const brokenEvents = (id: string) =>
    house.rows("select 1 from outbox_event where type = 'CommitmentBroken' and data like ?", `%${id}%`).length;

  it('is kept when the card comes to checking on that day and is confirmed later', async () => {
    const id = await promised('2026-11-20');
    days(2);
    await to(id, 'CHECKING');
    expect(await promises(id)).toMatchObject([{ state: 'OPEN', deliveredOn: '2026-11-20', by: { id: world.it.id } }]);
    days(4);
    await night();
    expect(await promises(id)).toMatchObject([{ state: 'OPEN' }]);
    await acts.answer(world.sponsor.agent, id, true, 'Works.');
    expect(await promises(id)).toMatchObject([{ state: 'KEPT', dueOn: '2026-11-20', firstDueOn: '2026-11-20' }]);
  });

  it('is broken the day after, told once, and a late fix changes nothing', async () => {
    const id = await promised('2026-11-20');
    days(2);
    expect(await night()).toBe(0);
    days(1);
    expect(await promises(id)).toMatchObject([{ state: 'BROKEN' }]);
    await night();
    await night();
    expect(brokenEvents(id)).toBe(1);
    await to(id, 'CHECKING');
    await acts.answer(world.sponsor.agent, id, true, 'At last.');
    expect(await promises(id)).toMatchObject([{ state: 'BROKEN' }]);
  });

  it('falls on a day of the place where the company is, not of Greenwich', async () => {
    const id = await promised('2026-11-20');
    house.clock.set('2026-11-20T23:30:00.000Z');
    await to(id, 'CHECKING');
    expect(await promises(id)).toMatchObject([{ state: 'BROKEN' }]);
    expect(brokenEvents(id)).toBe(1);
    await night();
    expect(brokenEvents(id)).toBe(1);
  });

  it('stands again when its sponsor says that it still bleeds', async () => {
    const id = await promised('2026-11-20');
    days(1);
    await to(id, 'CHECKING');
    await acts.answer(world.sponsor.agent, id, false, 'It came back this morning.');
    expect(await promises(id)).toMatchObject([{ state: 'OPEN', deliveredOn: null }]);
    days(2);
    await night();
    expect(await promises(id)).toMatchObject([{ state: 'BROKEN' }]);
  });

  it('is not kept by a card that went to checking by mistake', async () => {
    const id = await promised('2026-11-20');
    const { changeId } = await to(id, 'CHECKING');
    await world.it.agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    expect(await promises(id)).toMatchObject([{ state: 'OPEN', deliveredOn: null }]);
  });

  it('is none the worse for a card that left checking by mistake and was taken back after the date', async () => {
    const id = await promised('2026-11-20');
    days(1);
    await to(id, 'CHECKING');
    days(4);
    const { changeId } = await to(id, 'TREATING');
    await world.it.agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    await night();
    expect(await promises(id)).toMatchObject([{ state: 'OPEN', deliveredOn: '2026-11-19' }]);
    await acts.answer(world.sponsor.agent, id, true, 'Works.');
    expect(await promises(id)).toMatchObject([{ state: 'KEPT' }]);
  });

  it('moves only with a reason, and its first date is never forgotten', async () => {
    const id = await promised('2026-11-20');
    expect(await refusalOf(id, '2026-11-25')).toEqual({ code: 'BAD_USER_INPUT', field: 'reason' });
    await acts.promise(world.it.agent, id, '2026-11-25', 'The supplier is late.');
    days(8);
    await night();
    await acts.promise(world.lead.agent, id, '2026-12-01', 'We found a second cause.');
    expect(await promises(id)).toMatchObject([
      { dueOn: '2026-11-20', state: 'MOVED', reason: null },
      { dueOn: '2026-11-25', firstDueOn: '2026-11-20', state: 'BROKEN', reason: 'The supplier is late.' },
      { dueOn: '2026-12-01', firstDueOn: '2026-11-20', state: 'OPEN', by: { id: world.lead.id } },
    ]);
  });

  it('cannot be made for yesterday, for what is done, or for what has left the board', async () => {
    const { id } = await raise(world.sponsor.agent);
    expect(await refusalOf(id, '2026-11-17')).toEqual({ code: 'BAD_USER_INPUT', field: 'dueOn' });
    for (const category of ['CHECKING', 'FIXED'] as const) {
      await to(id, category);
      expect(await refusalOf(id, '2026-11-30')).toEqual({ code: 'BAD_USER_INPUT', field: 'painPointId' });
    }
    await acts.close(world.it.agent, id, 'DECLINED', 'No budget.');
    expect(await refusalOf(id, '2026-11-30')).toEqual({ code: 'BAD_USER_INPUT', field: 'painPointId' });
  });

  it('is taken back within ten minutes by who noted it or a lead, and was then never promised', async () => {
    const id = await promised('2026-11-20');
    await acts.promise(world.it.agent, id, '2026-11-30', 'The supplier is late.');
    const [, slip] = house.rows<{ id: string }>('select id from commitment where pain_point_id = ? order by id', id);
    const takeBack = async (agent: Agent) =>
      (await agent.answer('mutation ($id: ID!) { withdrawCommitment(id: $id) { id } }', { id: slip?.id })).code;
    const other = await world.join('Other', 'IT', world.units.sales);
    expect([await takeBack(world.sponsor.agent), await takeBack(other.agent)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    house.clock.advance(10 * 60_000 + 1);
    expect(await takeBack(world.lead.agent)).toBe('BAD_USER_INPUT');
    house.clock.advance(-2);
    expect(await takeBack(world.lead.agent)).toBeUndefined();
    expect(await takeBack(world.lead.agent)).toBe('NOT_FOUND');
    expect(await promises(id)).toMatchObject([{ dueOn: '2026-11-20', firstDueOn: '2026-11-20', state: 'OPEN' }]);
    const { painPoint } = await world.it.agent.ask<{ painPoint: { history: object[] } }>(
      'query ($id: ID!) { painPoint(id: $id) { history { field from to } } }',
      { id },
    );
    expect(painPoint.history.at(-1)).toEqual({ field: 'commitment.withdrawn', from: '2026-11-30', to: '2026-11-20' });
  });

  it('says until when it can be taken back, to whom it can', async () => {
    const id = await promised('2026-11-20');
    await acts.promise(world.it.agent, id, '2026-11-30', 'The supplier is late.');
    const other = await world.join('Another', 'IT', world.units.sales);
    const until = async ({ agent }: { agent: Agent }) => {
      const { painPoint } = await agent.ask<{
        painPoint: { commitments: { viewerMayWithdrawUntil: string | null }[] };
      }>('query ($id: ID!) { painPoint(id: $id) { commitments { viewerMayWithdrawUntil } } }', { id });
      return painPoint.commitments.map(({ viewerMayWithdrawUntil }) => viewerMayWithdrawUntil);
    };
    const all = async () => [
      await until(world.it),
      await until(world.lead),
      await until(other),
      await until(world.sponsor),
      await until(world.viewer),
    ];
    const theirs = [null, instantAfter(MORNING, 10 * 60_000)];
    const none = [null, null];
    expect(await all()).toEqual([theirs, theirs, none, none, none]);
    const { changeId } = await to(id, 'CHECKING');
    expect(await until(world.it)).toEqual(none);
    await world.it.agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    house.clock.advance(10 * 60_000 + 1);
    expect(await until(world.it)).toEqual(none);
  });

  it('that a merge brought along stands again when the one that moved it is taken back, and not the broken one', async () => {
    const id = await promised('2026-11-30');
    const into = await promised('2026-11-19');
    days(2);
    await night();
    await acts.merge(world.it.agent, id, into);
    await acts.promise(world.it.agent, into, '2026-12-20', 'One of us is ill.');
    await acts.withdraw(world.it.agent, into);
    const states = (await promises(into)).map(({ dueOn, state }) => [dueOn, state]);
    expect(states).toEqual([
      ['2026-11-30', 'OPEN'],
      ['2026-11-19', 'BROKEN'],
    ]);
  });

  it('that was broken is not said to stand again when its new date is taken back', async () => {
    const id = await promised('2026-11-19');
    days(2);
    await night();
    await acts.promise(world.it.agent, id, '2026-12-20', 'One of us is ill.');
    await acts.withdraw(world.it.agent, id);
    expect(await promises(id)).toMatchObject([{ dueOn: '2026-11-19', state: 'BROKEN' }]);
    const said = house.rows<{ data: string }>(
      "select data from outbox_event where type = 'CommitmentWithdrawn' and data like ?",
      `%${id}%`,
    );
    expect(said.map(({ data }) => (JSON.parse(data) as { standsOn: string | null }).standsOn)).toEqual([null]);
  });

  it('goes along with a merge: nobody is freed of a promise by merging its card away', async () => {
    const id = await promised('2026-11-20');
    const { id: into } = await raise(world.otherSponsor.agent);
    await acts.merge(world.it.agent, id, into);
    expect(await promises(into)).toMatchObject([{ dueOn: '2026-11-20', state: 'OPEN' }]);
    days(3);
    await night();
    expect(await promises(into)).toMatchObject([{ state: 'BROKEN' }]);
    expect(brokenEvents(into)).toBe(1);
  });

  it('stands on in the other card also where a later one was broken, and goes along again', async () => {
    const id = await promised('2026-11-30');
    const into = await promised('2026-11-19');
    days(2);
    await night();
    await acts.merge(world.it.agent, id, into);
    const states = async (card: string) => (await promises(card)).map(({ dueOn, state }) => [dueOn, state]);
    expect(await states(into)).toEqual([
      ['2026-11-30', 'OPEN'],
      ['2026-11-19', 'BROKEN'],
    ]);
    const { painPoint } = await world.sponsor.agent.ask<{ painPoint: { commitment: object } }>(
      'query ($id: ID!) { painPoint(id: $id) { commitment { dueOn state } } }',
      { id: into },
    );
    expect(painPoint.commitment).toEqual({ dueOn: '2026-11-30', state: 'OPEN' });
    const { id: last } = await raise(world.otherSponsor.agent);
    await acts.merge(world.it.agent, into, last);
    expect(await states(last)).toEqual([['2026-11-30', 'OPEN']]);
    await to(last, 'CHECKING');
    await acts.answer(world.otherSponsor.agent, last, true, 'Works.');
    expect(await states(last)).toEqual([['2026-11-30', 'KEPT']]);
  });

  it('stays on the record when the card is parked before its date', async () => {
    const id = await promised('2026-11-20');
    await acts.close(world.it.agent, id, 'PARKED', 'The shop closes for a month.');
    days(3);
    await night();
    expect(await promises(id)).toMatchObject([{ state: 'BROKEN' }]);
    const { painPoint } = await world.it.agent.ask<{
      painPoint: { history: { field: string; from: string | null }[] };
    }>('query ($id: ID!) { painPoint(id: $id) { history { field from } } }', { id });
    expect(painPoint.history.at(-1)).toEqual({ field: 'commitment.broken', from: '2026-11-20' });
    expect(brokenEvents(id)).toBe(0);
  });
});
