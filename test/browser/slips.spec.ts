import { accessibilityFaults } from '../support/axe.js';
import { sees, TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';
import { PanelOnScreen } from './panel-on-screen.js';

const NINE = '2026-11-18T08:00:00.000Z';

describe('a promise that was noted by mistake', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    house = await House.open({ at: NINE });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  const open = async (member: Member, key: string, timezoneId = 'Europe/Berlin') => {
    const page = await browser.pageOf(house.url, member, { reducedMotion: 'reduce', timezoneId });
    await page.clock.install({ time: NINE });
    await page.goto(`/board/p/${key}`);
    const panel = new PanelOnScreen(page);
    await panel.title.waitFor();
    return { page, panel };
  };

  it('is taken back in the panel by who noted it, by the keyboard, and the one before it stands', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'The wrong card' });
    await acts.promise(world.it.agent, id, '2026-11-27');
    await acts.promise(world.it.agent, id, '2026-12-04', 'Meant for another card.');
    const { page, panel } = await open(world.it, key);
    await panel.sheet.getByText('if it was noted by mistake, until 09:10.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await panel.button('Take it back').focus();
    await page.keyboard.press('Enter');
    await page.getByText(`The promise of 4 Dec for ${key} is taken back.`).waitFor();
    await sees(() => panel.sheet.getByRole('list', { name: 'Promised before' }).count(), 0);
    expect(await panel.sheet.getByText('27 Nov', { exact: true }).count()).toBe(1);
    await sees(() => page.evaluate<string>('document.activeElement.textContent'), 'Move the date');
    await page.context().close();
  });

  it('says by the clock of whoever noted it until when it is taken back', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'The far card' });
    await acts.promise(world.it.agent, id, '2026-11-27');
    const { page, panel } = await open(world.it, key, 'Asia/Tokyo');
    await panel.sheet.getByText('if it was noted by mistake, until 17:10.').waitFor();
    await page.context().close();
  });

  it('is offered to nobody else but a lead, and no longer once ten minutes have passed', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'The right card' });
    await acts.promise(world.it.agent, id, '2026-11-27');
    const other = await open(await world.join('Other', 'IT', world.units.sales), key);
    await other.panel.sheet.getByText('27 Nov', { exact: true }).waitFor();
    expect(await other.panel.button('Take it back').count()).toBe(0);
    await other.page.context().close();
    const { page, panel } = await open(world.lead, key);
    await panel.button('Take it back').waitFor();
    await page.clock.fastForward(10 * 60_000);
    await sees(() => panel.button('Take it back').count(), 0);
    await page.context().close();
  });
});
