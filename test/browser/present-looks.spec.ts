import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { acts } from '../mail/hearing.js';
import { MeetingOnScreen, playWeek, raiseMany, type WeekOfMeetings } from './present-world.js';
import { faultsFromAfar, type RoomSize } from './seen-from-afar.js';

const ROOMS: RoomSize[] = [4, 6, 8];

/**
 * Runs in the page: the heads of each table of which a row is shown. A head that is not shown itself, or of which the
 * cells below do not stand under it, is said to be missing.
 */
const TABLES_SHOWN = `(() => {
  const box = document.querySelector('[data-window]').getBoundingClientRect();
  const isShown = (cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
  };
  return [...document.querySelectorAll('main table')].filter((table) => [...table.tBodies[0].rows].some(isShown))
    .map((table) => [...table.tHead.rows[0].cells].map((head, at) => {
      const { left, right } = head.getBoundingClientRect();
      const under = [...table.tBodies[0].rows].filter(isShown).every(({ cells }) => {
        const cell = cells[at].getBoundingClientRect();
        return Math.abs(cell.left - left) < 1 && Math.abs(cell.right - right) < 1;
      });
      return isShown(head) && under ? head.innerText : 'missing: ' + head.innerText;
    }));
})()`;

describe('the projected view from the last row', () => {
  let week: WeekOfMeetings;
  let browser: TestBrowser;

  beforeAll(async () => {
    week = await playWeek();
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await week.close();
  });

  /** What cannot be read on the first pages of each step, and on its last; by the place where it stands. */
  const faults = async (width: number, height: number, room: RoomSize) => {
    const page = await browser.pageOf(week.house.url, week.world.it, { viewport: { width, height } });
    await page.addInitScript(`localStorage.setItem('stanch-present', '${room} light')`);
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    const found: Record<string, string[]> = {};
    const look = async () => {
      await sees(() => page.getByText(/^(Drawing|Reading the table) …$/).count(), 0);
      const here = await faultsFromAfar(page, room);
      if (await page.getByText(/could not be (drawn|read)/).count()) here.push('what should be shown is missing');
      if (here.length > 0) found[await meeting.place()] = here;
    };
    for (const step of ['1', '2', '3', '4', '5', '6']) {
      await meeting.press(step);
      for (let at = 0; at < 4; at += 1) {
        await look();
        await meeting.press('PageDown');
      }
      await meeting.press(step, 'End');
      await look();
    }
    // The plots and the tables behind them stand beside the way of each step.
    for (const key of ['v', 't', 'v', 't', 'v', 't', 'v', 't', 'v', 't', 'v', 't', 'v']) {
      await meeting.press(key);
      await look();
    }
    await page.context().close();
    return found;
  };

  it.each(ROOMS)('is read at 1280 x 720 from %i image heights, light and dark', async (room) => {
    expect(await faults(1280, 720, room)).toEqual({});
  });

  it.each(ROOMS)('is read at 1920 x 1080 from %i image heights, light and dark', async (room) => {
    expect(await faults(1920, 1080, room)).toEqual({});
  });

  it('is the same picture at 3840 x 2160', async () => {
    expect(await faults(3840, 2160, 6)).toEqual({});
  });

  it('stands in the middle of a screen of another shape', async () => {
    expect(await faults(1600, 1200, 6)).toEqual({});
  });

  it('tells a usual win on one page from 6 image heights: what hurt, what was done, whom to thank, what got better', async () => {
    const { agent } = week.world.it;
    await acts.finish(
      agent,
      await acts.task(agent, week.kept.id, 'The tills got memory of their own', undefined, 'SHARED'),
    );
    const page = await browser.pageOf(week.house.url, week.world.it, { viewport: SCREENS.projector });
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    await meeting.press('2');
    const sheet = await page.locator('[data-window]').boundingBox();
    const told = [
      'What hurt',
      'The tills got memory of their own',
      'Thank you',
      'before',
      'after',
      'a week given back',
    ];
    const isOnFirst = (words: string) => async () => {
      const box = await page.locator('[data-window]').getByText(words).first().boundingBox();
      return box !== null && sheet !== null && box.x >= sheet.x && box.x + box.width <= sheet.x + sheet.width + 1;
    };
    for (const words of told) await sees(isOnFirst(words), true);
    await page.context().close();
  });

  it('says above every page which card goes on there, in the deepest room as well', async () => {
    const page = await browser.pageOf(week.house.url, week.world.it, { viewport: SCREENS.projector });
    await page.addInitScript(`localStorage.setItem('stanch-present', '8 light')`);
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    await meeting.walkTo(week.blocked.id);
    await meeting.press('PageDown');
    expect(await meeting.place()).toMatch(/page 2 of/);
    expect(await meeting.shown()).toBe(week.blocked.id);
    const over = await page.getByText(`Treating, ${week.blocked.key}`).boundingBox();
    expect(over?.x).toBeGreaterThan(0);
    await page.context().close();
  });

  it('is black at a key, and light again at any', async () => {
    const page = await browser.pageOf(week.house.url, week.world.it, { viewport: SCREENS.projector });
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    for (const key of ['b', '.']) {
      await meeting.press(key);
      await page.getByRole('button', { name: 'Show the screen again' }).waitFor();
      await meeting.press('PageDown');
      expect(await meeting.place()).toMatch(/^1 Since last week/);
    }
    await page.context().close();
  });

  it('keeps the screen awake, also after it was hidden for a while', async () => {
    const page = await browser.pageOf(week.house.url, week.world.it);
    await page.addInitScript(`
      window.asked = 0;
      Object.defineProperty(navigator, 'wakeLock', { value: { request: async () => {
        window.asked += 1;
        window.lock = { released: false, release: async () => undefined };
        return window.lock;
      } } });`);
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    expect(await page.evaluate('asked')).toBe(1);
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    expect(await page.evaluate('asked')).toBe(1);
    await page.evaluate(`lock.released = true; document.dispatchEvent(new Event('visibilitychange'))`);
    expect(await page.evaluate('asked')).toBe(2);
    await page.context().close();
  });

  it.each(ROOMS)('is read with 500 open cards as well, from %i image heights', async (room) => {
    if (room === ROOMS[0]) await raiseMany(week, 500);
    expect(await faults(1920, 1080, room)).toEqual({});
  });

  it.each(ROOMS)(
    'has the tables behind the plots in columns with their heads on every page, from %i image heights',
    async (room) => {
      const page = await browser.pageOf(week.house.url, week.world.it, { viewport: SCREENS.projector });
      await page.addInitScript(`localStorage.setItem('stanch-present', '${room} light')`);
      const meeting = new MeetingOnScreen(page);
      await meeting.open(week.meetingId);
      const headsOf = async (step: string) => {
        await meeting.press(step, 'v', 't');
        await page.getByRole('table').first().waitFor();
        const found = new Set<string>();
        for (let at = 0; at < 6; at += 1) {
          for (const heads of await page.evaluate<string[][]>(TABLES_SHOWN)) for (const head of heads) found.add(head);
          await meeting.press('PageDown');
        }
        return [...found];
      };
      expect((await headsOf('4')).filter((head) => head.startsWith('missing'))).toEqual([]);
      expect((await headsOf('1')).filter((head) => head.startsWith('missing'))).toEqual([]);
      await meeting.press('1', 'v', 't');
      const days = await page.getByRole('table').first().getByRole('rowheader').allInnerTexts();
      expect([days[0], days.length > 1]).toEqual([expect.stringMatching(/^2[345] Nov/), true]);
      await page.context().close();
    },
  );

  it('opens what was estimated anew to its cards, each with how much more it is said to cost', async () => {
    const { agent } = week.world.it;
    const { painPoint } = await agent.ask<{ painPoint: { version: number } }>(
      'query ($id: ID!) { painPoint(id: $id) { version } }',
      week.blocked,
    );
    await agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { id: week.blocked.id, expectedVersion: painPoint.version, directCostPerWeek: 250 },
    });
    const page = await browser.pageOf(week.house.url, week.world.viewer, { viewport: SCREENS.projector });
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    await meeting.press('1');
    await page.getByRole('button', { name: /re-estimated/ }).click();
    await sees(() => meeting.title(), '1 re-estimated');
    await page.getByText('€250 more than was said before').waitFor();
    await page.context().close();
  });

  it('reads on as the room comes near to the last card that was read, for all who follow as well', async () => {
    const [lead, follower] = await Promise.all(
      [week.world.it, week.world.viewer].map(async (member) => {
        const meeting = new MeetingOnScreen(await browser.pageOf(week.house.url, member));
        await meeting.open(week.meetingId);
        return meeting;
      }),
    );
    if (!lead || !follower) throw new Error('Both must have opened it.');
    await lead.press('i', '4');
    expect(await lead.title()).toMatch(/^50\d cards need talk$/);
    const last = async () => {
      await lead.press('End');
      return lead.title();
    };
    await sees(last, 'One of many (1)');
    expect(await lead.place()).toMatch(/, (\d+) of \1/);
    await sees(() => follower.title(), 'One of many (1)');
    for (const { page } of [lead, follower]) await page.context().close();
  });
});
