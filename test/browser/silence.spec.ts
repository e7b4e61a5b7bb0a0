import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { sees, TestBrowser } from '../support/browser.js';
import { raise, type RaisedPainPoint } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';
import { BoardOnScreen } from './board-on-screen.js';
import { PanelOnScreen } from './panel-on-screen.js';

/** Three working days after a Wednesday have passed when Monday has; ten seconds before midnight in Berlin. */
const BEFORE_MIDNIGHT = '2026-11-23T22:59:50.000Z';
const NEXT_DAY = '2026-11-24T08:00:00.000Z';

describe('a silence on the screen', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;
  let silent: RaisedPainPoint;
  let answered: RaisedPainPoint;

  beforeAll(async () => {
    house = await House.open({ at: MORNING });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
    silent = await raise(world.sponsor.agent, { title: 'Nobody answers me' });
    answered = await raise(world.sponsor.agent, { title: 'I was answered' });
    await acts.comment(world.it.agent, answered.id, 'I look at it.', 'SHARED');
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  const at = async (time: string, member = world.it): Promise<Page> => {
    const page = await browser.pageOf(house.url, member, { reducedMotion: 'reduce' });
    await page.clock.install({ time });
    return page;
  };
  const saidOn = (board: BoardOnScreen, { id }: RaisedPainPoint) =>
    board
      .card(id)
      .getByText(/^Silent: /)
      .allTextContents();

  it('shows on the card when the day turns, and goes when somebody says a word, without a reload', async () => {
    house.clock.set(BEFORE_MIDNIGHT);
    const board = new BoardOnScreen(await at(BEFORE_MIDNIGHT));
    await board.open();
    await board.card(silent.id).waitFor();
    expect(await saidOn(board, silent)).toEqual([]);
    const asked: string[] = [];
    board.page.on('request', (request) => asked.push(request.postData() ?? request.url()));
    await board.page.clock.runFor(30_000);
    await sees(() => saidOn(board, silent), ['Silent: no answer since 18 Nov']);
    expect(await saidOn(board, answered)).toEqual([]);
    expect(asked.join('\n')).not.toMatch(/painPoint|board/i);
    house.clock.set(NEXT_DAY);
    await acts.comment(world.it.agent, silent.id, 'Between us: who knows it?', 'INTERNAL');
    await acts.comment(world.it.agent, silent.id, 'It is seen. I look at it today.', 'SHARED');
    await sees(() => saidOn(board, silent), []);
    await board.page.context().close();
  });

  it('alone passes the filter, which stands in the address', async () => {
    const waiting = await raise(world.sponsor.agent, { title: 'Still waiting for an answer' });
    house.clock.set('2026-11-30T08:00:00.000Z');
    const board = new BoardOnScreen(await at('2026-11-30T08:00:00.000Z'));
    await board.open();
    await board.page.getByRole('button', { name: 'Silent' }).click();
    await sees(() => board.order(world.stage('BLEEDING')), [waiting.id]);
    expect(board.page.url()).toContain('silent=1');
    await acts.comment(world.it.agent, waiting.id, 'It is seen.', 'SHARED');
    await board.page.clock.runFor(1_000);
    await sees(() => board.order(world.stage('BLEEDING')), []);
    await board.page.context().close();
  });

  it('says in the panel since when, who knows, and leads to where one writes to its sponsors', async () => {
    const waiting = await raise(world.sponsor.agent, { title: 'Nobody says anything' });
    house.clock.set('2026-12-15T08:00:00.000Z');
    const panel = new PanelOnScreen(await at('2026-12-15T08:00:00.000Z'));
    await panel.open(waiting.key);
    const said = panel.part('It is silent');
    await said.getByText('Sara Sponsor has waited for an answer since 30 Nov.').waitFor();
    expect(await accessibilityFaults(panel.page)).toEqual([]);
    await panel.button('Write to its sponsors').press('Enter');
    await panel.page.keyboard.type('I look at it this week, and write to you on Friday.');
    await panel.button('Say it to the sponsors').click();
    await sees(() => said.count(), 0);
    const { painPoint } = await world.sponsor.agent.ask<{ painPoint: { silent: boolean } }>(
      'query ($id: ID!) { painPoint(id: $id) { silent } }',
      { id: waiting.id },
    );
    expect(painPoint.silent).toBe(false);
    await panel.page.context().close();
  });

  it('is owned up to on the page of the sponsor who waits', async () => {
    const waiting = await raise(world.sponsor.agent, { title: 'And I wait' });
    const later = '2026-12-22T08:00:00.000Z';
    house.clock.set(later);
    const page = await at(later, world.sponsor);
    await page.goto('/mine');
    await page
      .locator(`[data-pain-point="${waiting.id}"]`)
      .getByText('Nobody has answered yet, since 15 Dec.')
      .waitFor();
    await page.context().close();
  });
});
