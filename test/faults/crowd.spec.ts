import type { Agent, Listening } from '../support/agent.js';
import { move, raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';

const PEOPLE = 50;
const MOVES_EACH = 6;

interface Seen {
  boardChanged: {
    revision: number;
    kind: string;
    painPoint: { id: string; rank: string; stage: { id: string } } | null;
  };
}

describe('50 people who move the same ten cards at once', () => {
  let server: ServerProcess;
  let world: World;
  let crowd: Member[];
  let cards: string[];
  let refusals: string[];
  let listening: Listening<Seen>;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    cards = [];
    for (let at = 0; at < 10; at += 1) cards.push((await raise(world.it.agent, { raiserId: world.sponsor.id })).id);
    crowd = [];
    for (let at = 0; at < PEOPLE; at += 1) crowd.push(await world.join(`Mover ${letters(at)}`, 'IT'));
    listening = world.viewer.agent.listen<Seen>(
      `subscription ($id: ID!) { boardChanged(boardId: $id) { revision kind painPoint { id rank stage { id } } } }`,
      { id: world.boardId },
    );
    await listening.begun;
    refusals = [];
    const stages = ['BLEEDING', 'PLANNED', 'TREATING'] as const;
    await Promise.all(
      crowd.map(async ({ agent }, person) => {
        for (let turn = 0; turn < MOVES_EACH; turn += 1) {
          const id = cards[(person + turn * 7) % cards.length] ?? '';
          const neighbour = cards[(person * 3 + turn + 1) % cards.length] ?? '';
          const stage = stages[(person + turn) % stages.length] ?? 'BLEEDING';
          // The neighbour may have gone elsewhere meanwhile: then the server may refuse, as for anybody who was too late.
          const beside =
            turn % 3 === 0 || neighbour === id ? {} : turn % 3 === 1 ? { afterId: neighbour } : { beforeId: neighbour };
          await move(agent, { id, toStageId: world.stage(stage), ...beside }).catch((reason: unknown) =>
            refusals.push(String(reason)),
          );
        }
      }),
    );
  }, 120_000);

  afterAll(async () => {
    await world.leave();
    await Promise.all(crowd.map(async ({ agent }) => agent.leave()));
    await server.stop();
  });

  const orderFor = async (agent: Agent) => Object.fromEntries(await readOrder(agent, world.boardId));

  it('are refused, if at all, only because what they aimed at had moved', () => {
    expect(refusals.filter((reason) => !/CONFLICT|BAD_USER_INPUT|NOT_FOUND/.test(reason))).toEqual([]);
    expect(refusals.length).toBeLessThan(PEOPLE * MOVES_EACH * 0.9);
  });

  it('end with one order that all agree on', async () => {
    const seen = await orderFor(world.it.agent);
    for (const { agent } of [world.lead, world.sponsor, world.viewer, ...crowd.slice(0, 5)]) {
      expect(await orderFor(agent)).toEqual(seen);
    }
  });

  it('have lost no card and doubled none', async () => {
    const all = Object.values(await orderFor(world.it.agent)).flat();
    expect(all.map(({ id }) => id).sort()).toEqual([...cards].sort());
  });

  it('left no two cards at one place, and the order is the one of the places', async () => {
    for (const column of Object.values(await orderFor(world.it.agent))) {
      const ranks = column.map(({ rank }) => rank);
      expect(new Set(ranks).size).toBe(ranks.length);
      expect([...ranks].sort((a, b) => (a < b ? -1 : 1))).toEqual(ranks);
    }
  });

  it('were watched by somebody who saw every revision once, in order, and ends with the same board', async () => {
    const { board } = await world.viewer.agent.ask<{ board: { revision: number } }>('{ board { revision } }');
    const until = Date.now() + 10_000;
    while ((listening.arrived.at(-1)?.boardChanged.revision ?? 0) < board.revision && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const revisions = listening.arrived.map(({ boardChanged }) => boardChanged.revision);
    const first = revisions[0] ?? 0;
    expect(revisions).toEqual(revisions.map((_, at) => first + at));
    const places = new Map<string, string>();
    for (const { boardChanged } of listening.arrived) {
      if (boardChanged.painPoint) places.set(boardChanged.painPoint.id, boardChanged.painPoint.stage.id);
    }
    const order = await orderFor(world.viewer.agent);
    for (const [stage, column] of Object.entries(order)) {
      for (const { id } of column) if (places.has(id)) expect(places.get(id)).toBe(stage);
    }
  }, 20_000);
});

/** A word of letters for a number, since names of people have no digits. */
function letters(number: number): string {
  return String.fromCharCode(65 + Math.floor(number / 26)) + String.fromCharCode(97 + (number % 26));
}
