import type { Page } from 'playwright-core';
import { Agent } from '../support/agent.js';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { signIn, startWorld, type World } from '../support/world.js';

describe('people and settings', () => {
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
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const sheet = () => page.getByRole('dialog');

  it('adds somebody: a refusal names the field and loses nothing, and the password that was made lets them in', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'Add somebody' }).click();
    await sheet().getByLabel('Name').fill('Zoë Quist');
    await sheet().getByLabel('E-mail address').fill(world.sponsor.email);
    await sheet().getByLabel('Business unit').fill('Warehouse');
    await sheet().getByRole('button', { name: 'Make one' }).click();
    const password = await sheet().getByLabel('A password').inputValue();
    await sheet().getByRole('button', { name: 'Add', exact: true }).click();
    await sees(() => sheet().getByLabel('E-mail address').getAttribute('aria-invalid'), 'true');
    expect(await sheet().getByLabel('Name').inputValue()).toBe('Zoë Quist');
    await sheet().getByLabel('E-mail address').fill('zoe@example.com');
    await sheet().getByRole('button', { name: 'Add', exact: true }).click();
    await sheet().waitFor({ state: 'hidden' });
    const row = page.getByRole('listitem').filter({ hasText: 'Zoë Quist' });
    await sees(async () => (await row.allTextContents()).join().includes('Warehouse'), true);
    const zoe = await signIn(server.url, 'zoe@example.com', password);
    expect((await zoe.ask<{ me: { role: string } }>('{ me { role } }')).me.role).toBe('SPONSOR');
    await zoe.leave();
  });

  it('ends the access of one who has left, at once, and keeps them out of the list until asked', async () => {
    const leaver = await world.join('Lars Leaver', 'SPONSOR');
    await page.goto('/people?text=Lars');
    await page.getByRole('button', { name: /^Lars Leaver/ }).click();
    await page.getByRole('button', { name: 'They have left' }).click();
    await sees(async () => (await leaver.agent.ask<{ me: unknown }>('{ me { id } }')).me, null);
    await page.reload();
    await page.getByRole('heading', { name: 'Nobody like that here' }).waitFor();
    await page.getByLabel('Also those who left').check();
    await page.getByRole('listitem').filter({ hasText: 'Lars Leaver' }).getByText('left').waitFor();
  });

  it('invites a pasted list: shows who is meant, names the bad line, and knows who has not come yet', async () => {
    await page.goto('/people');
    await page.getByRole('button', { name: 'Invite sponsors' }).click();
    await sheet().getByLabel('Whom?').fill('Ina Invited, ina@example.com\nNina Noaddress');
    const meant = sheet().getByRole('list', { name: 'Who is meant' }).getByRole('listitem');
    await meant.getByText('No e-mail address in “Nina Noaddress”').waitFor();
    expect(await sheet().getByRole('button', { name: 'Invite 2 people' }).isDisabled()).toBe(true);
    await sheet().getByLabel('Whom?').fill('Ina Invited, ina@example.com\nNina Noaddress; nina@example.com; Tills');
    await sheet().getByLabel('Business unit of those without one').fill('Sales');
    expect(await meant.allInnerTexts()).toEqual([
      expect.stringMatching(/Ina Invited\s+ina@example.com\s+Sales/),
      expect.stringMatching(/Nina Noaddress\s+nina@example.com\s+Tills/),
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await sheet().getByRole('button', { name: 'Invite 2 people' }).click();
    await sheet().waitFor({ state: 'hidden' });
    await page.getByLabel('Invited, not come yet').check();
    const rows = page.getByRole('list', { name: 'People' }).getByRole('listitem');
    await sees(async () => (await rows.allInnerTexts()).length, 2);
    await page.getByRole('button', { name: 'Invite Ina Invited again' }).click();
    await page.getByText('Ina Invited gets the invitation once more.').waitFor();
    await page.getByRole('button', { name: 'Withdraw the invitation of Ina Invited' }).click();
    await page.reload();
    await sees(async () => (await rows.allInnerTexts()).map((text) => text.includes('Nina Noaddress')), [true]);
  });

  it('lets IT add sponsors only, and change nobody', async () => {
    const it = await browser.pageOf(server.url, world.it);
    await it.goto('/people');
    await it.getByText(world.sponsor.name).waitFor();
    expect(await it.getByRole('button', { name: /: change$/ }).count()).toBe(0);
    await it.getByRole('button', { name: 'Add a sponsor' }).click();
    expect(await it.getByRole('dialog').getByRole('option').allTextContents()).toEqual(
      expect.arrayContaining(['Sponsor']),
    );
    expect(await it.getByLabel('Role').last().locator('option').count()).toBe(1);
    await it.context().close();
  });

  it('renames, limits and moves stages; the open board of another person follows', async () => {
    const other = await browser.pageOf(server.url, world.it);
    await other.goto('/board');
    await other.getByRole('heading', { name: /Treating/ }).waitFor();
    await page.goto('/settings');
    const name = page.getByLabel('Name of the stage Treating');
    await name.fill('In treatment');
    await name.press('Enter');
    await other.getByRole('heading', { name: /In treatment/ }).waitFor();
    await page.getByLabel('Limit of In treatment').fill('zero');
    await page.getByLabel('Limit of In treatment').press('Enter');
    await page.getByText('Please write a whole number from 1').waitFor();
    await page.getByLabel('Limit of In treatment').fill('3');
    await page.getByLabel('Limit of In treatment').press('Enter');
    await sees(
      async () => (await other.getByRole('heading', { name: /In treatment/ }).textContent())?.includes('/ 3'),
      true,
    );
    await other.context().close();
  });

  it('keeps when the meeting is and the days on which nobody works, which a promise is checked against', async () => {
    await page.goto('/settings');
    await page.getByLabel('Status meeting', { exact: true }).selectOption('2');
    await page.getByLabel('A day on which nobody works').fill('2030-12-25');
    await page.getByLabel('What it is called').fill('Christmas Day');
    await page.getByRole('button', { name: 'Add the day' }).click();
    await page.getByRole('button', { name: 'Take Christmas Day out' }).waitFor();
    const { key } = await raise(world.sponsor.agent);
    const it = await browser.pageOf(server.url, world.it);
    await it.goto(`/board/p/${key}`);
    await it.getByRole('button', { name: 'Promise a date' }).click();
    await it.getByLabel('Fixed by').fill('2030-12-25');
    await it.getByText('Nobody works on that day: Christmas Day.').waitFor();
    await it.getByRole('button', { name: 'Promise it' }).click();
    await it.goto('/commitments');
    await it.getByRole('region', { name: 'Due later' }).getByText(key).waitFor();
    expect(await accessibilityFaults(it)).toEqual([]);
    await it.getByRole('link', { name: new RegExp(key) }).click();
    await it.getByRole('dialog', { name: `Pain point ${key}` }).waitFor();
    await it.context().close();
    await page.getByRole('button', { name: 'Take Christmas Day out' }).click();
    await page.reload();
    await sees(() => page.getByLabel('Status meeting', { exact: true }).inputValue(), '2');
    expect(await page.getByRole('button', { name: 'Take Christmas Day out' }).count()).toBe(0);
  });

  it('shows an API token once; it opens the API until it is taken back', async () => {
    await page.goto('/settings');
    await page.getByLabel('What is the token for?').fill('monthly report');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const secret = (await page.locator('code').textContent()) ?? '';
    const me = async () => {
      const script = new Agent(server.url, secret);
      const answer = await script.answer<{ me: { id: string } | null }>('{ me { id } }');
      return answer.data?.me?.id ?? null;
    };
    await sees(me, world.lead.id);
    await page.reload();
    await page.getByText('monthly report').waitFor();
    expect(await page.locator('code').count()).toBe(0);
    await page.getByRole('button', { name: 'Take monthly report back' }).click();
    await sees(me, null);
  });

  it('has nothing that axe knows to be wrong, in both lights, and fits a phone', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const address of ['/people', '/settings']) {
        await page.setViewportSize(SCREENS.laptop);
        await page.goto(address);
        await page.getByRole('listitem').first().waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.setViewportSize(SCREENS.phone);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
      }
      await page.goto('/people');
      await page.getByRole('button', { name: 'Add somebody' }).click();
      await sheet().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });
});
