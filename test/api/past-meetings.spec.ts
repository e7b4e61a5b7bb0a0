import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';

const SECRET = 'flibbertigibbet';
const HOUR = 3_600_000;

const CARD = '{ key title words stage raiser owner daysInStage bleedPerWeek }';
const NEWS = `{ card ${CARD} by dueOn newDueOn moves outcome reason }`;
const EVERYTHING = `
  state since startedAt endedAt nextOn startedBy { name } endedBy { name }
  steps { kind minutes secondsSpent } attendance { personId name businessUnit present }
  stages { name category count bleedPerWeek wipLimit } trust { kept due fixed confirmed checked reopened fixedCases }
  sinceLast {
    from to bleedThen bleedNow raised { count bleedPerWeek cards ${CARD} } moved { count moves { card ${CARD} fromStage toStage } }
    fixed { count } confirmed { count } reopened { count } returned { count } left { count } kept ${NEWS} broken ${NEWS}
  }
  wins { headline done thanks wordsBefore cards ${CARD} }
  commitments { kept ${NEWS} broken ${NEWS} moved ${NEWS} awaited ${NEWS} dueNext ${NEWS} }
  walk { count items { card ${CARD} reasons daysInStage usualDays nextTask { title assignee } toDecide } }
  candidates ${CARD} decisions { text at by card ${CARD} } actions { title assignee dueOn state cards ${CARD} }
  shown { step what seconds }`;

