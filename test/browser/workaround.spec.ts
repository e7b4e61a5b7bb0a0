import { SCREENS, TestBrowser } from '../support/browser.js';
import { raise, type RaisedPainPoint } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';
import { PanelOnScreen } from './panel-on-screen.js';

describe('a workaround on the screen', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let card: RaisedPainPoint;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    card = await raise(world.it.agent, {
      title: 'Orders are lost when the phone rings',
      raiserId: world.sponsor.id,
      peopleAffected: 12,
      hoursLostPerPersonPerWeek: 1.5,
      directCostPerWeek: 100,
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  it('says what helps until it is fixed, how far that slows the bleeding, and takes it back when it helps no longer', async () => {
    const panel = new PanelOnScreen(await browser.pageOf(server.url, world.it));
    await panel.open(card.key);
    const meanwhile = panel.part('Until it is fixed');
    await panel.button('Offer a workaround').click();
    await panel.button('Offer it').click();
    await meanwhile.getByText('Say what helps: its sponsors try it.').waitFor();
    await panel.field('What helps meanwhile?').fill('Let it ring; call back from the list.');
    await meanwhile.getByText('It costs €1,000 a week without it.').waitFor();
    await panel.field('Hours each still loses a week').fill('0.5');
    await meanwhile.getByText('Slows it from €1,000 to €400 a week.').waitFor();
    await meanwhile.getByText('tells 1 sponsor').waitFor();
    await panel.button('Offer it').click();
    await panel.toast('is slowed, and 1 sponsor hears what helps').waitFor();
    await meanwhile.getByText('slows it from €1,000 to €400 a week').waitFor();
    await panel
      .part(/What it costs/)
      .getByText('a week, slowed by a workaround')
      .waitFor();

    const board = new BoardOnScreen(await browser.pageOf(server.url, world.it));
    await board.open();
    await board.page.locator(`[data-pain-point="${card.id}"]`).getByText('slowed by a workaround').waitFor();
    const sara = await browser.pageOf(server.url, world.sponsor, { viewport: SCREENS.phone });
    await sara.goto('/mine');
    await sara.getByText('Until it is fixed, this helps: Let it ring; call back from the list.').waitFor();

    await panel.button('It helps no longer').click();
    await panel.field('Why does it help no longer?').fill('The list is lost too.');
    await panel.button('Take it back').click();
    await meanwhile.getByText('Nothing helps meanwhile.').waitFor();
    const { painPoint } = await world.it.agent.ask<{ painPoint: { bleedPerWeek: number; slowed: boolean } }>(
      'query ($id: ID!) { painPoint(id: $id) { bleedPerWeek slowed } }',
      { id: card.id },
    );
    expect(painPoint).toEqual({ bleedPerWeek: 1000, slowed: false });
  });
});
