import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('how one is told', () => {
  let mails: CaughtMails;
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.sponsor, { viewport: SCREENS.phone });
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
    await mails.close();
  });

  const choices = async () =>
    (
      await world.sponsor.agent.ask<{
        notificationChoices: {
          cells: { event: string; channel: string; choice: string }[];
          quietHours: { from: string; to: string } | null;
          pausedUntil: string | null;
          mails: boolean;
        };
      }>('{ notificationChoices { cells { event channel choice } quietHours { from to } pausedUntil mails } }')
    ).notificationChoices;

  it('is chosen event by event on a phone, shown at once, and put back when it is refused', async () => {
    await page.goto('/settings');
    const cell = page.getByLabel('A win is published: by mail');
    await cell.selectOption('DIGEST');
    const kept = async () =>
      (await choices()).cells.find(({ event, channel }) => event === 'WIN' && channel === 'MAIL')?.choice;
    await sees(kept, 'DIGEST');
    await page.route('**/graphql', async (route) => route.abort());
    await cell.selectOption('NEVER');
    await sees(() => cell.inputValue(), 'DIGEST');
    await page.unroute('**/graphql');
    await page.reload();
    await sees(() => cell.inputValue(), 'DIGEST');
  });

  it('knows quiet hours and a pause', async () => {
    await page.goto('/settings');
    await page.getByLabel('Quiet hours').check();
    await sees(async () => (await choices()).quietHours, { from: '18:00', to: '08:00' });
    await page.getByLabel('From').fill('19:30');
    await sees(async () => (await choices()).quietHours, { from: '19:30', to: '08:00' });
    const day = `${new Date().getFullYear() + 1}-01-02`;
    await page.getByLabel('Away until').fill(day);
    await page.getByRole('button', { name: 'Pause' }).click();
    await sees(async () => (await choices()).pausedUntil, day);
    await page.getByRole('button', { name: 'I am back' }).click();
    await sees(async () => (await choices()).pausedUntil, null);
    await page.getByLabel('Quiet hours').uncheck();
    await sees(async () => (await choices()).quietHours, null);
  });

  it('is in the language that one chose, which is named by its own name', async () => {
    await page.goto('/settings');
    const language = page.getByLabel('Language of mails');
    await sees(() => language.locator('option').allTextContents(), ['English', 'Deutsch', 'Français']);
    await language.selectOption({ label: 'Deutsch' });
    const held = async () =>
      (
        await world.sponsor.agent.ask<{ notificationChoices: { mailLanguage: string } }>(
          '{ notificationChoices { mailLanguage } }',
        )
      ).notificationChoices.mailLanguage;
    await sees(held, 'DE');
    await page.reload();
    await sees(() => language.inputValue(), 'DE');
    await page.route('**/graphql', async (route) => route.abort());
    await language.selectOption('FR');
    await sees(() => language.inputValue(), 'DE');
    await page.unroute('**/graphql');
    await language.selectOption('EN');
    await sees(held, 'EN');
  });

  it('is left by the link in a mail, signed out: nothing by opening it, one click each, and back', async () => {
    const { key } = await raise(world.it.agent, { raiserId: world.sponsor.id, title: 'The lift stops' });
    const mail = () => mails.to(world.sponsor.email).find(({ subject }) => subject?.includes('The lift stops'));
    await sees(() => Promise.resolve(mail() !== undefined), true);
    const visitor = await browser.pageOf(server.url, null, { viewport: SCREENS.phone });
    await visitor.goto(/\/unsubscribe\/\S+/.exec(mail()?.text ?? '')?.[0] ?? '');
    await visitor.getByRole('heading', { name: 'Fewer mails, or none' }).waitFor();
    expect((await choices()).mails).toBe(true);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: `Leave: ${key} The lift stops` }).click();
    await visitor.getByRole('button', { name: `Come back to: ${key} The lift stops` }).waitFor();
    await visitor.getByRole('button', { name: 'Leave: All mails and push messages' }).click();
    await sees(async () => (await choices()).mails, false);
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Get mails again' }).click();
    await sees(async () => (await choices()).mails, true);
    await page.goto(`/mine/p/${key}`);
    await page.getByRole('button', { name: /hear again/ }).click();
    await page.getByRole('button', { name: 'Hear nothing more of it' }).waitFor();
    await visitor.goto('/unsubscribe/nonsense');
    await visitor.getByRole('heading', { name: 'This link is damaged' }).waitFor();
    await visitor.context().close();
  });

  it('reaches a team in its chat: a lead adds the channel, sees a test arrive, and what was told', async () => {
    const lead = await browser.pageOf(server.url, world.lead, { viewport: SCREENS.laptop });
    await lead.goto('/settings');
    await lead.getByRole('button', { name: 'Add a channel' }).click();
    await lead.getByLabel('Name of the channel').fill('IT team');
    await lead.getByLabel('It is in').selectOption('MATTERMOST');
    await lead.getByLabel('Address of its incoming webhook').fill('http://127.0.0.1:9/hook');
    await lead.getByRole('checkbox', { name: 'Somebody says something' }).check();
    await lead.getByRole('button', { name: 'Add it' }).click();
    await lead.getByText('This is shown once.').waitFor();
    await lead.getByRole('button', { name: 'I have it' }).click();
    await lead.getByRole('button', { name: 'Send a test to IT team' }).click();
    await lead.getByText(/The test did not arrive: .*private network/).waitFor();
    await lead.getByRole('button', { name: 'What was told to IT team' }).click();
    await lead.getByText('It works: the webhook “IT team”').waitFor();
    expect(await accessibilityFaults(lead)).toEqual([]);
    await lead.getByRole('button', { name: 'Pause IT team' }).click();
    await lead.getByText(/paused since/).waitFor();
    await lead.reload();
    await lead.getByRole('button', { name: 'Resume IT team' }).click();
    await lead.getByText(/paused since/).waitFor({ state: 'detached' });
    await lead.getByRole('button', { name: 'Take IT team away' }).click();
    await lead.reload();
    await lead.getByRole('button', { name: 'Add a channel' }).waitFor();
    expect(await lead.getByText('IT team').count()).toBe(0);
    await lead.context().close();
  });

  it('reaches a colleague with whom a pain point is shared, who comes in by one click and looks at it', async () => {
    const { key } = await raise(world.it.agent, { raiserId: world.sponsor.id, title: 'The heating sleeps on Mondays' });
    await page.goto(`/mine/p/${key}`);
    await page.getByRole('button', { name: 'Share it' }).click();
    const form = page.getByRole('form', { name: 'Share it' });
    await form.getByLabel('A colleague’s e-mail address').fill('cleo@elsewhere.example');
    await form.getByRole('button', { name: 'Send it' }).click();
    await form.getByText('elsewhere.example is no address of the company.').waitFor();
    await form.getByLabel('A colleague’s e-mail address').fill('cleo@example.com');
    await form.getByRole('button', { name: 'Send it' }).click();
    await form.waitFor({ state: 'detached' });
    const mail = () => mails.to('cleo@example.com').at(-1);
    await sees(() => Promise.resolve(mail() !== undefined), true);
    const visitor = await browser.pageOf(server.url, null, { viewport: SCREENS.phone });
    await visitor.goto(/\/enter\/\S+/.exec(mail()?.text ?? '')?.[0] ?? '');
    await visitor.getByRole('button', { name: 'Sign in as Cleo' }).click();
    await visitor
      .getByRole('dialog', { name: `Pain point ${key}` })
      .getByText('The heating sleeps')
      .first()
      .waitFor();
    await visitor.context().close();
  });
});
