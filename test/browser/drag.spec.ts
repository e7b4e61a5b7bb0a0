import type { Page } from 'playwright-core';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

/** A title that makes its card much higher than the others. */
const LONG = 'The month-end report is wrong every second time, '.repeat(4).trim();

describe('dragging on the board', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;
  let board: BoardOnScreen;
  let ids: { a: string; b: string; c: string; d: string };
  let bleeding: string;
  let treating: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    [bleeding, treating] = [world.stage('BLEEDING'), world.stage('TREATING')];
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  beforeEach(async () => {
    const { agent } = world.it;
    const card = async (title: string, stageId: string) =>
      (await raise(agent, { title, stageId, raiserId: world.sponsor.id })).id;
    // New cards come first; each test puts its own four on top of what is there.
    const [d, c, b, a] = [
      await card('Delta prints twice', treating),
      await card('Charlie waits for a laptop', bleeding),
      await card(LONG, bleeding),
      await card('Alpha forgets what one typed', bleeding),
    ];
    ids = { a, b, c, d };
    const start = await readOrder(agent, world.boardId);
    for (const [stageId, wanted] of [
      [bleeding, [a, b, c]],
      [treating, [d]],
    ] as const) {
      for (const [place, id] of wanted.entries()) {
        const first = start.get(stageId)?.[0]?.id;
        const afterId = wanted[place - 1];
        const beforeId = place === 0 && first !== id ? first : undefined;
        if (afterId ?? beforeId) {
          const input = { id, toStageId: stageId, ...(afterId ? { afterId } : { beforeId }) };
          await agent.ask(`mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { revision } }`, {
            input,
          });
        }
      }
    }
    page = await browser.pageOf(server.url, world.it, { viewport: SCREENS.projector });
    board = new BoardOnScreen(page);
    await board.open();
    await sees(() => onScreen(bleeding, [a, b, c]), [a, b, c]);
  });
  afterEach(async () => page.context().close());

  /** Those of the given cards that the column shows, in its order. */
  const onScreen = async (stageId: string, of = Object.values(ids)) =>
    (await board.order(stageId)).filter((id) => of.includes(id));

  const stored = async (stageId: string) => {
    const order = await readOrder(world.it.agent, world.boardId);
    return (order.get(stageId) ?? []).map(({ id }) => id).filter((id) => Object.values(ids).includes(id));
  };

  it('puts a card between two of another column by the mouse, says before whom it tells, and keeps it', async () => {
    const { a, b, c, d } = ids;
    await board.hold(a, await board.beside(d, 'below'));
    await sees(async () => /tells 1 sponsor/.test((await board.column(treating).textContent()) ?? ''), true);
    await board.letGo();
    await sees(() => onScreen(treating), [d, a]);
    await sees(() => stored(treating), [d, a]);
    await page.reload();
    await sees(() => onScreen(treating), [d, a]);
    await sees(() => onScreen(bleeding), [b, c]);
  });

  it('moves a card within its column past one that is much higher', async () => {
    const { a, b, c } = ids;
    await board.hold(a, await board.beside(c, 'below'));
    await board.letGo();
    await sees(() => onScreen(bleeding), [b, c, a]);
    await sees(() => stored(bleeding), [b, c, a]);
  });

  it('puts everything back when Escape ends the drag', async () => {
    const { a, b, c, d } = ids;
    await board.hold(a, await board.beside(d, 'below'));
    await page.keyboard.press('Escape');
    await board.letGo();
    await sees(() => onScreen(bleeding), [a, b, c]);
    expect(await stored(bleeding)).toEqual([a, b, c]);
  });

  it('moves by the keyboard in the order of cards, not of pixels, and says where by name', async () => {
    const { a, b, c } = ids;
    await board.title(a).focus();
    await page.keyboard.press('Space');
    // All cards of the stage, also those that the screen has not drawn because they are further down.
    const { length } = (await readOrder(world.it.agent, world.boardId)).get(bleeding) ?? [];
    await page.keyboard.press('ArrowDown');
    await sees(async () => board.announced().then((said) => said.includes(`: place 2 of ${length} in Bleeding`)), true);
    expect(await board.announced()).toContain('Alpha forgets what one typed');
    expect(await board.announced()).not.toContain(a);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await sees(() => onScreen(bleeding), [b, c, a]);
    await sees(() => stored(bleeding), [b, c, a]);
    // The card that was moved keeps the focus, so that it can be taken up again at once.
    for (const key of ['Space', 'Home', 'Enter']) await page.keyboard.press(key);
    await sees(() => stored(bleeding), [a, b, c]);
  });

  it('goes to the neighbouring column by the keyboard, and Escape brings it back', async () => {
    const { a, b, c, d } = ids;
    await board.title(c).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await sees(
      async () => /Charlie waits for a laptop: place \d+ of \d+ in Planned/.test(await board.announced()),
      true,
    );
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Home');
    await sees(
      async () => /Charlie waits for a laptop: place 1 of \d+ in Treating/.test(await board.announced()),
      true,
    );
    await page.keyboard.press('Escape');
    await sees(() => onScreen(bleeding), [a, b, c]);
    await board.title(c).focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Home', 'Space']) await page.keyboard.press(key);
    await sees(() => stored(treating), [c, d]);
    await sees(() => onScreen(treating), [c, d]);
  });

  it('comes back with a plain sentence when the server refuses', async () => {
    const { a, b, c, d } = ids;
    // The refusal itself is what the server says when somebody loses the right to move; the drag comes first here.
    let answer = () => undefined as void;
    const seen = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('movePainPoint')) return route.fallback();
      const refusal = { message: 'Only IT moves cards. Ask a lead.', extensions: { code: 'FORBIDDEN' } };
      await seen;
      return route.fulfill({ json: { data: null, errors: [refusal] } });
    });
    await board.hold(a, await board.beside(d, 'below'));
    await board.letGo();
    await sees(() => onScreen(treating), [d, a]);
    answer();
    await page.getByText('Only IT moves cards. Ask a lead.').waitFor();
    await sees(() => onScreen(bleeding), [a, b, c]);
    expect(await stored(bleeding)).toEqual([a, b, c]);
  });

  it('asks for the win on Fixed, and lets it be skipped or recorded', async () => {
    const { a, c } = ids;
    const fixed = world.stage('FIXED');
    await board.hold(c, await board.endOf(fixed));
    await board.letGo();
    const dialog = page.getByRole('dialog', { name: 'What is the win?' });
    await dialog.getByRole('button', { name: 'Skip' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await sees(() => stored(fixed), [c]);

    await board.hold(a, await board.endOf(fixed));
    await board.letGo();
    await dialog.getByRole('button', { name: 'Record the win' }).click();
    await dialog.getByText('Say in one line what got better.').waitFor();
    await page.keyboard.type('Orders keep what was typed');
    await dialog.getByLabel('What', { exact: true }).fill('Time lost an order');
    await dialog.getByLabel('Before').fill('12');
    await dialog.getByLabel('After').fill('0,5');
    await dialog.getByLabel('Unit').fill('minutes');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    const { painPoint } = await world.it.agent.ask<{ painPoint: unknown }>(
      `query ($id: ID!) { painPoint(id: $id) { stage { id } wins { headline measure before after unit published } } }`,
      { id: a },
    );
    expect(painPoint).toEqual({
      stage: { id: fixed },
      wins: [
        {
          headline: 'Orders keep what was typed',
          measure: 'Time lost an order',
          before: 12,
          after: 0.5,
          unit: 'minutes',
          published: true,
        },
      ],
    });
  });

  it('does not let a sponsor take a card', async () => {
    const { a, b, c, d } = ids;
    const theirs = new BoardOnScreen(await browser.pageOf(server.url, world.sponsor, { viewport: SCREENS.projector }));
    await theirs.open();
    await theirs.hold(a, await theirs.beside(d, 'below'));
    await theirs.letGo();
    expect((await theirs.order(bleeding)).filter((id) => [a, b, c].includes(id))).toEqual([a, b, c]);
    expect(await stored(bleeding)).toEqual([a, b, c]);
    await theirs.page.context().close();
  });
});
