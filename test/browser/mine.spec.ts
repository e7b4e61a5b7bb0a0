import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('my pain points', () => {
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
    page = await browser.pageOf(server.url, world.sponsor, { viewport: SCREENS.phone });
  });
  afterEach(async () => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  const ofSara = { raiserId: '', stageId: '' };
  beforeAll(() => Object.assign(ofSara, { raiserId: world.sponsor.id, stageId: world.stage('BLEEDING') }));
  const card = (title: string) => page.locator('li[data-pain-point]', { hasText: title });
  const section = (name: string) => page.getByRole('region', { name });

  it('are the first thing a sponsor sees, and say so when there are none', async () => {
    await page.goto('/');
    await sees(async () => new URL(page.url()).pathname, '/mine');
    await page.getByRole('heading', { name: 'Nothing of yours yet' }).waitFor();
  });

  it('are raised by a line and Enter', async () => {
    await page.goto('/mine');
    await page.getByLabel('What hurts?').fill('The scanner eats every third page');
    await page.keyboard.press('Enter');
    await card('The scanner eats every third page').getByText('Bleeding').waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('');
  });

  it('offer to join somebody who said it before', async () => {
    const { agent, id: raiserId } = world.otherSponsor;
    await raise(agent, { ...ofSara, raiserId, title: 'Invoices are printed twice' });
    await page.goto('/mine');
    await page.getByLabel('What hurts?').pressSequentially('Invoices are');
    await page.getByRole('button', { name: 'Me too: Invoices are printed twice' }).click();
    await card('Invoices are printed twice').waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('');
  });

  it('keep what was typed when the server cannot be reached', async () => {
    await page.goto('/mine');
    await card('The scanner eats every third page').waitFor();
    await page.route('**/graphql', async (route) => route.abort());
    await page.getByLabel('What hurts?').fill('Nobody answers the phone');
    await page.keyboard.press('Enter');
    await page.getByText(/was not raised/).waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('Nobody answers the phone');
    await page.unroute('**/graphql');
    await page.keyboard.press('Enter');
    await card('Nobody answers the phone').waitFor();
  });

  it('tell the promise and each step as it happens', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'The till freezes' });
    await page.goto('/mine');
    await card('The till freezes').getByText('Nothing is promised yet').waitFor();
    await move(world.it.agent, { id, toStageId: world.stage('TREATING') });
    await card('The till freezes').getByText('No date is promised yet').waitFor();
    await world.it.agent.ask(`mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }`, {
      input: { painPointId: id, dueOn: '2099-12-24' },
    });
    await card('The till freezes').getByText('Promised for 24 Dec 2099').waitFor();
  });

  it('ask for the word that only a sponsor has, and bring the answer to the question', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'Passwords expire at night' });
    await move(world.it.agent, { id, toStageId: world.stage('CHECKING') });
    await page.goto('/mine');
    const asked = section('Is it fixed? You decide');
    await asked.getByText('Passwords expire at night').waitFor();
    await page
      .getByRole('group', { name: 'Is it fixed: Passwords expire at night' })
      .getByRole('link', { name: 'Yes, it is fixed' })
      .click();
    const question = page.getByRole('dialog').getByRole('button', { name: 'Yes, it is fixed' });
    await sees(() => question.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Escape');
    await world.sponsor.agent.ask(`mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }`, {
      input: { painPointId: id, fixed: true },
    });
    await section('Fixed').getByText('Confirmed fixed').waitFor();
  });

  it('have nothing that axe knows to be wrong, in both lights, and fit a phone', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const long = `Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltung${'ssystem'.repeat(12)}`;
    await raise(world.it.agent, { ...ofSara, title: long });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/mine');
      await card(long).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
    }
  });
});