describe('a meeting that has ended', () => {
  let house: House;
  let world: World;
  let id: string;
  let cards: Record<'fixed' | 'promised' | 'blocked', string>;
  let asShown: Record<string, unknown>;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    const { agent } = world.it;
    const made = await Promise.all(
      ['fixed', 'promised', 'blocked'].map((title) =>
        raise(world.sponsor.agent, { title: `The ${title} one`, description: 'It hurts.', directCostPerWeek: 100 }),
      ),
    );
    const [fixed = '', promised = '', blocked = ''] = made.map((one) => one.id);
    cards = { fixed, promised, blocked };
    await acts.promise(agent, promised, '2026-11-19');
    await move(agent, { id: blocked, toStageId: world.stage('TREATING') });
    await acts.task(agent, blocked, `Ask the ${SECRET} for the key`);
    await acts.task(agent, blocked, 'Ring the supplier', world.it.id, 'SHARED');
    await acts.comment(agent, blocked, `Their ${SECRET} wants it.`, 'INTERNAL');
    await acts.finish(agent, await acts.task(agent, fixed, 'A faster query', world.it.id, 'SHARED'));
    await acts.finish(agent, await acts.task(agent, fixed, `The ${SECRET} of a query`, world.it.id));
    await move(agent, { id: fixed, toStageId: world.stage('CHECKING') });
    await acts.answer(world.sponsor.agent, fixed, true, 'Works.');
    await acts.win(agent, fixed, 'It is fast');
    house.clock.advance(3 * MILLISECONDS_PER_DAY);
    id = (await meetings.start(world.lead.agent)).id;
    await meetings.mark(agent, { meetingId: id, personId: world.sponsor.id, present: true });
    await meetings.mark(agent, { meetingId: id, personId: world.otherSponsor.id, present: false });
    await meetings.mark(agent, { meetingId: id, personId: world.viewer.id, present: true });
    await meetings.mark(agent, { meetingId: id, personId: world.viewer.id, present: null });
    house.clock.advance(2 * 60_000);
    await meetings.present(agent, { meetingId: id, step: 'WALK', painPointId: blocked });
    await meetings.decide(agent, { meetingId: id, text: 'The room gets a second key.', painPointId: blocked });
    const wrong = await meetings.decide(agent, { meetingId: id, text: 'Nobody will ever know.' });
    await agent.ask('mutation ($id: ID!) { removeDecision(id: $id) { id } }', { id: wrong });
    await meetings.give(agent, {
      meetingId: id,
      title: 'Have a key made',
      painPointIds: [blocked],
      assigneeId: world.it.id,
      dueOn: '2026-11-25',
    });
    await meetings.give(agent, { meetingId: id, title: 'Book the room' });
    const hidden = await meetings.give(agent, { meetingId: id, title: `Hush, ${SECRET}` });
    await agent.ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { id } }', {
      input: { id: hidden, expectedVersion: 1, visibility: 'INTERNAL' },
    });
    house.clock.advance(5 * 60_000);
    asShown = { ...(await meetings.look<Record<string, unknown>>(world.lead.agent, id, EVERYTHING)) };
    await meetings.end(world.lead.agent, id);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const reopened = (agent = world.sponsor.agent) => meetings.look<Record<string, unknown>>(agent, id, EVERYTHING);
  const figures = async () => {
    const { trustFigures } = await world.viewer.agent.ask<{ trustFigures: { kept: { kept: number; due: number } } }>(
      '{ trustFigures { kept { kept due } } }',
    );
    return trustFigures.kept;
  };

  it('holds who was there, what was shown, decided and given out', async () => {
    expect(await reopened()).toMatchObject({
      state: 'ENDED',
      endedBy: { name: 'Lea Lead' },
      attendance: [
        { personId: world.sponsor.id, name: 'Sara Sponsor', businessUnit: 'Sales', present: true },
        { personId: world.otherSponsor.id, name: 'Otto Sponsor', businessUnit: 'Finance', present: false },
      ],
      decisions: [{ text: 'The room gets a second key.', by: 'Ivo Itman', card: { title: 'The blocked one' } }],
      actions: [
        { title: 'Have a key made', assignee: 'Ivo Itman', dueOn: '2026-11-25', cards: [{ title: 'The blocked one' }] },
        { title: 'Book the room', assignee: null, dueOn: null, cards: [] },
      ],
      shown: [
        { step: 'SINCE_LAST', what: null, seconds: 120 },
        { step: 'WALK', what: expect.stringContaining('The blocked one'), seconds: 300 },
      ],
      wins: [{ headline: 'It is fast', done: ['A faster query'] }],
    });
  });

  it('opens as it was, whatever was renamed, moved, promised, merged or done since', async () => {
    const { agent } = world.it;
    house.clock.advance(HOUR);
    const rename = { id: cards.blocked, expectedVersion: 20, title: 'Quite another title', directCostPerWeek: 9_000 };
    const { painPoint } = await agent.ask<{ painPoint: { version: number } }>(
      'query ($id: ID!) { painPoint(id: $id) { version } }',
      { id: cards.blocked },
    );
    await agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { ...rename, expectedVersion: painPoint.version },
    });
    await acts.reopen(world.sponsor.agent, cards.fixed, 'It bleeds again.');
    await acts.merge(agent, cards.promised, cards.fixed);
    await world.lead.agent.ask('mutation ($input: UpdateStageInput!) { updateStage(input: $input) { id } }', {
      input: { id: world.stage('TREATING'), name: 'Under the knife' },
    });
    await world.lead.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input: { id: world.sponsor.id, name: 'Sara Married' },
    });
    await world.lead.agent.ask('mutation { updateWorkspace(input: { hourlyCost: 99, meetingWeekday: 1 }) { id } }');
    house.clock.advance(30 * MILLISECONDS_PER_DAY);
    const past = await reopened();
    const { state, endedAt, endedBy, ...content } = past;
    expect([state, endedBy]).toEqual(['ENDED', { name: 'Lea Lead' }]);
    expect({ ...content, state: 'RUNNING', endedAt: null, endedBy: null }).toEqual(asShown);
    expect(JSON.stringify(past)).not.toContain('Married');
    expect((past['sinceLast'] as { to: string }).to).toBe(endedAt);
  });

  it('leads from its cards to those of now', async () => {
    const { walk } = await meetings.look<{
      walk: { items: { card: { title: string; painPoint: { title: string } } }[] };
    }>(world.sponsor.agent, id, 'walk { items { card { title painPoint { title } } } }');
    expect(walk.items.find(({ card }) => card.title === 'The blocked one')?.card.painPoint.title).toBe(
      'Quite another title',
    );
  });

  it('cannot be changed any more, and ending it again changes nothing', async () => {
    const before = await house.everything();
    const wrong = [
      ['mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }', { meetingId: id, step: 'WALK' }],
      [
        'mutation ($input: AddDecisionInput!) { addDecision(input: $input) { meeting { id } } }',
        { meetingId: id, text: 'Late' },
      ],
      [
        'mutation ($input: AddActionItemInput!) { addActionItem(input: $input) { meeting { id } } }',
        { meetingId: id, title: 'Late' },
      ],
      [
        'mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }',
        { meetingId: id, personId: world.it.id, present: true },
      ],
    ] as const;
    for (const [query, input] of wrong) {
      const { errors } = await world.it.agent.answer(query, { input });
      expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'meetingId' });
    }
    await meetings.end(world.it.agent, id);
    expect(await house.everything()).toEqual(before);
    expect(house.rows("select 1 from outbox_event where type = 'MeetingEnded'").length).toBeLessThanOrEqual(1);
  });

  it('holds nothing that is internal to IT, and no address', async () => {
    const [{ content } = { content: '' }] = house.rows<{ content: string }>('select content from meeting_minutes');
    expect(content).not.toContain(SECRET);
    expect(content).not.toContain('@example.com');
    expect(JSON.stringify(await reopened())).not.toContain(SECRET);
    expect(content.length).toBeGreaterThan(2_000);
  });

  it('fixes for ever how many promises had fallen due', async () => {
    expect(await figures()).toEqual({ kept: 0, due: 1 });
    const { agent } = world.it;
    const { id: cardId } = await raise(world.sponsor.agent);
    const dueOn = house.clock.now().slice(0, 10);
    await acts.promise(agent, cardId, dueOn);
    await move(agent, { id: cardId, toStageId: world.stage('CHECKING') });
    house.clock.advance(MILLISECONDS_PER_DAY);
    const counted = house.rows('select * from counted_promise order by counted_on');
    const { id: next } = await meetings.start(agent);
    await meetings.end(agent, next);
    // Its sponsor had not said so yet: what is said after the meeting counts in the week after it.
    expect(house.rows('select * from counted_promise order by counted_on')).toEqual(counted);
    await acts.answer(world.sponsor.agent, cardId, true, 'Works.');
    expect(await figures()).toEqual({ kept: 1, due: 2 });
    house.clock.advance(7 * MILLISECONDS_PER_DAY);
    const { id: last } = await meetings.start(agent);
    await meetings.end(agent, last);
    const fixed = house.rows<{ counted_on: string; kept: number }>('select counted_on, kept from counted_promise');
    const dayAfterMeeting = new Date(Date.parse(dueOn) + 2 * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
    expect(fixed.toSorted((one, other) => (one.counted_on < other.counted_on ? -1 : 1))).toEqual([
      { counted_on: '2026-11-19', kept: 0 },
      { counted_on: dayAfterMeeting, kept: 1 },
    ]);
  });

  it('stands in the list of meetings, the latest first, page by page', async () => {
    const list = async (after: string | null) =>
      (
        await world.viewer.agent.ask<{
          meetings: {
            nodes: { id: string; startedAt: string }[];
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }>(
          'query ($after: String) { meetings(first: 2, after: $after) { totalCount nodes { id startedAt } pageInfo { hasNextPage endCursor } } }',
          { after },
        )
      ).meetings;
    const first = await list(null);
    const second = await list(first.pageInfo.endCursor);
    const all = [...first.nodes, ...second.nodes];
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([3, true, false]);
    expect(all.at(-1)?.id).toBe(id);
    const times = all.map(({ startedAt }) => startedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('counts a promise that stays broken in its week alone, also in a meeting long after', async () => {
    const [broken, later] = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    const day = (days: number) => instantAfter(house.clock.now(), days * MILLISECONDS_PER_DAY).slice(0, 10);
    for (const { id: cardId } of [broken, later]) await acts.promise(world.it.agent, cardId, day(0));
    house.clock.advance(2 * MILLISECONDS_PER_DAY);
    // A date that is promised after the miss belongs to the same promise, also once it is kept.
    await acts.promise(world.it.agent, later.id, day(3), 'The part is late.');
    const hold = async () => meetings.end(world.it.agent, (await meetings.start(world.it.agent)).id);
    await hold();
    const counted = house.rows('select * from counted_promise order by commitment_id');
    await move(world.it.agent, { id: later.id, toStageId: world.stage('CHECKING') });
    await acts.answer(world.sponsor.agent, later.id, true, 'At last.');
    house.clock.advance(13 * 7 * MILLISECONDS_PER_DAY);
    await hold();
    expect(house.rows('select * from counted_promise order by commitment_id')).toEqual(counted);
    house.clock.advance(MILLISECONDS_PER_DAY);
    expect(await figures()).toEqual({ kept: 0, due: 0 });
  });
});
