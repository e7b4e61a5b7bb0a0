import type { Page } from 'playwright-core';
import { sees, TestBrowser } from '../support/browser.js';
import { move, raise, readOrder } from '../support/builders.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

describe('several people at one board', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let cards: string[];
  let bleeding: string;
  let planned: string;
  const pages: Page[] = [];

  const open = async (url: string, member = world.it): Promise<BoardOnScreen> => {
    const board = new BoardOnScreen(await browser.pageOf(url, member));
    pages.push(board.page);
    await board.open();
    await board.card(cards[0] as string).waitFor();
    return board;
  };

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    [bleeding, planned] = [world.stage('BLEEDING'), world.stage('PLANNED')];
    for (const title of ['Orders are lost', 'Laptops come late', 'Nobody calls back']) {
      await raise(world.it.agent, { title, stageId: bleeding, raiserId: world.sponsor.id });
    }
  });
  beforeEach(async () => {
    // All three stand in the first column again.
    const order = await readOrder(world.it.agent, world.boardId);
    for (const { id } of order.get(planned) ?? []) await move(world.it.agent, { id, toStageId: bleeding });
    const again = await readOrder(world.it.agent, world.boardId);
    cards = (again.get(bleeding) ?? []).map(({ id }) => id).slice(0, 3);
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  it('shows a move in the other browser at once, with who did it', async () => {
    const [first = '', second = ''] = cards;
    const [ivo, lea] = [await open(server.url), await open(server.url, world.lead)];
    await ivo.hold(first, await ivo.endOf(planned));
    await ivo.letGo();
    await sees(() => lea.order(planned), [first]);
    await lea.card(first).getByText('Ivo Itman').waitFor();
    await lea.hold(second, await lea.endOf(planned));
    await lea.letGo();
    await sees(() => ivo.order(planned), [first, second]);
  });

  it('leaves a held card in the hand while others move, and agrees with them after the drop', async () => {
    const [first = '', second = '', third = ''] = cards;
    const [board, lea] = [await open(server.url), await open(server.url, world.lead)];
    await board.hold(first, await board.endOf(planned));
    await move(world.lead.agent, { id: second, toStageId: planned });
    await move(world.lead.agent, { id: third, toStageId: planned });
    // Once another board shows it, the news has gone out to all.
    await sees(() => lea.order(planned), [second, third]);
    await board.letGo();
    const stored = async () =>
      ((await readOrder(world.it.agent, world.boardId)).get(planned) ?? []).map(({ id }) => id);
    await sees(async () => (await stored()).length, 3);
    const apart = async () => {
      const [there, here] = [await stored(), await board.order(planned)];
      return there.join() === here.join() ? null : { there, here };
    };
    await sees(apart, null);
    await sees(async () => (await board.order(bleeding)).filter((id) => cards.includes(id)), []);
  });

  it('shows a pain point that somebody else raises, and takes away one that is parked', async () => {
    const board = await open(server.url);
    const { id } = await raise(world.sponsor.agent, { title: 'Passwords run out on holidays' });
    await board.card(id).waitFor();
    await world.lead.agent.ask(`mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }`, {
      input: { id, as: 'PARKED', reason: 'The new system comes in spring.' },
    });
    await board.card(id).waitFor({ state: 'detached' });
  });

  it('shows what came after the board was read and before it listened', async () => {
    const page = await browser.pageOf(server.url, world.it);
    pages.push(page);
    let listen = (): void => undefined;
    const raised = new Promise<void>((done) => (listen = done));
    await page.routeWebSocket('**/graphql', async (socket) => {
      await raised;
      socket.connectToServer();
    });
    const board = new BoardOnScreen(page);
    await board.open();
    await board.card(cards[0] as string).waitFor();
    const { id } = await raise(world.sponsor.agent, { title: 'Nobody was listening yet' });
    expect(await board.card(id).isVisible()).toBe(false);
    listen();
    await board.card(id).waitFor();
  });

  it('says so while it is cut off, and catches up once it can', async () => {
    const [first = '', second = ''] = cards;
    const line = await CuttableLine.to(server.url);
    const board = await open(line.url);
    const notice = board.page.getByText(/not connected|offline/i);
    line.cut();
    await notice.waitFor();
    await move(world.lead.agent, { id: first, toStageId: planned });
    await move(world.lead.agent, { id: second, toStageId: planned });
    const { id: raised } = await raise(world.lead.agent, { title: 'Raised while the line was cut', stageId: bleeding });
    expect(await board.order(planned)).toEqual([]);
    line.mend();
    await sees(() => board.order(planned), [first, second]);
    await board.card(raised).waitFor();
    await notice.waitFor({ state: 'hidden' });
    await line.close();
  });

  it('catches up with more than the server remembers by reading the board anew', async () => {
    const [first = ''] = cards;
    const line = await CuttableLine.to(server.url);
    const board = await open(line.url);
    await board.page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('boardChanges')) return route.fallback();
      const boardChanges = { __typename: 'BoardChanges', revision: 1_000_000, resync: true, changes: [] };
      return route.fulfill({ json: { data: { boardChanges } } });
    });
    line.cut();
    await board.page.getByText(/not connected|offline/i).waitFor();
    await move(world.lead.agent, { id: first, toStageId: planned });
    line.mend();
    await sees(() => board.order(planned), [first]);
    await line.close();
  });
});
