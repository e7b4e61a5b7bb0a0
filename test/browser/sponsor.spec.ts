import type { Page, Route } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('my pain points', () => {
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

  const ofSara = { raiserId: '', stageId: '' };
  beforeAll(() => Object.assign(ofSara, { raiserId: world.sponsor.id, stageId: world.stage('BLEEDING') }));
  const card = (title: string) => page.locator('li[data-pain-point]', { hasText: title });
  const section = (name: string) => page.getByRole('region', { name });

  it('are the first thing a sponsor sees, and say so when there are none', async () => {
    await page.goto('/');
    await sees(async () => new URL(page.url()).pathname, '/mine');
    await page.getByRole('heading', { name: 'Nothing of yours yet' }).waitFor();
  });

  it('are raised by a line and Enter, and stand there before the server has answered', async () => {
    await page.goto('/mine');
    await page.getByRole('heading', { name: 'Nothing of yours yet' }).waitFor();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('RaiseMine')) await held;
      await route.continue();
    });
    await page.getByLabel('What hurts?').fill('The scanner eats every third page');
    await page.keyboard.press('Enter');
    await card('The scanner eats every third page').getByText('being raised').waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('');
    answer();
    await card('The scanner eats every third page').getByRole('link').waitFor();
    await card('The scanner eats every third page').getByText('Bleeding').waitFor();
  });

  it('offer to join somebody who said it before in other words', async () => {
    const { agent, id: raiserId } = world.otherSponsor;
    const { id } = await raise(agent, { ...ofSara, raiserId, title: 'Invoices are printed twice' });
    await page.goto('/mine');
    await page.getByLabel('What hurts?').pressSequentially('Each invoice gets printed more than once');
    const raising = section('Raise a pain point');
    await raising.getByRole('button', { name: 'Me too: Invoices are printed twice' }).click();
    await card('Invoices are printed twice').waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('');
    const sponsors = async () =>
      (
        await world.it.agent.ask<{ painPoint: { sponsors: { name: string }[] } }>(
          `query ($id: ID!) { painPoint(id: $id) { sponsors { name } } }`,
          { id },
        )
      ).painPoint.sponsors.map(({ name }) => name);
    await sees(sponsors, [world.otherSponsor.name, world.sponsor.name]);
  });

  it('take a long dictation whole: its first sentence is the title, and every word is kept', async () => {
    const said =
      'The badge reader at the back gate is dead. We all walk around the building in the rain, twice a day, and nobody has come to look at it.';
    await page.goto('/mine');
    await page.getByLabel('What hurts?').fill(said);
    await page.keyboard.press('Enter');
    await card('The badge reader at the back gate is dead').getByRole('link').click();
    await page.getByRole('dialog').getByText('twice a day, and nobody has come to look at it.').waitFor();
  });

  it('offer what hurts others, and ask after a “me too” what it costs one’s own unit', async () => {
    const { id } = await raise(world.it.agent, { raiserId: world.otherSponsor.id, title: 'The lift is slow' });
    await page.goto('/mine');
    await section('Does it hurt you too?').getByRole('button', { name: 'Me too: The lift is slow' }).click();
    const asked = card('The lift is slow').getByRole('form');
    await asked.getByLabel('People it hits').fill('12');
    await asked.getByRole('button', { name: 'Say what it costs' }).click();
    await asked.getByText('Hours a week, like 1.5.').waitFor();
    await asked.getByLabel('Hours each loses a week').fill('0.5');
    await page.keyboard.press('Enter');
    const query = 'query ($id: ID!) { painPoint(id: $id) { unitCosts { peopleAffected saidBy { name } } } }';
    const said = async () => (await world.it.agent.ask<{ painPoint: unknown }>(query, { id })).painPoint;
    await sees(said, { unitCosts: [{ peopleAffected: 12, saidBy: { name: world.sponsor.name } }] });
    await asked.waitFor({ state: 'detached' });
  });

  it('keep what was typed when the server cannot be reached', async () => {
    await page.goto('/mine');
    await page.getByLabel('What hurts?').waitFor();
    await page.route('**/graphql', async (route) => route.abort());
    await page.getByLabel('What hurts?').fill('Nobody answers the phone');
    await page.keyboard.press('Enter');
    await page.getByText(/was not raised/).waitFor();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('Nobody answers the phone');
    expect(await card('Nobody answers the phone').count()).toBe(0);
    await page.unroute('**/graphql');
    await page.keyboard.press('Enter');
    await card('Nobody answers the phone').waitFor();
  });

  it('keep it also for whoever has gone on to another screen before it was refused, and tell them so', async () => {
    await page.goto('/mine');
    let refuse = () => {};
    const held = new Promise<void>((resolve) => (refuse = resolve));
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('RaiseMine')) return route.continue();
      await held;
      return route.abort();
    });
    await page.getByLabel('What hurts?').fill('The gate opens too slowly');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Commitments' }).click();
    await page.getByRole('heading', { name: 'Commitments' }).waitFor();
    refuse();
    await page.getByText('“The gate opens too slowly” was not raised').waitFor();
    await page.getByRole('link', { name: 'My pain points' }).click();
    expect(await page.getByLabel('What hurts?').inputValue()).toBe('The gate opens too slowly');
  });

  it('tell what was said last, and nothing of what is said among IT', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'Holidays are planned on paper' });
    const say = (text: string, visibility: string) =>
      world.it.agent.ask(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, {
        input: { painPointId: id, text, visibility },
      });
    await page.goto('/mine');
    await card('Holidays are planned on paper').waitFor();
    await say('The list comes on Monday.', 'SHARED');
    await card('Holidays are planned on paper').getByText('The list comes on Monday.').waitFor();
    await say('Nobody has begun.', 'INTERNAL');
    await page.reload();
    await card('Holidays are planned on paper').getByText('The list comes on Monday.').waitFor();
    expect(await page.getByText('Nobody has begun.').count()).toBe(0);
  });

  it('tell each step, the promise and what became of it, as it happens', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'The till freezes' });
    await page.goto('/mine');
    const till = card('The till freezes');
    await till.getByText('Nothing is promised yet').waitFor();
    await move(world.it.agent, { id, toStageId: world.stage('TREATING') });
    await till.getByText('No date is promised yet').waitFor();
    await till.getByText('Step 3 of 5').waitFor();
    await till.getByText(`${world.it.name} moved it from Bleeding to Treating`).waitFor();
    const promise = (dueOn: string, reason?: string) =>
      world.it.agent.ask(`mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }`, {
        input: { painPointId: id, dueOn, reason },
      });
    await promise('2099-12-24');
    await till.getByText('Promised for 24 Dec 2099').waitFor();
    await promise('2100-01-15', 'The new tills come late.');
    await till.getByText('first promised for 24 Dec 2099: “The new tills come late.”').waitFor();
    await world.it.agent.ask(`mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }`, {
      input: { id, as: 'PARKED', reason: 'The shops are rebuilt in spring.' },
    });
    await section('Off the board').getByText('The shops are rebuilt in spring.').waitFor();
  });

  it('tell a win that was published, and no other', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'The lift stops between floors' });
    const record = (headline: string, publish: boolean) =>
      world.it.agent.ask(`mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }`, {
        input: { headline, publish, painPointIds: [id], measure: 'Stops a week', before: 9, after: 0.5 },
      });
    await record('A secret so far', false);
    await page.goto('/mine');
    await card('The lift stops between floors').waitFor();
    await record('Nobody is stuck any more', true);
    const wins = page.getByRole('complementary', { name: 'What got better' });
    await wins.getByText('Nobody is stuck any more').waitFor();
    await wins.getByText('Stops a week: 9 to 0.5').waitFor();
    expect(await page.getByText('A secret so far').count()).toBe(0);
  });

  const asked = async (title: string) => {
    const { id, key } = await raise(world.it.agent, { ...ofSara, title });
    await move(world.it.agent, { id, toStageId: world.stage('CHECKING') });
    await page.goto('/mine');
    const question = section('Is it fixed? You decide').getByRole('group', { name: `Is it fixed: ${title}` });
    await question.waitFor();
    return { id, key, question };
  };
  const confirmed = async (id: string) => {
    const query = `query ($id: ID!) { painPoint(id: $id) { confirmed stage { category } } }`;
    return (await world.it.agent.ask<{ painPoint: unknown }>(query, { id })).painPoint;
  };

  it('ask first for the word that only a sponsor has, and take a yes with the keyboard alone', async () => {
    const { id, question } = await asked('Passwords expire at night');
    await question.getByRole('button', { name: 'Yes, it is fixed' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: '4 good' }).check();
    await page.getByLabel('A few words (optional)').fill('At last');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await section('Fixed').getByText('confirmed by a sponsor').waitFor();
    await sees(() => confirmed(id), { confirmed: true, stage: { category: 'FIXED' } });
  });

  it('take the answer on the page of the mail’s link, signed out: nothing by looking, no word lost when it is refused', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'Meeting rooms are booked twice' });
    await move(world.it.agent, { id, toStageId: world.stage('CHECKING') });
    const question = () =>
      mails.to(world.sponsor.email).find(({ subject }) => subject?.includes('Is it fixed? Meeting rooms'));
    await sees(async () => Promise.resolve(question() !== undefined), true);
    const link = /\/answer\/\S+\?say=bleeding/.exec(question()?.text ?? '')?.[0] ?? '';
    const visitor = await browser.pageOf(server.url, null, { viewport: SCREENS.phone });
    await visitor.goto(link);
    await visitor.getByRole('heading', { name: 'Meeting rooms are booked twice' }).waitFor();
    await sees(async () => confirmed(id), { confirmed: false, stage: { category: 'CHECKING' } });
    await visitor.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await visitor.getByText('Please say in a few words what still hurts.').waitFor();
    await visitor.getByLabel('What still hurts?').fill('Twice again on Monday');
    await visitor.route('**/graphql', async (route) => route.abort());
    await visitor.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await visitor.getByText(/was not taken/).waitFor();
    await visitor.unroute('**/graphql');
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await visitor.getByRole('heading', { name: 'Thank you for saying so.' }).waitFor();
    await sees(async () => confirmed(id), { confirmed: false, stage: { category: 'TREATING' } });
    await visitor.reload();
    await visitor.getByRole('heading', { name: 'You have answered already' }).waitFor();
    await visitor.context().close();
  });

  it('take a “still bleeding” only with what still hurts, and lose no word of it when it is refused', async () => {
    const { id, question } = await asked('The printer jams on Mondays');
    await question.getByRole('button', { name: 'Still bleeding' }).click();
    await page.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await page.getByText('Please say in a few words what still hurts.').waitFor();
    await page.getByLabel('What still hurts?').fill('It jams on Tuesdays now');
    await page.route('**/graphql', async (route) => route.abort());
    await page.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await page.getByText(/was not taken/).waitFor();
    await question.waitFor();
    await page.unroute('**/graphql');
    expect(await page.getByLabel('What still hurts?').inputValue()).toBe('It jams on Tuesdays now');
    await page.getByRole('button', { name: 'Say that it still bleeds' }).click();
    await section('Not fixed yet').getByText('The printer jams on Mondays').waitFor();
    await sees(() => confirmed(id), { confirmed: false, stage: { category: 'TREATING' } });
  });

  it('are one click away by a link in a mail: back to the card that one wanted to see', async () => {
    const { key } = await raise(world.it.agent, { ...ofSara, title: 'The door badge forgets me' });
    const visitor = await browser.pageOf(server.url, null, { viewport: SCREENS.phone });
    await visitor.goto(`/mine/p/${key}`);
    await visitor.getByLabel('E-mail address').fill(world.sponsor.email);
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: 'Send me a link' }).click();
    await visitor.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const letter = () => mails.to(world.sponsor.email).find(({ subject }) => subject === 'Your link to sign in');
    await sees(() => Promise.resolve(letter() !== undefined), true);
    await visitor.goto(/\/enter\/\S+/.exec(letter()?.text ?? '')?.[0] ?? '');
    await visitor.getByRole('button', { name: `Sign in as ${world.sponsor.name}` }).click();
    await visitor.getByRole('dialog').getByText('The door badge forgets me').waitFor();
    await visitor.goto(/\/enter\/\S+/.exec(letter()?.text ?? '')?.[0] ?? '');
    await visitor.getByText(`You are signed in already, as ${world.sponsor.name}.`).waitFor();
    // However one came in: when the session is over, nothing needs to be typed.
    await visitor.context().clearCookies();
    await visitor.goto(`/mine/p/${key}`);
    await visitor
      .getByText(`A fresh link goes to ${world.sponsor.email} and leads back to what you wanted to see.`)
      .waitFor();
    expect(await accessibilityFaults(visitor)).toEqual([]);
    await visitor.getByRole('button', { name: 'Send me a link' }).click();
    await visitor.getByRole('heading', { name: 'Look into your mail' }).waitFor();
    const letters = () => mails.to(world.sponsor.email).filter(({ subject }) => subject === 'Your link to sign in');
    await sees(() => Promise.resolve(letters().length), 2);
    await visitor.goto(/\/enter\/\S+/.exec(letters()[1]?.text ?? '')?.[0] ?? '');
    await visitor.getByRole('button', { name: `Sign in as ${world.sponsor.name}` }).click();
    await visitor.getByRole('dialog').getByText('The door badge forgets me').waitFor();
    await visitor.context().close();
  });

  it('open over the page and give the focus back', async () => {
    const { key } = await raise(world.it.agent, { ...ofSara, title: 'The door sticks' });
    await page.goto('/mine');
    await card('The door sticks').getByRole('link').click();
    await page.getByRole('dialog', { name: `Pain point ${key}` }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/mine/p/${key}`);
    await page.keyboard.press('Escape');
    await sees(async () => new URL(page.url()).pathname, '/mine');
    await sees(() => page.evaluate('document.activeElement.textContent'), 'The door sticks');
  });

  it('are for IT too: what they have in hand, and for somebody who only looks on a sentence', async () => {
    const { id } = await raise(world.it.agent, { ...ofSara, title: 'The archive is full' });
    await world.it.agent.ask(`mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }`, {
      input: { id, expectedVersion: 1, ownerId: world.it.id },
    });
    const it = await browser.pageOf(server.url, world.it);
    await it.goto('/mine');
    await it.getByRole('region', { name: 'In your hands' }).getByText('The archive is full').waitFor();
    await it.context().close();
    const viewer = await browser.pageOf(server.url, world.viewer);
    await viewer.goto('/mine');
    await viewer.getByRole('heading', { name: 'You look on here' }).waitFor();
    expect(await viewer.getByLabel('What hurts?').count()).toBe(0);
    await viewer.context().close();
  });

  it('say what is wrong when they cannot be read, and read themselves anew when asked', async () => {
    await raise(world.it.agent, { ...ofSara, title: 'The clock is slow' });
    const broken = (route: Route) =>
      route.request().postData()?.includes('query Mine') ? route.abort() : route.continue();
    await page.route('**/graphql', broken);
    await page.goto('/mine');
    await page.getByRole('heading', { name: 'Your pain points could not be read' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await card('The clock is slow').waitFor();
  });

  it('have nothing that axe knows to be wrong, in both lights, and fit a phone', async () => {
    const long = `Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltung${'ssystem'.repeat(12)}`;
    await raise(world.it.agent, { ...ofSara, title: long });
    await raise(world.otherSponsor.agent, { title: 'Labels are glued by hand' });
    const { question } = await asked('The coffee is cold');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto('/mine');
      await card(long).waitFor();
      await question.getByRole('button', { name: 'Yes, it is fixed' }).click();
      await page.getByLabel('What hurts?').fill('Gluing labels');
      await page.getByText('Does one of these say it already?').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SCREENS.phone.width);
      await page.getByRole('button', { name: 'Not now' }).click();
      await page.getByLabel('What hurts?').fill('');
    }
  });
});
