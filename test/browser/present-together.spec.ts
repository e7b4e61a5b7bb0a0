import type { Page, Route } from 'playwright-core';
import { SCREENS, sees } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { MeetingRoom, type WeekOfMeetings } from './present-world.js';

/** What goes to the server from a page and back can be held here, and let go. */
class SlowLine {
  private held: (() => void)[] = [];
  private holding = true;

  /** Holds what is answered to this operation, from now on; its answers are those of the time when it was asked. */
  static async holdAnswers(page: Page, operation: string): Promise<SlowLine> {
    const line = new SlowLine();
    await line.route(page, operation, async (route) => {
      const response = await route.fetch();
      await line.turn();
      return route.fulfill({ response });
    });
    return line;
  }

  /** Holds this operation before it reaches the server. */
  static async holdRequests(page: Page, operation: string): Promise<SlowLine> {
    const line = new SlowLine();
    await line.route(page, operation, async (route) => {
      await line.turn();
      return route.continue();
    });
    return line;
  }

  /** How many wait. */
  get waiting(): number {
    return this.held.length;
  }

  /** Lets the first one go that waits. */
  next(): void {
    this.held.shift()?.();
  }

  /** Lets all go, and what comes later too. */
  open(): void {
    this.holding = false;
    for (const go of this.held.splice(0)) go();
  }

  private turn(): Promise<void> {
    return this.holding ? new Promise((go) => this.held.push(go)) : Promise.resolve();
  }

  private async route(page: Page, operation: string, handle: (route: Route) => Promise<void>): Promise<void> {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes(`"operationName":"${operation}"`) ? handle(route) : route.fallback(),
    );
  }
}

describe('the screens of one meeting', () => {
  let room: MeetingRoom;
  let week: WeekOfMeetings;

  beforeAll(async () => {
    room = await MeetingRoom.open();
    week = room.week;
  });
  afterEach(() => room.everybodyLeaves());
  afterAll(() => room.close());

  it('are led by the last one that took the lead, and the other one follows', async () => {
    const [ivo, lea] = [await room.enter(week.world.it), await room.enter(week.world.lead)];
    await ivo.press('i', '2');
    await lea.isWith(ivo);
    await lea.press('i', '5');
    await ivo.isWith(lea);
    await ivo.page.getByText('Lea Lead presents').waitFor();
  });

  it('have as much room for a page each: that of who leads, of who could, and of who follows or looks around', async () => {
    const ivo = await room.enter(week.world.it);
    await ivo.press('i', '1');
    const [tablet, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.page.getByText('you present').waitFor();
    await tablet.page.getByRole('button', { name: 'I present here' }).waitFor();
    await vera.page.getByText('Ivo Itman presents').waitFor();
    const heights = () =>
      Promise.all(
        [ivo, tablet, vera].map(({ page }) =>
          page.evaluate<number>(`document.querySelector('[data-window]').getBoundingClientRect().height`),
        ),
      );
    const [high = 0] = await heights();
    await sees(heights, [high, high, high]);
    await vera.press('2', '1');
    await vera.page.getByRole('button', { name: 'G back to Ivo Itman' }).waitFor();
    expect(await heights()).toEqual([high, high, high]);
  });

  it('are led by one, also where a person has two; the other one follows and takes over by the same key', async () => {
    const [wall, tablet] = [await room.enter(week.world.it), await room.enter(week.world.it, SCREENS.laptop)];
    await wall.press('i', '2');
    await tablet.isWith(wall);
    await tablet.page.getByRole('button', { name: 'I present here' }).waitFor();
    await tablet.press('i', '5');
    await wall.isWith(tablet);
    await wall.page.getByRole('button', { name: 'I present here' }).waitFor();
    await tablet.page.getByText('you present').waitFor();
    // What a remote asks for is done once, not by each of the two screens.
    await week.world.it.agent.ask('mutation ($id: ID!) { steerMeeting(meetingId: $id, command: STEP, step: WINS) }', {
      id: week.meetingId,
    });
    await sees(async () => (await tablet.place()).slice(0, 6), '2 Wins');
    await wall.isWith(tablet);
    // A program that names no screen does not take the meeting out of its hand.
    const { errors } = await week.world.lead.agent.answer(
      'mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }',
      { input: { meetingId: week.meetingId, step: 'DECISIONS' } },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'screen' });
    // It goes on leading after a reload; a tab that was made from it is another screen.
    await tablet.page.reload();
    await tablet.page.getByText('you present').waitFor();
    const [copy] = await Promise.all([
      tablet.page.waitForEvent('popup'),
      tablet.page.evaluate(`void window.open(location.href, '_blank')`),
    ]);
    await copy.getByRole('button', { name: 'I present here' }).waitFor();
    await tablet.page.getByText('you present').waitFor();
  });

  it('do not go back on a slow line to where the presenter was when what was read before comes late', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.press('i', '2');
    await vera.isWith(ivo);
    const line = await SlowLine.holdAnswers(vera.page, 'Meeting');
    await rename('The first name that is read late');
    await sees(async () => Promise.resolve(line.waiting > 0), true);
    await ivo.press('6');
    await vera.isWith(ivo);
    const answered = vera.page.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('"operationName":"Meeting"'),
    );
    line.next();
    await answered;
    await vera.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    expect(await vera.place()).toBe(await ivo.place());
    line.open();
  });

  it('show what has become of it also while changes come without a pause', async () => {
    const vera = await room.enter(week.world.viewer);
    await vera.press('4');
    const before = await vera.title();
    let going = true;
    const changes = Array.from({ length: 4 }, async () => {
      for (let at = 0; going && at < 100; at += 1) await raise(week.world.sponsor.agent, { title: 'It never stops' });
    });
    try {
      await sees(async () => /cards need talk$/.test(await vera.title()) && (await vera.title()) !== before, true);
    } finally {
      going = false;
      await Promise.all(changes);
    }
  });

  it('have one that leads after two took the lead at the same time', async () => {
    const [ivo, lea] = [await room.enter(week.world.it), await room.enter(week.world.lead)];
    const line = await SlowLine.holdRequests(ivo.page, 'PresentStep');
    await ivo.press('i', '3');
    await sees(async () => Promise.resolve(line.waiting), 1);
    await lea.press('i', '2');
    await ivo.page.getByText(/you present|Lea Lead/).waitFor();
    line.open();
    await lea.page.getByText('Ivo Itman presents').waitFor();
    await ivo.page.getByText('you present').waitFor();
    await ivo.press('5');
    await lea.isWith(ivo);
  });

  it('are told again by themselves where the server could not keep up for a while', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.press('i', '2');
    await vera.isWith(ivo);
    let refused = 0;
    await ivo.page.route('**/graphql', (route) => {
      if (refused === 3 || !route.request().postData()?.includes('"operationName":"PresentStep"'))
        return route.fallback();
      refused += 1;
      const error = { message: 'Something went wrong.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
      return route.fulfill({ json: { data: null, errors: [error] } });
    });
    await ivo.press('6');
    await vera.isWith(ivo);
    expect([refused, await vera.place()]).toEqual([3, expect.stringMatching(/^6 /)]);
  });

  const rename = async (title: string) => {
    const { agent } = week.world.it;
    const { painPoint } = await agent.ask<{ painPoint: { version: number } }>(
      'query ($id: ID!) { painPoint(id: $id) { version } }',
      { id: week.blocked.id },
    );
    await agent.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { id: week.blocked.id, expectedVersion: painPoint.version, title },
    });
  };
});
