import { RecordInterview } from '@stanch/discovery';
import { UnitOfWork } from '@stanch/platform';
import { StoredLinks } from '@stanch/remediation';
import { acts } from '../mail/hearing.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';

const ADD_TASK = 'mutation ($input: AddTaskInput!) { addTask(input: $input) { id version } }';
const MOVE_TASK = 'mutation ($input: MoveTaskInput!) { moveTask(input: $input) { id } }';
const RECORD_WIN = `mutation ($input: RecordWinInput!) { recordWin(input: $input) {
  id headline measure unit before after savedPerWeek achievedOn published
  thanks { id } painPoints { id } tasks { id title }
} }`;
const CARD = `query ($id: ID!) { painPoint(id: $id) {
  taskCount tasksDone tasks { id title state visibility painPointCount painPoints { id } }
  wins { headline published tasks { title } } comments { text visibility author { id } at }
  quotes { text interview { heldOn quotes { text } } painPoints { id } } history { kind field to }
} }`;

interface Card {
  taskCount: number;
  tasksDone: number;
  tasks: { id: string; title: string; state: string; painPointCount: number; painPoints: { id: string }[] }[];
  wins: { headline: string; published: boolean; tasks: { title: string }[] }[];
  comments: { text: string; visibility: string; author: { id: string }; at: string }[];
  quotes: { text: string; interview: { heldOn: string; quotes: { text: string }[] }; painPoints: { id: string }[] }[];
  history: { kind: string; field: string; to: string | null }[];
}

