import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { KeepCommitments } from '@stanch/sponsorship';
import type { Page } from 'playwright-core';
import { acts } from '../mail/hearing.js';
import { SCREENS, sees, TestBrowser } from '../support/browser.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { type Member, startWorld, type World } from '../support/world.js';

const LONG_WORD = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenverwaltungsrat';
const LONG_TITLE = `${LONG_WORD} stops everything again and nobody knows why that is so every single week, although all of us have said it often and the list only grows`;
const LONG_STORY = 'The lift stops between the floors, and the goods for the kitchen stand in it until noon. '
  .repeat(12)
  .trim();

/** A board on which a meeting was held a week ago, with one week of everything that a meeting can tell. */
export interface WeekOfMeetings {
  house: House;
  world: World;
  meetingId: string;
  /** A card that was promised, done as promised, and told as a win. */
  kept: { id: string };
  /** A card that is blocked, in Treating. */
  blocked: { id: string; key: string };
  close(): Promise<void>;
}

/** Plays a week between two meetings; the second one has begun. */
export async function playWeek(): Promise<WeekOfMeetings> {
  const house = await House.open({ at: MORNING });
  const world = await startWorld(house.url);
  const it = world.it.agent;
  const days = (count: number) => house.clock.advance(count * MILLISECONDS_PER_DAY);
  const card = async (title: string, wishes = {}) => {
    const raised = await raise(it, {
      title,
      description: 'It happens every morning, and my people have stopped to say so.',
      raiserId: world.sponsor.id,
      businessUnitId: world.units.sales,
      peopleAffected: 12,
      hoursLostPerPersonPerWeek: 1,
      effortDays: 2,
      ...wishes,
    });
    await acts.own(it, raised.id, world.it.id);
    return raised;
  };
  const kept = await card('The tills freeze at ten past seven');
  await acts.promise(it, kept.id, '2026-11-20');
  const broken = await card('Nobody sees what the money buys', { stageId: world.stage('PLANNED') });
  await acts.promise(it, broken.id, '2026-11-20');
  const moved = await card(LONG_TITLE, { description: LONG_STORY, stageId: world.stage('TREATING') });
  await acts.promise(it, moved.id, '2026-11-23');
  const blocked = await card('Route changes reach the driver too late', { stageId: world.stage('TREATING') });
  const first = await meetings.start(it);
  await meetings.end(it, first.id);

  days(1);
  await acts.promise(it, moved.id, '2026-12-04', `The supplier of ${LONG_WORD} delivers later.`);
  await it.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
    input: { id: blocked.id, expectedVersion: 2, blocked: true, blockedReason: 'The phone company has not called.' },
  });
  await move(it, { id: kept.id, toStageId: world.stage('CHECKING') });
  await acts.answer(world.sponsor.agent, kept.id, true, 'It simply works.');
  await it.ask('mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }', {
    input: {
      headline: 'No more frozen tills, in winter and in summer',
      painPointIds: [kept.id],
      measure: 'Minutes of standstill each week in all of the shops',
      unit: 'min',
      before: 24,
      after: 0,
      savedPerWeek: 840,
      thanksIds: [world.it.id],
    },
  });
  await raise(world.otherSponsor.agent, { title: 'Invoices are typed twice', directCostPerWeek: 300, effortDays: 1 });
  days(5);
  await house.get(KeepCommitments).breakPast();
  const { id: meetingId } = await meetings.start(it);
  await meetings.decide(it, { meetingId, text: 'The contract of the phone company ends.', painPointId: blocked.id });
  await meetings.give(it, {
    meetingId,
    title: 'Call the phone company',
    painPointIds: [blocked.id],
    assigneeId: world.it.id,
  });
  return {
    house,
    world,
    meetingId,
    kept,
    blocked,
    async close() {
      await world.leave();
      await house.close();
    },
  };
}

