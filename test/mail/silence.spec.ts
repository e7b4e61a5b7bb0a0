import { readFileSync } from 'node:fs';
import { WriteDigests } from '@stanch/notifications';
import { TellSilence } from '@stanch/remediation';
import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { importToTheEnd, sendFile } from '../support/import-file.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts } from './hearing.js';

/** Nine in the morning of a day. */
const on = (day: string) => `${day}T08:00:00.000Z`;
const WEDNESDAY = '2026-11-18';

/** The whole app with a clock of its own, and a real mail server. */
describe('a pain point of which nobody says a word', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;
  let lead: Member;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url }, at: on(WEDNESDAY) });
    world = await startWorld(house.url);
    lead = world.lead;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });
  beforeEach(async () => {
    house.clock.set(on(WEDNESDAY));
    await house.settled();
    mails.mails.length = 0;
  });

  /** Moves the clock, looks, and lets mails that wait for others go. */
  const look = async (day: string) => {
    house.clock.set(on(day));
    await house.get(TellSilence).run();
    await house.settled();
    house.clock.advance(600_000);
    await house.settled();
  };
  const toldOf = (person: Member, { key }: RaisedPainPoint) =>
    mails.to(person.email).filter(({ subject }) => subject?.startsWith(`[${key}] Silent: `));
  const silentNow = async () => {
    const { painPoints } = await world.viewer.agent.ask<{ painPoints: { nodes: { key: string; silent: boolean }[] } }>(
      '{ painPoints(filter: { silent: true }, first: 200) { nodes { key silent } } }',
    );
    expect(painPoints.nodes.every(({ silent }) => silent)).toBe(true);
    return painPoints.nodes.map(({ key }) => key);
  };
  const raisedOwned = async (title: string) => {
    const card = await raise(world.sponsor.agent, { title });
    await acts.own(lead.agent, card.id, world.it.id);
    return card;
  };

  it('is told of after three working days to its owner, two later to the leads, each once', async () => {
    const card = await raisedOwned('Nobody answers me');
    await look('2026-11-23');
    expect(await silentNow()).not.toContain(card.key);
    expect(toldOf(world.it, card)).toEqual([]);
    await look('2026-11-24');
    await look('2026-11-24');
    await look('2026-11-25');
    expect(await silentNow()).toContain(card.key);
    expect(toldOf(world.it, card)).toHaveLength(1);
    expect(toldOf(world.it, card)[0]?.text).toMatch(
      /^Nobody has answered yet: the pain point in your care has waited for a first word since Wednesday, 18 November 2026\./,
    );
    expect([...toldOf(lead, card), ...toldOf(world.sponsor, card)]).toEqual([]);
    await look('2026-11-26');
    await look('2026-11-27');
    await house.restart();
    await look('2026-12-18');
    expect(toldOf(world.it, card)).toHaveLength(1);
    for (const { email } of [lead, world.admin]) {
      const [told, ...more] = mails.to(email).filter(({ subject }) => subject?.startsWith(`[${card.key}] Silent: `));
      expect(more).toEqual([]);
      expect(told?.text).toContain('It is in the care of Ivo Itman, who was told on Tuesday, 24 November 2026.');
    }
    expect(toldOf(world.sponsor, card)).toEqual([]);
    await acts.close(lead.agent, card.id, 'PARKED', 'Not this year.');
    expect(await silentNow()).not.toContain(card.key);
  });

  it('goes to the leads at once when nobody has it in care, or its owner has left', async () => {
    const [nobodys, left] = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    const gone = await world.join('Gerd Gone', 'IT');
    await acts.own(lead.agent, left.id, gone.id);
    await world.admin.agent.ask('mutation ($id: ID!) { updatePerson(input: { id: $id, active: false }) { id } }', {
      id: gone.id,
    });
    await look('2026-11-24');
    await look('2026-11-27');
    for (const card of [nobodys, left]) {
      expect(toldOf(lead, card)).toHaveLength(1);
      expect(toldOf(lead, card)[0]?.text).toContain('Nobody has it in care.');
      await acts.close(lead.agent, card.id, 'DECLINED', 'It is as it is.');
    }
  });

  it('is not silent once somebody answered where its sponsors see it; they themselves, and IT among itself, do not count', async () => {
    const card = await raisedOwned('I ask and ask');
    await acts.join(world.otherSponsor.agent, card.id);
    await acts.comment(world.otherSponsor.agent, card.id, 'Me too, and nobody answers.', 'SHARED');
    await acts.comment(lead.agent, card.id, 'Does anybody know it?', 'INTERNAL');
    await acts.task(lead.agent, card.id, 'Look into it', world.it.id);
    await move(lead.agent, { id: card.id, toStageId: world.stage('BLEEDING') });
    const { changeId } = await move(lead.agent, { id: card.id, toStageId: world.stage('PLANNED') });
    await lead.agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
    await look('2026-11-24');
    expect(toldOf(world.it, card)).toHaveLength(1);
    expect(await silentNow()).toContain(card.key);
    await acts.comment(world.it.agent, card.id, 'I look at it this week.', 'SHARED');
    expect(await silentNow()).not.toContain(card.key);
    await look('2026-11-27');
    expect(toldOf(lead, card)).toEqual([]);
    // The word was on Tuesday the 24th; fourteen days later is a Tuesday.
    await look('2026-12-08');
    expect(await silentNow()).not.toContain(card.key);
    await look('2026-12-09');
    expect(await silentNow()).toContain(card.key);
    expect(toldOf(world.it, card).at(-1)?.text).toContain(
      'is silent: its sponsors could read no word since Tuesday, 24 November 2026.',
    );
    await acts.close(lead.agent, card.id, 'PARKED', 'Not this year.');
  });

  it('owes an answer anew when it bleeds again', async () => {
    const card = await raisedOwned('It bleeds again');
    await move(world.it.agent, { id: card.id, toStageId: world.stage('CHECKING') });
    await acts.answer(world.sponsor.agent, card.id, false, 'It is as before.');
    await look('2026-11-24');
    expect(await silentNow()).toContain(card.key);
    expect(toldOf(world.it, card)).toHaveLength(1);
    await move(world.it.agent, { id: card.id, toStageId: world.stage('CHECKING') });
    await acts.answer(world.sponsor.agent, card.id, true, 'Gone.');
    await look('2027-01-29');
    expect(await silentNow()).not.toContain(card.key);
  });

  it('is as silent as before once a promise that ended its silence was a slip', async () => {
    const card = await raisedOwned('They nearly promised');
    await look('2026-11-24');
    await acts.promise(world.it.agent, card.id, '2026-12-04');
    expect(await silentNow()).not.toContain(card.key);
    await acts.withdraw(world.it.agent, card.id);
    expect(await silentNow()).toContain(card.key);
    await look('2026-11-26');
    expect(toldOf(lead, card)).toHaveLength(1);
    await acts.close(lead.agent, card.id, 'DECLINED', 'It was never ours.');
  });

  it('is one mail with all the others that are silent', async () => {
    const cards = [];
    for (let count = 0; count < 12; count += 1) cards.push(await raisedOwned(`Pain ${count}`));
    await look('2026-11-24');
    expect(mails.to(world.it.email)).toHaveLength(1);
    for (const { key } of cards) expect(mails.to(world.it.email)[0]?.text).toContain(`${key}  Pain`);
    for (const { id } of cards) await acts.close(lead.agent, id, 'PARKED', 'Later.');
  });

  it('is told of once also with several server processes, as each chose to be told', async () => {
    const chosen = (choice: string | null) =>
      lead.agent.ask('mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { digest } }', {
        input: { cells: [{ event: 'SILENCE', channel: 'MAIL', choice }] },
      });
    await chosen('DIGEST');
    const card = await raise(world.sponsor.agent);
    const second = await house.another();
    house.clock.set(on('2026-11-24'));
    const told = await Promise.all([house.get(TellSilence).run(), second.get(TellSilence).run()]);
    await second.close();
    await look('2026-11-24');
    expect(told.toSorted()).toEqual([0, 1]);
    expect(toldOf(world.admin, card)).toHaveLength(1);
    expect(toldOf(lead, card)).toEqual([]);
    // The meeting is on Wednesday, and the digest comes the afternoon before.
    house.clock.set('2026-11-24T17:00:00.000Z');
    await house.get(WriteDigests).run();
    await house.settled();
    expect(mails.to(lead.email).at(-1)?.text).toContain('Nobody has answered since Wednesday, 18 November 2026');
    await chosen('NEVER');
    const never = await raise(world.sponsor.agent);
    await look('2026-12-01');
    expect(toldOf(world.admin, never)).toHaveLength(1);
    expect(toldOf(lead, never)).toEqual([]);
    await chosen(null);
    for (const { id } of [card, never]) await acts.close(lead.agent, id, 'PARKED', 'Later.');
  });

  it('was brought in by an import, however old, not before fourteen days have passed here, and then as one mail', async () => {
    const { id } = await sendFile(lead.agent, readFileSync('libs/intake/intake.fixture.csv'));
    await importToTheEnd(lead.agent, { id });
    await look('2026-11-26');
    expect(await silentNow()).toEqual([]);
    mails.mails.length = 0;
    await look('2026-12-03');
    const { painPoints } = await lead.agent.ask<{ painPoints: { nodes: { key: string; fixedAt: string | null }[] } }>(
      '{ painPoints(first: 200) { nodes { key fixedAt } } }',
    );
    const notFixed = painPoints.nodes.filter(({ fixedAt }) => fixedAt === null);
    expect(notFixed.length).toBeGreaterThan(30);
    expect(await silentNow()).toEqual(notFixed.map(({ key }) => key));
    expect(mails.to(lead.email)).toHaveLength(1);
  });
});