describe('what is done about a pain point', () => {
  let house: House;
  let world: World;
  let cardId: string;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  beforeEach(async () => {
    cardId = (await raise(world.sponsor.agent)).id;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const see = async (who: Member, id = cardId) => (await who.agent.ask<{ painPoint: Card }>(CARD, { id })).painPoint;
  const eventsOf = (type: string, needle: string) =>
    house.rows('select 1 from outbox_event where type = ? and data like ?', type, `%${needle}%`).length;

  describe('by tasks', () => {
    const add = async (title: string, more: object = {}) =>
      (
        await world.it.agent.ask<{ addTask: { id: string; version: number } }>(ADD_TASK, {
          input: { title, painPointIds: [cardId], ...more },
        })
      ).addTask;

    it('of which a sponsor sees and counts the shared ones alone', async () => {
      await add('Ask the boss for money');
      const shared = await add('Change the lamp', { visibility: 'SHARED' });
      await acts.finish(world.it.agent, shared);
      expect(await see(world.it)).toMatchObject({ taskCount: 2, tasksDone: 1 });
      const sponsor = await see(world.sponsor);
      expect(sponsor).toMatchObject({
        taskCount: 1,
        tasksDone: 1,
        tasks: [{ title: 'Change the lamp', state: 'DONE' }],
      });
      expect(JSON.stringify(sponsor)).not.toContain('boss');
    });

    it('in the order in which IT puts them, which is each card’s own', async () => {
      const [a, b, c] = [await add('a'), await add('b'), await add('c')];
      const { id: other } = await raise(world.sponsor.agent);
      const titles = async (id = cardId) => (await see(world.it, id)).tasks.map(({ title }) => title);
      const put = (id: string, beside: object, painPointId = cardId) =>
        world.it.agent.answer(MOVE_TASK, { input: { id, painPointId, ...beside } });
      await put(c.id, { beforeId: a.id });
      expect(await titles()).toEqual(['c', 'a', 'b']);
      await put(c.id, { afterId: a.id });
      expect(await titles()).toEqual(['a', 'c', 'b']);
      await put(a.id, {});
      expect(await titles()).toEqual(['c', 'b', 'a']);
      expect((await put(b.id, {}, other)).errors[0]?.extensions?.field).toBe('painPointId');
    });

    it('that may treat several at once, are told to each, and let go of one', async () => {
      const { id: other } = await raise(world.sponsor.agent);
      const task = await add('Change all lamps', { painPointIds: [cardId, other], visibility: 'SHARED' });
      expect((await see(world.it)).tasks[0]).toMatchObject({ painPointCount: 2 });
      await acts.finish(world.it.agent, task);
      expect(eventsOf('TaskDone', task.id)).toBe(1);
      for (const id of [cardId, other]) {
        expect((await see(world.sponsor, id)).history.at(-1)).toMatchObject({ kind: 'TASK', field: 'task.state' });
      }
      await world.it.agent.ask('mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { id } }', {
        input: { id: task.id, expectedVersion: task.version + 1, painPointIds: [other] },
      });
      expect((await see(world.it)).tasks).toEqual([]);
      expect((await see(world.it, other)).tasks).toHaveLength(1);
    });
  });

  describe('as wins', () => {
    interface Win {
      id: string;
      [field: string]: unknown;
    }
    const record = async (input: object) =>
      (await world.it.agent.ask<{ recordWin: Win }>(RECORD_WIN, { input: { painPointIds: [cardId], ...input } }))
        .recordWin;

    it('with a measure, whom to thank and what was done, told to the sponsors at once', async () => {
      const task = await acts.task(world.it.agent, cardId, 'Change the lamp', undefined, 'SHARED');
      const hidden = await acts.task(world.it.agent, cardId, 'Fire the supplier');
      const win = await record({
        headline: 'The lamp burns',
        measure: 'flickers a day',
        unit: 'times',
        before: 60,
        after: 0,
        savedPerWeek: 120.5,
        taskIds: [task.id, hidden.id],
        thanksIds: [world.lead.id, world.lead.id],
      });
      expect(win).toMatchObject({
        published: true,
        before: 60,
        after: 0,
        savedPerWeek: 120.5,
        achievedOn: '2026-11-18',
        thanks: [{ id: world.lead.id }],
        painPoints: [{ id: cardId }],
      });
      expect(eventsOf('WinPublished', win.id)).toBe(1);
      expect((await see(world.sponsor)).wins).toEqual([
        { headline: 'The lamp burns', published: true, tasks: [{ title: 'Change the lamp' }] },
      ]);
    });

    it('that wait: a sponsor knows nothing of one until it is published, and then once', async () => {
      const { id } = await record({ headline: 'Half of it is done', publish: false });
      expect(await see(world.sponsor)).toMatchObject({ wins: [] });
      expect(JSON.stringify(await see(world.sponsor))).not.toContain('Half of it');
      expect(eventsOf('WinPublished', id)).toBe(0);
      const publish = () => world.it.agent.answer('mutation ($id: ID!) { publishWin(id: $id) { published } }', { id });
      expect((await publish()).errors).toEqual([]);
      expect((await see(world.sponsor)).wins).toHaveLength(1);
      expect((await publish()).errors[0]?.message).toMatch(/published before/);
      expect(eventsOf('WinPublished', id)).toBe(1);
    });
  });

  describe('that got better of late', () => {
    const LATEST = `query ($first: Int, $filter: PainPointFilter) {
      wins(first: $first, filter: $filter) { headline achievedOn published }
    }`;
    const record = (headline: string, painPointId: string, more: object = {}) =>
      world.it.agent.ask(RECORD_WIN, { input: { headline, painPointIds: [painPointId], ...more } });
    const latest = async (who: Member, asked: Record<string, unknown> = {}) =>
      (await who.agent.ask<{ wins: { headline: string; published: boolean }[] }>(LATEST, asked)).wins;

    it('is told the latest first, however many cards are fixed and whatever became of its own', async () => {
      const { id: of } = await raise(world.it.agent, { tags: ['lift'] });
      await record('The lift stops at each floor', of, { achievedOn: '2026-11-10' });
      const { id: other } = await raise(world.it.agent, { tags: ['lift'] });
      await record('The lift has light', other, { achievedOn: '2026-11-16' });
      await record('The lift has music', of, { achievedOn: '2026-11-17', publish: false });
      await world.it.agent.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
        input: { id: other, as: 'DECLINED', reason: 'The stairs are wider now.' },
      });
      const lifts = { filter: { tags: ['lift'] } };
      const inTurn = [{ headline: 'The lift has light' }, { headline: 'The lift stops at each floor' }];
      for (const who of [world.it, world.sponsor]) expect(await latest(who, lifts)).toMatchObject(inTurn);
      expect(await latest(world.viewer, { ...lifts, first: 1 })).toMatchObject(inTurn.slice(0, 1));
      expect((await latest(world.viewer)).length).toBeGreaterThan(2);
      expect((await latest(world.it)).every(({ published }) => published)).toBe(true);
    });

    it('is asked for in a number that makes sense', async () => {
      for (const first of [-1, 2_000_000]) {
        const { errors } = await world.viewer.agent.answer(LATEST, { first });
        expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
      }
    });
  });

  it('is talked about: word for word, oldest first, and among IT what is internal', async () => {
    const text = 'First line\n  <b>second</b> line — with “quotes” & ümlauts 🧰';
    await acts.comment(world.sponsor.agent, cardId, `  ${text}\n`, 'SHARED');
    house.clock.advance(1000);
    await acts.comment(world.it.agent, cardId, 'He says that every week.', 'INTERNAL');
    expect((await see(world.it)).comments).toMatchObject([
      { text, visibility: 'SHARED', author: { id: world.sponsor.id } },
      { text: 'He says that every week.', visibility: 'INTERNAL', author: { id: world.it.id } },
    ]);
    expect((await see(world.sponsor)).comments.map((comment) => comment.text)).toEqual([text]);
    await expect(acts.comment(world.sponsor.agent, cardId, 'Psst.', 'INTERNAL')).rejects.toThrow(/FORBIDDEN: Internal/);
    await expect(acts.comment(world.viewer.agent, cardId, 'Hello.', 'SHARED')).rejects.toThrow(/FORBIDDEN/);
  });

  it('began with what somebody said in an interview, and keeps the link to it', async () => {
    const actor = { personId: world.it.id, role: world.it.role };
    const words = ['Letters come out two floors down.', 'Nobody asks us.'];
    const { quotes } = await house.get(RecordInterview).run(actor, {
      heldOn: '2026-11-02',
      notes: 'He was angry, and his boss must not know.',
      quotes: words.map((text) => ({ text, personId: world.sponsor.id })),
    });
    const { id: other } = await raise(world.sponsor.agent);
    const quoteId = quotes[0]?.id ?? '';
    for (const id of [cardId, other]) {
      await house.get(UnitOfWork).run((within) => house.get(StoredLinks).linkQuotes(within, id, [quoteId, quoteId]));
    }
    const seen = await see(world.sponsor);
    expect(seen.quotes).toMatchObject([
      { text: words[0], interview: { heldOn: '2026-11-02', quotes: words.map((text) => ({ text })) } },
    ]);
    expect(seen.quotes[0]?.painPoints.map(({ id }) => id).sort()).toEqual([cardId, other].sort());
    expect(JSON.stringify(seen)).not.toContain('angry');
    await acts.merge(world.it.agent, other, cardId);
    expect((await see(world.sponsor)).quotes).toHaveLength(1);
    await expect(
      house.get(RecordInterview).run(actor, { heldOn: '2026-11-02', quotes: [{ text: 'Hm.', personId: 'nobody' }] }),
    ).rejects.toThrow(/There is no such person/);
  });
});
