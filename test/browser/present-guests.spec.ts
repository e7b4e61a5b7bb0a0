import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, TestBrowser } from '../support/browser.js';
import { MeetingOnScreen, playWeek, type WeekOfMeetings } from './present-world.js';
import { faultsFromAfar } from './seen-from-afar.js';

/** Screens that nobody signed in on: the projector in the room, the phone in the hand, the wall in the corridor. */
describe('a screen without a person', () => {
  let week: WeekOfMeetings;
  let browser: TestBrowser;
  const pages: Page[] = [];

  beforeAll(async () => {
    week = await playWeek();
    browser = await TestBrowser.open();
  }, 60_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });
  afterAll(async () => {
    await browser.close();
    await week.close();
  });

  async function screen(who: 'it' | 'lead' | null, viewport: { width: number; height: number } = SCREENS.projector) {
    const page = await browser.pageOf(week.house.url, who && week.world[who], { viewport });
    pages.push(page);
    return page;
  }

  async function projectorLink(): Promise<{ id: string; path: string }> {
    const { makeProjectorLink } = await week.world.lead.agent.ask<{
      makeProjectorLink: { url: string; link: { id: string } };
    }>('mutation { makeProjectorLink(name: "Room 2") { url link { id } } }');
    return { id: makeProjectorLink.link.id, path: new URL(makeProjectorLink.url).pathname };
  }

  it('comes in by a projector link, follows whoever presents, and goes dark when the link ends', async () => {
    const { id, path } = await projectorLink();
    const wall = await screen(null);
    await wall.goto(path);
    const shown = new MeetingOnScreen(wall);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await week.world.it.agent.ask('mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }', {
      input: { meetingId: week.meetingId, step: 'COMMITMENTS' },
    });
    await wall
      .getByRole('button', { name: /^3 Commitments/, includeHidden: false })
      .and(wall.locator('[aria-current]'))
      .waitFor();
    expect(await shown.place()).toBeTruthy();
    expect(await wall.getByRole('button', { name: 'Act', exact: true }).count()).toBe(0);
    await week.world.lead.agent.ask('mutation ($id: ID!) { revokeProjectorLink(id: $id) }', { id });
    await wall.waitForURL(/sign-in/);
    await wall.goto(path);
    await wall.getByText('Ask a lead for a fresh one.').waitFor();
  });

  it('becomes the remote of the meeting by the code on the screen, and drives it page by page', async () => {
    const room = await screen('it');
    const meeting = new MeetingOnScreen(room);
    await meeting.open(week.meetingId);
    await meeting.press('i');
    await room.getByText('you present').waitFor();
    await meeting.press('h');
    const code = (await room.locator('output').textContent()) ?? '';
    expect(code.replace(/\s/gu, '')).toMatch(/^\d{6}$/);
    await meeting.press('h');
    await meeting.press('1');

    const phone = await screen(null, SCREENS.phone);
    await phone.goto('/remote');
    await phone.getByLabel('The six digits on the screen').fill('000000');
    await phone.getByRole('button', { name: 'Drive this meeting' }).click();
    await phone.getByText('This code does not count.').waitFor();
    await phone.getByLabel('The six digits on the screen').fill(code);
    await phone.getByRole('button', { name: 'Drive this meeting' }).click();
    await phone.getByRole('heading', { name: 'Since last week' }).waitFor();

    await phone.getByRole('button', { name: /Walk the board/ }).click();
    await room.locator('[aria-current]', { hasText: 'Walk the board' }).waitFor();
    await phone.getByRole('heading', { name: 'Walk the board' }).waitFor();
    const before = await meeting.place();
    await phone.getByRole('button', { name: /^On/ }).click();
    await expect(changed(() => meeting.place(), before)).resolves.toBe(true);
    await phone.getByRole('button', { name: 'Black screen' }).click();
    await room.getByRole('button', { name: 'Show the screen again' }).waitFor();
    expect(await accessibilityFaults(phone)).toEqual([]);
  });

  it('rotates as a wallboard with the pace that was chosen, read from the last row', async () => {
    const { path } = await projectorLink();
    const wall = await screen(null);
    await wall.goto(path);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await wall.goto('/kiosk?pace=10');
    for (const view of ['Board', 'Bleeding', 'Wins', 'Commitments']) {
      await wall.getByRole('button', { name: view, exact: true }).click();
      await wall.locator('[aria-current]', { hasText: view }).waitFor();
      expect([view, await faultsFromAfar(wall, 6)]).toEqual([view, []]);
    }
    await wall.getByRole('button', { name: 'Hold' }).click();
    await wall.getByRole('button', { name: 'Go on' }).waitFor();
    await wall.getByRole('button', { name: 'Every 10 seconds' }).click();
    await wall.getByRole('button', { name: 'Every 20 seconds' }).waitFor();
    // A slice of the board by the address, as the board itself has it.
    await wall.goto(`/kiosk?pace=90&unit=${week.world.units.finance}`);
    await wall.getByText('only Finance').waitFor();
    await wall.getByText('1 pain point not fixed yet').waitFor();
    await wall.getByRole('button', { name: 'Every 90 seconds' }).click();
    await wall.getByText('only Finance').waitFor();
    await wall.goto(`/present/${week.meetingId}?unit=${week.world.units.finance}`);
    await wall.getByText('only Finance (on this screen)').waitFor();
    expect(await accessibilityFaults(wall)).toEqual([]);
  });

  it('is let in and put out by a lead at the desk', async () => {
    const desk = await screen('lead', SCREENS.laptop);
    await desk.goto('/meetings');
    await desk.getByLabel('Where is the projector?').fill('The canteen');
    await desk.getByRole('button', { name: 'Make a link' }).click();
    await desk.locator('code', { hasText: '/projector/' }).waitFor();
    await desk.getByRole('button', { name: 'End the link of The canteen' }).click();
    await desk.getByText('The canteen shows nothing any more.').waitFor();
  });
});

/** Whether something becomes another than it was. */
async function changed(look: () => Promise<string>, before: string): Promise<boolean> {
  for (const until = Date.now() + 15_000; Date.now() < until;) {
    if ((await look()) !== before) return true;
    await new Promise((done) => setTimeout(done, 40));
  }
  return false;
}
