import type { Locator, Page } from 'playwright-core';
import { sees, TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { BoardOnScreen } from './board-on-screen.js';
import { PanelOnScreen } from './panel-on-screen.js';

/** Somebody's words, of so many letters. */
const words = (letters: number) =>
  'The lift stops between the floors. '
    .repeat(600)
    .slice(0, letters - 1)
    .concat('!');

describe('words that are too long', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
  }, 60_000);
  beforeEach(async () => {
    page = await browser.pageOf(server.url, world.it);
  });
  afterEach(() => page.context().close());
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  /** Puts them in as one pastes: a field may cut what is pasted, but not what a script sets. */
  const paste = async (field: Locator, text: string) => {
    await field.selectText();
    await page.keyboard.insertText(text);
  };

  it('stand whole in the line that raises a pain point, with what fits, until they are shortened', async () => {
    const board = new BoardOnScreen(page);
    await board.open();
    await page.keyboard.press('n');
    const line = page.getByLabel('Raise a pain point: what hurts?');
    await paste(line, words(230));
    await page.getByRole('alert').getByText('These are 230 letters; at most 200 fit.').waitFor();
    await line.press('Enter');
    await page.getByRole('button', { name: 'Raise', exact: true }).click();
    expect(await line.inputValue()).toBe(words(230));
    expect(await board.order(world.stage('BLEEDING'))).toEqual([]);

    await paste(line, words(190));
    await page.getByText('190 of 200 letters').waitFor();
    await line.press('Enter');
    await sees(async () => (await board.order(world.stage('BLEEDING'))).length, 1);
    expect(await line.inputValue()).toBe('');
  });

  it('stand whole in the name of a stage and the address of a channel, which stay as they were', async () => {
    const lead = await browser.pageOf(server.url, world.lead);
    await lead.goto('/settings');
    const name = lead.getByLabel('Name of the stage Treating');
    const line = lead.getByRole('listitem').filter({ has: name });
    await name.fill(words(61));
    await line.getByRole('alert').getByText('These are 61 letters; at most 60 fit.').waitFor();
    await name.press('Enter');
    await lead.getByLabel('Limit of Treating').focus();
    expect(await name.inputValue()).toBe(words(61));
    await name.fill(words(60));
    await line.getByText('60 of 60 letters').waitFor();
    await name.press('Escape');
    expect(await name.inputValue()).toBe('Treating');

    await lead.getByRole('button', { name: 'Add a channel' }).click();
    await lead.getByLabel('Address of its incoming webhook').fill(`https://chat.example.com/${'x'.repeat(2000)}`);
    await lead.getByText('These are 2,025 letters; at most 2,000 fit.').waitFor();
    const { board } = await world.lead.agent.ask<{ board: { stages: { name: string }[] } }>(
      '{ board { stages { name } } }',
    );
    expect(board.stages.map((stage) => stage.name)).toContain('Treating');
    await lead.context().close();
  });

  it('stand whole in a comment, a title and a reason, and none of them is sent', async () => {
    const { id, key } = await raise(world.it.agent, { title: 'The lift stops' });
    const panel = new PanelOnScreen(page);
    await panel.open(key);
    const refuses = async (field: Locator, letters: number, fit: string) => {
      await paste(field, words(letters));
      await panel.sheet.getByText(`at most ${fit} fit.`).waitFor();
      await field.press('ControlOrMeta+Enter');
      await field.press('Enter');
      expect((await field.inputValue()).trim()).toBe(words(letters));
    };
    const comment = panel.field('Comment among IT');
    await refuses(comment, 10_001, '10,000');
    await paste(comment, words(10_000));
    await comment.press('ControlOrMeta+Enter');

    await panel.button(/^Edit: .*[Tt]itle/).click();
    const title = panel.sheet.getByRole('textbox', { name: /title/i }).first();
    await refuses(title, 201, '200');
    await panel.button('Cancel').click();

    await panel.choose(/Park/);
    const reason = panel.sheet.getByLabel(/^Why/);
    await refuses(reason, 2001, '2,000');
    await panel.button(/^Park it/).click();
    expect((await reason.inputValue()).trim()).toBe(words(2001));

    const { painPoint } = await world.it.agent.ask<{
      painPoint: { title: string; comments: { text: string }[]; closed: object | null };
    }>('query ($id: ID!) { painPoint(id: $id) { title comments { text } closed { at } } }', { id });
    expect(painPoint).toEqual({ title: 'The lift stops', comments: [{ text: words(10_000) }], closed: null });
  });
});
