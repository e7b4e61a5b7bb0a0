import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Agent } from '../support/agent.js';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { meetings } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';

interface Line {
  lead: string;
  cards: { key: string; title: string }[];
}
const CARDS = 'cards { painPointId key title }';
const WHOLE = `minutes { title subtitle foot sections { title blocks {
  kind numbered figures { name value more ${CARDS} } lines { lead text more taskId ${CARDS} }
} } }`;

describe('what stays of a meeting, as files', () => {
  let house: House;
  let world: World;
  let meetingId: string;
  let lead: Agent;

  beforeAll(async () => {
    house = await House.open({ at: instantAfter(MORNING, -3 * MILLISECONDS_PER_DAY) });
    world = await startWorld(house.url);
    lead = world.lead.agent;
    const { id: painPointId } = await raise(world.sponsor.agent, {
      title: 'The lift is slow',
      directCostPerWeek: 700,
    });
    house.clock.advance(3 * MILLISECONDS_PER_DAY);
    const { startMeeting } = await lead.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }');
    meetingId = startMeeting.id;
    await lead.ask('mutation ($input: AddDecisionInput!) { addDecision(input: $input) { decision { id } } }', {
      input: { meetingId, text: 'The lift is looked at on Monday.', painPointId },
    });
    const bell = await raise(world.sponsor.agent, { title: 'The bell is broken' });
    await meetings.present(lead, { meetingId, step: 'WALK', painPointId: bell.id });
    await lead.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { id: bell.id, expectedVersion: bell.version, ownerId: world.it.id },
    });
    await move(lead, { id: bell.id, toStageId: world.stage('PLANNED') });
    house.clock.advance(60_000);
    const whim = await raise(world.sponsor.agent, { title: 'The bell is ugly' });
    await meetings.present(lead, { meetingId, step: 'WALK', painPointId: whim.id });
    house.clock.advance(60_000);
    await acts.close(lead, whim.id, 'DECLINED', 'It rings.');
    await acts.promise(lead, painPointId, '2027-03-01');
    await acts.withdraw(lead, painPointId);
    await acts.promise(lead, painPointId, '2027-02-26');
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const get = (agent: Agent, path: string, accept = '*/*') => agent.request(path, { headers: { accept } });

  it('is not there before the meeting has ended, which is said in words', async () => {
    const answer = await get(lead, `/meetings/${meetingId}/minutes.pdf`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Its minutes are written when somebody ends it.');
    expect((await get(lead, '/meetings/0190/minutes.md')).status).toBe(404);
  });

  describe('once it has ended', () => {
    beforeAll(async () => {
      await lead.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId });
    });

    it('is a PDF of one to two pages, also when a browser asks as it asks for pages', async () => {
      const answer = await get(world.viewer.agent, `/meetings/${meetingId}/minutes.pdf`, 'text/html,*/*;q=0.8');
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const pdf = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
      expect(pdf.numPages).toBeLessThanOrEqual(2);
      const { items } = await (await pdf.getPage(1)).getTextContent();
      const text = items.map((item) => ('str' in item ? item.str : '')).join('');
      expect(text).toContain('The lift is looked at on Monday.');
    });

    it('shows in the PDF what bled up to its end, with words for who does not see it, whatever bleeds later', async () => {
      const path = `/meetings/${meetingId}/minutes.pdf`;
      const bytes = async () => Buffer.from(await (await get(world.viewer.agent, path)).arrayBuffer());
      const before = await bytes();
      const { alts, pictures, text } = await seenIn(before);
      expect(alts).toEqual([expect.stringMatching(/^€700 bleed a week against €700 on 15 Nov, hardly any change\./)]);
      expect(pictures).toBe(1);
      expect(text).toContain('An estimate: the bleed rates of all that was not fixed');
      house.clock.advance(MILLISECONDS_PER_DAY);
      await raise(world.sponsor.agent, { directCostPerWeek: 9_000 });
      expect((await bytes()).equals(before)).toBe(true);
    });

    it('is Markdown that names what it is about', async () => {
      const text = await (await get(world.sponsor.agent, `/meetings/${meetingId}/minutes.md`)).text();
      expect(text).toContain('1. **The lift is looked at on Monday.** (P-1 The lift is slow');
      expect(text).toContain(`/meetings/${meetingId}>`);
    });

    it('says what was promised in it and stands, with the name behind it', async () => {
      const text = await (await get(world.sponsor.agent, `/meetings/${meetingId}/minutes.md`)).text();
      const [, promised = ''] = text.split('Promised in the meeting');
      expect(promised).toMatch(/^\s+- \*\*P-1 The lift is slow\*\*: Lea Lead, by 26 February 2027/);
      expect(text).not.toContain('1 March 2027');
    });

    it('says what was talked about, also what was settled in it', async () => {
      const text = await (await get(world.sponsor.agent, `/meetings/${meetingId}/minutes.md`)).text();
      const [, talked = ''] = text.split('What was talked about');
      expect(talked).toMatch(
        /^\s+- \*\*P-2 The bell is broken\*\*: Now in Planned\. \(Ivo Itman\)\n- \*\*P-3 The bell is ugly\*\*: Declined: It rings\.\n/,
      );
    });

    it('tells on its page the same as in the files, with the cards to open', async () => {
      const { minutes } = await meetings.look<{
        minutes: { title: string; sections: { title: string; blocks: { lines: Line[] }[] }[] };
      }>(world.viewer.agent, meetingId, WHOLE);
      const text = await (await get(world.viewer.agent, `/meetings/${meetingId}/minutes.md`)).text();
      expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual(
        minutes.sections.map(({ title }) => `## ${title}`),
      );
      const lines = minutes.sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines));
      expect(lines).toContainEqual(
        expect.objectContaining({
          lead: 'The lift is looked at on Monday.',
          cards: [expect.objectContaining({ key: 'P-1', title: 'The lift is slow' })],
        }),
      );
      for (const { lead: said } of lines) expect(text).toContain(said);
    });

    it('stays as it was, whatever becomes of the cards, the people and the settings', async () => {
      const path = `/meetings/${meetingId}/minutes.md`;
      const pdf = `/meetings/${meetingId}/minutes.pdf`;
      const bytes = async () => Buffer.from(await (await get(lead, pdf)).arrayBuffer());
      const page = () => meetings.look(lead, meetingId, `boardName currency ${WHOLE}`);
      const [printed, shown] = [await bytes(), await page()];
      const before = await (await get(lead, path)).text();
      house.clock.advance(3_600_000);
      await lead.ask('mutation { updateWorkspace(input: { currency: "JPY", timeZone: "Pacific/Auckland" }) { id } }');
      await lead.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
        input: { id: world.lead.id, name: 'Lea Married' },
      });
      const { painPoint } = await lead.ask<{ painPoint: { id: string; version: number } }>(
        '{ painPoint(key: "P-1") { id version } }',
      );
      await lead.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
        input: { id: painPoint.id, expectedVersion: painPoint.version, title: 'The stairs are steep' },
      });
      expect(await (await get(lead, path)).text()).toBe(before);
      expect(await page()).toEqual(shown);
      expect((await bytes()).equals(printed)).toBe(true);
    });
  });

  it('is followed by the next one, which stands in a calendar file with the link to it', async () => {
    await lead.ask(`mutation { updateWorkspace(input: {
      timeZone: "Europe/Berlin", meetingWeekday: 4, meetingTime: "14:30", holidays: [{ day: "2026-11-26", name: "A day off" }]
    }) { id } }`);
    const answer = await get(world.viewer.agent, '/meetings/calendar.ics');
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    const file = (await answer.text()).replace(/\r\n /g, '');
    expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=TH');
    expect(file).toMatch(/DTSTART;TZID=[^:]+:20261119T143000/);
    expect(file).toMatch(/EXDATE;TZID=[^:]+:20261126T143000/);
    expect(file).toContain('/present');
  });

  it('whose calendar file speaks the language of mails: the one that the reader chose, else the workspace’s', async () => {
    const summary = async (agent: Agent) => {
      const file = await (await get(agent, '/meetings/calendar.ics')).text();
      return /^SUMMARY:(.*): /mu.exec(file)?.[1];
    };
    const locale = (tag: string) =>
      lead.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
        input: { locale: tag },
      });
    await locale('de-AT');
    await world.viewer.agent.ask('mutation { chooseNotifications(input: { language: FR }) { language } }');
    expect(await summary(lead)).toBe('Statusbesprechung');
    expect(await summary(world.viewer.agent)).toBe('Réunion de suivi\u00a0');
    await locale('en-GB');
    expect(await summary(lead)).toBe('Status meeting');
  });
});

/** The pictures of a PDF, the words that stand for them, and its text. */
async function seenIn(bytes: Buffer): Promise<{ alts: unknown[]; pictures: number; text: string }> {
  const { OPS } = await getResolvedPDFJS();
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const page = await pdf.getPage(1);
  const { fnArray } = await page.getOperatorList();
  const { items } = await page.getTextContent();
  return {
    alts: altsOf(await page.getStructTree()),
    pictures: fnArray.filter((operator) => operator === OPS.paintImageXObject).length,
    text: items.map((item) => ('str' in item ? item.str : '')).join(' '),
  };
}

function altsOf(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'alt' in node ? [node.alt] : [];
  return 'children' in node && Array.isArray(node.children) ? [...own, ...node.children.flatMap(altsOf)] : own;
}
