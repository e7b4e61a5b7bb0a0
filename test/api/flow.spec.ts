import { type Instant, instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { ReadFlow } from '@stanch/meetings';
import { UnitOfWork } from '@stanch/platform';
import { RaiseMany } from '@stanch/remediation';
import fc from 'fast-check';
import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

interface SeenCard {
  id: string;
  enteredStageAt: Instant;
  raisedAt: Instant;
  fixedAt: Instant | null;
  confirmed: boolean;
  bleedPerWeek: number;
  effortDays: number | null;
}
interface SeenStage {
  id: string;
  name: string;
  category: string;
  wipLimit: number | null;
  painPoints: { nodes: SeenCard[] };
}

const BOARD = `{ board { bleedPerWeek stages { id name category wipLimit painPoints(first: 500) {
  nodes { id enteredStageAt raisedAt fixedAt confirmed bleedPerWeek effortDays }
} } } }`;

const MINUTES = 60_000;

describe('the flow of a board', () => {
  let house: House;
  let world: World;
  let lead: Agent;

  beforeEach(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    lead = world.lead.agent;
  });
  afterEach(async () => {
    await world.leave();
    await house.close();
  });

  const flow = () => house.get(ReadFlow);
  const stages = async () =>
    (await lead.ask<{ board: { bleedPerWeek: number; stages: SeenStage[] } }>(BOARD)).board.stages;

  /** The board as anybody sees it now, in the words of the flow. */
  const seen = async () => {
    const { board } = await lead.ask<{ board: { bleedPerWeek: number; stages: SeenStage[] } }>(BOARD);
    const cards = board.stages.flatMap(({ id: stageId, category, painPoints }) =>
      painPoints.nodes.map(({ id, enteredStageAt, bleedPerWeek, ...card }) => {
        const rate = Number(bleedPerWeek.toFixed(6));
        return { painPointId: id, stageId, category, since: enteredStageAt, ...card, bleedPerWeek: rate };
      }),
    );
    return {
      bleedPerWeek: Number(board.bleedPerWeek.toFixed(6)),
      stages: board.stages.map(({ id, name, category, wipLimit }) => ({ id, name, category, wipLimit })),
      cards: cards.toSorted(byId),
    };
  };

  /** The same out of the history. */
  const told = async (at: Instant, reads = flow()) => {
    const { bleedPerWeek, stages: then, cards } = await reads.stateAt(world.boardId, at);
    const shown = cards.map(({ confirmedAt, bleedPerWeek: rate, ...card }) => {
      expect(confirmedAt !== null).toBe(card.confirmed);
      return { ...card, bleedPerWeek: Number(rate.toFixed(6)) };
    });
    return { bleedPerWeek: Number(bleedPerWeek.toFixed(6)), stages: then, cards: shown.toSorted(byId) };
  };

  const byId = (one: { painPointId: string }, other: { painPointId: string }) =>
    one.painPointId < other.painPointId ? -1 : 1;

  const input = (mutation: string, type: string, fields: Record<string, unknown>, agent = lead) =>
    agent.answer(`mutation ($input: ${type}!) { ${mutation}(input: $input) { id } }`, { input: fields });
  const lastUndoable = async (id: string) => {
    const { painPoint } = await lead.ask<{ painPoint: { history: { id: string; undoable: boolean }[] } }>(
      'query ($id: ID!) { painPoint(id: $id) { history { id undoable } } }',
      { id },
    );
    return painPoint.history.findLast(({ undoable }) => undoable)?.id;
  };
  const versionOf = async (id: string) =>
    (await lead.ask<{ painPoint: { version: number } }>('query ($id: ID!) { painPoint(id: $id) { version } }', { id }))
      .painPoint.version;

  const importOne = async (stageId: string, daysAgo: number) => {
    const actor = { personId: world.lead.id, role: 'LEAD' as const };
    await house.get(UnitOfWork).run(async (transaction) => {
      const raising = await house.get(RaiseMany).begin(transaction, actor, world.boardId);
      await raising.raise([
        {
          raiserId: world.sponsor.id,
          raisedAt: instantAfter(house.clock.now(), -daysAgo * MILLISECONDS_PER_DAY),
          stageId,
          details: { title: 'From a spreadsheet', peopleAffected: 3, hoursLostPerPersonPerWeek: 2 },
          quoteIds: [],
          note: '',
          origin: 'Row 2',
        },
      ]);
      await raising.end();
    });
  };

  const DAY = MILLISECONDS_PER_DAY;
  const to = (id: string, category: Parameters<World['stage']>[0]) =>
    move(lead, { id, toStageId: world.stage(category) });
  const cardAt = async (id: string, at: Instant) =>
    (await flow().stateAt(null, at)).cards.find(({ painPointId }) => painPointId === id);

  it('leaves no trace of a move that was taken back, and shows where the card stood meanwhile', async () => {
    const { id } = await raise(world.sponsor.agent);
    const raisedAt = house.clock.now();
    house.clock.advance(3 * DAY);
    const { changeId } = await to(id, 'TREATING');
    const meanwhile = house.clock.now();
    house.clock.advance(DAY);
    await lead.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    expect(await cardAt(id, meanwhile)).toMatchObject({ stageId: world.stage('TREATING'), since: meanwhile });
    expect(await cardAt(id, house.clock.now())).toMatchObject({ stageId: world.stage('BLEEDING'), since: raisedAt });
  });

  it('keeps the word of a sponsor when only the order within a stage is taken back', async () => {
    const [{ id }, other] = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    for (const one of [id, other.id]) await to(one, 'FIXED');
    const { changeId } = await move(lead, { id, toStageId: world.stage('FIXED'), afterId: other.id });
    await input('confirmFixed', 'ConfirmFixedInput', { painPointId: id, fixed: true }, world.sponsor.agent);
    await lead.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    const { painPoint } = await lead.ask<{ painPoint: { confirmed: boolean } }>(
      'query ($id: ID!) { painPoint(id: $id) { confirmed } }',
      { id },
    );
    expect(painPoint.confirmed).toBe(true);
    expect(await cardAt(id, house.clock.now())).toMatchObject({ confirmed: true });
  });

  it('counts what bled by what was estimated and what an hour cost then', async () => {
    const { id, version } = await raise(world.sponsor.agent, { peopleAffected: 2, hoursLostPerPersonPerWeek: 1 });
    const first = house.clock.now();
    house.clock.advance(DAY);
    const estimate = { id, expectedVersion: version, peopleAffected: 10 };
    await input('updatePainPoint', 'UpdatePainPointInput', estimate);
    const second = house.clock.now();
    house.clock.advance(DAY);
    await lead.ask('mutation { updateWorkspace(input: { hourlyCost: 70 }) { id } }');
    const rates = await Promise.all(
      [first, second, house.clock.now()].map(async (at) => (await cardAt(id, at))?.bleedPerWeek),
    );
    expect(rates).toEqual([2 * 50, 10 * 50, 10 * 70]);
  });

  it('shows what was imported from the import on, as old as it was raised', async () => {
    const before = house.clock.now();
    house.clock.advance(DAY);
    await importOne(world.stage('BLEEDING'), 30);
    const then = await flow().stateAt(null, before);
    const now = await flow().stateAt(null, house.clock.now());
    expect(then.cards).toEqual([]);
    expect(now.cards).toMatchObject([{ raisedAt: instantAfter(house.clock.now(), -30 * DAY) }]);
    expect(now.cards[0]?.since).toBe(now.cards[0]?.raisedAt);
  });

  it('knows how stages were called, and those that are gone', async () => {
    const { id } = await raise(world.sponsor.agent);
    const add = { boardId: world.boardId, name: 'Waiting for parts', category: 'TREATING' };
    await input('addStage', 'AddStageInput', add);
    const added = (await stages()).find(({ name }) => name === 'Waiting for parts')?.id ?? '';
    house.clock.advance(DAY);
    await move(lead, { id, toStageId: added });
    const then = house.clock.now();
    house.clock.advance(DAY);
    await input('updateStage', 'UpdateStageInput', { id: world.stage('BLEEDING'), name: 'It hurts' });
    await to(id, 'PLANNED');
    house.clock.advance(DAY);
    await lead.ask('mutation ($id: ID!) { removeStage(id: $id) { id } }', { id: added });
    const names = async (at: Instant) => (await flow().stateAt(null, at)).stages.map(({ name }) => name);
    expect(await names(then)).toEqual([
      ...['Bleeding', 'Planned', 'Treating', 'Checking with sponsor', 'Waiting for parts', 'Fixed'],
    ]);
    expect(await names(house.clock.now())).toEqual([
      ...['It hurts', 'Planned', 'Treating', 'Checking with sponsor', 'Fixed'],
    ]);
    const [totals] = await flow().totals(null, [then]);
    expect(totals?.stages.find(({ stage }) => stage.id === added)).toMatchObject({ count: 1 });
  });

  it('tells stages that were removed before anybody noted them by what the cards went through', async () => {
    const { id } = await raise(world.sponsor.agent);
    await input('addStage', 'AddStageInput', { boardId: world.boardId, name: 'Old', category: 'PLANNED' });
    const old = (await stages()).find(({ name }) => name === 'Old')?.id ?? '';
    house.clock.advance(DAY);
    await move(lead, { id, toStageId: old });
    const then = house.clock.now();
    house.clock.advance(DAY);
    await to(id, 'TREATING');
    await lead.ask('mutation ($id: ID!) { removeStage(id: $id) { id } }', { id: old });
    await house.get(UnitOfWork).run(async ({ em }) => {
      await em
        .getKysely<{ stage_version: { stage_id: string } }>()
        .deleteFrom('stage_version')
        .where('stage_id', '=', old)
        .execute();
    });
    expect(await cardAt(id, then)).toMatchObject({ stageId: old, category: 'TREATING' });
    expect(await flow().totals(null, [then])).toMatchObject([
      {
        stages: expect.arrayContaining([
          expect.objectContaining({ stage: expect.objectContaining({ name: 'Old' }) as unknown, count: 1 }),
        ]) as unknown,
      },
    ]);
  });

  it('adds up each day as it ended, and today as it is now', async () => {
    const { id } = await raise(world.sponsor.agent, { directCostPerWeek: 100 });
    await raise(world.sponsor.agent, { directCostPerWeek: 7 });
    house.clock.advance(2 * DAY);
    await to(id, 'PLANNED');
    house.clock.advance(DAY);
    await to(id, 'FIXED');
    const days = await flow().days(null, '2026-11-17', '2026-12-24');
    expect(days.map(({ day, bleedPerWeek }) => [day, bleedPerWeek])).toEqual([
      ['2026-11-17', 0],
      ['2026-11-18', 107],
      ['2026-11-19', 107],
      ['2026-11-20', 107],
      ['2026-11-21', 7],
    ]);
    const planned = days.map(({ stages: all }) => all.find(({ stage }) => stage.category === 'PLANNED')?.count);
    expect(planned).toEqual([0, 0, 0, 1, 0]);
  });

  it('sees what a transaction has done so far, and forgets it when that is taken back', async () => {
    await flow().past(null);
    const undone = house.get(UnitOfWork).run(async () => {
      await importOne(world.stage('BLEEDING'), 1);
      expect((await flow().stateAt(null, house.clock.now())).cards).toHaveLength(1);
      throw new Error('Taken back.');
    });
    await expect(undone).rejects.toThrow('Taken back.');
    expect((await flow().stateAt(null, house.clock.now())).cards).toEqual([]);
  });

  it('tells any moment that has passed as it was seen then, whatever people did', async () => {
    const cards = new Set<string>();
    const pick = async (at: number) => {
      for (const { painPoints } of await stages()) for (const { id } of painPoints.nodes) cards.add(id);
      const ids = [...cards];
      return ids[at % ids.length] ?? '';
    };
    const does = {
      raise: async (one: number) => {
        await raise(world.sponsor.agent, { peopleAffected: one % 9, hoursLostPerPersonPerWeek: one % 5 });
      },
      move: async (one: number, other: number) => {
        const all = await stages();
        const where = { id: await pick(one), toStageId: all[other % all.length]?.id ?? '' };
        const query = 'mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { changeId } }';
        await lead.answer(query, { input: where });
      },
      undo: async (one: number) => {
        const changeId = await lastUndoable(await pick(one));
        await lead.answer('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
      },
      estimate: async (one: number, other: number) => {
        const id = await pick(one);
        const what = [
          { peopleAffected: other },
          { hoursLostPerPersonPerWeek: other },
          { directCostPerWeek: other * 10, effortDays: other % 3 === 0 ? null : other },
        ][other % 3];
        const expectedVersion = await versionOf(id);
        await input('updatePainPoint', 'UpdatePainPointInput', { id, expectedVersion, ...what });
      },
      sayCost: async (one: number, other: number) => {
        const cost = { peopleAffected: other, hoursLostPerPersonPerWeek: 1, directCostPerWeek: one };
        const fields = { painPointId: await pick(one), ...cost };
        await input('sayUnitCost', 'SayUnitCostInput', fields, world.otherSponsor.agent);
      },
      answer: async (one: number, other: number) => {
        const fields = { painPointId: await pick(one), fixed: other % 3 > 0, words: 'As I say.' };
        await input('confirmFixed', 'ConfirmFixedInput', fields, world.sponsor.agent);
      },
      park: async (one: number) => {
        await input('closePainPoint', 'ClosePainPointInput', { id: await pick(one), as: 'PARKED', reason: `${one}` });
      },
      reopen: async (one: number) => {
        const query = 'mutation ($id: ID!) { reopenPainPoint(id: $id, reason: "It hurts again.") { id } }';
        await lead.answer(query, { id: await pick(one) });
      },
      merge: async (one: number, other: number) => {
        await input('mergePainPoints', 'MergePainPointsInput', {
          fromIds: [await pick(one)],
          intoId: await pick(other),
        });
      },
      import: async (one: number, other: number) => {
        const all = await stages();
        await importOne(all[one % all.length]?.id ?? '', other);
      },
      addStage: async (one: number) => {
        const category = ['PLANNED', 'TREATING', 'CHECKING'][one % 3];
        await input('addStage', 'AddStageInput', { boardId: world.boardId, name: `Stage ${one}`, category });
      },
      renameStage: async (one: number, other: number) => {
        const all = await stages();
        await input('updateStage', 'UpdateStageInput', { id: all[one % all.length]?.id, name: `Named ${other}` });
      },
      removeStage: async (one: number) => {
        const all = await stages();
        await lead.answer('mutation ($id: ID!) { removeStage(id: $id) { id } }', { id: all[one % all.length]?.id });
      },
      hourCosts: async (one: number) => {
        const query = 'mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }';
        await lead.answer(query, { input: { hourlyCost: one } });
      },
    };
    const act = fc.record({
      does: fc.constantFrom(...(Object.keys(does) as (keyof typeof does)[]), 'move', 'move', 'undo', 'answer'),
      one: fc.nat(40),
      other: fc.nat(40),
      minutes: fc.integer({ min: 1, max: 20_000 }),
    });
    for (let first = 0; first < 4; first += 1) await does.raise(first + 3);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 40 }), async (acts) => {
        const moments: { at: Instant; board: Awaited<ReturnType<typeof seen>> }[] = [];
        for (const { does: what, one, other, minutes } of acts) {
          house.clock.advance(minutes * MINUTES);
          await does[what as keyof typeof does](one, other);
          const at = house.clock.now();
          moments.push({ at, board: await seen() });
          // What Stanch does by itself comes later than what was seen.
          house.clock.advance(MINUTES);
          // A replay that goes on every now and then tells the same as one of everything at once.
          if (one % 4 === 0) await flow().past(world.boardId);
        }
        for (const { at, board } of moments) {
          expect(await told(at)).toEqual(board);
          const [totals] = await flow().totals(world.boardId, [at]);
          expect(totals?.bleedPerWeek).toBeCloseTo(board.bleedPerWeek);
          const counts = totals?.stages.reduce((sum, { count }) => sum + count, 0);
          expect(counts).toBe(board.cards.length);
        }
        const another = await house.another();
        try {
          for (const { at, board } of moments) expect(await told(at, another.get(ReadFlow))).toEqual(board);
        } finally {
          await another.close();
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  }, 180_000);
});
