import type { Page } from 'playwright-core';
import { acts } from '../mail/hearing.js';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';

describe('the bell', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let reader: Member;
  let readers = 0;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start({ MAIL_WINDOW_SECONDS: '120' });
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    readers += 1;
    reader = await world.join(`Reader ${'abcdefghij'[readers]}`, 'SPONSOR');
    page = await browser.pageOf(server.url, reader);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const bell = (on = page) => on.getByRole('button', { name: /^Notifications: / });
  const list = (on = page) => on.getByRole('dialog', { name: 'Notifications' });
  const lines = (on = page) => list(on).getByRole('listitem');
  const counts = async (expected: string, on = page) =>
    sees(async () => bell(on).getAttribute('aria-label'), `Notifications: ${expected}`);
  const tell = (title: string, stageId?: string) =>
    raise(world.it.agent, { title, raiserId: reader.id, ...(stageId && { stageId }) });

  it('counts as things happen; by the keyboard alone one reads what, opens the card, and it is read', async () => {
    await page.goto('/mine');
    await counts('none unread');
    const { key } = await tell('The till freezes');
    await counts('1 unread');
    await bell().focus();
    await page.keyboard.press('Enter');
    await lines().first().waitFor();
    expect(await list().getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Today']);
    expect(await lines().first().textContent()).toContain('The till freezes');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/mine/p/${key}`);
    await counts('none unread');
    await page.reload();
    await counts('none unread');
  });

  it('opens the card on the board for IT, as the board is narrowed', async () => {
    const { key } = await raise(world.sponsor.agent, { title: 'Nobody answers the phone' });
    const lead = await browser.pageOf(server.url, world.lead);
    await lead.goto('/board?text=phone');
    await bell(lead).click();
    await lines(lead).filter({ hasText: key }).getByRole('link').click();
    await lead.waitForURL(`**/board/p/${key}?text=phone`);
    await lead.getByRole('dialog', { name: `Pain point ${key}` }).waitFor();
    await lead.context().close();
  });

  it('marks one and all as read, on every screen of the same person', async () => {
    for (const title of ['First', 'Second', 'Third']) await tell(`${title} pain`);
    const other = await browser.pageOf(server.url, reader);
    await page.goto('/mine');
    await other.goto('/mine');
    await counts('3 unread', other);
    await bell(other).click();
    await lines(other).first().waitFor();
    await bell().click();
    await page.getByRole('button', { name: /^Mark as read: .*Second pain/ }).click();
    await counts('2 unread', other);
    await sees(
      async () =>
        list(other)
          .getByRole('button', { name: /^Mark as read: / })
          .count(),
      2,
    );
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await counts('none unread', other);
    await sees(
      async () =>
        list(other)
          .getByRole('button', { name: /^Mark as read: / })
          .count(),
      0,
    );
    expect(await lines().count()).toBe(3);
    await other.context().close();
  });

  it('says so and counts as before when a mark could not be stored', async () => {
    await tell('A pain that stays unread');
    await page.goto('/mine');
    await page.route('**/graphql', async (route) =>
      route.request().postData()?.includes('MarkNotificationsRead') ? route.abort() : route.continue(),
    );
    await bell().click();
    await page.getByRole('button', { name: /^Mark as read: / }).click();
    await list().getByRole('alert').getByText('Still unread: Stanch cannot be reached.').waitFor();
    await counts('1 unread');
    expect(await page.getByRole('button', { name: /^Mark as read: / }).count()).toBe(1);
  });

  it('lets go of what was taken back, and merges what was told twice', async () => {
    const { agent } = world.it;
    const { id } = await tell('The list is never the same', world.stage('BLEEDING'));
    await page.goto('/mine');
    await bell().click();
    await sees(async () => lines().count(), 1);
    await move(agent, { id, toStageId: world.stage('PLANNED') });
    await sees(async () => lines().count(), 2);
    await move(agent, { id, toStageId: world.stage('TREATING') });
    await sees(async () => (await lines().first().textContent())?.includes('has begun'), true);
    expect(await lines().first().textContent()).toContain('(and 1 before)');
    expect(await lines().count()).toBe(2);
    await move(agent, { id, toStageId: world.stage('BLEEDING') });
    await sees(async () => lines().count(), 1);
    for (const text of ['One', 'Two', 'Three']) await acts.comment(agent, id, text, 'SHARED');
    await sees(async () => (await lines().first().textContent())?.includes('“Three” (and 2 before)'), true);
    await sees(async () => lines().count(), 2);
    await counts('2 unread');
    await acts.comment(agent, (await tell('Another')).id, 'Between', 'SHARED');
    await acts.comment(agent, id, 'Four', 'SHARED');
    // With the newest it stands on top again.
    await sees(async () => (await lines().first().textContent())?.includes('“Four” (and 3 before)'), true);
    await counts('4 unread');
    await page.reload();
    await counts('4 unread');
    await page.getByRole('button', { name: 'Mark all as read' }).waitFor({ state: 'detached' });
    await bell().click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await counts('none unread');
    await acts.comment(agent, id, 'After reading', 'SHARED');
    await sees(async () => (await lines().first().textContent())?.includes('“After reading”'), true);
    expect(await lines().first().textContent()).not.toContain('before)');
    await counts('1 unread');
  });

  it('shows earlier ones page by page, each once', async () => {
    for (let at = 1; at <= 33; at += 1) await tell(`Pain number ${at}`);
    await page.goto('/mine');
    await counts('33 unread');
    await bell().click();
    await sees(async () => lines().count(), 30);
    await tell('One that comes meanwhile');
    await sees(async () => lines().count(), 31);
    await page.getByRole('button', { name: 'Show earlier ones' }).click();
    await sees(async () => lines().count(), 34);
    expect(await page.getByRole('button', { name: 'Show earlier ones' }).count()).toBe(0);
  });

  it('catches up on what came while the line was cut', async () => {
    await page.goto('/mine');
    await bell().click();
    await list().getByText('Nothing yet.').waitFor();
    await page.context().setOffline(true);
    await page.getByText('Not connected.').waitFor();
    await tell('What came meanwhile');
    await page.context().setOffline(false);
    await sees(async () => lines().count(), 1);
    await counts('1 unread');
  });

  it('has nothing that axe knows to be wrong, in both lights; Escape closes it and gives the focus back', async () => {
    await tell('Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungssystem hält an');
    const looks = [
      [SCREENS.laptop, 'light'],
      [SCREENS.laptop, 'dark'],
      [SCREENS.phone, 'light'],
    ] as const;
    for (const [screen, colorScheme] of looks) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(screen);
      await page.goto('/mine');
      await counts('1 unread');
      await bell().press('Enter');
      await lines().first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
      await page.keyboard.press('Escape');
      await list().waitFor({ state: 'hidden' });
      expect(await bell().evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    }
  });
});
