import type { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { type MovableCards, picker, post } from './tasks.js';

/** A board full of cards behind a running server. */
export interface BoardOfCards {
  server: ServerProcess;
  world: World;
  cards: number;
  boardId: string;
  /** Of an IT member with an API token. */
  headers: Record<string, string>;
  movable: MovableCards;
}

const PAINS = [
  'The order form forgets what one typed',
  'We pay for licences that nobody here uses',
  'A new colleague waits two weeks for a laptop',
  'The month-end report is wrong every second time',
  'Nobody says when the printer will work again',
  'Customers are asked for the same data three times',
];

/** Raises so many pain points through the API, spread over the first three stages, in five requests at a time. */
export async function fillBoard(server: ServerProcess, cards: number): Promise<BoardOfCards> {
  const world = await startWorld(server.url);
  const headers = { authorization: `Bearer ${await tokenOf(world.it)}` };
  const stages = [world.stage('BLEEDING'), world.stage('PLANNED'), world.stage('TREATING')];
  const sponsors = [world.sponsor.id, world.otherSponsor.id];
  const ids: string[] = [];
  const pick = picker(42);
  let next = 0;
  const worker = async () => {
    while (next < cards) {
      const at = next;
      next += 1;
      const input = {
        title: `${pick(PAINS)} (${at + 1})`,
        description: 'Said in an interview; happens most days and hurts most at the end of the month.',
        stageId: stages[at % stages.length],
        raiserId: sponsors[at % sponsors.length],
        businessUnitId: at % 2 === 0 ? world.units.sales : world.units.finance,
        tags: ['bench'],
        peopleAffected: 1 + (at % 40),
        hoursLostPerPersonPerWeek: 0.5 + (at % 6) / 2,
        effortDays: 1 + (at % 12),
      };
      const body = JSON.stringify({
        query: 'mutation ($input: RaisePainPointInput!) { raisePainPoint(input: $input) { id } }',
        variables: { input },
      });
      const answer = await post(`${server.url}/graphql`, headers, body);
      const { data, errors } = JSON.parse(answer.body.toString()) as {
        data?: { raisePainPoint: { id: string } };
        errors?: unknown;
      };
      if (!data) throw new Error(`A pain point was refused: ${JSON.stringify(errors)}`);
      ids[at] = data.raisePainPoint.id;
    }
  };
  await Promise.all(Array.from({ length: 5 }, worker));
  const half = Math.floor(cards / 2);
  return {
    server,
    world,
    cards,
    boardId: world.boardId,
    headers,
    movable: {
      movers: ids.slice(0, half),
      anchors: ids.slice(half).map((id, at) => ({ id, stageId: stages[(half + at) % stages.length] ?? '' })),
    },
  };
}

export async function tokenOf({ agent }: Member): Promise<string> {
  const { createApiToken } = await agent.ask<{ createApiToken: { secret: string } }>(
    'mutation { createApiToken(name: "bench") { secret } }',
  );
  return createApiToken.secret;
}
