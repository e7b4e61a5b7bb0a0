import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Agent } from '../support/agent.js';
import type { ServerProcess } from '../support/server-process.js';
import type { BoardOfCards } from './board-of-cards.js';
import { percentile, type Row } from './figures.js';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How a page behaved while something was dragged over it. */
interface Drag {
  frames: number;
  lost: number;
  longestTaskMs: number;
  worstFrameMs: number;
}

/** Gives a signed-in browser to what is measured in it; nothing where there is none on this machine. */
async function inBrowser(
  { server, agent }: { server: ServerProcess; agent: Agent },
  work: (context: BrowserContext) => Promise<Row[]>,
): Promise<Row[]> {
  const executablePath = process.env['STANCH_CHROMIUM'];
  if (!executablePath) {
    console.error('  There is no Chromium on this machine: the figures of the browser are left out.');
    return [];
  }
  const profile = mkdtempSync(join(tmpdir(), 'stanch-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGUMENTS,
    viewport: { width: 1440, height: 900 },
  });
  try {
    await bringCookies(context, agent, server);
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** How soon the first step of a meeting stands on the screen of whoever opens its link. */
export async function measureOpening(year: { server: ServerProcess; agent: Agent; cards: number }): Promise<Row[]> {
  return inBrowser(year, async (context) => {
    const taken: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const page = await context.newPage();
      const from = performance.now();
      await page.goto(`${year.server.url}/present`, { waitUntil: 'commit' });
      await page.locator('[data-window] h1').waitFor({ state: 'visible' });
      taken.push(performance.now() - from);
      await page.close();
    }
    const limit = { value: await bareNavigation(context), of: 'bare page' };
    const reached = percentile(taken, 0.5);
    const aim = { value: 1000, better: 'lower' } as const;
    return [{ what: 'browser: meeting of a year visible, p50', cards: year.cards, reached, unit: 'ms', limit, aim }];
  });
}

/** What a person at the browser sees of this board. */
export async function measureBrowser(board: BoardOfCards): Promise<Row[]> {
  return inBrowser({ server: board.server, agent: board.world.it.agent }, async (context) => {
    const { cards } = board;
    const visible: number[] = [];
    let script = 0;
    for (let turn = 0; turn < 5; turn += 1) {
      const seen = await openBoard(context, board);
      visible.push(seen.visibleMs);
      script = Math.max(script, seen.scriptBytes);
    }
    const bare = await bareNavigation(context);
    const drag = await dragOnBoard(context, board);
    const idle = await dragOnBarePage(context);
    const of = 'bare page';
    return [
      {
        what: 'browser: first card visible, p50',
        cards,
        reached: percentile(visible, 0.5),
        unit: 'ms',
        limit: { value: bare, of },
        aim: { value: 1000, better: 'lower' },
      },
      {
        what: 'browser: JavaScript of the board',
        cards,
        reached: script / 1024,
        unit: 'KB',
        aim: { value: 200, better: 'lower' },
      },
      {
        what: 'browser: longest task while dragging',
        cards,
        reached: drag.longestTaskMs,
        unit: 'ms',
        limit: { value: idle.longestTaskMs, of },
      },
      {
        what: 'browser: longest frame while dragging',
        cards,
        reached: drag.worstFrameMs,
        unit: 'ms',
        limit: { value: idle.worstFrameMs, of },
      },
      {
        what: 'browser: frames lost while dragging',
        cards,
        reached: (drag.lost / drag.frames) * 100,
        unit: '%',
        limit: { value: (idle.lost / idle.frames) * 100, of },
        aim: { value: 1, better: 'lower' },
      },
    ];
  });
}

/** The browser is signed in as this agent is. */
async function bringCookies(context: BrowserContext, agent: Agent, server: ServerProcess): Promise<void> {
  const pairs = (agent.credentials()['cookie'] ?? '').split('; ').filter(Boolean);
  const cookies = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: server.url };
  });
  await context.addCookies(cookies);
}

const CARD = '[data-pain-point]';

async function openBoard(
  context: BrowserContext,
  { server }: BoardOfCards,
): Promise<{ visibleMs: number; scriptBytes: number }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let scriptBytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  const from = performance.now();
  await page.goto(`${server.url}/board`, { waitUntil: 'commit' });
  await page.locator(CARD).first().waitFor({ state: 'visible' });
  const visibleMs = performance.now() - from;
  await page.waitForTimeout(500);
  await page.close();
  return { visibleMs, scriptBytes };
}

async function bareNavigation(context: BrowserContext): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const page = await context.newPage();
    const from = performance.now();
    await page.goto('data:text/html,<p data-pain-point>A card</p>', { waitUntil: 'commit' });
    await page.locator(CARD).first().waitFor({ state: 'visible' });
    taken.push(performance.now() - from);
    await page.close();
  }
  return percentile(taken, 0.5);
}

async function dragOnBoard(context: BrowserContext, { server }: BoardOfCards): Promise<Drag> {
  const page = await context.newPage();
  await page.goto(`${server.url}/board`);
  await page.locator(CARD).first().waitFor({ state: 'visible' });
  await page.waitForTimeout(1000);
  const result = await drag(page);
  await page.close();
  return result;
}

async function dragOnBarePage(context: BrowserContext): Promise<Drag> {
  const page = await context.newPage();
  await page.setContent(`<div data-pain-point style="position:absolute;left:50px;top:200px;width:260px;height:120px">A card</div>
    <script>addEventListener('pointermove', (event) => {
      document.querySelector('div').style.transform = 'translate(' + event.clientX + 'px,' + event.clientY + 'px)';
    })</script>`);
  const result = await drag(page);
  await page.close();
  return result;
}

/** Holds the first card and carries it over the board for some seconds, counting what the page could not draw. */
async function drag(page: Page): Promise<Drag> {
  const box = await page.locator(CARD).first().boundingBox();
  if (box === null) throw new Error('There is no card to drag');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 3);
  await page.evaluate(WATCH_FRAMES);
  await page.mouse.down();
  for (let step = 0; step < 180; step += 1) {
    const way = step / 180;
    await page.mouse.move(box.x + 100 + way * 800, box.y + 60 + Math.sin(way * 12) * 200 + 100);
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
  await page.waitForTimeout(200);
  return page.evaluate<Drag>('watched()');
}

/** Runs in the page: counts the frames drawn, those that came too late, and the longest task. */
const WATCH_FRAMES = `(() => {
  const frame = 1000 / 60;
  const gaps = [];
  let longestTaskMs = 0;
  let last = performance.now();
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
  }).observe({ entryTypes: ['longtask'] });
  const tick = (now) => {
    gaps.push(now - last);
    last = now;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.watched = () => ({
    frames: gaps.reduce((sum, gap) => sum + Math.max(1, Math.round(gap / frame)), 0),
    lost: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0),
    longestTaskMs,
    worstFrameMs: Math.max(...gaps),
  });
})()`;
