import { KeepCommitments } from '@stanch/sponsorship';
import { accessibilityFaults } from '../support/axe.js';
import { sees, TestBrowser } from '../support/browser.js';
import { raise, type RaisedPainPoint } from '../support/builders.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';
import { PanelOnScreen } from './panel-on-screen.js';

const THURSDAY = '2026-11-19T09:00:00.000Z';

describe('the reason of a promise that was not kept', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;
  let missed: RaisedPainPoint;

  beforeAll(async () => {
    house = await House.open({ at: '2026-11-17T09:00:00.000Z' });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
    missed = await raise(world.sponsor.agent, { title: 'It was promised', businessUnitId: world.units.sales });
    await acts.promise(world.it.agent, missed.id, '2026-11-18');
    house.clock.set(THURSDAY);
    await house.get(KeepCommitments).breakPast();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  const pageOf = async (member: Member) => {
    const page = await browser.pageOf(house.url, member, { reducedMotion: 'reduce' });
    await page.clock.install({ time: THURSDAY });
    return page;
  };

  it('is given by IT from the page of commitments, and read there, by unit, and by its sponsor', async () => {
    const page = await pageOf(world.it);
    const panel = new PanelOnScreen(page);
    await page.goto('/commitments');
    await page
      .getByRole('link', { name: `Say why: ${missed.key}` })
      .first()
      .click();
    await panel.title.waitFor();
    await panel.button('Say why').click();
    await panel.button('Say why').click();
    await panel.sheet.getByText('Say why it was not kept.').waitFor();
    await panel.field('Why was it not kept?').fill('The parts came late.');
    await panel.button('Say why').click();
    await panel.sheet.getByText('The parts came late.', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await panel.sheet.waitFor({ state: 'hidden' });
    await page.reload();
    await sees(
      () =>
        page
          .getByRole('region', { name: /^Missed since/ })
          .getByText('“The parts came late.”')
          .count(),
      1,
    );
    await page.getByText('Why one was missed').first().click();
    const rates = page.getByRole('complementary', { name: 'How often promises are kept' });
    await rates.getByText('“The parts came late.”').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();

    const hers = await pageOf(world.sponsor);
    await hers.goto('/mine');
    const item = hers.locator(`[data-pain-point="${missed.id}"]`);
    await item.getByText('IT says why: “The parts came late.”').waitFor();
    await hers.goto(`/mine/p/${missed.key}`);
    const read = new PanelOnScreen(hers);
    await read.sheet.getByText('Why it was not kept:').waitFor();
    expect(
      await read
        .button(/Say/)
        .filter({ hasText: /^Say (why|it otherwise)$/ })
        .count(),
    ).toBe(0);
    await hers.context().close();
  });
});
