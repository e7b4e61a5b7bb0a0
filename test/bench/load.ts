import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { timesOf } from './figures.js';
import { BOARD_CHANGED } from './screens.js';
import { type FanOutResult, moveBody, type MovesResult, picker, post, type ReadResult, type Task } from './tasks.js';

type Of<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>;

/** The same request one after the other. */
async function read({ url, headers, body, times, warmUp }: Of<'read'>): Promise<ReadResult> {
  const taken: number[] = [];
  let bytes = 0;
  for (let at = 0; at < warmUp + times; at += 1) {
    const from = performance.now();
    const answer = await post(url, headers, body);
    if (at >= warmUp) taken.push(performance.now() - from);
    bytes = answer.body.length;
    if (answer.status !== 200 || answer.body.includes('"errors"'))
      throw new Error(answer.body.toString().slice(0, 500));
  }
  return { times: timesOf(taken), bytes };
}

/** So many clients, each with cards of its own, move as fast as the server answers. */
async function moves({ url, headers, clients, seconds, cards }: Of<'moves'>): Promise<MovesResult> {
  const taken: number[] = [];
  let refused = 0;
  const client = async (number: number, until: number, count: boolean) => {
    const own = cards.movers.filter((_, at) => at % clients === number);
    const pick = picker(number + 1);
    for (let turn = 0; performance.now() < until; turn += 1) {
      const from = performance.now();
      const answer = await post(url, headers, moveBody(own[turn % own.length] ?? '', pick(cards.anchors)));
      if (answer.status !== 200 || answer.body.includes('"errors"')) {
        refused += 1;
        if (refused === 1) console.error(`A move was refused: ${answer.body.toString().slice(0, 500)}`);
      } else if (count) taken.push(performance.now() - from);
    }
  };
  const all = async (ms: number, count: boolean) => {
    const until = performance.now() + ms;
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number, until, count)));
  };
  await all(1000, false);
  const from = performance.now();
  await all(seconds * 1000, true);
  return { perSecond: (taken.length / (performance.now() - from)) * 1000, times: timesOf(taken), refused };
}

/** Calls back when all subscribers have had the news of a turn. */
class Arrivals {
  private missing = 0;
  private done: () => void = () => undefined;

  expect(count: number): Promise<void> {
    this.missing = count;
    return new Promise((resolve) => (this.done = resolve));
  }

  one(): void {
    this.missing -= 1;
    if (this.missing === 0) this.done();
  }
}

/** From sending one move to its arrival at the last of the subscribers. */
async function fanOut(task: Of<'fan-out'>): Promise<FanOutResult> {
  const { url, boardId, headers, subscribers, times, cards } = task;
  const arrivals = new Arrivals();
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  }
  const opened = Array.from({ length: subscribers }, async () => {
    const client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: Socket,
      connectionParams: headers,
      lazy: false,
      retryAttempts: 0,
    });
    client.subscribe(
      { query: BOARD_CHANGED, variables: { id: boardId } },
      {
        next: ({ errors }) => {
          if (errors) throw new Error(JSON.stringify(errors));
          arrivals.one();
        },
        error: (reason) => console.error('A subscription was refused:', reason),
        complete: () => undefined,
      },
    );
    await new Promise<void>((resolve) => {
      client.on('pong', () => resolve());
      client.on('connected', (socket) => setTimeout(() => (socket as WebSocket).send('{"type":"ping"}'), 50));
    });
    return client;
  });
  const clients = await Promise.all(opened);
  const pick = picker(7);
  const taken = await turns(times, async (turn) => {
    const arrived = arrivals.expect(subscribers);
    const answer = await post(
      url,
      headers,
      moveBody(cards.movers[turn % cards.movers.length] ?? '', pick(cards.anchors)),
    );
    if (answer.body.includes('"errors"')) throw new Error(answer.body.toString().slice(0, 500));
    await arrived;
  });
  await Promise.all(clients.map(async (client) => client.dispose()));
  return { times: timesOf(taken) };
}

/** The same against a server that does nothing but broadcast. */
async function bareFanOut({ url, subscribers, times }: Of<'bare-fan-out'>): Promise<FanOutResult> {
  const arrivals = new Arrivals();
  const sockets = await Promise.all(
    Array.from({ length: subscribers }, async () => {
      const socket = new WebSocket(url.replace(/^http/, 'ws'));
      socket.on('message', () => arrivals.one());
      await new Promise((resolve) => socket.once('open', resolve));
      return socket;
    }),
  );
  const taken = await turns(times, async () => {
    const arrived = arrivals.expect(subscribers);
    await post(url, {}, '{}');
    await arrived;
  });
  for (const socket of sockets) socket.terminate();
  return { times: timesOf(taken) };
}

async function turns(times: number, turn: (at: number) => Promise<void>): Promise<number[]> {
  const taken: number[] = [];
  const warmUp = 5;
  for (let at = 0; at < warmUp + times; at += 1) {
    const from = performance.now();
    const late = setTimeout(() => {
      console.error('A change did not reach all subscribers within 20 s.');
      process.exit(1);
    }, 20_000);
    await turn(at);
    clearTimeout(late);
    if (at >= warmUp) taken.push(performance.now() - from);
  }
  return taken;
}

process.once('message', (task: Task) => {
  const work = { read, moves, 'fan-out': fanOut, 'bare-fan-out': bareFanOut }[task.kind] as (
    task: Task,
  ) => Promise<object>;
  work(task).then(
    (result) => process.send?.(result, () => process.exit(0)),
    (reason: unknown) => {
      console.error(reason);
      process.exit(1);
    },
  );
});
