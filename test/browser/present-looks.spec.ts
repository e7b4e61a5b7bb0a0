import { TestBrowser } from '../support/browser.js';
import { MeetingOnScreen, playWeek, type WeekOfMeetings } from './present-world.js';
import { faultsFromAfar, type RoomSize } from './seen-from-afar.js';

const ROOMS: RoomSize[] = [4, 6, 8];
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

describe.each([
  ['few', 0],
  ['500', 500],
])('the projected view with %s open cards', (_name, more) => {
  let week: WeekOfMeetings;
  let browser: TestBrowser;

  beforeAll(async () => {
    week = await playWeek(more);
    browser = await TestBrowser.open();
  });
  afterAll(async () => {
    await browser.close();
    await week.close();
  });

  /** What cannot be read on the first pages of each step, and on its last. */
  const faults = async (viewport: { width: number; height: number }, room: RoomSize) => {
    const page = await browser.pageOf(week.house.url, week.world.it, { viewport });
    const meeting = new MeetingOnScreen(page);
    await page.addInitScript(`localStorage.setItem('stanch-present', '${room} light')`);
    await meeting.open(week.meetingId);
    const found: Record<string, string[]> = {};
    const look = async () => {
      const faultsHere = await faultsFromAfar(page, room);
      if (faultsHere.length > 0) found[await meeting.place()] = faultsHere;
    };
    for (const step of ['1', '2', '3', '4', '5', '6']) {
      await meeting.press(step);
      for (let at = 0; at < 5; at += 1) {
        await look();
        await meeting.press('PageDown');
      }
      await meeting.press(step, 'End');
      await look();
    }
    await page.context().close();
    return found;
  };

  it.each(SIZES.flatMap((size) => ROOMS.map((room) => [size.width, size.height, room] as const)))(
    'is read from the last row at %i x %i, %i heights away',
    async (width, height, room) => {
      expect(await faults({ width, height }, room)).toEqual({});
    },
  );

  if (more === 0) {
    it('is the same picture at 3840 x 2160', async () => {
      expect(await faults({ width: 3840, height: 2160 }, 6)).toEqual({});
    });
  }
});
