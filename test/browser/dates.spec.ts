import { KeepCommitments } from '@stanch/sponsorship';
import { sees, TestBrowser } from '../support/browser.js';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { House } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';
import { BoardOnScreen } from './board-on-screen.js';
import { PanelOnScreen } from './panel-on-screen.js';
import { MeetingOnScreen } from './present-world.js';

const WEDNESDAY = '2026-11-18T09:00:00.000Z';
/** Ten seconds before midnight in Berlin. */
const THURSDAY_NIGHT = '2026-11-19T22:59:50.000Z';

describe('a promised date on the board', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;
  let past: RaisedPainPoint;
  let near: RaisedPainPoint;
  let later: RaisedPainPoint;
  let late: RaisedPainPoint;

  beforeAll(async () => {
    house = await House.open({ at: WEDNESDAY });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
    const promised = async (title: string, dueOn: string) => {
      const card = await raise(world.sponsor.agent, { title });
      await acts.promise(world.it.agent, card.id, dueOn);
      return card;
    };
    past = await promised('Promised for Thursday', '2026-11-19');
    near = await promised('Promised for Tuesday', '2026-11-24');
    later = await promised('Promised for Wednesday', '2026-11-25');
    late = await promised('Came too late', '2026-11-18');
    house.clock.set('2026-11-19T09:00:00.000Z');
    await house.get(KeepCommitments).breakPast();
    await move(world.it.agent, { id: late.id, toStageId: world.stage('CHECKING') });
    house.clock.set(THURSDAY_NIGHT);
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  it('is near two working days ahead and overdue the day after, by shape and word, and turns without a reload', async () => {
    const page = await browser.pageOf(house.url, world.it, { reducedMotion: 'reduce' });
    await page.clock.install({ time: THURSDAY_NIGHT });
    const board = new BoardOnScreen(page);
    await board.open();
    const says = (card: RaisedPainPoint, words: string) =>
      sees(() => board.card(card.id).getByText(words, { exact: true }).count(), 1);
    await says(past, '△ promised today');
    await says(near, 'promised 24 Nov');
    await says(later, 'promised 25 Nov');
    await says(late, '▲ came later than 18 Nov');
    // Friday: over the weekend, Tuesday is two working days ahead.
    await page.clock.runFor(30_000);
    await says(past, '▲ overdue since 19 Nov');
    await says(near, '△ promised in 4 days');
    await says(later, 'promised 25 Nov');

    house.clock.set('2026-11-20T08:00:00.000Z');
    await page.getByRole('button', { name: 'Due' }).click();
    await sees(() => board.order(world.stage('BLEEDING')), [past.id, near.id]);
    expect(page.url()).toContain('due=1');
    await sees(() => board.order(world.stage('CHECKING')), []);
    await page.context().close();
  });

  it('that was promised by mistake is taken back a moment later', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'Promised in a hurry' });
    const panel = new PanelOnScreen(await browser.pageOf(house.url, world.it));
    await panel.open(key);
    await panel.button('Promise a date').click();
    await panel.field('Fixed by').fill('2031-11-25');
    await panel.button('Promise it').click();
    const promised = () => house.rows('select 1 from commitment where pain_point_id = ?', id).length;
    await sees(async () => promised(), 1);
    await panel.page.getByRole('button', { name: 'Take back' }).click();
    await panel.button('Promise a date').waitFor();
    await sees(async () => promised(), 0);
    await panel.page.context().close();
  });
});

describe('far from Greenwich', () => {
  let house: House;
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    house = await House.open({ at: WEDNESDAY });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  it.each([
    ['Pacific/Auckland', THURSDAY_NIGHT, '20 Nov'],
    ['America/Los_Angeles', '2026-11-21T03:00:00.000Z', '20 Nov'],
  ])('what was done in %s has the day that it had there, wherever one looks from', async (timeZone, at, said) => {
    await world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { timeZone },
    });
    house.clock.set(at);
    const it = world.it.agent;
    const { key, id } = await raise(it, { title: `Raised in ${timeZone}`, directCostPerWeek: 100 });
    const { id: before } = await meetings.start(it);
    await meetings.end(it, before);

    const page = await browser.pageOf(house.url, world.it);
    const board = new BoardOnScreen(page);
    await board.open();
    await board.card(id).getByTitle(`In Bleeding since ${said}`).waitFor();
    const panel = new PanelOnScreen(page);
    await panel.open(key);
    await panel.part('In the sponsor’s words').getByText(said).waitFor();
    await panel.sheet.getByText('How this adds up').click();
    await panel.sheet.getByText(`weeks, since ${said}`).waitFor();
    await page.goto('/present');
    await page.getByRole('link', { name: `The last one, of ${said}` }).waitFor();
    const meeting = new MeetingOnScreen(page);
    await meeting.open(before);
    await meeting.press('6', 'End');
    await page.getByText(`ended on ${said}`).waitFor();

    const { id: now } = await meetings.start(it);
    await meeting.open(now);
    await page.getByText(`since the meeting of ${said}`).waitFor();
    await meetings.end(it, now);
    await page.context().close();
  });

  it.each([
    ['Pacific/Auckland', '2026-11-22T22:59:00.000Z', '2026-11-23', '23 Nov 2026, 11:59'],
    ['America/Los_Angeles', '2026-11-25T03:00:00.000Z', '2026-11-24', '24 Nov 2026, 19:00'],
  ])('what is due in %s is due by the day there, and a meeting has the time of its minutes', async (...row) => {
    const [timeZone, at, today, moment] = row;
    const { agent } = world.it;
    await world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { timeZone },
    });
    house.clock.set(at);
    const { id } = await raise(agent, { title: `Due in ${timeZone}` });
    await acts.promise(agent, id, today);
    const { id: meetingId } = await meetings.start(agent);

    const page = await browser.pageOf(house.url, world.it, { reducedMotion: 'reduce' });
    await page.clock.install({ time: at });
    const board = new BoardOnScreen(page);
    await board.open();
    await board.card(id).getByText('△ promised today').waitFor();
    const [day = '', time = ''] = moment.split(' 2026, ');
    const meeting = new MeetingOnScreen(page);
    await meeting.open(meetingId);
    await page.getByText(`as of ${time}`).waitFor();
    await meetings.end(agent, meetingId);
    await page.getByText(`as of ${day}, ${time}`).waitFor();
    await page.goto('/meetings');
    await page.getByRole('link', { name: moment }).click();
    await page.getByText(`, ${time} to ${time}, led by`).waitFor();
    await page.context().close();
  });
});
