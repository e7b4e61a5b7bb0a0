import type { Page } from 'playwright-core';
import { sees, TestBrowser } from '../support/browser.js';
import { raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

describe('raising and finding on the board', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;
  let board: BoardOnScreen;
  let bleeding: string;
  let orders: string;
  let laptops: string;
  let invoices: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    bleeding = world.stage('BLEEDING');
    const { agent } = world.it;
    const from = { stageId: bleeding, raiserId: world.sponsor.id };
    orders = (await raise(agent, { ...from, title: 'Orders are lost', businessUnitId: world.units.sales })).id;
    laptops = (await raise(agent, { ...from, title: 'Laptops come late', businessUnitId: world.units.finance })).id;
    invoices = (await raise(agent, { ...from, title: 'Orders are billed twice', businessUnitId: world.units.finance }))
      .id;
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.it);
    board = new BoardOnScreen(page);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const sorted = async () => (await board.order(bleeding)).sort();

  it('raises with a title and Enter, from anywhere by the key n', async () => {
    await board.open();
    await board.card(orders).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('The scanner sends blank pages');
    await page.keyboard.press('Enter');
    const card = page.locator('[data-stage] [data-pain-point]', { hasText: 'The scanner sends blank pages' });
    await card.waitFor();
    const titles = async () => {
      const { painPoints } = await world.it.agent.ask<{ painPoints: { nodes: { title: string }[] } }>(
        `{ painPoints(first: 100) { nodes { title } } }`,
      );
      return painPoints.nodes.filter(({ title }) => title === 'The scanner sends blank pages').length;
    };
    await sees(titles, 1);
    // News comes in order: once this is on the board, the own card has come again too.
    const { id: next } = await raise(world.it.agent, { title: 'And raised after it' });
    await board.card(next).waitFor();
    expect(await card.count()).toBe(1);
  });

  it('keeps a filter in the address, so that it can be shared', async () => {
    await board.open();
    await board.card(laptops).waitFor();
    await page.getByRole('searchbox').fill('Orders');
    await sees(sorted, [orders, invoices].sort());
    await sees(async () => new URL(page.url()).search.includes('Orders'), true);

    const address = page.url().replace(server.url, '');
    const other = new BoardOnScreen(await browser.pageOf(server.url, world.lead));
    await other.open(address);
    await sees(async () => (await other.order(bleeding)).sort(), [orders, invoices].sort());
    expect(await other.page.getByRole('searchbox').inputValue()).toBe('Orders');
    await other.page.context().close();

    await page.reload();
    await sees(sorted, [orders, invoices].sort());
  });

  it('places a card beside the real neighbour that it sees, also when a filter hides others', async () => {
    await board.open('/board');
    await board.card(laptops).waitFor();
    const before = ((await readOrder(world.it.agent, world.boardId)).get(bleeding) ?? []).map(({ id }) => id);
    await page.getByRole('searchbox').fill('Orders');
    await sees(sorted, [orders, invoices].sort());
    const [upper = '', lower = ''] = await board.order(bleeding);
    await board.hold(upper, await board.beside(lower, 'below'));
    await board.letGo();
    await sees(() => board.order(bleeding), [lower, upper]);
    const stored = async () =>
      ((await readOrder(world.it.agent, world.boardId)).get(bleeding) ?? []).map(({ id }) => id);
    await sees(async () => {
      const order = await stored();
      return order.indexOf(upper) - order.indexOf(lower);
    }, 1);
    expect((await stored()).length).toBe(before.length);
  });

  it('opens a card over the board at its own address; back and forward work', async () => {
    await board.open();
    await board.card(orders).click();
    await page.getByRole('dialog').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/board\/p\/P-\d+$/);
    await page.goBack();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/board');
    await page.goForward();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/board');
  });

  it('asks who is not signed in to sign in, and remembers where they wanted to go', async () => {
    const stranger = await browser.pageOf(server.url, null);
    await stranger.goto('/board?text=Orders');
    await stranger.waitForURL(/\/sign-in\?next=%2Fboard%3Ftext%3DOrders/);
    await stranger.context().close();
  });
});
