import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise, readOrder } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';

/** Runs in the page: the words of cards whose content sticks out. */
const STICKS_OUT = `[...document.querySelectorAll('[data-pain-point]')]
  .filter((card) => card.scrollWidth > card.clientWidth + 1)
  .map((card) => card.textContent)`;

describe('how the board looks', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let card: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    const { agent } = world.it;
    for (const [at, { id: stageId }] of world.stages.entries()) {
      const { id } = await raise(agent, {
        title: `Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungssystem ${'hält an '.repeat(at * 4)}`,
        stageId,
        raiserId: world.sponsor.id,
        businessUnitId: world.units.sales,
        peopleAffected: 12,
        hoursLostPerPersonPerWeek: 1.5,
        effortDays: 2,
        tags: ['month-end'],
      });
      if (at === 0) card = id;
    }
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const open = async (options: Parameters<TestBrowser['pageOf']>[2], member = world.it): Promise<Page> => {
    const page = await browser.pageOf(server.url, member, options);
    await new BoardOnScreen(page).open();
    await page.locator('[data-pain-point]').first().waitFor();
    return page;
  };

  it.each(['light', 'dark'] as const)('has nothing that axe knows to be wrong, %s', async (colorScheme) => {
    const page = await open({ colorScheme, reducedMotion: 'reduce' });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('[data-pain-point]').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['a projector', SCREENS.projector],
    ['a laptop', SCREENS.laptop],
    ['a laptop at 200%', { width: 683, height: 384 }],
    ['a phone', SCREENS.phone],
  ])('never makes the whole page scroll sideways on %s', async (_name, viewport) => {
    const page = await open({ viewport });
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await page.evaluate(STICKS_OUT)).toEqual([]);
    await page.context().close();
  });

  const places = ['mine', 'commitments', 'meetings', 'plots', 'outbox', 'import', 'people', 'settings'];
  it.each([...places, 'present', 'kiosk', 'remote'])(
    '/%s scrolls sideways neither on a phone nor at 200%',
    async (place) => {
      const page = await browser.pageOf(server.url, world.lead, { viewport: SCREENS.phone });
      await page.goto(`/${place}`);
      await page.locator('h1').first().waitFor();
      for (const viewport of [SCREENS.phone, { width: 683, height: 384 }]) {
        await page.setViewportSize(viewport);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    },
  );

  it.each(places)('/%s keeps its head, however far it is scrolled', async (place) => {
    const page = await browser.pageOf(server.url, world.lead, { viewport: { width: 1366, height: 384 } });
    await page.goto(`/${place}`);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBeLessThanOrEqual(0);
    await page.context().close();
  });

  it('moves a card by its menu on a phone, without any dragging', async () => {
    const page = await open({ viewport: SCREENS.phone, hasTouch: true, isMobile: true });
    await page.locator(`[data-pain-point="${card}"]`).getByRole('button', { name: /move/i }).tap();
    await page.getByRole('menuitem', { name: /Planned/ }).tap();
    const stored = async () => {
      const order = await readOrder(world.it.agent, world.boardId);
      return (order.get(world.stage('PLANNED')) ?? []).some(({ id }) => id === card);
    };
    await sees(stored, true);
    await page.context().close();
  });
});
