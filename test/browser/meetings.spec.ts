import { dayIn } from '@stanch/kernel';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

describe('meetings at the desk', () => {
  let server: ServerProcess;
  let world: World;
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
    browser = await TestBrowser.open();
    page = await browser.pageOf(server.url, world.lead);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await world.leave();
    await server.stop();
  });

  /** Holds a meeting as the lead, in which this was decided. */
  async function hold(text: string): Promise<string> {
    const { agent } = world.lead;
    const { startMeeting } = await agent.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }');
    const meetingId = startMeeting.id;
    await agent.ask('mutation ($input: AddDecisionInput!) { addDecision(input: $input) { decision { id } } }', {
      input: { meetingId, text },
    });
    await agent.ask('mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }', {
      input: { meetingId, personId: world.sponsor.id, present: true },
    });
    await agent.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId });
    return meetingId;
  }

  it('say that none was held, and when they are', async () => {
    await page.goto('/meetings');
    await page.getByText('No meeting was held yet').waitFor();
    await page.getByText('Every Wednesday at 10:00.').waitFor();
    const calendar = page.getByRole('link', { name: 'Put it into my calendar' });
    const [download] = await Promise.all([page.waitForEvent('download'), calendar.click()]);
    expect(download.suggestedFilename()).toBe('status-meeting.ics');
  });

  it('stay with their minutes, which are also there as files', async () => {
    const costs = { peopleAffected: 12, hoursLostPerPersonPerWeek: 1 };
    const { id } = await raise(world.sponsor.agent, { title: 'The lift is slow', ...costs });
    await hold('The lift is looked at on Monday.');
    await raise(world.sponsor.agent, { title: 'The stairs are steep', directCostPerWeek: 9_000 });
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    await page.goto('/meetings');
    await page.getByRole('list').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Status meeting of/ }).waitFor();
    await page.getByText('The lift is looked at on Monday.').waitFor();
    await page.getByText(world.sponsor.name).waitFor();
    const plot = page.locator('[data-plot="BLEEDING"]');
    await plot.getByText('€600 bleed a week').waitFor();
    await plot.getByRole('button', { name: /^As a table/ }).click();
    const last = plot.getByRole('table').getByRole('row').last();
    expect(await last.innerText()).toMatch(/€600/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'As Markdown' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('minutes.md');
    expect(await page.getByRole('link', { name: 'As a PDF' }).getAttribute('href')).toMatch(/minutes\.pdf$/);
  });

  it('are compared, any two of them, as each saw its day', async () => {
    await hold('Nothing more.');
    await page.goto('/meetings');
    const choices = page.getByRole('checkbox', { name: /^Compare the meeting/ });
    await choices.nth(0).check();
    await page.getByText('Choose a second meeting').waitFor();
    await choices.nth(1).check();
    const row = page.getByRole('row', { name: /Cards in Planned/ });
    await sees(() => row.getByRole('cell').allTextContents(), ['0', '1', '+ 1']);
    // Below a long list nobody would see that there is something.
    await page.setViewportSize({ width: 1366, height: 320 });
    await page.getByRole('link', { name: /compared below$/ }).click();
    const isSeen = `document.querySelector('#compared').getBoundingClientRect().top < innerHeight / 2`;
    await sees(() => page.evaluate<boolean>(isSeen), true);
  });

  it('are not needed to compare any two weeks', async () => {
    await page.goto('/meetings');
    const weeks = page.getByRole('region', { name: 'Any two weeks' });
    await weeks.getByRole('row', { name: /^Raised/ }).waitFor();
    // The page goes by the day of the workspace.
    const today = dayIn(new Date().toISOString(), 'Europe/Berlin');
    await weeks.getByLabel('A day in the other').fill(today);
    await sees(
      () =>
        weeks
          .getByRole('row', { name: /^Raised/ })
          .getByRole('cell')
          .allTextContents(),
      ['0', '2', '+ 2'],
    );
    await sees(
      () =>
        weeks
          .getByRole('row', { name: /^Bleeding a week/ })
          .getByRole('cell')
          .allTextContents(),
      ['€0', '€9,600', '+ €9,600'],
    );
    await weeks.getByLabel('A day in one week').fill(today);
    await weeks.getByText('Both days are in the same week.').waitFor();
    await weeks.getByLabel('A day in one week').fill('');
    await weeks.getByText('Choose a day.').waitFor();
  });

  it('walk through what the team wants: steps are put off, moved and timed', async () => {
    await page.goto('/meetings');
    const steps = page.getByRole('region', { name: 'Agenda' }).getByRole('listitem');
    await steps.first().waitFor();
    await page.getByRole('checkbox', { name: 'Wins', exact: true }).uncheck();
    await page.getByRole('button', { name: 'Earlier: Commitments' }).click();
    await page.getByLabel('Minutes for Walk the board').fill('500');
    await page.getByLabel('Minutes for Walk the board').blur();
    await page.getByText('From 1 to 120.').waitFor();
    await page.getByLabel('Minutes for Walk the board').fill('15');
    await page.keyboard.press('Enter');
    const kept = async () =>
      (
        await world.viewer.agent.ask<{ agenda: { steps: { kind: string; on: boolean; minutes: number }[] } }>(
          '{ agenda { steps { kind on minutes } } }',
        )
      ).agenda.steps.map(({ kind, on, minutes }) => `${kind} ${on ? minutes : 'off'}`);
    await sees(kept, ['SINCE_LAST 3', 'COMMITMENTS 4', 'WINS off', 'WALK 15', 'QUICK_WINS 5', 'DECISIONS 3']);
  });

  it('are there to be read, and not to be changed, for somebody who only looks on', async () => {
    const looking = await browser.pageOf(server.url, world.viewer, { viewport: SCREENS.phone });
    await looking.goto('/meetings');
    await looking.getByRole('checkbox', { name: 'Wins', exact: true }).waitFor();
    expect(await looking.getByRole('checkbox', { name: 'Wins', exact: true }).isDisabled()).toBe(true);
    expect(await looking.getByRole('link', { name: 'Begin the meeting' }).count()).toBe(0);
    expect(await looking.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await looking.context().close();
  });

  it.each(['light', 'dark'] as const)('have nothing that axe knows to be wrong (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/meetings');
    await page.getByRole('list').getByRole('link').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('list').getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Status meeting of/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
