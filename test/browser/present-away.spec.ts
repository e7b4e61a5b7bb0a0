import type { Page } from 'playwright-core';
import { SCREENS, sees } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { meetings } from '../support/meetings.js';
import { makeProjectorLink, MeetingRoom, type WeekOfMeetings } from './present-world.js';

/** Screens that nobody attends, or that were away: what happened meanwhile is not lost. */
describe('a screen that is left alone', () => {
  let room: MeetingRoom;
  let week: WeekOfMeetings;

  beforeAll(async () => {
    room = await MeetingRoom.open();
    week = room.week;
  }, 60_000);
  afterEach(() => room.everybodyLeaves());
  afterAll(() => room.close());

  it('shows the figures behind a plot as they are by now, as it does the plot', async () => {
    const { page } = await room.enter(week.world.viewer);
    await page.keyboard.press('v');
    await page.keyboard.press('t');
    const newest = page.locator('main [role=row], main tr').filter({ hasText: /€/ }).first();
    await newest.waitFor();
    const before = await newest.innerText();
    week.house.clock.advance(60_000);
    await raise(week.world.it.agent, { title: 'The oven of the canteen is cold', directCostPerWeek: 4_321 });
    await sees(async () => (await newest.innerText()) !== before, true);
  });

  it('draws by itself what could not be drawn, as soon as the meeting is read again', async () => {
    const { page } = await room.enter(week.world.viewer);
    const drawn = (request: string) => request.includes('PresentPlot') && request.includes('BEFORE_AFTER');
    let faults = 0;
    await page.route('**/graphql', (route) =>
      drawn(route.request().postData() ?? '') && faults++ === 0 ? route.abort() : route.fallback(),
    );
    await page.keyboard.press('2');
    await page.getByText('This plot could not be drawn.').waitFor();
    week.house.clock.advance(60_000);
    await raise(week.world.it.agent, { title: 'The fridge of the canteen is warm' });
    await page.getByRole('img', { name: /standstill/ }).waitFor();
  });

  it('tells all of the slice that its presenter came with, also when that fails at first, and what “mine” means', async () => {
    const { page } = await room.enter(week.world.it);
    let faults = 0;
    await page.route('**/graphql', (route) =>
      (route.request().postData() ?? '').includes('NarrowMeeting') && faults++ === 0 ? route.abort() : route.fallback(),
    );
    await page.goto(`/present/${week.meetingId}?mine=1`);
    await page.getByText('what concerns Ivo Itman (on this screen)').waitFor();
    await page.keyboard.press('i');
    await page.getByText('Nobody else is shown this slice yet. Stanch cannot be reached.').waitFor();
    await page.getByText('All see what you own of what is yours.').waitFor();
    await page.getByText('only owned by Ivo Itman').waitFor();
    await page.getByText('(on this screen)').waitFor({ state: 'hidden' });
    await page.keyboard.press('w');
    await page.getByText('whole board').first().waitFor();
  });

  it('goes on to the next meeting by itself once the one that it shows has ended', async () => {
    const { path } = await makeProjectorLink(week.world);
    const wall = await room.pageOf(null);
    // What happens between its reading and its hearing is not lost, however slow the line is.
    const goOn = await holdBack(wall, 'FollowMeeting');
    await wall.goto(path);
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await meetings.end(week.world.it.agent, week.meetingId);
    goOn();
    await wall.getByText('ended').waitFor();
    const { id } = await meetings.start(week.world.it.agent);
    await wall.waitForURL(`**/present/${id}`);
    await wall.getByText('Ivo Itman presents').waitFor();
    await meetings.end(week.world.it.agent, id);
  });

  it.each([
    ['/present', 'No meeting runs now'],
    ['/remote', 'No meeting runs now'],
  ])('shows at %s also the meeting that began after it had looked and before it listened', async (address, before) => {
    const page = await room.pageOf(week.world.lead);
    const goOn = await holdBack(page, 'MeetingBegan');
    await page.goto(address);
    await page.getByText(before).waitFor();
    const { id } = await meetings.start(week.world.it.agent);
    goOn();
    await page.getByRole('navigation', { name: 'Agenda' }).waitFor();
    await meetings.end(week.world.it.agent, id);
  });

  it('shows on the wall also what changed after it had read and before it listened', async () => {
    const wall = await room.pageOf(week.world.lead);
    const goOn = await holdBack(wall, 'PresentBoardChanged');
    await wall.goto('/kiosk?pace=90');
    await wall.getByRole('navigation', { name: 'Views' }).waitFor();
    await raise(week.world.it.agent, { title: 'The bell of the gate is silent', directCostPerWeek: 70_000 });
    goOn();
    await wall.getByText('The bell of the gate is silent').first().waitFor();
  });

  it('tells on the wall of the latest win, behind however many cards are fixed', async () => {
    const { it, sponsor } = week.world;
    const fixed: string[] = [];
    for (let at = 0; at < 32; at += 1) {
      const { id } = await raise(it.agent, { title: `Long fixed (${at + 1})`, raiserId: sponsor.id });
      await move(it.agent, { id, toStageId: week.world.stage('FIXED') });
      fixed.push(id);
    }
    const wall = await room.pageOf(week.world.lead);
    await wall.goto('/kiosk?pace=90');
    await wall.getByRole('button', { name: 'Wins', exact: true }).click();
    await wall.getByText('No more frozen tills').waitFor();
    await it.agent.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
      input: { headline: 'The gate rings again', painPointIds: fixed.slice(-1) },
    });
    await wall.getByText('The gate rings again').waitFor();
    await wall.goto(`/kiosk?pace=90&unit=${week.world.units.finance}`);
    await wall.getByRole('button', { name: 'Wins', exact: true }).click();
    await wall.getByRole('heading', { name: /^No win .*was told yet$/ }).waitFor();
  });

  it('catches up as a remote that slept: the step, the end of its meeting, and the beginning of the next', async () => {
    const { agent } = week.world.it;
    const line = await CuttableLine.to(week.house.url);
    const phone = await room.pageOf(week.world.it, SCREENS.phone, line.url);
    const asleep = async (meanwhile: () => Promise<unknown>) => {
      line.cut();
      await meanwhile();
      line.mend();
    };
    // After a long cut the next try comes within ten seconds.
    const timeout = 40_000;
    const first = await meetings.start(agent);
    await phone.goto('/remote');
    await phone.getByRole('heading', { name: 'Since last week' }).waitFor();
    const there = { meetingId: first.id, step: 'WALK', painPointId: week.blocked.id };
    await asleep(() => meetings.present(agent, there));
    await phone.getByRole('heading', { name: 'Walk the board' }).waitFor({ timeout });
    await phone.getByText(`${week.blocked.key} Route changes reach the driver too late`).waitFor();
    await asleep(() => meetings.end(agent, first.id));
    await phone.getByText('No meeting runs now').waitFor({ timeout });
    await asleep(() => meetings.start(agent));
    await phone.getByRole('button', { name: /^On/ }).waitFor({ timeout });
    await line.close();
  });

  it('comes in by its link as soon as the server is over a fault of its own', async () => {
    const { path } = await makeProjectorLink(week.world);
    const wall = await room.pageOf(null);
    let faults = 0;
    await wall.route('**/graphql', (route) => {
      if (faults > 0 || !(route.request().postData() ?? '').includes('EnterByProjectorLink')) return route.fallback();
      faults += 1;
      const message = 'Something went wrong.';
      return route.fulfill({
        status: 500,
        json: { errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
      });
    });
    await wall.goto(path);
    await wall.getByRole('heading', { name: 'This screen could not come in' }).waitFor();
    await wall.getByRole('navigation', { name: 'Agenda' }).waitFor();
  });
});

/** Holds back what this page asks to hear under a name, as a slow line does; gives back how to let it through. */
async function holdBack(page: Page, name: string): Promise<() => void> {
  const { promise: slow, resolve: goOn } = Promise.withResolvers<void>();
  await page.routeWebSocket(/graphql/, (line) => {
    const server = line.connectToServer();
    line.onMessage((message) => {
      const waits = String(message).includes(name) ? slow : Promise.resolve();
      void waits.then(() => server.send(message));
    });
  });
  return goOn;
}
