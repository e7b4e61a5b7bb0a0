import { acts } from '../mail/hearing.js';
import { sees } from '../support/browser.js';
import { raise } from '../support/builders.js';
import { meetings } from '../support/meetings.js';
import { MeetingRoom, type WeekOfMeetings } from './present-world.js';
import { faultsFromAfar } from './seen-from-afar.js';

describe('what is done in the meeting without leaving it', () => {
  let room: MeetingRoom;
  let week: WeekOfMeetings;

  beforeAll(async () => {
    room = await MeetingRoom.open();
    week = room.week;
  });
  afterEach(() => room.everybodyLeaves());
  afterAll(() => room.close());

  it('moves the card, gives it an owner, unblocks it and takes back, each by two or three keys', async () => {
    const { id } = week.blocked;
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('x', '1');
    await sees(async () => (await room.card(id)).blocked, false);
    await meeting.page.getByText(/goes on\. U takes it back/).waitFor();
    await meeting.press('u');
    await sees(async () => (await room.card(id)).blocked, true);
    await meeting.press('o');
    await meeting.page.keyboard.type('lea');
    await meeting.press('Enter');
    await meeting.page.getByText('Lea Lead has it').waitFor();
    await sees(async () => (await room.card(id)).owner?.name, 'Lea Lead');
    await meeting.press('m');
    await meeting.page.getByText('tells 1 sponsor').waitFor();
    await meeting.press('4');
    await sees(async () => (await room.card(id)).stage.category, 'CHECKING');
    expect(await meeting.shown()).toBe(id);
    await meeting.press('u');
    await sees(async () => (await room.card(id)).stage.category, 'TREATING');
    await meeting.page.getByText(/^Taken back/).waitFor();
    await meeting.press('p');
    // What was said a moment ago lies over no question.
    await meeting.page.getByRole('dialog').getByRole('textbox').click({ trial: true, timeout: 5_000 });
  });

  it('moves to the next stage by Enter, and tells so in a line of its own that covers nothing', async () => {
    const { id } = week.blocked;
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('m', 'Enter');
    const told = /is in Checking with sponsor and tells 1 sponsor/;
    await meeting.page.getByText(told).waitFor();
    expect((await room.card(id)).stage.category).toBe('CHECKING');
    await meeting.press('p');
    await meeting.page.getByRole('dialog').getByText(told).waitFor();
    await meeting.press('Escape');
    for (const keys of [['1'], ['3'], ['4'], ['r', '1'], ['r', '1'], ['r']]) {
      await meeting.press(...keys);
      await meeting.page.getByText(told).waitFor();
      const { room: deep } = await meeting.page.evaluate<{ room: '4' | '6' | '8' }>(
        `({ ...document.querySelector('[data-room]').dataset })`,
      );
      expect([keys, await faultsFromAfar(meeting.page, Number(deep) as 4 | 6 | 8)]).toEqual([keys, []]);
    }
    await meeting.press('u');
    await sees(async () => (await room.card(id)).stage.category, 'TREATING');
  });

  it('takes back a date that was promised by mistake, as if it had never been said', async () => {
    const { id } = week.blocked;
    const promised = async () => {
      const { painPoint } = await week.world.it.agent.ask<{ painPoint: { commitments: unknown[] } }>(
        'query ($id: ID!) { painPoint(id: $id) { commitments { dueOn } } }',
        { id },
      );
      return painPoint.commitments.length;
    };
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('p');
    await meeting.page.keyboard.type('+3w');
    await meeting.press('Enter');
    await meeting.page.getByText(/is promised for .* U takes it back\.$/).waitFor();
    expect(await promised()).toBe(1);
    await meeting.press('6');
    await meeting.page.getByText('Promised today').waitFor();
    await meeting.press('u');
    await meeting.page.getByText('Promised today').waitFor({ state: 'hidden' });
    await sees(promised, 0);
    await meeting.page.getByText(/^Taken back: .* is promised for/).waitFor();
  });

  it('says of what is done before its date that it is, while its sponsors have the word', async () => {
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(week.blocked.id);
    await meeting.press('p');
    await meeting.page.keyboard.type('+2w');
    await meeting.press('Enter');
    await meeting.page.getByText(/has it, promised for/i).waitFor();
    await meeting.press('m', '4');
    await meeting.page.getByText(/has it, done in time for/i).waitFor();
    await meeting.press('u');
    await meeting.page.getByText(/has it, promised for/i).waitFor();
    await meeting.press('u');
    await meeting.page.getByText(/has it, no date promised/i).waitFor();
  });

  it('notes a decision and an action item with its owner and date, and takes the item back', async () => {
    const meeting = await room.enter(week.world.it);
    await meeting.press('6', 'c');
    await meeting.page.keyboard.type('The lift is rented by the hour.');
    await meeting.press('Enter');
    await meeting.page.getByText('The lift is rented by the hour.').waitFor();
    await meeting.press('a');
    await meeting.page.keyboard.type('Ring the landlord');
    await meeting.press('Enter');
    await meeting.page.keyboard.type('ivo');
    await meeting.press('Enter');
    await meeting.page.keyboard.type('+1w');
    await meeting.press('Enter');
    await meeting.page.getByText('Ring the landlord').waitFor();
    const actions = async () =>
      (
        await meetings.look<{ actions: { title: string; assignee: string | null; dueOn: string | null }[] }>(
          week.world.viewer.agent,
          week.meetingId,
          'actions { title assignee dueOn }',
        )
      ).actions.filter(({ title }) => title === 'Ring the landlord');
    await sees(
      async () => (await actions()).map(({ assignee, dueOn }) => [assignee, dueOn !== null]),
      [['Ivo Itman', true]],
    );
    await meeting.press('u');
    await sees(async () => (await actions()).length, 0);
    await meeting.page.getByText('Ring the landlord').first().waitFor({ state: 'hidden' });
  });

  it('plans a quick win by its number, an owner and a date', async () => {
    const { id, key } = await raise(week.world.sponsor.agent, {
      title: 'The order form forgets everything',
      directCostPerWeek: 5000,
    });
    await week.world.it.agent.ask(
      'mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }',
      {
        input: { id, expectedVersion: 1, effortDays: 1 },
      },
    );
    const meeting = await room.enter(week.world.it);
    await meeting.press('5');
    const plot = meeting.page.getByRole('img', { name: /quick win/i });
    await plot.waitFor();
    const numbers = () => plot.locator('circle + text').allTextContents();
    const drawn = await numbers();
    expect(await plot.getAttribute('aria-label')).toContain(`First comes ${key},`);
    await meeting.press('ArrowDown');
    await meeting.page.getByText('The order form forgets everything').waitFor();
    expect(drawn.toSorted()).toEqual(
      (await meeting.page.getByRole('button', { name: /^Choose / }).allInnerTexts()).toSorted(),
    );
    await meeting.press('ArrowDown', 'Enter');
    await meeting.page.keyboard.type('ivo');
    await meeting.press('Enter');
    await meeting.page.keyboard.type('+2w');
    await meeting.press('Enter');
    await sees(async () => (await room.card(id)).stage.category, 'PLANNED');
    expect((await room.card(id)).owner?.name).toBe('Ivo Itman');
    await meeting.press('5');
    await sees(async () => (await numbers()).length, drawn.length - 1);
    expect(await plot.getAttribute('aria-label')).not.toContain(key);
  });

  it('shows the keys of what is chosen and noted where the room decides without a card before it', async () => {
    const meeting = await room.enter(week.world.it);
    const { page } = meeting;
    await meeting.press('5', 'End');
    await page.getByRole('button', { name: /choose, Enter plans it/ }).click();
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/^Choose P-/);
    await meeting.press('6');
    await page.getByRole('button', { name: /decide/ }).click();
    await page.getByRole('dialog').getByText('What was decided?').waitFor();
    await meeting.press('Escape', 'End');
    await page.getByRole('button', { name: /names, Enter marks one/ }).waitFor();
    await page.getByRole('button', { name: /action item/ }).waitFor();
    await meeting.press('k');
    await page.getByRole('option', { name: /^decide\s*C$/ }).waitFor();
  });

  it('asks why the date of a quick win moves that was promised before, and keeps the same date unasked', async () => {
    const it_ = week.world.it.agent;
    const card = await raise(it_, { title: 'The badge reader is slow', directCostPerWeek: 9000, effortDays: 1 });
    const promised = new Date(week.house.clock.now());
    promised.setUTCDate(promised.getUTCDate() + 14);
    const dueOn = promised.toISOString().slice(0, 10);
    await acts.promise(it_, card.id, dueOn);
    const promises = async () => {
      const { painPoint } = await it_.ask<{ painPoint: { commitments: { dueOn: string; reason: string | null }[] } }>(
        'query ($id: ID!) { painPoint(id: $id) { commitments { dueOn reason } } }',
        { id: card.id },
      );
      return painPoint.commitments;
    };
    const meeting = await room.enter(week.world.it);
    const choose = async () => {
      await meeting.press('5', 'ArrowDown');
      await meeting.page.getByRole('button', { name: `Choose ${card.key}` }).click();
      await meeting.page.keyboard.type('ivo');
      await meeting.press('Enter');
      await meeting.page.getByText('This day is promised already; Enter keeps it.').waitFor();
    };
    await choose();
    await meeting.press('Enter');
    await meeting.page.getByText(/is chosen: Ivo Itman.* U takes it back/).waitFor();
    expect(await promises()).toEqual([{ dueOn, reason: null }]);
    await meeting.press('u');
    await meeting.page.getByText(/^Taken back/).waitFor();
    expect(await promises()).toEqual([{ dueOn, reason: null }]);
    await choose();
    await meeting.page.keyboard.type('+5w');
    await meeting.press('Enter');
    await meeting.page.getByText('Why does the date move?').waitFor();
    await meeting.page.keyboard.type('The readers come from abroad.');
    await meeting.press('Enter');
    await meeting.page.getByText(/is chosen: Ivo Itman/).waitFor();
    expect((await promises()).map(({ reason }) => reason)).toEqual([null, 'The readers come from abroad.']);
  });

  it('takes back by the next key what the line kept from being taken back, and nothing before it', async () => {
    const { id } = week.blocked;
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('m', '2');
    await meeting.page.getByText(/is in Planned .* U takes it back/).waitFor();
    await meeting.press('m', '4');
    await meeting.page.getByText(/is in Checking .* U takes it back/).waitFor();
    await meeting.page.route('**/graphql', (route) =>
      (route.request().postData() ?? '').includes('UndoWhilePresenting') ? route.abort() : route.fallback(),
    );
    await meeting.press('u');
    await meeting.page.getByText(/^It could not be taken back\. .* U tries it again\.$/).waitFor();
    await meeting.page.unroute('**/graphql');
    await meeting.press('u');
    await meeting.page.getByText(/^Taken back: .* is in Checking/).waitFor();
    expect((await room.card(id)).stage.category).toBe('PLANNED');
    await meeting.press('u');
    await sees(async () => (await room.card(id)).stage.category, 'TREATING');
  });

  it('takes back no edit of somebody else when it changed nothing itself', async () => {
    const { id } = week.blocked;
    const { painPoint } = await week.world.it.agent.ask<{ painPoint: { version: number } }>(
      'query ($id: ID!) { painPoint(id: $id) { version } }',
      { id },
    );
    await week.world.lead.agent.ask(
      'mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }',
      { input: { id, expectedVersion: painPoint.version, ownerId: week.world.it.id, tags: ['of the lead'] } },
    );
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('o');
    await meeting.page.keyboard.type('ivo');
    await meeting.press('Enter');
    await meeting.page.getByText(/^Ivo Itman has P-\d+ already\.$/).waitFor();
    await meeting.press('u');
    await meeting.page.getByText('There is nothing to take back.').waitFor();
    expect((await room.card(id)).owner?.name).toBe('Ivo Itman');
  });

  it('notes once what is sent again because its answer was lost', async () => {
    const meeting = await room.enter(week.world.it);
    await meeting.press('6');
    await meeting.page.route('**/graphql', async (route) => {
      if (!/Decide|GiveAction/.test(route.request().postData() ?? '')) return route.fallback();
      await route.fetch();
      return route.abort();
    });
    const words = 'The lift stays closed at noon.';
    const decide = async () => {
      await meeting.press('c');
      await meeting.page.getByRole('textbox').fill(words);
      await meeting.press('Enter');
    };
    await decide();
    await meeting.page.getByText(/This was not done\. Stanch cannot be reached/).waitFor();
    await meeting.page.unroute('**/graphql');
    await meeting.page.reload();
    await meeting.page.locator('main h1').first().waitFor();
    await decide();
    await meeting.page.getByText('The decision is noted. U takes it back.').waitFor();
    const noted = async () =>
      (
        await meetings.look<{ decisions: { text: string }[] }>(
          week.world.viewer.agent,
          week.meetingId,
          'decisions { text }',
        )
      ).decisions.filter(({ text }) => text === words).length;
    expect(await noted()).toBe(1);
    // What is noted on purpose once more is another decision.
    await decide();
    await sees(noted, 2);
  });

  it('takes back what was refused, says why, and keeps what was typed', async () => {
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(week.blocked.id);
    await meeting.page.route('**/graphql', (route) =>
      (route.request().postData() ?? '').includes('Decide') ? route.abort() : route.fallback(),
    );
    await meeting.press('c');
    await meeting.page.keyboard.type('Words that must not be lost');
    await meeting.press('Enter');
    await meeting.page.getByText(/This was not done\. Stanch cannot be reached/).waitFor();
    await meeting.press('c');
    expect(await meeting.page.getByRole('textbox').inputValue()).toBe('Words that must not be lost');
  });

  it('shows no acts to whoever only looks, and their keys do nothing', async () => {
    const meeting = await room.enter(week.world.viewer);
    await meeting.walkTo(week.blocked.id);
    await meeting.press('m', 'o', 'k', 'i', 'u');
    // The keys are heard in order: when the last one has been, those before it have been too.
    await meeting.press('b');
    await meeting.page.getByRole('button', { name: 'Show the screen again' }).waitFor();
    await meeting.press('b');
    await meeting.page.getByRole('button', { name: 'Show the screen again' }).waitFor({ state: 'hidden' });
    expect(await meeting.page.getByRole('dialog').count()).toBe(0);
    for (const name of ['Act', 'I present', /move/]) {
      expect(await meeting.page.getByRole('button', { name }).count()).toBe(0);
    }
    await meeting.press('6', 'End');
    for (const name of ['End the meeting', /decide/, /Enter marks one/]) {
      expect(await meeting.page.getByRole('button', { name }).count()).toBe(0);
    }
  });

  it('asks back before a day is taken that is years away, once for each such day', async () => {
    const { id } = await raise(week.world.it.agent, { title: 'Promised for a far day' });
    const dates = async () => {
      const { painPoint } = await week.world.it.agent.ask<{ painPoint: { commitments: { dueOn: string }[] } }>(
        'query ($id: ID!) { painPoint(id: $id) { commitments { dueOn } } }',
        { id },
      );
      return painPoint.commitments.map(({ dueOn }) => dueOn);
    };
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('p');
    const day = meeting.page.getByLabel('The day');
    await day.fill('16.1.2046');
    await meeting.page.getByText(/^Tuesday,? 16 January 2046, in \d+ years$/).waitFor();
    await day.press('Enter');
    await meeting.page.getByText('Is that meant? Enter once more takes it.').waitFor();
    // Another day is another question.
    await day.fill('17.1.2046');
    await day.press('Enter');
    await meeting.page.getByText(/^Wednesday,? 17 January 2046, in \d+ years\. Is that meant\?/).waitFor();
    expect(await dates()).toEqual([]);
    await day.press('Enter');
    await sees(dates, ['2046-01-17']);
  });

  it('lets the last of very many people be chosen, as an owner and for who was there', async () => {
    const add = (name: string, role: string) =>
      week.world.lead.agent.ask('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', {
        input: { name, role },
      });
    for (let at = 0; at < 210; at += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, more) => add(`Adam ${at + more}`, 'SPONSOR')));
    }
    await add('Zacharias Last', 'IT');
    const { id } = week.blocked;
    const meeting = await room.enter(week.world.it);
    await meeting.walkTo(id);
    await meeting.press('o');
    await meeting.page.keyboard.type('zach');
    await meeting.page.getByRole('option', { name: 'Zacharias Last' }).waitFor();
    await meeting.press('Enter');
    await sees(async () => (await room.card(id)).owner?.name, 'Zacharias Last');
    await meeting.press('6', 'End');
    await meeting.page.getByRole('button', { name: 'Zacharias Last' }).click();
    await meeting.page.getByRole('button', { name: 'Zacharias Last', pressed: true }).waitFor();
  });
});
