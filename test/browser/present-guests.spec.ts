import type { Page } from 'playwright-core';
import { acts } from '../mail/hearing.js';
import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { meetings } from '../support/meetings.js';
import { makeProjectorLink, MeetingOnScreen, playWeek, type WeekOfMeetings } from './present-world.js';
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

  const projectorLink = () => makeProjectorLink(week.world);

  it('comes in by a projector link, follows whoever presents, and says so when the link ends', async () => {
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
    await wall.getByRole('heading', { name: 'The link of this screen has ended' }).waitFor();
    await wall.getByText('Ask a lead for a new projector link').waitFor();
    expect(await faultsFromAfar(wall, 6)).toEqual([]);
    expect(await accessibilityFaults(wall)).toEqual([]);
    await wall.goto('/kiosk');
    await wall.getByRole('heading', { name: 'The link of this screen has ended' }).waitFor();
    await wall.goto(path);
    await wall.getByText('Ask a lead for a fresh one.').waitFor();
    const { path: fresh } = await projectorLink();
    await wall.goto(fresh);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
  });

  it('takes a fresh link in place of the one that it came in by, and says so when that is refused', async () => {
    const [old, fresh, revoked] = [await projectorLink(), await projectorLink(), await projectorLink()];
    const revoke = (id: string) =>
      week.world.lead.agent.ask('mutation ($id: ID!) { revokeProjectorLink(id: $id) }', { id });
    const wall = await screen(null);
    const agenda = wall.getByRole('navigation', { name: 'Agenda' });
    await wall.goto(old.path);
    await agenda.waitFor();
    await revoke(revoked.id);
    await wall.goto(revoked.path);
    await wall.getByRole('heading', { name: 'This link was not taken' }).waitFor();
    await wall.getByText('The link by which this screen came in before still counts.').waitFor();
    expect(await faultsFromAfar(wall, 6)).toEqual([]);
    expect(await accessibilityFaults(wall)).toEqual([]);
    await wall.getByRole('link', { name: 'Show the meeting' }).click();
    await agenda.waitFor();
    await wall.goto(fresh.path);
    await agenda.waitFor();
    await revoke(old.id);
    await wall.reload();
    await agenda.waitFor();
    await revoke(fresh.id);
    await wall.getByRole('heading', { name: 'The link of this screen has ended' }).waitFor();
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
    await sees(async () => (await meeting.place()) !== before, true);
    await phone.getByRole('button', { name: 'Black screen' }).click();
    await room.getByRole('button', { name: 'Show the screen again' }).waitFor();
    expect(await accessibilityFaults(phone)).toEqual([]);
  });

  it('that was the remote says that it was ended, and how to pair it again, also when it had not heard of it', async () => {
    const { lead, admin } = week.world;
    const paired = await week.world.join('Rita Remote', 'IT');
    const codeOf = async (agent: typeof lead.agent) => {
      const { openRemote } = await agent.ask<{ openRemote: { code: string } }>(
        'mutation ($id: ID!) { openRemote(meetingId: $id) { code } }',
        { id: week.meetingId },
      );
      return openRemote.code;
    };
    const [hears, sleeps] = await Promise.all([screen(null, SCREENS.phone), screen(null, SCREENS.phone)]);
    // What the line would tell it comes no further than to its own end.
    await sleeps.routeWebSocket(/graphql/, () => undefined);
    for (const phone of [hears, sleeps]) {
      await phone.goto(`/remote#${await codeOf(paired.agent)}`);
      await phone.getByRole('button', { name: 'Drive this meeting' }).click();
      await phone.getByRole('button', { name: /^On/ }).waitFor();
    }
    await admin.agent.ask('mutation ($id: ID!) { updatePerson(input: { id: $id, active: false }) { id } }', {
      id: paired.id,
    });
    await hears.getByRole('heading', { name: 'This remote was ended' }).waitFor();
    await sleeps.getByRole('button', { name: /^On/ }).click();
    for (const phone of [hears, sleeps]) {
      await phone.getByRole('heading', { name: 'This remote was ended' }).waitFor();
      await phone.getByText('Pair this phone again to go on.').waitFor();
      expect(await phone.getByText('signed out').count()).toBe(0);
      expect(await accessibilityFaults(phone)).toEqual([]);
    }
    await hears.goto(`/present/${week.meetingId}`);
    await hears.getByRole('heading', { name: 'This remote was ended' }).waitFor();
    // Its owner may sign in instead, and comes to where they wanted to go.
    await hears.getByRole('link', { name: 'Sign in instead' }).click();
    await hears.waitForURL((url) => url.search.includes(encodeURIComponent(`/present/${week.meetingId}`)));
    await hears.goto('/remote');
    await hears.getByLabel('The six digits on the screen').fill(await codeOf(lead.agent));
    await hears.getByRole('button', { name: 'Drive this meeting' }).click();
    await hears.getByRole('button', { name: /^On/ }).waitFor();
  });

  it('says on the wall of a promise that is done before its day that its sponsors have the word', async () => {
    const { agent } = week.world.it;
    const { id, key } = await raise(agent, { title: 'The scanner sleeps', raiserId: week.world.sponsor.id });
    await acts.own(agent, id, week.world.it.id);
    await acts.promise(agent, id, '2026-11-27');
    await move(agent, { id, toStageId: week.world.stage('CHECKING') });
    const { path } = await projectorLink();
    const wall = await screen(null);
    await wall.goto(path);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await wall.goto('/kiosk?pace=90');
    await wall.getByRole('button', { name: 'Commitments', exact: true }).click();
    const line = wall.getByRole('listitem').filter({ hasText: key });
    await line.getByText('done, its sponsors have the word').waitFor();
    await wall.goto(`/present/${week.meetingId}`);
    await wall.locator('main h1').first().waitFor();
    await new MeetingOnScreen(wall).press('3');
    const apart = wall.locator('section', { has: wall.getByRole('heading', { name: 'Done before its day' }) });
    await apart.getByText('The scanner sleeps').waitFor();
  });

  it('pages through the cards of each stage, its name above them wherever a page begins', async () => {
    const titles = ['The first', 'The second', 'The third', 'The fourth', 'The fifth', 'The sixth', 'The seventh'];
    for (const title of titles) await raise(week.world.it.agent, { title: `${title} of many`, directCostPerWeek: 10 });
    const { path } = await projectorLink();
    const wall = await screen(null);
    await wall.goto(path);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await wall.goto('/kiosk?pace=90');
    const pages = wall.locator('footer').getByText(/^1 of \d+$/);
    const many = Number((await pages.innerText()).replace('1 of ', ''));
    const seen = new Set<string>();
    for (let page = 1; page <= many; page += 1) {
      await wall.getByText(`${page} of ${many}`, { exact: true }).waitFor();
      expect([page, await faultsFromAfar(wall, 6)]).toEqual([page, []]);
      const { shown, below } = await wall.evaluate<{ shown: string[]; below: boolean }>(`(() => {
        const box = document.querySelector('[data-window]').getBoundingClientRect();
        const name = document.querySelector('[data-window] h2').getBoundingClientRect().height;
        const cards = [...document.querySelectorAll('[data-window] li')].filter((card) => {
          const { left, right } = card.getBoundingClientRect();
          return left >= box.left - 1 && right <= box.right + 1;
        });
        const below = cards.every((card) => card.getBoundingClientRect().top >= box.top + name - 1);
        return { shown: cards.map((card) => card.textContent), below };
      })()`);
      expect(below).toBe(true);
      for (const words of shown) seen.add(words);
      await wall.keyboard.press('ArrowRight');
    }
    for (const title of titles) expect([...seen].filter((words) => words.includes(`${title} of many`))).toHaveLength(1);
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
    await wall.keyboard.press('?');
    await wall.getByRole('heading', { name: 'Keys' }).waitFor();
    expect(await faultsFromAfar(wall, 6)).toEqual([]);
    expect(await accessibilityFaults(wall)).toEqual([]);
    await wall.getByRole('button', { name: /dark or light/ }).click();
    await wall.locator('[data-light=dark]').waitFor();
    await wall.getByRole('button', { name: 'All keys' }).click();
    await wall.getByRole('button', { name: /full screen/ }).click();
    await sees(() => wall.evaluate<boolean>('document.fullscreenElement !== null'), true);
    await wall.keyboard.press('f');
    await sees(() => wall.evaluate<boolean>('document.fullscreenElement !== null'), false);
    await wall.keyboard.press('d');
    await wall.locator('[data-light=light]').waitFor();
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

  it('goes on showing what it has while the network or the server is away, and catches up by itself', async () => {
    const { path } = await projectorLink();
    const line = await CuttableLine.to(week.house.url);
    const screens = await Promise.all(
      ['/kiosk?pace=90', '/present'].map(async (address) => {
        const page = await browser.pageOf(line.url, null, { viewport: SCREENS.projector });
        pages.push(page);
        await page.goto(path);
        await page.getByRole('navigation', { name: 'Agenda' }).waitFor();
        await page.goto(address);
        await page.locator('main h1').first().waitFor();
        return page;
      }),
    );
    const [kiosk, wall] = screens as [Page, Page];
    const words = 'The line was down when this was raised';
    line.cut();
    for (const page of screens) await page.getByText('not connected').waitFor();
    await week.house.restart();
    await raise(week.world.it.agent, { title: words, directCostPerWeek: 90_000, effortDays: 1 });
    const there = { meetingId: week.meetingId, step: 'QUICK_WINS', page: 1000, screen: 'the desk' };
    await meetings.present(week.world.it.agent, there);
    expect(await kiosk.locator('main h1').first().innerText()).toMatch(/not fixed yet$/);
    line.mend();
    // After a long cut the next try comes within ten seconds.
    await kiosk.getByText('90,0').first().waitFor({ timeout: 40_000 });
    await wall.getByText(words).waitFor();
    for (const page of screens) await page.getByText('not connected').waitFor({ state: 'hidden' });
    // The browser itself may have come back to the page meanwhile.
    line.cut();
    await wall.getByText('not connected').waitFor();
    line.mend();
    await wall.reload();
    await wall.getByText(words).waitFor();
    await line.close();
  });

  it('that was switched on before the network tries by itself until it is in', async () => {
    const { path } = await projectorLink();
    const wall = await screen(null);
    let reached = false;
    await wall.route('**/graphql', (route) => (reached ? route.fallback() : route.abort()));
    await wall.goto(path);
    await wall.getByText('Stanch cannot be reached').waitFor();
    reached = true;
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    for (const address of ['/kiosk', '/present']) {
      // Who this screen is was heard, and then the network went.
      reached = false;
      await wall.unroute('**/graphql');
      await wall.route('**/graphql', (route) =>
        (route.request().postData() ?? '').includes('query Session') || reached ? route.fallback() : route.abort(),
      );
      await wall.goto(address);
      await wall.getByText('Stanch cannot be reached').waitFor();
      reached = true;
      await wall.locator('main h1').first().waitFor();
    }
  });

  it.each([
    { width: 1280, height: 720 },
    { width: 3840, height: 2160 },
  ])('shows what bled over twelve weeks on a page of its own, then what bleeds where, at %o', async (viewport) => {
    const { path } = await projectorLink();
    const wall = await screen(null, viewport);
    await wall.goto(path);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    for (const room of [6, 8] as const) {
      await wall.evaluate(`localStorage.setItem('stanch-present', '${room} light')`);
      await wall.goto('/kiosk?pace=90');
      await wall.getByRole('button', { name: 'Bleeding', exact: true }).click();
      await wall.getByRole('img', { name: /bleed a week .*1 win was told in that time/ }).waitFor();
      expect([room, await faultsFromAfar(wall, room)]).toEqual([room, []]);
      await wall.keyboard.press('ArrowRight');
      await wall.getByText('2 of 2').waitFor();
      const shares = wall.getByRole('listitem').filter({ hasText: /Treating/, visible: true });
      expect(await shares.innerText()).toMatch(/€\d/);
      expect([room, await faultsFromAfar(wall, room)]).toEqual([room, []]);
    }
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
