import { MovePainPoint, RepairOrder } from '@stanch/remediation';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import type { Agent } from '../support/agent.js';
import { move, raise, readOrder } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

const NOBODY = '01a2093c-0000-7000-8000-000000000000';
const MOVE = `mutation ($input: MovePainPointInput!) {
  movePainPoint(input: $input) { revision changeId painPoint { id version rank stage { id } } }
}`;

describe('moving a card', () => {
  let house: House;
  let world: World;
  let mover: Agent;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    mover = world.it.agent;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  /** As many fresh cards, alone at the end of a stage. */
  const cardsIn = async (category: TestStage['category'], count: number) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const { id } = await raise(mover, { raiserId: world.sponsor.id, stageId: world.stage(category) });
      ids.push(id);
    }
    return ids;
  };
  const orderOf = async (category: TestStage['category'], among: readonly string[]) => {
    const column = (await readOrder(mover, world.boardId)).get(world.stage(category)) ?? [];
    return column.map(({ id }) => id).filter((id) => among.includes(id));
  };
  const to = (id: string, category: TestStage['category'], beside: { afterId?: string; beforeId?: string } = {}) =>
    move(mover, { id, toStageId: world.stage(category), ...beside });

  it('puts it between the two that are named, and at the end when none is', async () => {
    const [a = '', b = '', c = ''] = await cardsIn('PLANNED', 3);
    const [x = '', y = ''] = await cardsIn('BLEEDING', 2);
    const { painPoint } = await to(x, 'PLANNED', { afterId: a, beforeId: b });
    expect(painPoint.stage.id).toBe(world.stage('PLANNED'));
    await to(y, 'PLANNED');
    expect(await orderOf('PLANNED', [a, b, c, x, y])).toEqual([a, x, b, c, y]);
    await to(c, 'PLANNED', { beforeId: a });
    expect(await orderOf('PLANNED', [a, b, c, x, y])).toEqual([c, a, x, b, y]);
  });

  it('takes its place right below the one above, whatever a filter hid between the two', async () => {
    const [a = '', hidden = '', b = '', x = ''] = await cardsIn('PLANNED', 4);
    await to(x, 'PLANNED', { afterId: a, beforeId: b });
    expect(await orderOf('PLANNED', [a, hidden, b, x])).toEqual([a, x, hidden, b]);
  });

  it('keeps to the neighbour that is still there when the other has gone elsewhere or left the board', async () => {
    const [a = '', b = '', c = '', x = ''] = await cardsIn('PLANNED', 4);
    await to(a, 'TREATING');
    await to(x, 'PLANNED', { afterId: a, beforeId: c });
    expect(await orderOf('PLANNED', [a, b, c, x])).toEqual([b, x, c]);
    await mover.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id: c, as: 'PARKED', reason: 'Not now.' },
    });
    await to(x, 'PLANNED', { afterId: b, beforeId: c });
    expect(await orderOf('PLANNED', [b, x])).toEqual([b, x]);
  });

  it('goes to the end when both neighbours have gone to another stage', async () => {
    const [a = '', b = '', c = '', x = ''] = await cardsIn('PLANNED', 4);
    await to(a, 'TREATING');
    await to(b, 'TREATING');
    await to(x, 'PLANNED', { afterId: a, beforeId: b });
    expect(await orderOf('PLANNED', [c, x])).toEqual([c, x]);
  });

  it('stays where it is when it is put beside itself, or where it stands', async () => {
    const [a = '', b = '', c = ''] = await cardsIn('PLANNED', 3);
    await to(b, 'PLANNED', { afterId: a, beforeId: c });
    await to(b, 'PLANNED', { afterId: b, beforeId: c });
    expect(await orderOf('PLANNED', [a, b, c])).toEqual([a, b, c]);
  });

  it.each([
    ['a neighbour that never was', { afterId: NOBODY }, 'BAD_USER_INPUT', 'afterId'],
    ['a neighbour below that never was', { beforeId: 'P-1' }, 'BAD_USER_INPUT', 'beforeId'],
    ['a stage that never was', { toStageId: NOBODY }, 'NOT_FOUND', undefined],
    ['a card that never was', { id: NOBODY }, 'NOT_FOUND', undefined],
  ])('refuses %s and moves nothing', async (_what, wrong, code, field) => {
    const [id = ''] = await cardsIn('PLANNED', 1);
    const before = await house.everything();
    const { errors, ...answer } = await mover.answer(MOVE, {
      input: { id, toStageId: world.stage('TREATING'), ...wrong },
    });
    expect({ code: answer.code, field: errors[0]?.extensions?.field }).toEqual({ code, field });
    expect(await house.everything()).toEqual(before);
  });

  it('is refused for a card that is parked, with what to do', async () => {
    const [id = ''] = await cardsIn('PLANNED', 1);
    await mover.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id, as: 'PARKED', reason: 'Not now.' },
    });
    const { errors, code } = await mover.answer(MOVE, { input: { id, toStageId: world.stage('TREATING') } });
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/left the board. Bring it back first/);
  });

  it('counts the version and the revision once, and starts the age anew in another stage only', async () => {
    const [id = '', other = ''] = await cardsIn('PLANNED', 2);
    const CARD = 'query ($id: ID!) { painPoint(id: $id) { version enteredStageAt board { revision } } }';
    type Seen = { painPoint: { version: number; enteredStageAt: string; board: { revision: number } } };
    const before = (await mover.ask<Seen>(CARD, { id })).painPoint;
    house.clock.advance(3_600_000);
    await to(id, 'PLANNED', { afterId: other });
    expect((await mover.ask<Seen>(CARD, { id })).painPoint).toEqual({
      version: before.version + 1,
      enteredStageAt: before.enteredStageAt,
      board: { revision: before.board.revision + 1 },
    });
    await to(id, 'TREATING');
    expect((await mover.ask<Seen>(CARD, { id })).painPoint.enteredStageAt).toBe(house.clock.now());
  });

  it('gives the order that a model gives, whatever is moved beside whatever', async () => {
    const stages = ['BLEEDING', 'PLANNED', 'TREATING'] as const;
    const cards = [...(await cardsIn('BLEEDING', 4)), ...(await cardsIn('PLANNED', 4))];
    const model = new Map<string, string[]>(
      await Promise.all(stages.map(async (one) => [one, await orderOf(one, cards)] as const)),
    );
    const moves = fc.array(
      fc.record({ card: fc.nat(7), stage: fc.nat(2), after: fc.option(fc.nat(7)), before: fc.option(fc.nat(7)) }),
      {
        minLength: 5,
        maxLength: 25,
      },
    );
    await fc.assert(
      fc.asyncProperty(moves, async (acts) => {
        for (const { card, stage, after, before } of acts) {
          const [id, afterId, beforeId] = [card, after, before].map((at) => (at === null ? undefined : cards[at]));
          const into = stages[stage] ?? 'BLEEDING';
          await to(id ?? '', into, { afterId, beforeId });
          for (const [name, column] of model)
            model.set(
              name,
              column.filter((one) => one !== id),
            );
          const column = model.get(into) ?? [];
          const places = [column.indexOf(afterId ?? '') + 1, column.indexOf(beforeId ?? '')];
          const place = (places[0] ?? 0) > 0 ? places[0] : (places[1] ?? -1) >= 0 ? places[1] : column.length;
          model.set(into, column.toSpliced(place ?? 0, 0, id ?? ''));
        }
        for (const stage of stages) expect(await orderOf(stage, cards)).toEqual(model.get(stage));
        expect(await house.get(RepairOrder).find()).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('numbers a stage anew once very many moves to one spot have worn its ranks, and everybody keeps the order', async () => {
    const ids = await cardsIn('TREATING', 3);
    const [top = '', one = '', other = ''] = ids;
    const actor = { personId: world.it.id, role: world.it.role };
    const { board } = await mover.ask<{ board: { revision: number } }>('{ board { revision } }');
    let longest = 0;
    for (let at = 0; at < 700; at += 1) {
      const id = at % 2 === 0 ? one : other;
      const input = { id, toStageId: world.stage('TREATING'), afterId: top };
      longest = Math.max(longest, (await house.get(MovePainPoint).run(actor, input)).painPoint.rank.length);
    }
    expect(longest).toBeGreaterThan(100);
    expect(await orderOf('TREATING', ids)).toEqual([top, other, one]);
    expect(await house.get(RepairOrder).find()).toEqual([]);
    const longestNow = house.rows<{ length: number }>('select max(length(rank)) as length from pain_point');
    expect(longestNow[0]?.length).toBeLessThan(100);
    const { boardChanges } = await mover.ask<{ boardChanges: { resync: boolean } }>(
      'query ($id: ID!, $since: Int!) { boardChanges(boardId: $id, since: $since) { resync } }',
      { id: world.boardId, since: board.revision },
    );
    expect(boardChanges.resync).toBe(true);
  });

  it('leaves an order that can be mended when its places were broken from outside, in the order they stood', async () => {
    const ids = await cardsIn('CHECKING', 4);
    const [a = '', b = '', c = '', d = ''] = ids;
    const { revision } = await to(d, 'CHECKING', { afterId: a });
    const database = new Database(house.databaseFile);
    database.exec('drop index pain_point_place');
    const set = database.prepare('update pain_point set rank = ? where id = ?');
    set.run('b!!', d);
    set.run('b!!', b);
    database.close();
    expect(await house.get(RepairOrder).find()).toMatchObject([{ stageName: 'Checking with sponsor', cards: 4 }]);
    await house.get(RepairOrder).mend();
    expect(await house.get(RepairOrder).find()).toEqual([]);
    expect(await orderOf('CHECKING', ids)).toEqual([a, c, b, d]);
    await to(c, 'CHECKING', { afterId: d });
    expect(await orderOf('CHECKING', ids)).toEqual([a, b, d, c]);
    const { boardChanges } = await mover.ask<{ boardChanges: { resync: boolean } }>(
      'query ($id: ID!, $since: Int!) { boardChanges(boardId: $id, since: $since) { resync } }',
      { id: world.boardId, since: revision },
    );
    expect(boardChanges.resync).toBe(true);
  });
});
