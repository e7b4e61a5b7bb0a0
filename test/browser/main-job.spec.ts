import type { Page } from 'playwright-core';
import { sees, TestBrowser } from '../support/browser.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';
import { dayFromNow, PanelOnScreen } from './panel-on-screen.js';

/** The whole of what Stanch is for, as two people live it: each step goes on where the one before ended. */
describe('a pain point goes from bleeding to fixed, and its sponsor knows', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;
  let browser: TestBrowser;
  let board: BoardOnScreen;
  let page: Page;
  let panel: PanelOnScreen;
  let hers: PanelOnScreen;
  let id = '';
  let key = '';

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    page = await browser.pageOf(server.url, world.it);
    board = new BoardOnScreen(page);
    panel = new PanelOnScreen(page);
    await board.open();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
    await mails.close();
  });

  /** Waits for the sponsor's mail that says this; gives where its link leads. */
  const linkOfMail = async (says: RegExp): Promise<string> => {
    const find = () => mails.to(world.sponsor.email).find(({ text = '' }) => says.test(text));
    await sees(async () => Promise.resolve(find() !== undefined), true);
    const mail = find();
    expect(mail?.subject).toContain(key);
    const link = /https?:\/\/\S+\/p\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
    return new URL(link).pathname;
  };

  /** It is raised by its title and Enter, for the one who said it. */
  const raiseIt = async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('Every order is typed in twice');
    await page.getByLabel('Whose pain is it?').selectOption({ label: 'for Sara Sponsor' });
    await page.getByLabel(/^Raise a pain point/).press('Enter');
    await panel.toast('is raised for Sara Sponsor, who is told').getByRole('button', { name: 'Open' }).click();
    await sees(() => panel.title.innerText(), 'Every order is typed in twice');
    key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const { painPoint } = await world.it.agent.ask<{ painPoint: { id: string } }>(
      `{ painPoint(key: "${key}") { id } }`,
    );
    ({ id } = painPoint);
  };

  /** It gets her words, a second sponsor, what it costs, a promise and the first steps. */
  const prepareIt = async () => {
    await panel.part('Sponsors').getByRole('button', { name: 'Add' }).click();
    await panel.sheet.getByRole('combobox', { name: 'Whom does it hurt too?' }).fill('Otto');
    await panel.sheet.getByRole('option', { name: /Otto Sponsor/ }).click();
    await panel.toast('Otto Sponsor stands behind it now').waitFor();
    await panel.button(/^Edit: The sponsor’s words/).click();
    await panel.sheet
      .getByRole('textbox', { name: 'The sponsor’s words' })
      .fill('Once for the customer, and once for the machine.');
    await panel.button('Save').click();
    await panel
      .part(/What it costs/)
      .getByRole('button', { name: 'Estimate' })
      .click();
    await panel.field('People affected').fill('20');
    await panel.field('Hours each of them loses a week').fill('2,5');
    await panel.button('Save the estimate').click();
    await panel
      .part(/What it costs/)
      .getByText('€2,500')
      .first()
      .waitFor();
    await panel.button('Promise a date').click();
    await panel.field('Fixed by').fill(dayFromNow(10));
    await panel.button('Promise it').click();
    await panel.part('What is promised').getByText('in 10 days').waitFor();
    for (const title of ['Read the order once', 'Hand it on by itself']) await panel.addTask(title);
    await sees(() => panel.tasks(), ['Read the order once', 'Hand it on by itself']);
    expect(await linkOfMail(/promise|fixed by/i)).toBe(`/mine/p/${key}`);
  };

  /** It is carried to treating, its steps are done, and it goes to its sponsor to be checked. */
  const treatIt = async () => {
    await page.keyboard.press('Escape');
    await panel.sheet.waitFor({ state: 'detached' });
    await board.hold(id, await board.endOf(world.stage('TREATING')));
    await page
      .getByText(/tells 2 sponsors/)
      .first()
      .waitFor();
    await board.letGo();
    await sees(() => board.order(world.stage('TREATING')), [id]);
    await board.title(id).click();
    for (const title of ['Read the order once', 'Hand it on by itself']) await panel.field(`${title}: done`).check();
    await panel
      .part(/Work on it/)
      .getByText('2 of 2 done')
      .waitFor();
    await panel.moveTo('Checking');
    await panel.sheet.getByText(/Waiting for Sara Sponsor to say whether it is fixed/).waitFor();
  };

  /** It is dropped on fixed with a win, which its sponsor reads. */
  const fixIt = async () => {
    await page.keyboard.press('Escape');
    await panel.sheet.waitFor({ state: 'detached' });
    await board.hold(id, await board.endOf(world.stage('FIXED')));
    await board.letGo();
    const dialog = page.getByRole('dialog', { name: 'What is the win?' });
    await dialog.getByLabel('What got better, in one line').fill('An order is typed once');
    await dialog.getByLabel('What', { exact: true }).fill('Minutes for an order');
    await dialog.getByLabel('Before').fill('9');
    await dialog.getByLabel('After').fill('4');
    await dialog.getByRole('button', { name: 'Record the win' }).click();
    await dialog.waitFor({ state: 'detached' });
    await sees(() => board.order(world.stage('FIXED')), [id]);
    await board.card(id).getByText('fixed, not confirmed').waitFor();

    const herPage = await browser.pageOf(server.url, world.sponsor);
    hers = new PanelOnScreen(herPage);
    await herPage.goto(await linkOfMail(/An order is typed once/));
    await sees(() => hers.title.innerText(), 'Every order is typed in twice');
    await hers.part('The win').getByText('An order is typed once').waitFor();
    await hers.sheet.getByText('Once for the customer, and once for the machine.').waitFor();
  };

  /** It is fixed once she says so, and everybody sees it. */
  const confirmIt = async () => {
    await hers.button('Yes, it is fixed').click();
    await hers.sheet.getByLabel('5 very good').check();
    await hers.field('A few words (optional)').fill('My evenings are mine again.');
    await hers.button('Confirm that it is fixed').click();
    await hers.sheet.getByText('✓ confirmed fixed').waitFor();
    await hers.part('What is promised').getByText('kept').waitFor();
    await board.card(id).getByText('confirmed fixed', { exact: true }).waitFor();
    await board.title(id).click();
    await panel.sheet.getByText('My evenings are mine again.').first().waitFor();
    await panel.button('Let the words of Sara Sponsor tell of it').click();
    await panel.part('The win').getByText('“My evenings are mine again.”').waitFor();
    await hers.part('The win').getByText('“My evenings are mine again.”').waitFor();
  };

  it('from a title and Enter to “my evenings are mine again”', async () => {
    await raiseIt();
    await prepareIt();
    await treatIt();
    await fixIt();
    await confirmIt();
  }, 90_000);
});
