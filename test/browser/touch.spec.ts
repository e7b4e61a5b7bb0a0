import type { CDPSession, Page } from 'playwright-core';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

type Point = { x: number; y: number };

/** A finger on the screen. */
class Finger {
  private constructor(private readonly session: CDPSession) {}

  static async on(page: Page): Promise<Finger> {
    return new Finger(await page.context().newCDPSession(page));
  }

  async press(at: Point): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  }

  async slide(from: Point, to: Point, steps = 12): Promise<void> {
    for (let step = 1; step <= steps; step += 1) {
      const at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
      await this.session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at] });
      await new Promise((done) => setTimeout(done, 16));
    }
  }

  async lift(): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

describe('the board under a finger', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;
  let board: BoardOnScreen;
  let bleeding: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    bleeding = world.stage('BLEEDING');
    for (let at = 0; at < 12; at += 1) {
      await raise(world.it.agent, { title: `Pain number ${at}`, stageId: bleeding, raiserId: world.sponsor.id });
    }
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.it, { viewport: SCREENS.phone, hasTouch: true, isMobile: true });
    board = new BoardOnScreen(page);
    await board.open();
    await page.locator('[data-pain-point]').first().waitFor();
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const stored = async () => ((await readOrder(world.it.agent, world.boardId)).get(bleeding) ?? []).map(({ id }) => id);
  const middleOf = async (id: string): Promise<Point> => {
    const box = await board.card(id).boundingBox();
    if (!box) throw new Error('The card is not on the screen');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };

  it('scrolls at a swipe and takes nothing', async () => {
    const before = await stored();
    const moves: string[] = [];
    page.on('request', (request) => {
      if (request.postData()?.includes('movePainPoint')) moves.push(request.postData() ?? '');
    });
    const [, second = ''] = await board.order(bleeding);
    const from = await middleOf(second);
    const finger = await Finger.on(page);
    await finger.press(from);
    await finger.slide(from, { x: from.x, y: from.y - 220 }, 6);
    await finger.lift();
    await sees(async () => (await board.card(second).boundingBox())?.y !== from.y, true);
    await board.placeIsFound();
    expect(moves).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('takes a card after a short press, and puts it where the finger leaves it', async () => {
    const before = await stored();
    const [first = '', second = ''] = await board.order(bleeding);
    const from = await middleOf(first);
    const to = await middleOf(second);
    const finger = await Finger.on(page);
    await finger.press(from);
    await board.holds();
    await finger.slide(from, { x: to.x, y: to.y + 30 });
    await board.placeIsFound();
    await finger.lift();
    await sees(stored, [second, first, ...before.slice(2)]);
    await sees(async () => (await board.order(bleeding)).slice(0, 2), [second, first]);
  });

  it('carries a card to the next column by the edge of the screen', async () => {
    const [first = ''] = await board.order(bleeding);
    const from = await middleOf(first);
    const finger = await Finger.on(page);
    await finger.press(from);
    await board.holds();
    const edge = { x: SCREENS.phone.width - 8, y: from.y };
    await finger.slide(from, edge);
    // The board goes on under the finger until the next column is where it will be let go.
    const next = board.column(world.stage('PLANNED'));
    await sees(async () => ((await next.boundingBox())?.x ?? Infinity) < SCREENS.phone.width / 2, true);
    await finger.slide(edge, { x: SCREENS.phone.width / 2, y: from.y });
    await board.placeIsFound();
    await finger.lift();
    await sees(async () => (await stored()).includes(first), false);
  });
});
