import type { Page, Route } from 'playwright-core';
import { sees } from '../support/browser.js';
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

describe('the screens of one meeting on slow lines', () => {
  let room: MeetingRoom;
  let week: WeekOfMeetings;

  beforeAll(async () => {
    room = await MeetingRoom.open();
    week = room.week;
  });
  afterEach(() => room.everybodyLeaves());
  afterAll(() => room.close());

  it('do not go back to where the presenter was when what was read before comes late', async () => {
    const [ivo, vera] = [await room.enter(week.world.it), await room.enter(week.world.viewer)];
    await ivo.press('i', '2');
    await vera.isWith(ivo);
    const line = await SlowLine.holdAnswers(vera.page, 'Meeting');
    await rename('The first name that is read late');
    await sees(async () => Promise.resolve(line.waiting > 0), true);
    await ivo.press('6');
    await vera.isWith(ivo);
    const answered = vera.page.waitForResponse((response) => response.url().endsWith('/graphql'));
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
      while (going) await raise(week.world.sponsor.agent, { title: 'It never stops' });
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