/** Raises so many further pain points, five at a time. */
export async function raiseMany({ world }: WeekOfMeetings, many: number): Promise<void> {
  const worker = async (from: number) => {
    for (let at = from; at < many; at += 5) {
      const title = `One of many (${at + 1})`;
      await raise(world.it.agent, { title, raiserId: world.otherSponsor.id, directCostPerWeek: at, effortDays: 3 });
    }
  };
  await Promise.all([0, 1, 2, 3, 4].map(worker));
}

/** A link by which a screen comes in that nobody signs in on. */
export async function makeProjectorLink({ lead }: World): Promise<{ id: string; path: string }> {
  const { makeProjectorLink: made } = await lead.agent.ask<{
    makeProjectorLink: { url: string; link: { id: string } };
  }>('mutation { makeProjectorLink(name: "Room 2") { url link { id } } }');
  return { id: made.link.id, path: new URL(made.url).pathname };
}

/** The projected view as somebody sees it. */
export class MeetingOnScreen {
  constructor(readonly page: Page) {}

  async open(meetingId: string): Promise<void> {
    await this.page.goto(`/present/${meetingId}`);
    await this.page.locator('main h1').first().waitFor();
  }

  title(): Promise<string> {
    return this.page.locator('main h1').first().innerText();
  }

  /** Where one is: the step, which slide of it, and which page. */
  place(): Promise<string> {
    return this.page.evaluate<string>(
      `document.querySelector('[aria-current=step]').getAttribute('aria-label') + ', ' +
       document.querySelector('footer p span').textContent`,
    );
  }

  /** Waits until this screen and another one are at the same place; each may have to measure its pages first. */
  async isWith(other: MeetingOnScreen): Promise<void> {
    const apart = async () => {
      const [here, there] = [await this.place(), await other.place()];
      return here === there ? null : { here, there };
    };
    await sees(apart, null);
  }

  /** Which slide is shown; while walking the board, the id of its pain point. */
  shown(): Promise<string | null> {
    return this.page.evaluate<string | null>(`document.querySelector('[data-slide]').dataset.slide`);
  }

  /** Walks the board until this pain point is shown. */
  async walkTo(painPointId: string): Promise<void> {
    await this.press('4');
    for (let press = 0; press < 40 && (await this.shown()) !== painPointId; press += 1) await this.press('PageDown');
    expect(await this.shown()).toBe(painPointId);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
}

/** A week between two meetings, and those who look at the second one, each in a browser of their own. */
export class MeetingRoom {
  private readonly pages: Page[] = [];

  private constructor(
    readonly week: WeekOfMeetings,
    private readonly browser: TestBrowser,
  ) {}

  static async open(): Promise<MeetingRoom> {
    return new MeetingRoom(await playWeek(), await TestBrowser.open());
  }

  /** A page that is closed when everybody leaves. */
  async pageOf(
    member: Member | null,
    viewport: Viewport = SCREENS.projector,
    url = this.week.house.url,
  ): Promise<Page> {
    const page = await this.browser.pageOf(url, member, { viewport });
    this.pages.push(page);
    return page;
  }

  /** Lets somebody in to the meeting. */
  async enter(member: Member, viewport?: Viewport, url?: string): Promise<MeetingOnScreen> {
    const meeting = new MeetingOnScreen(await this.pageOf(member, viewport, url));
    await meeting.open(this.week.meetingId);
    return meeting;
  }

  /** How a card stands by now. */
  async card(id: string): Promise<SeenCard> {
    const { painPoint } = await this.week.world.it.agent.ask<{ painPoint: SeenCard }>(
      'query ($id: ID!) { painPoint(id: $id) { blocked owner { name } stage { category } } }',
      { id },
    );
    return painPoint;
  }

  async everybodyLeaves(): Promise<void> {
    for (const page of this.pages.splice(0)) await page.context().close();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.week.close();
  }
}

interface SeenCard {
  blocked: boolean;
  owner: { name: string } | null;
  stage: { category: string };
}

interface Viewport {
  width: number;
  height: number;
}
