import { accessibilityFaults } from '../support/axe.js';
import { SCREENS, sees } from '../support/browser.js';
import { CuttableLine } from '../support/cuttable-line.js';
import { meetings } from '../support/meetings.js';
import { MeetingOnScreen, MeetingRoom, type WeekOfMeetings } from './present-world.js';

const KINDS = ['SINCE_LAST', 'WINS', 'COMMITMENTS', 'WALK', 'QUICK_WINS', 'DECISIONS'];

describe('the meeting on a projector', () => {
  let room: MeetingRoom;
  let week: WeekOfMeetings;

  const arrange = (order: readonly string[], off: readonly string[] = []) =>
    week.world.lead.agent.ask('mutation ($input: UpdateAgendaInput!) { updateAgenda(input: $input) { boardId } }', {
      input: {
        boardId: week.world.boardId,
        steps: order.map((kind) => ({ kind, on: !off.includes(kind), minutes: 5 })),
      },
    });

  beforeAll(async () => {
    room = await MeetingRoom.open();
    week = room.week;
  });
  // What a test leaves behind when it fails is no other's fault.
  afterEach(async () => {
    await room.everybodyLeaves();
    await arrange(KINDS);
    await week.world.it.agent.answer('mutation ($input: NarrowMeetingInput!) { narrowMeeting(input: $input) { id } }', {
      input: { meetingId: week.meetingId, filter: null },
    });
  });
  afterAll(() => room.close());

  it('is walked from its first page to its last and back by the two keys of a clicker', async () => {
    const meeting = await room.enter(week.world.it);
    const way = [await meeting.place()];
    for (let press = 0; press < 80; press += 1) {
      await meeting.press('PageDown');
      const place = await meeting.place();
      if (place === way.at(-1)) break;
      way.push(place);
    }
    const steps = [...new Set(way.map((place) => place.replace(/,.*/, '')))];
    expect(steps).toEqual([
      '1 Since last week',
      '2 Wins',
      '3 Commitments',
      '4 Walk the board',
      '5 Next quick wins',
      '6 Decisions',
    ]);
    expect(new Set(way).size).toBe(way.length);
    const home = [way.at(-1)];
    while (home.length < way.length) {
      await meeting.press('PageUp');
      home.push(await meeting.place());
    }
    expect(home).toEqual(way.toReversed());
  });

  it('comes to its end by the arrow that points down alone, which also goes through what can be chosen', async () => {
    const meeting = await room.enter(week.world.it);
    const end = /^6 Decisions, 2 of 2/;
    for (let press = 0; press < 150 && !end.test(await meeting.place()); press += 1) await meeting.press('ArrowDown');
    expect(await meeting.place()).toMatch(end);
  });

  it('opens the cards behind a figure, by key and by hand, and closes them again', async () => {
    const meeting = await room.enter(week.world.viewer);
    await meeting.press('ArrowDown', 'Enter');
    expect(await meeting.title()).toBe('1 pain point raised');
    await meeting.page.getByText('Invoices are typed twice').waitFor();
    await meeting.press('Escape');
    await meeting.page.getByRole('button', { name: /1 promise kept/ }).click();
    expect(await meeting.title()).toBe('1 promise kept');
    await meeting.page.getByRole('button', { name: 'Close' }).click();
    expect(await meeting.place()).toMatch(/^1 Since last week/);
    expect(await meeting.title()).toMatch(/a week less bleeds$/);
  });

  it('opens a plot in every step by one key, its table and how it was computed by another, and comes back to where it was opened', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.press('i');
    const plot = async (title: string) => {
      await ivo.page.locator('main svg', { hasText: title }).waitFor();
      expect(await ivo.place()).not.toContain('page');
    };
    await ivo.press('v');
    await plot('Bleeding a week');
    await ivo.press('t');
    await ivo.page.getByText(/^An estimate: the bleed rates/).waitFor();
    await ivo.page.getByText('Together').first().waitFor();
    await sees(() => vera.title(), 'Bleeding a week');
    await ivo.press('t', 'v');
    await plot('Where the pain points stand');
    await ivo.press('v');
    await plot('Time from raised to confirmed');
    await ivo.press('v');
    await plot('Promises kept');
    await ivo.walkTo(week.blocked.id);
    await ivo.press('v');
    await plot('How long they have stood there');
    expect(await ivo.place()).toMatch(/^4 /);
    await ivo.press('Escape');
    expect(await ivo.shown()).toBe(week.blocked.id);
    await ivo.press('v', 'PageDown');
    expect(await ivo.shown()).toBe(week.blocked.id);
    await ivo.page.getByRole('button', { name: 'All keys' }).click();
    await ivo.page.getByRole('button', { name: /its table, how computed/ }).click();
    await sees(() => ivo.title(), 'How long they have stood there');
  });

  it('says when it will stop where the room chooses what comes next, or that nobody can say yet', async () => {
    const meeting = await room.enter(week.world.viewer);
    await meeting.press('5', 'End');
    await meeting.page.getByText('A forecast needs 8 weeks of history').waitFor();
    await meeting.press('v');
    await meeting.page.getByText('An open quick win bleeds much for little effort').waitFor();
  });

  it('remembers on this device how deep the room is and how light', async () => {
    const meeting = await room.enter(week.world.viewer);
    const looks = () => meeting.page.evaluate(`({ ...document.querySelector('[data-room]').dataset })`);
    expect(await looks()).toEqual({ room: '6', light: 'light' });
    await meeting.press('r', 'd');
    expect(await looks()).toEqual({ room: '8', light: 'dark' });
    await meeting.page.reload();
    await meeting.page.locator('main h1').first().waitFor();
    expect(await looks()).toEqual({ room: '8', light: 'dark' });
  });

  it('takes everybody along, lets each look around, and brings them back by one key', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer, SCREENS.laptop)];
    await ivo.press('i', '3');
    await sees(() => vera.title(), await ivo.title());
    await ivo.walkTo(week.blocked.id);
    await sees(() => vera.shown(), week.blocked.id);
    await vera.press('1');
    await ivo.press('6');
    await vera.page.getByRole('button', { name: 'G back to Ivo Itman' }).waitFor();
    expect(await vera.place()).toMatch(/^1 /);
    await vera.press('g');
    await sees(() => vera.title(), await ivo.title());
  });

  it('stays in its step when the agenda is changed at the desk, and goes to the nearest when that step is switched off', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.press('i');
    await ivo.walkTo(week.blocked.id);
    await sees(() => vera.shown(), week.blocked.id);
    await arrange(['WINS', 'WALK', 'SINCE_LAST', 'COMMITMENTS', 'QUICK_WINS', 'DECISIONS'], ['SINCE_LAST']);
    for (const meeting of [ivo, vera]) {
      await meeting.page.getByRole('button', { name: '2 Walk the board', exact: true }).waitFor();
      expect(await meeting.shown()).toBe(week.blocked.id);
    }
    await arrange(KINDS);
    await ivo.page.getByRole('button', { name: '4 Walk the board', exact: true }).waitFor();
    await arrange(KINDS, ['WALK']);
    for (const meeting of [ivo, vera]) {
      await meeting.page.getByRole('button', { name: /^4 Next quick wins/ }).waitFor();
      await sees(async () => (await meeting.place()).replace(/,.*/, ''), '4 Next quick wins');
    }
    await ivo.page.getByText('you present').waitFor();
  });

  it('shows the slice that the board was narrowed to, to all who follow, says so on every step, and takes it off by one key', async () => {
    const page = await room.pageOf(week.world.it, SCREENS.projector);
    const [ivo, vera] = [new MeetingOnScreen(page), await room.enter(week.world.viewer)];
    const finance = 'only Finance';
    await page.goto(`/board?unit=${week.world.units.finance}`);
    await page.getByRole('link', { name: 'Present' }).first().click();
    await page.getByText(`${finance} (on this screen)`).waitFor();
    await page.reload();
    await page.getByText(`${finance} (on this screen)`).waitFor();
    await ivo.press('i');
    await vera.page.getByText(finance).waitFor();
    await page.getByText('(on this screen)').waitFor({ state: 'hidden' });
    for (const step of ['1', '2', '3', '4', '5', '6']) {
      await ivo.press(step);
      await vera.isWith(ivo);
      expect(await vera.page.locator('header').first().innerText()).toContain(finance);
    }
    await ivo.press('2');
    expect(await ivo.title()).toBe('No win of this slice was told since the last meeting');
    await ivo.press('4');
    expect(await ivo.title()).toBe('1 card needs talk');
    await page.getByText('1 of 2').waitFor();
    await ivo.press('PageDown');
    expect(await ivo.title()).toBe('Invoices are typed twice');
    await ivo.press('s');
    await page.keyboard.type('ivo');
    await page.getByRole('option', { name: 'owned by Ivo Itman' }).waitFor();
    await ivo.press('Enter');
    await vera.page.getByText('only Finance, owned by Ivo Itman').waitFor();
    await vera.press('w');
    await vera.page.getByText('whole board (on this screen)').waitFor();
    await vera.press('g');
    await vera.page.getByText('only Finance, owned by Ivo Itman').waitFor();
    await page.reload();
    await page.getByText('you present').waitFor();
    await page.getByText('only Finance, owned by Ivo Itman').waitFor();
    await ivo.press('w');
    await page.getByText('whole board').waitFor();
    await vera.page.getByText('whole board').waitFor();
  });

  it('goes on being shown when the network is gone, says so small, and catches up', async () => {
    const line = await CuttableLine.to(week.house.url);
    const [ivo, vera] = [
      await room.enter(week.world.it),
      await room.enter(week.world.viewer, SCREENS.projector, line.url),
    ];
    await ivo.press('i', '4');
    await vera.isWith(ivo);
    const head = () => vera.page.evaluate<number>(`document.querySelector('header').offsetHeight`);
    await vera.press('3', '4');
    await vera.page.getByRole('button', { name: 'G back to Ivo Itman' }).waitFor();
    // Her pages are counted first.
    await vera.isWith(ivo);
    const [high, place] = [await head(), await vera.place()];
    line.cut();
    await vera.page.getByText('not connected').waitFor();
    // What the line cannot tell takes no room from what is shown.
    expect([await head(), await vera.place()]).toEqual([high, place]);
    await ivo.press('6');
    await meetings.decide(week.world.it.agent, { meetingId: week.meetingId, text: 'Nobody waits for the lift.' });
    expect(await vera.place()).toMatch(/^4 /);
    await vera.press('3');
    expect(await vera.title()).toBe('1 of 3 promises kept');
    await vera.press('g');
    line.mend();
    await vera.page.getByText('not connected').waitFor({ state: 'hidden' });
    await vera.isWith(ivo);
    await vera.page.getByText('Nobody waits for the lift.').waitFor();
    await line.close();
  });

  it.each([
    ['light', [['1'], ['6', 'End']]],
    ['dark', [['4', 'PageDown']]],
  ])('has nothing that axe knows to be wrong, %s', async (light, places) => {
    const meeting = await room.enter(week.world.it);
    if (light === 'dark') await meeting.press('d');
    for (const keys of places) {
      await meeting.press(...keys);
      expect(await accessibilityFaults(meeting.page)).toEqual([]);
    }
    await meeting.press('4', 'PageDown', 'o');
    await meeting.page.getByRole('dialog').waitFor();
    expect(await accessibilityFaults(meeting.page)).toEqual([]);
  });

  it('is read on a phone by scrolling, with the acts in reach', async () => {
    const meeting = await room.enter(week.world.it, SCREENS.phone);
    for (const step of ['1', '2', '3', '4', '5', '6']) {
      await meeting.page.getByRole('button', { name: new RegExp(`^${step} `) }).click();
      expect(await meeting.page.evaluate(`document.querySelector('[data-room]').scrollWidth - innerWidth`)).toBe(0);
      await meeting.page.getByRole('button', { name: 'On', exact: true }).click();
    }
    expect(await meeting.place()).toMatch(/^6 Decisions, 2 of 2/);
    await meeting.walkTo(week.blocked.id);
    await meeting.page.getByRole('button', { name: /owner/ }).click();
    await meeting.page.getByRole('option', { name: 'Lea Lead' }).click();
    await sees(async () => (await room.card(week.blocked.id)).owner?.name, 'Lea Lead');
  });

  it.each(['light', 'dark'])('shows its plots on a phone upright, in letters that can be read, %s', async (light) => {
    const page = await room.pageOf(week.world.viewer, SCREENS.phone);
    await page.addInitScript(`localStorage.setItem('stanch-present', '8 ${light}')`);
    const meeting = new MeetingOnScreen(page);
    await meeting.open(week.meetingId);
    const seen = async () => {
      await page.locator('[data-window] svg[font-size]').waitFor();
      return page.evaluate<{ width: number; height: number; letters: number; sideways: boolean }>(`(() => {
        const svg = document.querySelector('[data-window] svg[font-size]');
        const { width, height } = svg.getBoundingClientRect();
        const letters = [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize));
        const sideways = document.documentElement.scrollWidth > innerWidth;
        return { width, height, letters: (Math.min(...letters) * width) / svg.viewBox.baseVal.width, sideways };
      })()`);
    };
    for (const [step, upright] of [
      ['1', true],
      ['3', true],
      ['4', true],
      ['2', false],
    ] as const) {
      await meeting.press(step);
      // The plot of a win stands on the way itself; two bars need no height.
      if (upright) await meeting.press('v');
      const { width, height, letters, sideways } = await seen();
      expect(letters).toBeGreaterThanOrEqual(12);
      expect(sideways).toBe(false);
      expect(width).toBeGreaterThan(300);
      expect(height > width).toBe(upright);
    }
  });

  it('begins at its door, is ended with who was there, and opens once more as it was', async () => {
    const page = await room.pageOf(week.world.lead, SCREENS.laptop);
    await page.goto('/board');
    await page.getByRole('link', { name: 'Present' }).first().click();
    const meeting = new MeetingOnScreen(page);
    await page.waitForURL(`**/present/${week.meetingId}`);
    await page.locator('main h1').first().waitFor();
    await meeting.press('6', 'End');
    await page.getByRole('button', { name: /Sara Sponsor/ }).click();
    await sees(() => meeting.title(), '1 person is here');
    const away = page.getByRole('button', { name: /Otto Sponsor/ });
    await away.click();
    await sees(() => meeting.title(), '2 people are here');
    await away.click();
    await page.getByRole('button', { name: /Otto Sponsor.*could not come/ }).waitFor();
    const third = page.getByRole('button', { name: /Vera Viewer/ });
    for (let times = 0; times < 3; times += 1) await third.click();
    await sees(() => meeting.title(), '1 person is here');
    await page.getByRole('button', { name: 'End the meeting' }).click();
    await page.getByRole('dialog').getByText('mails the minutes to 2').waitFor();
    await meeting.press('1');
    await sees(() => meeting.title(), '1 person was here');
    await page.goto('/present');
    await page.getByRole('heading', { name: 'No meeting runs now' }).waitFor();
    await page.getByRole('link', { name: /^The last one/ }).click();
    await page.locator('main h1').first().waitFor();
    await page.getByText('ended').waitFor();
    // Of the day and time at which it ended, not of now, and the head stays one line.
    await page.getByText(/^as of (\d+ \w+|\w+ \d+)(,? \d{4})?, \d/).waitFor();
    const [left, right] = await page.locator('header p').all();
    expect((await left?.boundingBox())?.y).toBeCloseTo((await right?.boundingBox())?.y ?? -1, 0);
    const early = await room.pageOf(week.world.viewer, SCREENS.laptop);
    await early.goto('/present');
    await early.getByRole('heading', { name: 'No meeting runs now' }).waitFor();
    await page.goto('/present');
    await page.locator('button:focus', { hasText: 'Start the meeting' }).waitFor();
    await meeting.press('?');
    await page.getByRole('button', { name: /start the meeting/ }).waitFor();
    await meeting.press('Escape');
    await page.getByRole('heading', { name: 'No meeting runs now' }).waitFor();
    await meeting.press('PageDown');
    await page.getByText('you present').waitFor();
    expect(await meeting.title()).toMatch(/^It bleeds as before/);
    await early.getByText('Lea Lead presents').waitFor();
  });
});
