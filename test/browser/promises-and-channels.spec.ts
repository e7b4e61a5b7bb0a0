import { dayIn, instantAfter, instantOf, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { MarkBounces } from '@stanch/notifications';
import { KeepCommitments } from '@stanch/sponsorship';
import { accessibilityFaults } from '../support/axe.js';
import { TestBrowser } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { acts } from '../mail/hearing.js';

/** The whole app with a clock of its own, ten days behind the browser's until a promise is made. */
describe('what a lead looks after', () => {
  const now = instantOf(Date.now());
  const before = (days: number) => instantAfter(now, -days * MILLISECONDS_PER_DAY);
  const day = (days: number) => dayIn(before(days), 'Europe/Berlin');
  let house: House;
  let world: World;
  let browser: TestBrowser;

  beforeAll(async () => {
    house = await House.open({ at: before(10) });
    world = await startWorld(house.url);
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await world.leave();
    await house.close();
  });

  const shown = (date: string) =>
    new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(date));

  it('is told of a missed promise by the date that was promised first, and where it was moved to', async () => {
    const { id, key } = await raise(world.sponsor.agent, { title: 'The gate sticks' });
    await acts.promise(world.it.agent, id, day(8));
    house.clock.set(before(6));
    await house.get(KeepCommitments).breakPast();
    await acts.promise(world.it.agent, id, day(-20), 'The hinge is late.');
    house.clock.set(now);
    const page = await browser.pageOf(house.url, world.lead);
    await page.goto('/commitments');
    const missed = page
      .getByRole('region', { name: /^Missed since/ })
      .getByRole('listitem')
      .filter({ hasText: key });
    await missed.getByText('▲ missed').waitFor();
    expect(await missed.getByText(shown(day(8)), { exact: true }).count()).toBe(1);
    await missed.getByText(`moved to ${shown(day(-20))}`).waitFor();
    await missed.getByText('“The hinge is late.”').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto('/board');
    await page.getByText(`promised ${shown(day(-20))}, first ${shown(day(8))}`).waitFor();
    await page.context().close();
  });

  it('is whose mails come back, with what the mail server said, until they are tried again', async () => {
    const { id: personId, email: address, name } = world.otherSponsor;
    await house.get(MarkBounces).run({ personId, address }, '550 No such mailbox');
    const page = await browser.pageOf(house.url, world.lead);
    await page.goto('/people');
    await page.getByText(/mails come back since .*, none is sent: 550 No such mailbox/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: `Try the address of ${name} again` }).click();
    await page.getByText(`${name} gets mails again.`).waitFor();
    expect(await page.getByText(/mails come back since/).count()).toBe(0);
    await page.context().close();
  });

  it('is a channel of a team, of which stands here how its messages are signed', async () => {
    const page = await browser.pageOf(house.url, world.lead);
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    await page.getByLabel('Name of the channel').fill('IT team');
    await page.getByLabel('Address of its incoming webhook').fill('http://127.0.0.1:9/');
    await page.getByLabel('A sponsor says: still bleeding').check();
    await page.getByRole('button', { name: 'Add it' }).click();
    await page.getByRole('button', { name: 'I have it' }).click();
    await page.reload();
    await page.getByText('How a message is signed').click();
    await page.getByText('X-Stanch-Signature: t=SECONDS,v1=HEX').waitFor();
    await page.getByRole('button', { name: 'Send a test to IT team' }).click();
    await page.getByText(/The test did not arrive: 127\.0\.0\.1 is an address within a private network/).waitFor();
    await page.context().close();
  });
});
