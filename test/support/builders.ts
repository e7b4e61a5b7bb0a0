import type { Agent } from './agent.js';

/** What a pain point of a test looks like; a test names only what matters to it. */
export interface PainPointWishes {
  title?: string;
  description?: string;
  raiserId?: string;
  stageId?: string;
  businessUnitId?: string;
  tags?: string[];
  peopleAffected?: number;
  hoursLostPerPersonPerWeek?: number;
  directCostPerWeek?: number;
  effortDays?: number;
  idempotencyKey?: string;
}

export interface RaisedPainPoint {
  id: string;
  key: string;
  version: number;
  rank: string;
  stage: { id: string };
}

let count = 0;

/** Raises a pain point as this agent. */
export async function raise(agent: Agent, wishes: PainPointWishes = {}): Promise<RaisedPainPoint> {
  count += 1;
  const { raisePainPoint } = await agent.ask<{ raisePainPoint: RaisedPainPoint }>(
    `mutation ($input: RaisePainPointInput!) { raisePainPoint(input: $input) { id key version rank stage { id } } }`,
    { input: { title: `The order form forgets what one typed (${count})`, ...wishes } },
  );
  return raisePainPoint;
}

export interface Moved {
  revision: number;
  changeId: string;
  painPoint: { id: string; rank: string; stage: { id: string } };
}

/** Moves a card as this agent; the answer is data, a refusal throws. */
export async function move(
  agent: Agent,
  input: { id: string; toStageId: string; afterId?: string; beforeId?: string; idempotencyKey?: string },
): Promise<Moved> {
  const { movePainPoint } = await agent.ask<{ movePainPoint: Moved }>(
    `mutation ($input: MovePainPointInput!) {
      movePainPoint(input: $input) { revision changeId painPoint { id rank stage { id } } }
    }`,
    { input },
  );
  return movePainPoint;
}

export interface SeenCard {
  id: string;
  rank: string;
}

/** The ids of all cards of a board, stage by stage, in order, as this agent sees them. */
export async function readOrder(agent: Agent, boardId: string): Promise<Map<string, SeenCard[]>> {
  const order = new Map<string, SeenCard[]>();
  const { board } = await agent.ask<{ board: { stages: { id: string }[] } }>(
    `query ($id: ID!) { board(id: $id) { stages { id } } }`,
    { id: boardId },
  );
  type Page = {
    board: {
      stages: {
        id: string;
        painPoints: { nodes: SeenCard[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }[];
    };
  };
  for (const { id } of board.stages) {
    const cards: SeenCard[] = [];
    let after: string | null = null;
    do {
      const page: Page = await agent.ask<Page>(
        `query ($board: ID!, $after: String) {
          board(id: $board) {
            stages { id painPoints(first: 500, after: $after) { nodes { id rank } pageInfo { hasNextPage endCursor } } }
          }
        }`,
        { board: boardId, after },
      );
      const found = page.board.stages.find((stage) => stage.id === id);
      if (found === undefined) throw new Error(`The stage ${id} has gone`);
      cards.push(...found.painPoints.nodes);
      after = found.painPoints.pageInfo.hasNextPage ? found.painPoints.pageInfo.endCursor : null;
    } while (after !== null);
    order.set(id, cards);
  }
  return order;
}
