import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { sees, SCREENS, TestBrowser } from '../support/browser.js';
import { ServerProcess } from '../support/server-process.js';
import { PASSWORD } from '../support/world.js';

describe('the front door', () => {
  let server: ServerProcess;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start();
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, null);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const start = () => page.getByRole('button', { name: 'Start', exact: true });
  const path = () => new URL(page.url()).pathname;

  it('lets a stranger look around in a demo as each role, and leave it again', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Look around' }).click();
    // Its twelve weeks are played first.
    await page.getByRole('button', { name: 'Nora Lindqvist' }).waitFor({ timeout: 45_000 });
    for (const [who, where] of [
      ['Nora Lindqvist', '/board'],
      ['Samir Haddad', '/board'],
      ['Greta Olsen', '/mine'],
    ] as const) {
      await page.getByRole('button', { name: who }).click();
      await page.waitForURL(`**${where}`);
      await page.getByRole('button', { name: `${who}: theme and signing out` }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.getByRole('heading', { name: /Fernwick/ }).waitFor();
    }
    await page.getByRole('button', { name: /start my own workspace/ }).click();
    await page.getByRole('heading', { name: 'Start my own workspace' }).waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe knows to be wrong, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/');
    await start().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize(SCREENS.phone);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
  });

  it('keeps what was typed when the server refuses, and over a reload, but never the password', async () => {
    await page.goto('/');
    await page.getByLabel('What is it called?').fill('Harbour & Sons');
    await page.getByLabel('Your name').fill('Lea Lead');
    await page.getByLabel('Your e-mail address').fill('lea@example.com');
    await page.getByLabel('A password').fill('lea@example.com');
    await start().click();
    await sees(() => page.getByLabel('A password').getAttribute('aria-invalid'), 'true');
    expect(await page.getByLabel('What is it called?').inputValue()).toBe('Harbour & Sons');
    await page.reload();
    expect(await page.getByLabel('Your name').inputValue()).toBe('Lea Lead');
    expect(await page.getByLabel('A password').inputValue()).toBe('');
  });

  it('starts a workspace, signs its lead in, and brings them back to where they wanted to go', async () => {
    await page.goto('/');
    await page.getByLabel('What is it called?').fill('Harbour & Sons');
    await page.getByRole('combobox', { name: 'Currency' }).fill('CHF');
    await page.keyboard.press('Enter');
    await page.getByLabel('What an hour of work costs').fill('72,50');
    await page.getByLabel('Your name').fill('Lea Lead');
    await page.getByLabel('Your e-mail address').fill('lea@example.com');
    await page.getByLabel('A password').fill(PASSWORD);
    await start().click();
    await page.waitForURL('**/board');
    await page.getByRole('button', { name: /^Lea Lead/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await page.goto('/settings');
    await sees(async () => path(), '/sign-in');
    await page.getByLabel('E-mail address').fill('lea@example.com');
    await page.getByLabel('Password').fill('not this one at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('lea@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await sees(async () => path(), '/settings');
    await sees(() => page.getByLabel('What an hour of work costs').inputValue(), '72.5');
  });

  it('goes to no stranger’s address after signing in', async () => {
    await page.goto('/sign-in?next=//evil.example/board');
    await page.getByLabel('E-mail address').fill('lea@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await sees(async () => page.url(), `${server.url}/board`);
  });
});
