import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { acts } from '../mail/hearing.js';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';
import { dayFromNow, PanelOnScreen } from './panel-on-screen.js';

describe('a pain point, opened', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let card: RaisedPainPoint;
  let panel: PanelOnScreen;
  const pages: Page[] = [];

  const pageOf = async (member: Member, options = {}): Promise<Page> => {
    const page = await browser.pageOf(server.url, member, options);
    pages.push(page);
    return page;
  };
  const open = async (member = world.it, options = {}): Promise<PanelOnScreen> => {
    panel = new PanelOnScreen(await pageOf(member, options));
    await panel.open(card.key);
    return panel;
  };
  const stored = async <T>(fields: string): Promise<T> =>
    (await world.it.agent.ask<{ painPoint: T }>(`{ painPoint(id: "${card.id}") { ${fields} } }`)).painPoint;
  const comment = async (member: Member, text: string, visibility: string) =>
    member.agent.ask(`mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }`, {
      input: { painPointId: card.id, text, visibility },
    });
  /** The next such operation fails as behind a broken gateway. */
  const failing = async (page: Page, operation: string) => {
    let failed = false;
    await page.route('**/graphql', async (route) => {
      if (failed || !(route.request().postData() ?? '').includes(`"operationName":"${operation}"`))
        return route.fallback();
      failed = true;
      return route.fulfill({ status: 503, body: 'no' });
    });
  };

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  }, 60_000);
  beforeEach(async () => {
    card = await raise(world.it.agent, {
      title: 'Orders are lost when the phone rings',
      description: 'I write them on my hand.',
      raiserId: world.sponsor.id,
      businessUnitId: world.units.sales,
      peopleAffected: 12,
      hoursLostPerPersonPerWeek: 1.5,
      directCostPerWeek: 100,
      effortDays: 3,
    });
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  it('opens over the board at its own address, by keyboard too, and gives the place and the focus back', async () => {
    const board = new BoardOnScreen(await pageOf(world.it));
    const { page } = board;
    await board.open();
    await board.title(card.id).press('Enter');
    panel = new PanelOnScreen(page);
    await panel.title.waitFor();
    expect(new URL(page.url()).pathname).toBe(`/board/p/${card.key}`);
    expect(await page.title()).toContain(card.key);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('DIALOG');
    await page.keyboard.press('Escape');
    await panel.sheet.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/board');
    await sees(async () => page.evaluate('document.activeElement.textContent'), 'Orders are lost when the phone rings');
    await page.goForward();
    await panel.title.waitFor();
    await page.goBack();
    await panel.sheet.waitFor({ state: 'detached' });
  });

  it('says what it costs and how that adds up', async () => {
    await open();
    const cost = panel.part(/What it costs/);
    await cost.getByText('How this adds up').click();
    expect((await cost.innerText()).replace(/\s+/g, ' ')).toMatch(
      /€1,000 a week.*12 people, each 1.5 h a week 18 h × €50 an hour €900 \+ paid directly each week €100 = a week €1,000/,
    );
  });

  it('lets IT plan the work: add, tick, assign, date and put in order by keyboard and pointer', async () => {
    await open();
    for (const title of ['Ask the phone company', 'Buy a headset', 'Try it for a week']) await panel.addTask(title);
    await sees(() => panel.tasks(), ['Ask the phone company', 'Buy a headset', 'Try it for a week']);
    await sees(
      async () =>
        panel
          .button(/^Place of/)
          .last()
          .isEnabled(),
      true,
    );
    await panel.button(/^Place of “Ask/).press('ArrowDown');
    await sees(() => panel.tasks(), ['Buy a headset', 'Ask the phone company', 'Try it for a week']);
    await sees(
      async () => panel.page.evaluate<string>('document.activeElement.ariaLabel.slice(0, 14)'),
      'Place of “Ask ',
    );
    const [from, to] = await Promise.all(
      [/^Place of “Try/, /^Place of “Buy/].map(async (name) => panel.button(name).boundingBox()),
    );
    await panel.page.mouse.move((from?.x ?? 0) + 5, (from?.y ?? 0) + 10);
    await panel.page.mouse.down();
    await panel.page.mouse.move((to?.x ?? 0) + 5, (to?.y ?? 0) + 2, { steps: 8 });
    await panel.page.mouse.up();
    const order = ['Try it for a week', 'Buy a headset', 'Ask the phone company'];
    await sees(() => panel.tasks(), order);
    await panel.field('Who does “Buy a headset”').selectOption({ label: world.it.name });
    await panel.button(/change when “Buy a headset” is due/).click();
    await panel.field('When “Buy a headset” is due').fill(dayFromNow(5));
    await panel.field('When “Buy a headset” is due').press('Enter');
    await panel.field('Buy a headset: done').check();
    await sees(
      async () => (await stored<{ tasks: unknown[] }>('tasks { title state dueOn assignee { name } }')).tasks,
      order.map((title) =>
        title === 'Buy a headset'
          ? { title, state: 'DONE', dueOn: dayFromNow(5), assignee: { name: world.it.name } }
          : { title, state: 'TODO', dueOn: null, assignee: null },
      ),
    );
  });

  it('keeps the order in which steps were typed, though the first is long on its way', async () => {
    await open();
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    await panel.page.route('**/graphql', async (route) => {
      if ((route.request().postData() ?? '').includes('"title":"Ask the phone company"')) await held;
      await route.fallback();
    });
    await panel.addTask('Ask the phone company');
    await panel.addTask('Buy a headset');
    await sees(() => panel.tasks(), ['Ask the phone company', 'Buy a headset']);
    release();
    const titles = async () =>
      (await stored<{ tasks: { title: string }[] }>('tasks { title }')).tasks.map(({ title }) => title);
    await sees(titles, ['Ask the phone company', 'Buy a headset']);
  });

  it('promises a date, moves it only with a reason, and keeps the first one in sight', async () => {
    await open();
    await panel.button('Promise a date').click();
    await panel.field('Fixed by').fill(dayFromNow(7));
    await panel.sheet.getByText('tells 1 sponsor').waitFor();
    await panel.button('Promise it').click();
    await panel.part('What is promised').getByText('in 7 days').waitFor();
    await panel.button('Move the date').click();
    await panel.field('Fixed by').fill(dayFromNow(14));
    await panel.part('What is promised').getByRole('button', { name: 'Move the date' }).click();
    await panel.sheet.getByText('Say why the date moves.').waitFor();
    await panel.field('Why does it move?').fill('The headsets come later.');
    await panel.part('What is promised').getByRole('button', { name: 'Move the date' }).click();
    await panel.part('What is promised').getByText('in 14 days').waitFor();
    expect(await panel.part('What is promised').innerText()).toMatch(/First promised for .*\n+The headsets/);
    await panel.part('What is promised').getByRole('list', { name: 'Promised before' }).getByText('moved').waitFor();
  });

  it('keeps what IT says among IT from the sponsors, and loses no word when sending fails', async () => {
    await open();
    const { page } = panel;
    await failing(page, 'CommentOn');
    await panel.field('Comment among IT').fill('The supplier is on holiday.');
    await panel.button('Say it among IT').click();
    await panel.toast(/was not sent/).waitFor();
    await sees(() => panel.field('Comment among IT').inputValue(), 'The supplier is on holiday.');
    await page.keyboard.press('Escape');
    await panel.sheet.waitFor({ state: 'detached' });
    await panel.open(card.key);
    await sees(() => panel.field('Comment among IT').inputValue(), 'The supplier is on holiday.');
    await panel.button('Say it among IT').click();
    await panel.part(/Talk/).getByText('The supplier is on holiday.').waitFor();
    await panel.sheet.getByRole('radio', { name: 'To the sponsors' }).check();
    await panel.part(/Talk/).getByText('Tells 1 sponsor.').waitFor();
    await panel.field('Comment that the sponsors read').fill('We know why, and are on it.');
    await panel.button('Say it to the sponsors').click();
    await sees(
      async () => (await stored<{ comments: unknown[] }>('comments { visibility }')).comments,
      [{ visibility: 'INTERNAL' }, { visibility: 'SHARED' }],
    );
    const hers = await open(world.sponsor);
    await hers.part(/Talk/).getByText('We know why, and are on it.').waitFor();
    await comment(world.it, 'The holiday goes on.', 'INTERNAL');
    await comment(world.it, 'It is nearly done.', 'SHARED');
    await hers.part(/Talk/).getByText('It is nearly done.').waitFor();
    expect(await hers.sheet.innerText()).not.toMatch(/holiday|days of work|among IT/i);
  });

  it('shows both versions when two change the same words, and lets the person choose', async () => {
    const [ivo, lea] = [await open(), await open(world.lead)];
    await ivo.button(/^Edit: Title/).click();
    await lea.button(/^Edit: Title/).click();
    await lea.field('Title').fill('Orders get lost');
    await lea.field('Title').press('Enter');
    await ivo.sheet.getByText('Lea Lead changed this just now').waitFor();
    await ivo.field('Title').fill('Orders are lost at noon');
    await ivo.field('Title').press('Enter');
    const choice = ivo.sheet.getByRole('alert');
    await choice.getByText('Orders get lost').waitFor();
    await choice.getByText('Orders are lost at noon').waitFor();
    await choice.getByRole('button', { name: 'Let mine stand' }).click();
    await sees(() => ivo.title.innerText(), 'Orders are lost at noon');
    await sees(() => lea.title.innerText(), 'Orders are lost at noon');
    expect((await stored<{ title: string }>('title')).title).toBe('Orders are lost at noon');
  });

  it('shows what somebody else does, and who it was', async () => {
    await open();
    await move(world.lead.agent, { id: card.id, toStageId: world.stage('PLANNED') });
    await panel.button(/^Planned: move/).waitFor();
    await panel.sheet.getByText('Lea Lead changed this just now').waitFor();
    await comment(world.sponsor, 'It was worse today.', 'SHARED');
    await panel.part(/Talk/).getByText('It was worse today.').waitFor();
  });

  it('answers at once, and takes back with a plain sentence what the server refuses', async () => {
    await open();
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    await panel.page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('"operationName":"MoveFromPanel"')) return route.fallback();
      await held;
      return route.fulfill({ status: 503, body: 'no' });
    });
    await panel.moveTo('Treating');
    await panel.button(/^Treating: move/).waitFor();
    release();
    await panel.toast(`${card.key} stays in Bleeding.`).waitFor();
    await panel.button(/^Bleeding: move/).waitFor();
  });

  it('parks with a reason that is told, and brings it back', async () => {
    await open();
    await panel.choose(/Park/);
    await panel.button('Park it').click();
    await panel.sheet.getByText('Give a reason: its sponsors read it first.').waitFor();
    await panel.field('Why is it parked?').fill('The new phones come in spring.');
    await panel.button('Park it').click();
    await panel.toast('1 sponsor is told why').waitFor();
    await panel.sheet.getByText('not on the board').waitFor();
    await panel.button('Bring it back').click();
    await panel.field('Why does it come back?').fill('They came early.');
    await panel.button('Bring it back to the board').click();
    await panel.button(/^Bleeding: move/).waitFor();
  });

  it('takes a change back from the history', async () => {
    await open();
    await panel.field('In hand of').selectOption({ label: world.lead.name });
    await panel.button(/^Take back.*to Lea Lead/).click();
    await sees(async () => (await stored<{ owner: unknown }>('owner { name }')).owner, null);
    await panel.part('What happened').getByText('taken back by Ivo Itman').waitFor();
  });

  it('lets a sponsor join, and say whether it is fixed, and nothing that is IT’s', async () => {
    const otto = await open(world.otherSponsor);
    await otto.button('Me too').click();
    await otto.sheet.getByText('You say “me too”.').waitFor();
    for (const name of [/move to another stage/, /More to do/, 'Promise a date', /^Edit/, 'Record a win'])
      expect(await otto.button(name).count()).toBe(0);
    await move(world.it.agent, { id: card.id, toStageId: world.stage('CHECKING') });
    const sara = await open(world.sponsor);
    await sara.button('Still bleeding').click();
    await sara.button('Say that it still bleeds').click();
    await sara.sheet.getByText('Please say in a few words what still hurts.').waitFor();
    await sara.button('Yes, it is fixed').click();
    expect(await sara.sheet.getByRole('radio', { checked: true }).count()).toBe(0);
    await sara.sheet.getByLabel('5 very good').check();
    await sara.button('Confirm that it is fixed').click();
    await sara.sheet.getByText('✓ confirmed fixed').waitFor();
    expect(await stored('confirmed stage { category }')).toEqual({ confirmed: true, stage: { category: 'FIXED' } });
  });

  it('says at its head what still hurts, and whose word it is, until it is checked again', async () => {
    await move(world.it.agent, { id: card.id, toStageId: world.stage('CHECKING') });
    await world.lead.agent.ask(`mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }`, {
      input: {
        painPointId: card.id,
        personId: world.sponsor.id,
        fixed: false,
        words: 'Twice again today',
        howKnown: 'On the phone',
      },
    });
    const ivo = await open();
    await ivo.sheet.getByText(/Sara Sponsor said today at .* still bleeding: “ ?Twice again today”/).waitFor();
    await ivo.sheet.getByText('Brought by Lea Lead, not given by the sponsor: On the phone').waitFor();
    await ivo.moveTo('Checking');
    await ivo.sheet.getByText('Waiting for Sara Sponsor').waitFor();
    expect(await ivo.sheet.getByText(/Sara Sponsor said today/).count()).toBe(0);
  });

  it('says before a merge and before a step is done whom that tells, on both sides', async () => {
    const { id } = await raise(world.otherSponsor.agent, { title: 'Callers wait in line' });
    await world.sponsor.agent.ask('mutation ($id: ID!) { joinPainPoint(id: $id) { id } }', { id });
    const ivo = await open();
    await ivo.choose(/Merge/);
    await ivo.sheet.getByRole('combobox', { name: /Into which one/ }).fill('Callers wait');
    await ivo.sheet.getByRole('option', { name: /Callers wait in line/ }).click();
    await ivo.sheet.getByText('tells 2 sponsors, of both').waitFor();
    await ivo.addTask('Buy a second telephone');
    await ivo.button('More about “Buy a second telephone”').click();
    await ivo.page.getByRole('menuitem', { name: 'Let the sponsors see it' }).click();
    await ivo.sheet.getByText('1 sponsor hears when it is done').waitFor();
  });

  it('keeps the words of what was merged into it', async () => {
    const other = await raise(world.otherSponsor.agent, {
      title: 'Nobody writes orders down',
      description: 'We ask thrice.',
    });
    await world.it.agent.ask(`mutation ($input: MergePainPointsInput!) { mergePainPoints(input: $input) { id } }`, {
      input: { fromIds: [other.id], intoId: card.id },
    });
    const sara = await open(world.sponsor);
    const words = sara.part('In the sponsor’s words');
    await words.getByText('We ask thrice.').waitFor();
    await words.getByText(`Otto Sponsor, as ${other.key} “Nobody writes orders down”`).waitFor();
  });

  it('says so when there is none, and when it cannot be read, with a way on', async () => {
    const page = await pageOf(world.it);
    panel = new PanelOnScreen(page);
    await page.goto('/board/p/P-4711');
    await panel.sheet.getByRole('heading', { name: 'There is no P-4711' }).waitFor();
    await panel.button('Go back').click();
    await page.waitForURL('**/board');
    await failing(page, 'PainPointDetails');
    await page.goto(`/board/p/${card.key.toLowerCase()}`);
    await panel.button('Try again').click();
    await sees(() => panel.title.innerText(), 'Orders are lost when the phone rings');
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that axe knows to be wrong, %s',
    async (colorScheme) => {
      await comment(world.it, 'Internal', 'INTERNAL');
      await comment(world.it, 'Shared', 'SHARED');
      await open(world.it, { colorScheme, reducedMotion: 'reduce' });
      await panel.addTask('Ask the phone company');
      await panel
        .part(/What it costs/)
        .getByRole('button', { name: 'Change' })
        .click();
      await panel.button('Promise a date').click();
      await panel.button('Offer a workaround').click();
      expect(await accessibilityFaults(panel.page)).toEqual([]);
    },
    60_000,
  );

  it.each([
    ['a phone', SCREENS.phone],
    ['a laptop at 200%', { width: 683, height: 384 }],
    ['a laptop', SCREENS.laptop],
  ])('holds very long words on %s', async (_name, viewport) => {
    const word = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungssystem'.repeat(2);
    card = await raise(world.it.agent, {
      title: word,
      description: word,
      raiserId: world.sponsor.id,
      tags: [word.slice(0, 40)],
    });
    await comment(world.it, word, 'SHARED');
    await acts.offerWorkaround(world.it.agent, card.id, word);
    await open(world.it, { viewport });
    await panel.addTask(word);
    await sees(() => panel.tasks(), [word]);
    const tooWide = `(() => { const sheet = document.querySelector('dialog'); return sheet.scrollWidth - sheet.clientWidth; })()`;
    expect(await panel.page.evaluate(tooWide)).toBeLessThanOrEqual(0);
  });
});
