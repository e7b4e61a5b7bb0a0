import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

describe('the figures at the head of the board', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    const hurts = (title: string, peopleAffected: number) =>
      raise(world.sponsor.agent, { title, peopleAffected, hoursLostPerPersonPerWeek: 1 });
    await hurts('Orders are lost', 4);
    await hurts('Laptops come late', 2);
    const { id } = await hurts('The lift is slow', 1);
    await move(world.it.agent, { id, toStageId: world.stage('FIXED') });
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.sponsor);
    await new BoardOnScreen(page).open();
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const figures = () => page.getByRole('dialog', { name: 'Can IT be believed?' });
  const behind = () => figures().locator('details[open] li').allTextContents();

  it('open to how each is computed and from which pain points, and lead to them', async () => {
    await page.getByRole('button', { name: '€300 bleeding a week' }).click();
    await sees(behind, ['P-1 Orders are lost€200 a week', 'P-2 Laptops come late€100 a week']);
    await figures().getByText('the sum of the bleed rates of all that is not fixed').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '€50 a week stopped this month' }).click();
    await sees(behind, ['P-3 The lift is slow€50 a week']);
    await figures().getByText('From which pain points: Confirmed by sponsors').click();
    await figures().getByText('◌ not confirmed').waitFor();
    await figures().getByRole('link', { name: 'P-3 The lift is slow' }).first().click();
    await page.getByRole('dialog', { name: 'Pain point P-3' }).waitFor();
    expect(await figures().count()).toBe(0);
  });

  it('show in the same place how they came about, as a plot with its table and how it was computed', async () => {
    await page.getByRole('button', { name: '€300 bleeding a week' }).click();
    const plot = figures().locator('[data-plot="BLEEDING"]');
    await plot.getByText('€300 bleed a week').waitFor();
    await plot.locator('svg.plot-bleeding').waitFor();
    await plot.getByRole('button', { name: /^As a table/ }).click();
    await plot.getByRole('table', { name: 'Bleeding a week' }).waitFor();
    await plot.getByRole('button', { name: /^How it was computed/ }).click();
    await plot.getByText('added up at the end of each day').waitFor();
    await figures().getByText('How it came about: Promises kept').click();
    await figures().getByText('No promise fell due in this time').waitFor();
    await figures().getByRole('link', { name: 'All plots' }).click();
    await page.waitForURL('**/plots');
  });

  it.each(['light', 'dark'] as const)(
    'have nothing that axe knows to be wrong, and fit a phone: %s',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: /all trust figures/ }).click();
      await figures().getByText('From none so far.').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize(SCREENS.phone);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
    },
  );
});
