import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ServerProcess } from '../support/server-process.js';
import { type BoardOfCards, fillBoard } from './board-of-cards.js';
import { measureBrowser, measureOpening } from './browser.js';
import { memoryOf, middleOf, percentile, type Row, table } from './figures.js';
import type { Limit } from './limits.js';
import { measureImport } from './measure-import.js';
import { boardQuery, FIRST_CARDS, plotsQuery, MEETING } from './screens.js';
import { type FanOutResult, type MovesResult, post, type ReadResult, type Task } from './tasks.js';
import { withServer } from './with-server.js';
import { fillYear } from './year-of-history.js';

const { values: choice } = parseArgs({
  options: {
    cards: { type: 'string', default: '100,1000,5000' },
    'no-browser': { type: 'boolean', default: false },
    'no-import': { type: 'boolean', default: false },
    'no-plots': { type: 'boolean', default: false },
    seconds: { type: 'string', default: '3' },
  },
});
const sizes = choice.cards.split(',').map(Number);
const seconds = Number(choice.seconds);
const rows: Row[] = [];

/** The plots are measured on a board of this size with a year of history. */
const YEAR_CARDS = 5_000;

/** Each figure is the middle one of so many rounds. */
const ROUNDS = 3;

function process_(file: string): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function answerOf<T>(child: ChildProcess, question: Task | Limit): Promise<T> {
  child.send(question);
  const [answer] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The process ended with ${code}`))),
  ])) as [T];
  return answer;
}

const load = async <T>(task: Task): Promise<T> => answerOf<T>(process_('./load.js'), task);

/** Runs a bare server for as long as the work takes. */
async function beside<T>(limit: Limit, work: (url: string) => Promise<T>): Promise<T> {
  const child = process_('./limits.js');
  try {
    return await work((await answerOf<{ url: string }>(child, limit)).url);
  } finally {
    child.kill();
  }
}

async function measureStart(server: ServerProcess, cards: number): Promise<void> {
  await server.terminate();
  const from = performance.now();
  await server.start();
  const reached = performance.now() - from;
  const bare = performance.now();
  await beside({ kind: 'http', bytes: '{}' }, async (url) => {
    await fetch(url, { method: 'POST' });
  });
  const limit = { value: performance.now() - bare, of: 'bare Node server' };
  rows.push({ what: 'start to first answer', cards, reached, unit: 'ms', limit });
  rows.push({
    what: 'memory after start',
    cards,
    reached: memoryOf(server.pid),
    unit: 'MB',
    aim: { value: 250, better: 'lower' },
  });
}

/** What reading needs to know of a board. */
type ReadBoard = Pick<BoardOfCards, 'server' | 'cards' | 'headers'>;

async function measureRead(what: string, aimMs: number, board: ReadBoard, body: string, times: number): Promise<void> {
  const url = `${board.server.url}/graphql`;
  const { headers } = board;
  const common = { kind: 'read', body, times, warmUp: 10 } as const;
  const reading: ReadResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1) reading.push(await load<ReadResult>({ ...common, url, headers }));
  const reached = middleOf(
    reading.map(({ times: taken }) => taken),
    ['p50', 'p95'],
  );
  const bytes = reading[0]?.bytes ?? Number.NaN;
  const same = await (
    await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
  ).text();
  const limit = await beside({ kind: 'http', bytes: same }, async (bare) =>
    load<ReadResult>({ ...common, url: bare, headers: {} }),
  );
  const of = 'bare server, same bytes';
  const { cards } = board;
  const aim = { value: aimMs, better: 'lower' } as const;
  rows.push({
    what: `${what}, p50`,
    cards,
    reached: reached.p50,
    unit: 'ms',
    limit: { value: limit.times.p50, of },
    aim,
  });
  rows.push({
    what: `${what}, p95`,
    cards,
    reached: reached.p95,
    unit: 'ms',
    limit: { value: limit.times.p95, of },
    aim,
  });
  rows.push({ what: `${what}, sent`, cards, reached: bytes / 1024, unit: 'KB' });
}

async function measureMoves(board: BoardOfCards, clients: number): Promise<void> {
  const { cards, headers, server } = board;
  const url = `${server.url}/graphql`;
  const moved: MovesResult[] = [];
  const committed: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    moved.push(await load<MovesResult>({ kind: 'moves', url, headers, clients, seconds, cards: board.movable }));
    const limit = { kind: 'commits', folder: server.folder, seconds: 0.5 } as const;
    committed.push((await answerOf<{ perSecond: number }>(process_('./limits.js'), limit)).perSecond);
  }
  const perSecond = percentile(
    moved.map((round) => round.perSecond),
    0.5,
  );
  const { p95 } = middleOf(
    moved.map(({ times }) => times),
    ['p95'],
  );
  const refused = moved.reduce((sum, round) => sum + round.refused, 0);
  const commits = percentile(committed, 0.5);
  const who = clients === 1 ? '1 client' : `${clients} clients`;
  const limit = { value: commits, of: 'durable one-row commits' };
  const aim = clients === 16 ? ({ value: 1000, better: 'higher' } as const) : undefined;
  rows.push({ what: `moves, ${who}`, cards, reached: perSecond, unit: '/s', limit, aim });
  rows.push({
    what: `moves, ${who}, p95`,
    cards,
    reached: p95,
    unit: 'ms',
    limit: { value: 1000 / commits, of: 'one commit' },
    aim: clients === 16 ? { value: 50, better: 'lower' } : undefined,
  });
  if (refused > 0) rows.push({ what: `moves refused, ${who}`, cards, reached: refused, unit: 'moves' });
}

async function measureFanOut(board: BoardOfCards, subscribers: number): Promise<void> {
  const { cards, headers, server, boardId } = board;
  const url = `${server.url}/graphql`;
  const reached = await load<FanOutResult>({
    kind: 'fan-out',
    url,
    headers,
    boardId,
    subscribers,
    times: 50,
    cards: board.movable,
  });
  const limit = await beside({ kind: 'broadcast', bytes: 'x'.repeat(400) }, async (bare) =>
    load<FanOutResult>({ kind: 'bare-fan-out', url: bare, subscribers, times: 50 }),
  );
  const of = 'bare ws broadcast';
  const aim = subscribers === 200 ? ({ value: 100, better: 'lower' } as const) : undefined;
  const what = `move seen by ${subscribers === 1 ? '1 subscriber' : `all ${subscribers} subscribers`}`;
  rows.push({
    what: `${what}, p50`,
    cards,
    reached: reached.times.p50,
    unit: 'ms',
    limit: { value: limit.times.p50, of },
  });
  rows.push({
    what: `${what}, p95`,
    cards,
    reached: reached.times.p95,
    unit: 'ms',
    limit: { value: limit.times.p95, of },
    aim,
  });
}

async function measure(cards: number): Promise<void> {
  console.error(`Filling a board with ${cards} cards ...`);
  await withServer(async (server) => {
    const board = await fillBoard(server, cards);
    await measureStart(server, cards);
    console.error('  reading it ...');
    await measureRead(
      `first screen of the board (${FIRST_CARDS} a stage)`,
      20,
      board,
      boardQuery(board.boardId, FIRST_CARDS),
      100,
    );
    await measureRead('all cards of the board', 150, board, boardQuery(board.boardId, cards), 20);
    const memory = (after: string) => {
      const aim = { value: 250, better: 'lower' } as const;
      rows.push({ what: `memory after ${after}`, cards, reached: memoryOf(server.pid), unit: 'MB', aim });
    };
    memory('reading');
    console.error('  moving cards ...');
    await measureMoves(board, 1);
    await measureMoves(board, 16);
    memory('moving');
    console.error('  telling subscribers ...');
    for (const subscribers of [1, 50, 200]) await measureFanOut(board, subscribers);
    memory('fan-out');
    if (!choice['no-browser'] && cards >= 1000) {
      console.error('  opening it in the browser ...');
      rows.push(...(await measureBrowser(board)));
    }
  });
}

/** The meeting of a large board that has been busy for a year, with all of its steps: the first look, and every later one. */
async function measureMeeting(board: Pick<BoardOfCards, 'server' | 'cards' | 'headers'>): Promise<void> {
  const { server, cards, headers } = board;
  const start = JSON.stringify({ query: 'mutation { startMeeting { id } }' });
  await post(`${server.url}/graphql`, headers, start);
  const from = performance.now();
  await post(`${server.url}/graphql`, headers, MEETING);
  const reached = performance.now() - from;
  const aim = { value: 1000, better: 'lower' } as const;
  rows.push({ what: 'meeting of a year, all steps, first after a start', cards, reached, unit: 'ms', aim });
  await measureRead('meeting of a year, all steps', 500, board, MEETING, 20);
}

/** A large board that has been busy for a year: its meeting and its plots, at the first look and at every later one. */
async function measureYear(): Promise<void> {
  console.error(`Writing a year of a board with ${YEAR_CARDS} cards ...`);
  await withServer(async (server) => {
    const { boardId, agent, headers } = await fillYear(server, YEAR_CARDS);
    const board = { server, cards: YEAR_CARDS, headers };
    await measureMeeting(board);
    if (!choice['no-browser']) rows.push(...(await measureOpening({ server, agent, cards: YEAR_CARDS })));
    await server.terminate();
    await server.start();
    const from = performance.now();
    await post(`${server.url}/graphql`, headers, plotsQuery(boardId));
    const reached = performance.now() - from;
    const aim = { value: 1000, better: 'lower' } as const;
    rows.push({ what: 'all plots of a year, first after a start', cards: YEAR_CARDS, reached, unit: 'ms', aim });
    await measureRead('all plots of a year', 500, board, plotsQuery(boardId), 20);
    await measureRead('bleeding over 52 weeks, drawn', 200, board, plotsQuery(boardId, ['BLEEDING']), 50);
    const most = { value: 250, better: 'lower' } as const;
    rows.push({ what: 'memory after plots', cards: YEAR_CARDS, reached: memoryOf(server.pid), unit: 'MB', aim: most });
  });
}

const loadBefore = loadavg()[0];
for (const cards of sizes) await measure(cards);
if (!choice['no-plots']) await measureYear();
if (!choice['no-import']) {
  console.error('Importing 20,000 rows ...');
  rows.push(...(await measureImport()));
}
const [cpu] = cpus();
console.log(
  `\nStanch on Node ${process.version}, ${process.platform}, ${cpus().length} x ${cpu?.model ?? 'unknown processor'}`,
);
console.log(`${new Date().toISOString()}; server, load client and browser share these processors.`);
const load1 = (value = Number.NaN) => value.toFixed(1);
console.log(
  `Each figure is the middle one of ${ROUNDS} rounds. Load before: ${load1(loadBefore)}, after: ${load1(loadavg()[0])};`,
);
console.log('with more than 0.5 before, others work on this machine and the times say little.\n');
console.log(table(rows));
process.exit(0);
