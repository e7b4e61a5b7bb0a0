import { createServer } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { outbox } from '../mail/hearing.js';
import { CaughtMails } from '../support/caught-mail.js';
import { meetings } from '../support/meetings.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('the outbox', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await TestBrowser.open();
  });
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.lead);
  });
  afterEach(async () => page.context().close());
  afterAll(async () => browser.close());

  const start = async (environment: Record<string, string> = {}) => {
    server = await ServerProcess.start(environment);
    world = await startWorld(server.url);
  };
  const stop = async () => {
    await world.leave();
    await server.stop();
  };
  const raiseFor = (title: string) => raise(world.it.agent, { title, raiserId: world.sponsor.id });
  const waiting = async () =>
    (
      await world.lead.agent.ask<{ outbox: { totalCount: number } }>(
        '{ outbox(states: [WAITING, SENDING]) { totalCount } }',
      )
    ).outbox.totalCount;
  const rows = () => page.getByRole('region', { name: 'Mails' }).getByRole('listitem');
  const pane = () => page.getByRole('region', { name: 'The mail' });
  const state = (name: string) =>
    page.getByRole('group', { name: 'State of the mails' }).getByRole('button', { name: new RegExp(`^${name}`) });

  describe('without a mail server', () => {
    let answersTo: number;
    beforeAll(async () => {
      answersTo = await freePort();
      await start({ REPLY_TO: 'stanch@example.com', INCOMING_SMTP_PORT: String(answersTo) });
    });
    afterAll(async () => stop());

    it('shows an answer by mail that nobody can place, until a lead is done with it', async () => {
      const transport = createTransport({ host: 'localhost', port: answersTo, ignoreTLS: true });
      const mail = { from: 'sara@example.com', to: 'stanch@example.com', subject: 'Hello', text: 'Where do I belong?' };
      await transport.sendMail(mail);
      transport.close();
      await page.goto('/outbox');
      await page.getByText('Where do I belong?').waitFor();
      await page.getByText('It answers none of our mails').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: 'Done with the answer of sara@example.com' }).click();
      await page.getByText('Where do I belong?').waitFor({ state: 'detached' });
      await page.reload();
      await page.getByText('No mails yet').or(rows().first()).first().waitFor();
      expect(await page.getByText('Where do I belong?').count()).toBe(0);
    });

    it('shows a mail that waits as its reader gets it, and nothing in it runs', async () => {
      await raiseFor('<img src=x onerror="top.document.title=1"> the till & the “list”');
      await page.goto('/outbox');
      await page.getByText('No mail server is set up').click();
      await page.getByText('SMTP_URL=').waitFor();
      await rows().filter({ hasText: world.sponsor.name }).getByRole('link').click();
      await pane().getByText('It waits until a mail server is set up.').waitFor();
      await page.frameLocator('iframe').getByText('the till & the “list”').first().waitFor();
      const sandbox = (await page.locator('iframe').getAttribute('sandbox')) ?? 'none';
      expect(sandbox).not.toMatch(/none|scripts|same-origin|top-navigation|forms/);
      expect(await page.title()).not.toBe('1');
      await page.getByRole('button', { name: 'Text only' }).click();
      await sees(async () => (await pane().locator('pre').textContent())?.includes('the till & the “list”'), true);
      const address = page.url();
      await page.goto('/board');
      await page.goto(address);
      await page.frameLocator('iframe').getByText('the till & the “list”').first().waitFor();
      expect(
        await pane()
          .getByRole('button', { name: /send|try/i })
          .count(),
      ).toBe(0);
    });

    it('finds by reader and pain point, letter by letter, and keeps what was looked for in the address', async () => {
      for (let at = 1; at <= 20; at += 1) await raiseFor(`Pain number ${at}`);
      await raise(world.it.agent, { title: 'The lorry is late', raiserId: world.otherSponsor.id });
      await page.goto('/outbox');
      const all = async () => page.getByRole('button', { name: /^All/ }).textContent();
      await sees(async () => rows().count(), 50);
      await page.getByRole('button', { name: 'Show more' }).click();
      await sees(async () => `All ${await rows().count()}` === (await all()), true);
      await page.getByRole('searchbox').pressSequentially('Otto Sponsor', { delay: 5 });
      await sees(async () => rows().count(), 1);
      expect(await page.getByRole('searchbox').inputValue()).toBe('Otto Sponsor');
      await state('Waiting').click();
      await sees(async () => new URL(page.url()).search, '?state=waiting&text=Otto+Sponsor');
      await page.reload();
      await sees(async () => rows().count(), 1);
      await state('Given up').click();
      await page.getByRole('heading', { name: 'No such mail' }).waitFor();
    });

    it('shows the plot of a mail about a meeting where its reader sees it', async () => {
      const { agent } = world.lead;
      await raise(world.it.agent, { title: 'The lift is slow', raiserId: world.sponsor.id, directCostPerWeek: 700 });
      const { id: meetingId } = await meetings.start(agent);
      await meetings.mark(agent, { meetingId, personId: world.sponsor.id, present: true });
      await meetings.end(agent, meetingId);
      await sees(async () => (await outbox(agent)).some(({ subject }) => subject.startsWith('Minutes of')), true);
      await page.goto('/outbox');
      await rows().filter({ hasText: 'Minutes of' }).getByRole('link').click();
      const picture = pane()
        .frameLocator('iframe')
        .getByRole('img', { name: /^€700 bleed a week/ });
      await picture.waitFor();
      await sees(() => picture.evaluate((drawn) => (drawn as { naturalWidth?: number }).naturalWidth), 1096);
    });

    it('is for leads alone', async () => {
      const it = await browser.pageOf(server.url, world.it);
      await it.goto('/outbox');
      await it.waitForURL('**/board');
      await it.context().close();
    });

    it('shows the list and then the mail on a phone, with the focus where one is', async () => {
      await raiseFor('A pain for the phone');
      await page.setViewportSize(SCREENS.phone);
      await page.goto('/outbox');
      const link = rows().first().getByRole('link');
      const focused = async () => page.evaluate('document.activeElement.textContent');
      const name = await link.textContent();
      await link.press('Enter');
      await page.frameLocator('iframe').getByText('A pain for the phone').first().waitFor();
      await sees(focused, '← All mails');
      expect(await link.isVisible()).toBe(false);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
      await page.keyboard.press('Enter');
      await sees(focused, name);
      await sees(async () => link.isVisible(), true);
    });

    it('has nothing that axe knows to be wrong, in both lights and on a phone', async () => {
      await raiseFor('Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungssystem hält an');
      const looks = [
        [SCREENS.laptop, 'light'],
        [SCREENS.laptop, 'dark'],
        [SCREENS.phone, 'light'],
      ] as const;
      for (const [screen, colorScheme] of looks) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize(screen);
        await page.goto('/outbox');
        await rows().first().waitFor();
        if (screen === SCREENS.phone) expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(screen.width);
        await rows().first().getByRole('link').click();
        await page.getByTitle(/^The mail: .*hält an/).waitFor();
        // No script runs in the frame, axe's own neither: with one on the page axe waits for ever.
        await page.getByRole('button', { name: 'Text only' }).click();
        await pane().getByText('hält an').last().waitFor();
        expect(await accessibilityFaults(page)).toEqual([]);
      }
    });
  });

  describe('with a mail server', () => {
    let caught: CaughtMails;

    beforeAll(async () => {
      caught = await CaughtMails.start();
      await start({ SMTP_URL: caught.url });
    });
    afterAll(async () => {
      await stop();
      await caught.close();
    });

    it('says in words why a mail was given up, and sends it again, one and all', async () => {
      caught.always = { code: 550, text: '5.1.1 No such user here' };
      await raiseFor('The first pain');
      await raiseFor('The second pain');
      await page.goto('/outbox?state=failed');
      const first = rows().filter({ hasText: 'The first pain' }).filter({ hasText: world.sponsor.name });
      await first.getByRole('link').click();
      await pane().getByText('The mail server knows nobody at this address.').waitFor();
      await pane().getByText('No such user here').waitFor();
      // Only what was given up is sent again; nothing else may still be on its way.
      await sees(waiting, 0);
      caught.always = 'accept';
      await pane().getByRole('button', { name: 'Send again' }).click();
      await sees(async () => caught.mails.map(({ subject }) => subject?.includes('The first pain')), [true]);
      await pane().getByText('The mail server took it').waitFor();
      expect(
        await pane()
          .getByRole('button', { name: `Send it to ${world.sponsor.name} once more` })
          .count(),
      ).toBe(1);
      await page.getByRole('button', { name: /given up again$/ }).click();
      await sees(async () => caught.mails.some(({ subject }) => subject?.includes('The second pain')), true);
      await page.getByRole('heading', { name: 'No such mail' }).waitFor();
      await state('Sent').click();
      await rows().filter({ hasText: 'The second pain' }).first().waitFor();
    });

    it('tells of a mail that is tried again, and of an answer that could not be given', async () => {
      caught.always = { code: 451, text: '4.7.1 Greylisted, come back later' };
      await raiseFor('A pain for later');
      await page.goto('/outbox');
      await rows().filter({ hasText: 'failed, tried again' }).first().getByRole('link').click();
      await pane().getByText('The mail server asks to try again later.').waitFor();
      await page.route('**/graphql', async (route) =>
        route.request().postData()?.includes('SendMailAgain') ? route.abort() : route.continue(),
      );
      await pane().getByRole('button', { name: 'Try now' }).click();
      await pane().getByText('It was not sent. Stanch cannot be reached.').waitFor();
      await pane().getByText('The mail server asks to try again later.').waitFor();
    });
  });
});

/** A port that is free now, for what has to be told its port beforehand. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
