import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

/** As a spreadsheet program of the continent writes it: semicolons, a decimal comma, a line break, an impossible day. */
const TABLE = [
  'No.;Date;Business unit;Who said it;E-mail;Service;Pain in their own words;People affected;Hours lost each/week;Status',
  '1;03.08.2026;Claims;Ines Albrecht;ines@example.com;Claims system;Every Monday the claims screen needs a minute;46;1,5;open',
  '2;31.09.2026;Claims;Ines Albrecht;;Printing;"Letters come out two floors down,',
  'nobody knows why.";12;0,5;open',
  '3;5.8.26;Finance;Tomás Ruiz;tomas@example.com;Claims system;Claims screen is slow (same as no 1);3;1;open',
].join('\r\n');

const file = (text = TABLE, name = 'interviews.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe('importing a spreadsheet', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.lead);
    await page.goto('/import');
    await page.getByRole('button', { name: 'Choose a file' }).waitFor();
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const choose = async (table = file()) => page.locator('input[type=file]').setInputFiles(table);
  const table = (name: string | RegExp) => page.getByRole('region', { name }).getByRole('row');
  const count = async () => {
    const { painPoints } = await world.lead.agent.ask<{ painPoints: { totalCount: number } }>(
      '{ painPoints(first: 1) { totalCount } }',
    );
    return painPoints.totalCount;
  };

  it('refuses what is no table, in words, and takes the next file', async () => {
    await choose(file('', 'empty.csv'));
    await page.getByRole('alert').waitFor();
    await choose();
    await page.getByRole('heading', { name: 'What they become' }).waitFor();
  });

  it('shows before anything happens what is wrong, by row and column, and keeps all of it over a reload', async () => {
    await choose();
    await sees(() => table('1 problem').nth(1).getByRole('cell').nth(1).textContent(), 'Date');
    expect(await table('1 problem').nth(1).getByRole('cell').first().textContent()).toBe('3');
    await sees(() => table('What they become').count(), 4);
    expect(await count()).toBe(0);
    await page.reload();
    await page.getByRole('heading', { name: '1 problem' }).waitFor();
  });

  it('computes anew what the rows become when a column stands for something else', async () => {
    const bleeds = () => table('What they become').nth(1).getByRole('cell').last().textContent();
    await choose();
    await sees(bleeds, '€3,450');
    await page.getByLabel('People affected').selectOption('IGNORE');
    await sees(bleeds, '–');
    await page.getByLabel('No.').selectOption('PEOPLE_AFFECTED');
    await sees(bleeds, '€75');
  });

  it('does not begin before a column holds the pain, and says so', async () => {
    await choose();
    const begin = page.getByRole('button', { name: /^Import \d+ pain points?$/ });
    await sees(() => begin.isEnabled(), true);
    await page.getByLabel('Pain in their own words').selectOption('IGNORE');
    await page.getByText('Say which column holds the pain.').waitFor();
    expect(await begin.isEnabled()).toBe(false);
    await page.getByLabel('Pain in their own words').selectOption('DESCRIPTION');
    await sees(() => begin.isEnabled(), true);
    expect(await begin.textContent()).toBe('Import 3 pain points');
    expect(await count()).toBe(0);
  });

  it('gives a choice back that the server could not take', async () => {
    await choose();
    await page.getByLabel('Pain in their own words').waitFor();
    await page.route('**/graphql', async (route) => route.abort());
    await page.getByLabel('Service').selectOption('IGNORE');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Service').inputValue()).toBe('SERVICE');
  });

  it('imports all of it, lets a repeat join, and finds nothing new the second time', async () => {
    await choose();
    await page.getByLabel(/Row 4 joins row 2/).check();
    await page.getByRole('button', { name: 'Import 2 pain points' }).click();
    await page.getByRole('heading', { name: '2 pain points are on the board' }).waitFor();
    expect(await count()).toBe(2);
    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose();
    await page.getByText('There is nothing new in it.').waitFor();
    expect(await page.getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    expect(await count()).toBe(2);
  });

  it('shows how far a long one is, and leaves nothing when it is cancelled', async () => {
    const before = await count();
    const rows = Array.from(
      { length: 20_000 },
      (_, at) => `Somebody ${at % 90};Pain number ${at} is another one;${at % 40}`,
    );
    await choose(file(['Name;Pain;People affected', ...rows].join('\n'), 'long.csv'));
    await page.getByRole('button', { name: /^Import 20,000/ }).click({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Cancelled: nothing was imported' }).waitFor();
    expect(await count()).toBe(before);
  });

  it('has nothing that axe knows to be wrong, in both lights, and fits a phone', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(SCREENS.laptop);
      await page.goto('/import');
      await page.getByRole('button', { name: 'Choose a file' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await choose(file(TABLE.replaceAll('Claims', 'Claimsabteilungsverwaltungszentralstelle'.repeat(2))));
      await page.getByRole('heading', { name: 'What they become' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize(SCREENS.phone);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
    }
  });
});
