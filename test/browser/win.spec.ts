import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { PanelOnScreen } from './panel-on-screen.js';

const PHONE = { viewport: SCREENS.phone, hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const;

describe('a win that is shared', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;
  let browser: TestBrowser;
  let card: RaisedPainPoint;
  let winId: string;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url } });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
    card = await raise(world.sponsor.agent, {
      title: 'The gate opens too slowly',
      description: 'We wait in the rain.',
    });
    await move(world.it.agent, { id: card.id, toStageId: world.stage('CHECKING') });
    const input = {
      headline: 'Lorries roll in at once',
      painPointIds: [card.id],
      ...{ measure: 'Wait at the gate', unit: 'min', before: 9, after: 1 },
    };
    const recorded = await world.it.agent.ask<{ recordWin: { id: string } }>(
      'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
      { input },
    );
    winId = recorded.recordWin.id;
    await house.settled();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
    await mails.close();
  });

  const phoneOf = (member: Member | null): Promise<Page> => browser.pageOf(house.url, member, PHONE);
  const joined = async () => {
    const { painPoint } = await world.it.agent.ask<{ painPoint: { sponsors: { name: string }[] } }>(
      'query ($id: ID!) { painPoint(id: $id) { sponsors { name } } }',
      { id: card.id },
    );
    return painPoint.sponsors.map(({ name }) => name);
  };

  it('by a sponsor on the phone reaches a colleague, who comes in by the mail, looks at it and joins the pain', async () => {
    const hers = await phoneOf(world.sponsor);
    await hers.goto('/mine');
    await hers.getByRole('button', { name: 'Share: Lorries roll in at once' }).tap();
    await hers.getByLabel('A colleague’s e-mail address').fill('wilma.winner@example.com');
    await hers.getByLabel('A word with it (optional)').fill('No more rain!');
    await hers.getByRole('button', { name: 'Send it' }).tap();
    await hers.locator('[role="status"] li', { hasText: 'on its way to wilma.winner@example.com' }).waitFor();
    await hers.context().close();

    await house.settled();
    const mail = mails.to('wilma.winner@example.com').at(-1);
    expect(mail?.text).toContain('No more rain!');
    const [link = ''] = /http\S+\/enter\/\S+/.exec(mail?.text ?? '') ?? [];
    const wilmas = await phoneOf(null);
    const { pathname, search } = new URL(link);
    await wilmas.goto(pathname + search);
    await wilmas.getByRole('button', { name: /come in|sign in/i }).tap();
    await wilmas.getByRole('heading', { level: 1, name: 'Lorries roll in at once' }).waitFor();
    expect(new URL(wilmas.url()).pathname).toBe(`/wins/${winId}`);
    await wilmas.getByText('We wait in the rain.').waitFor();
    expect(await accessibilityFaults(wilmas)).toEqual([]);
    await wilmas.getByRole('button', { name: 'Me too: The gate opens too slowly' }).tap();
    await wilmas.getByText('✓ You stand behind it.').waitFor();
    expect(await joined()).toEqual(['Sara Sponsor', 'Wilma Winner']);
    await wilmas.getByRole('link', { name: 'The gate opens too slowly' }).tap();
    await wilmas.getByRole('dialog', { name: `Pain point ${card.key}` }).waitFor();
    await wilmas.context().close();
  });

  it('is shared from the panel too, and its link leads back to it after signing in', async () => {
    const panel = new PanelOnScreen(await browser.pageOf(house.url, world.it, { reducedMotion: 'reduce' }));
    await panel.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await panel.open(card.key);
    await panel.button('Share this win').click();
    await panel.button('Copy the link').click();
    await panel.toast('The link is copied').waitFor();
    const link = await panel.page.evaluate<string>('navigator.clipboard.readText()');
    expect(new URL(link).pathname).toBe(`/wins/${winId}`);
    await panel.page.context().close();

    const his = await phoneOf(null);
    await his.goto(`/wins/${winId}`);
    await his.getByLabel(/e-mail/i).fill(world.otherSponsor.email);
    await his.getByRole('button', { name: /link/i }).tap();
    await his
      .getByText(/on its way|look into/i)
      .first()
      .waitFor();
    await house.settled();
    const [mailed = ''] = /http\S+\/enter\/\S+/.exec(mails.to(world.otherSponsor.email).at(-1)?.text ?? '') ?? [];
    const { pathname, search } = new URL(mailed);
    await his.goto(pathname + search);
    await his.getByRole('button', { name: /come in|sign in/i }).tap();
    await sees(async () => new URL(his.url()).pathname, `/wins/${winId}`);
    await his.getByRole('heading', { level: 1, name: 'Lorries roll in at once' }).waitFor();
    await his.context().close();
  });

  it('says in the panel why the figures count another amount than it gives back, where they do', async () => {
    const raised = await raise(world.sponsor.agent, {
      title: 'The scales are wrong',
      ...{ peopleAffected: 6, hoursLostPerPersonPerWeek: 2 },
    });
    await move(world.it.agent, { id: raised.id, toStageId: world.stage('CHECKING') });
    const tell = (headline: string, savedPerWeek: number) =>
      world.it.agent.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
        input: { headline, painPointIds: [raised.id], savedPerWeek },
      });
    await tell('The scales are right', 840);
    await tell('Nobody weighs twice', 600);
    const panel = new PanelOnScreen(await browser.pageOf(house.url, world.it));
    await panel.open(raised.key);
    const line = (headline: string) => panel.sheet.getByRole('listitem').filter({ hasText: headline });
    await line('The scales are right')
      .getByText('The figures of the board count what this pain point was estimated to cost when it was planned: €600')
      .waitFor();
    await line('Nobody weighs twice').getByText('gives back €600 a week').waitFor();
    expect(await line('Nobody weighs twice').getByText('The figures of the board').count()).toBe(0);
    await panel.page.context().close();
  });

  it('is compared in the panel with its cost less what the measure leaves, and not at all where it healed several', async () => {
    const raiseSixHundred = async (title: string) => {
      const estimate = { peopleAffected: 6, hoursLostPerPersonPerWeek: 2 };
      const raised = await raise(world.sponsor.agent, { title, ...estimate });
      await move(world.it.agent, { id: raised.id, toStageId: world.stage('CHECKING') });
      return raised;
    };
    const [measured, one, other] = [
      await raiseSixHundred('The gate opens late'),
      await raiseSixHundred('The lift waits'),
      await raiseSixHundred('The stairs are long'),
    ];
    const tell = (headline: string, painPointIds: string[], savedPerWeek: number, measure = {}) =>
      world.it.agent.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
        input: { headline, painPointIds, savedPerWeek, ...measure },
      });
    const minutes = { measure: 'Minutes', unit: 'min', before: 60, after: 15 };
    await tell('The gate is quick', [measured.id], 450, minutes);
    await tell('The gate is never shut', [measured.id], 600);
    await tell('Up and down at once', [one.id, other.id], 1_000);
    const panel = new PanelOnScreen(await browser.pageOf(house.url, world.it));
    await panel.open(measured.key);
    const line = (headline: string) => panel.sheet.getByRole('listitem').filter({ hasText: headline });
    await line('The gate is never shut')
      .getByText('when it was planned: €600 a week, less what the measure leaves: €450.')
      .waitFor();
    await line('The gate is quick').getByText('gives back €450 a week').waitFor();
    expect(await line('The gate is quick').getByText('The figures of the board').count()).toBe(0);
    await panel.open(one.key);
    await line('Up and down at once').getByText('gives back €1,000 a week').waitFor();
    expect(await line('Up and down at once').getByText('The figures of the board').count()).toBe(0);
    await panel.page.context().close();
  });

  it('that is not there is said so', async () => {
    const page = await phoneOf(world.sponsor);
    await page.goto('/wins/nothing');
    await page.getByText('There is no such win').waitFor();
    await page.context().close();
  });
});
