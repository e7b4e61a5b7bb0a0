import type { Page } from 'playwright-core';
import { sees, TestBrowser } from '../support/browser.js';
import { move, raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

/** So high that every card is drawn. */
const TALL = { width: 1920, height: 2600 };

describe('a busy board', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let board: BoardOnScreen;
  let page: Page;
  let three: [string, string, string];
  const ids: string[] = [];

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    three = [world.stage('BLEEDING'), world.stage('PLANNED'), world.stage('TREATING')];
    for (let at = 0; at < 18; at += 1) {
      const size = { peopleAffected: at, hoursLostPerPersonPerWeek: 1 };
      const title = `Pain number ${at}`;
      const stageId = three[at % 3];
      ids.push((await raise(world.it.agent, { title, stageId, raiserId: world.sponsor.id, ...size })).id);
    }
  });
  beforeEach(async () => {
    // Without the glide of a dropped card into its place: these hands are quicker than it.
    page = await browser.pageOf(server.url, world.it, { viewport: TALL, reducedMotion: 'reduce' });
    board = new BoardOnScreen(page);
    await board.open();
    await page.locator('[data-pain-point]').nth(17).waitFor();
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const stored = async () => {
    const order = await readOrder(world.it.agent, world.boardId);
    return three.map((stageId) => (order.get(stageId) ?? []).map(({ id }) => id));
  };
  const onScreen = async () => Promise.all(three.map(async (stageId) => board.order(stageId)));

  /** Screen and server say the same: each card once, in one order, and the heads count them. */
  const agrees = async () => {
    // The last of its own moves may still be on their way.
    await sees(async () => JSON.stringify(await onScreen()) === JSON.stringify(await stored()), true);
    const order = await stored();
    await sees(onScreen, order);
    expect(new Set(order.flat()).size).toBe(ids.length);
    const heads = async () =>
      Promise.all(
        three.map(async (stageId, at) => {
          const head = await board.column(stageId).getByRole('heading').textContent();
          return head?.includes(String(order[at]?.length)) ?? false;
        }),
      );
    await sees(heads, [true, true, true]);
  };

  it('agrees with the server after others moved cards while it moved its own', async () => {
    let going = true;
    let turn = 0;
    const others = [world.lead.agent, world.admin.agent].map(async (agent, who) => {
      while (going) {
        turn += 1;
        const id = ids[(turn * 7 + who * 5) % ids.length] ?? '';
        const lane = (turn * 3 + who) % 3;
        const there = (await stored())[lane]?.filter((other) => other !== id) ?? [];
        const afterId = there[turn % Math.max(1, there.length)];
        await move(agent, { id, toStageId: three[lane] ?? '', ...(afterId && { afterId }) });
        await new Promise((done) => setTimeout(done, 50));
      }
    });
    for (let own = 0; own < 8; own += 1) {
      const order = await board.order(three[own % 3] ?? '');
      const id = order[own % order.length];
      const to = three[(own + 1) % 3] ?? '';
      // Somebody may take the card away just as the mouse goes for it; then this turn has none.
      if (id) await board.hold(id, await board.endOf(to)).catch(() => undefined);
      await board.letGo();
    }
    going = false;
    await Promise.all(others);
    await agrees();
  }, 60_000);

  it('keeps the quick moves of one hand over a slow line, without a jump back', async () => {
    const held: (() => void)[] = [];
    let answered = 0;
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('movePainPoint')) return route.fallback();
      await new Promise<void>((done) => held.push(done));
      await route.fulfill({ response: await route.fetch() });
      answered += 1;
    });
    const [from, to, last] = three;
    const [one = '', two = ''] = await board.order(from);
    await board.hold(one, await board.endOf(to));
    await board.letGo();
    await sees(async () => (await board.order(to)).at(-1), one);
    await board.hold(one, await board.endOf(last));
    await board.letGo();
    await sees(async () => (await board.order(last)).at(-1), one);
    await board.hold(two, await board.endOf(last));
    await board.letGo();
    await sees(async () => (await board.order(last)).at(-1), two);
    // Nothing was answered so far, so only the first is on its way; now one after the other is.
    expect(held).toHaveLength(1);
    while (answered < 3) {
      held.shift()?.();
      expect((await board.order(last)).includes(one)).toBe(true);
    }
    expect((await board.order(last)).slice(-2)).toEqual([one, two]);
    await agrees();
  }, 60_000);

  it('takes a move back', async () => {
    const [from, to] = three;
    const before = await board.order(from);
    const [one = ''] = before;
    await board.hold(one, await board.endOf(to));
    await board.letGo();
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await sees(() => board.order(from), before);
    await agrees();
  });
});
