import { Agent as Connections, request } from 'node:http';
import type { Times } from './figures.js';
import { CARD } from './screens.js';

/** What the load client is asked to do; it runs in a process of its own so that it takes no time from the server. */
export type Task =
  | { kind: 'read'; url: string; headers: Record<string, string>; body: string; times: number; warmUp: number }
  | {
      kind: 'moves';
      url: string;
      headers: Record<string, string>;
      clients: number;
      seconds: number;
      cards: MovableCards;
    }
  | {
      kind: 'fan-out';
      url: string;
      boardId: string;
      headers: Record<string, string>;
      subscribers: number;
      times: number;
      cards: MovableCards;
    }
  | { kind: 'bare-fan-out'; url: string; subscribers: number; times: number };

/** Cards that are moved, and cards that stay and are moved behind. */
export interface MovableCards {
  movers: string[];
  anchors: { id: string; stageId: string }[];
}

export interface ReadResult {
  times: Times;
  bytes: number;
}
export interface MovesResult {
  perSecond: number;
  times: Times;
  refused: number;
}
export interface FanOutResult {
  /** From the sending of the move to its arrival at the last subscriber. */
  times: Times;
}

const connections = new Connections({ keepAlive: true, maxSockets: 64 });

/** One request over a kept connection, as cheap for the client as Node can do it. */
export function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const length = Buffer.byteLength(body);
    const options = {
      method: 'POST',
      agent: connections,
      headers: { ...headers, 'content-type': 'application/json', 'content-length': length },
    };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const MOVE = `mutation MovePainPoint($input: MovePainPointInput!) {
  movePainPoint(input: $input) { revision changeId painPoint { ${CARD} } }
}`;

/** The body of a move of a card behind one of the cards that stay. */
export function moveBody(id: string, anchor: { id: string; stageId: string }): string {
  return JSON.stringify({ query: MOVE, variables: { input: { id, toStageId: anchor.stageId, afterId: anchor.id } } });
}

/** One of these, another each time, the same sequence in every run. */
export function picker(seed: number): <T>(from: readonly T[]) => T {
  let state = seed;
  return <T>(from: readonly T[]) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[state % from.length] as T;
  };
}
