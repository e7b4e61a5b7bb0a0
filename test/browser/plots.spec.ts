import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

describe('the plots on screen', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    for (let at = 0; at < 6; at += 1) {
      const { id } = await raise(world.sponsor.agent, {
        peopleAffected: 4,
        hoursLostPerPersonPerWeek: at,
        effortDays: 2,
      });
      house.clock.advance(3 * MILLISECONDS_PER_DAY);
      if (at % 2 === 0) await move(world.it.agent, { id, toStageId: world.stage('TREATING') });
    }
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  const open = async (options: Parameters<TestBrowser['pageOf']>[2] = {}): Promise<Page> => {
    const page = await browser.pageOf(house.url, world.viewer, { reducedMotion: 'reduce', ...options });
    await page.goto('/plots');
    await page.locator('[data-plot="BLEEDING"] svg').waitFor();
    await page.locator('[data-plot="TIME_TO_FIXED"]').getByText('No sponsor confirmed a fix').waitFor();
    return page;
  };
  const sizeOf = (page: Page) =>
    page.evaluate<number[]>(
      `(({ clientWidth, attributes }) => [clientWidth, Number(attributes.width.value)])(
        document.querySelector('[data-plot="BLEEDING"] svg'))`,
    );

  it.each(['light', 'dark'] as const)(
    'are as wide as their place and have nothing that axe knows to be wrong, %s',
    async (colorScheme) => {
      for (const viewport of Object.values(SCREENS)) {
        const page = await open({ colorScheme, viewport });
        const [shown, drawn] = await sizeOf(page);
        expect(shown).toBe(drawn);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('are drawn anew for another width, with letters as large as before', async () => {
    const page = await open();
    const [before] = await sizeOf(page);
    await page.setViewportSize(SCREENS.phone);
    await sees(
      async () => (await page.locator('[data-plot="BLEEDING"] svg').getAttribute('width')) !== `${before}`,
      true,
    );
    expect(await page.locator('[data-plot="BLEEDING"] svg').getAttribute('font-size')).toBe('14');
    await page.context().close();
  });

  it('stand upright on a phone, where there is more room below than beside', async () => {
    const page = await open({ viewport: SCREENS.phone });
    const svg = page.locator('[data-plot="BLEEDING"] svg');
    const [width, height] = [Number(await svg.getAttribute('width')), Number(await svg.getAttribute('height'))];
    expect(height).toBeGreaterThan(width);
    await page.context().close();
  });

  it('say what is to be seen, show their table and how they were computed, by keyboard', async () => {
    const page = await open();
    const plot = page.locator('[data-plot="CUMULATIVE_FLOW"]');
    await plot.getByText(/pain points are not fixed/).waitFor();
    await plot.getByRole('button', { name: /^As a table/ }).focus();
    await page.keyboard.press('Enter');
    const table = plot.getByRole('table', { name: 'Where the pain points stand' });
    expect(await table.getByRole('columnheader').first().innerText()).toBe('Day');
    expect(await table.getByRole('row').count()).toBeGreaterThan(2);
    await plot.getByRole('button', { name: /^How it was computed/ }).focus();
    await page.keyboard.press('Enter');
    await plot.getByText(/has left the board/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await plot.getByRole('button', { name: /^As a plot/ }).click();
    await plot.locator('svg').waitFor();
    await page.context().close();
  });

  it('stand one step behind the trust figures, and say why there is no forecast yet', async () => {
    const page = await browser.pageOf(house.url, world.viewer, { reducedMotion: 'reduce' });
    await page.goto('/board');
    await page.getByRole('button', { name: /all trust figures/ }).click();
    await page.getByRole('link', { name: 'All plots' }).click();
    await page.getByText('A forecast needs 8 weeks of history').waitFor();
    await page.context().close();
  });
});
