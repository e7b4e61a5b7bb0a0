import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { Agent } from '../support/agent.js';
import { raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { acts, outbox, unread } from './hearing.js';

/** A real house on a real SMTP conversation, with a clock that is ours. */
describe('minutes by mail', () => {
  let house: House;
  let world: World;
  let mails: CaughtMails;
  let lead: Agent;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '120' } });
    world = await startWorld(house.url);
    lead = world.lead.agent;
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  /** Holds a meeting with these people; says its id, how many mails it foretold, and which came of it. */
  async function hold(there: string[], missing: string[]) {
    const { startMeeting } = await lead.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }');
    const meetingId = startMeeting.id;
    for (const [personId, present] of [...there.map((id) => [id, true]), ...missing.map((id) => [id, false])]) {
      await lead.ask('mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }', {
        input: { meetingId, personId, present },
      });
    }
    const { id: painPointId } = await raise(world.sponsor.agent, { title: 'The lift is slow' });
    await lead.ask('mutation ($input: AddDecisionInput!) { addDecision(input: $input) { decision { id } } }', {
      input: { meetingId, text: 'The lift is looked at on Monday.', painPointId },
    });
    await lead.ask('mutation ($input: AddActionItemInput!) { addActionItem(input: $input) { action { taskId } } }', {
      input: {
        meetingId,
        title: 'Call the lift company',
        assigneeId: world.it.id,
        dueOn: '2026-11-24',
        painPointIds: [painPointId],
      },
    });
    await acts.task(lead, painPointId, 'Ask the flibbertigibbet', world.it.id, 'INTERNAL');
    await house.settled();
    const { meeting } = await lead.ask<{ meeting: { mailsMinutesTo: number } }>('{ meeting { mailsMinutesTo } }');
    const before = mails.mails.length;
    await lead.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId });
    await house.settled();
    return { meetingId, foretold: meeting.mailsMinutesTo, sent: mails.mails.slice(before) };
  }

  it('reach those who were there and those who could not come, once, with what was decided and nothing internal', async () => {
    const { sponsor, otherSponsor, it } = world;
    const { meetingId, foretold, sent } = await hold([sponsor.id, it.id, world.lead.id], [otherSponsor.id]);
    expect(foretold).toBe(4);
    const expected = [sponsor, otherSponsor, it, world.lead].map(({ email }) => email);
    expect(sent.flatMap(({ recipients }) => recipients).sort()).toEqual(expected.sort());
    for (const { subject, text = '', html } of sent) {
      expect(subject).toBe('Minutes of Wednesday, 18 November 2026');
      for (const form of [text, html || '']) {
        expect(form).toContain('The lift is looked at on Monday.');
        expect(form).toContain('Call the lift company (Ivo Itman), by Tuesday, 24 November 2026');
        expect(form).toContain(`/meetings/${meetingId}`);
        expect(form).not.toContain('flibbertigibbet');
      }
    }
    const told = (await unread(otherSponsor.agent)).filter(({ kind }) => kind === 'minutes');
    expect(told.map(({ text }) => text)).toEqual(['Minutes of the status meeting of Wednesday, 18 November 2026']);
  });

  it('show what bled up to the end of the meeting, in the language of their reader, and bring the next date along', async () => {
    const { sponsor, it: member } = world;
    await sponsor.agent.ask('mutation { chooseNotifications(input: { language: DE }) { language } }');
    await raise(sponsor.agent, { title: 'The lift is slow', directCostPerWeek: 700 });
    house.clock.advance(3 * MILLISECONDS_PER_DAY);
    mails.always = { code: 451, text: 'Later, please' };
    const { sent: refused, meetingId } = await hold([sponsor.id, member.id], []);
    expect(refused).toEqual([]);
    // What happens before it goes out is no part of it.
    house.clock.advance(MILLISECONDS_PER_DAY);
    await raise(sponsor.agent, { title: 'The stairs are steep', directCostPerWeek: 9_000 });
    await house.restart();
    mails.always = 'accept';
    await house.settled();
    const minutes = (email: string) =>
      mails.to(email).filter(({ subject }) => /^(Minutes|Protokoll) /u.test(subject ?? ''));
    const [german, english] = [minutes(sponsor.email).at(-1), minutes(member.email).at(-1)];
    expect(german?.text).toMatch(/Was nicht behoben ist, kostet 700\s€ in der Woche, gegenüber 700\s€/u);
    expect(english?.text).toContain('€700 bleed a week against €700');
    expect(english?.text).toContain('The next one is on Wednesday, 25 November 2026 at 10:00.');
    for (const mail of [german, english]) {
      const [picture, calendar] = mail?.attachments ?? [];
      expect([picture?.contentType, picture?.related, picture?.content.readUInt32BE(16)]).toEqual([
        'image/png',
        true,
        1096,
      ]);
      const alt = /<img src="cid:([^"]*)" alt="([^"]*)"/u.exec(mail?.html || '');
      expect(alt?.[1]).toBe(picture?.cid);
      expect(mail?.text).toContain(alt?.[2]);
      expect(mail?.text).toContain(`/meetings/${meetingId}`);
      expect(calendar?.contentType).toBe('text/calendar');
      const file = calendar?.content.toString() ?? '';
      expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=WE');
      expect(file).toContain(`SUMMARY:${mail === german ? 'Statusbesprechung' : 'Status meeting'}: `);
      expect(file).toContain('DTSTART;TZID=Europe/Berlin:20261125T100000');
      expect(file).toContain('/present');
    }
    // A lead sees in the outbox what its reader got.
    const sent = (await outbox(lead)).find(({ subject }) => subject === german?.subject);
    expect(sent?.html).toMatch(/<img src="data:image\/png;base64,[\w+/=]{10000,}" alt=/u);
    expect(german?.attachments[0]?.content.equals(english?.attachments[0]?.content ?? Buffer.alloc(0))).toBe(false);
  });

  it('come in the digest, or not at all, to whom said so', async () => {
    const choose = (agent: Agent, choice: string) =>
      agent.ask('mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { zone } }', {
        input: { cells: [{ event: 'MINUTES', channel: 'MAIL', choice }] },
      });
    await choose(world.sponsor.agent, 'DIGEST');
    await choose(world.otherSponsor.agent, 'NEVER');
    const { addPerson } = await world.admin.agent.ask<{ addPerson: { id: string } }>(
      'mutation { addPerson(input: { name: "Nadia Noaddress", role: SPONSOR }) { id } }',
    );
    const gone = await world.join('Gerd Gone', 'SPONSOR');
    await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input: { id: gone.id, active: false },
    });
    const untold = [world.sponsor.id, world.otherSponsor.id, addPerson.id, gone.id];
    // What is said before the meeting ends is what comes true.
    const { sent, foretold } = await hold([...untold, world.it.id], []);
    expect(foretold).toBe(1);
    expect(sent.flatMap(({ recipients }) => recipients)).toEqual([world.it.email]);
    const rows = house.rows<{ person_id: string }>(
      `select person_id from digest_item where event_id in (select id from outbox_event where type = 'MeetingEnded')`,
    );
    expect(rows.map(({ person_id }) => person_id)).toEqual([world.sponsor.id]);
  });

  it('tell of a promise: who read it there is mailed that it was a slip, though its own mail still waited', async () => {
    const mia = await world.join('Mia Minutes', 'SPONSOR');
    const { startMeeting } = await lead.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }');
    const meetingId = startMeeting.id;
    await lead.ask('mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }', {
      input: { meetingId, personId: mia.id, present: true },
    });
    const { id } = await raise(mia.agent, { title: 'The door squeaks' });
    await acts.promise(lead, id, '2026-12-04');
    await house.settled();
    await lead.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId });
    await house.settled();
    await acts.withdraw(lead, id);
    await house.settled();
    house.clock.advance(180_000);
    await house.settled();
    const [minutes, taken, ...others] = mails.to(mia.email);
    expect(minutes?.text).toMatch(/The door squeaks[\s\S]*4 December 2026/u);
    expect(taken?.text).toContain('Friday, 4 December 2026 was noted by mistake');
    expect(others).toEqual([]);
  });
});
