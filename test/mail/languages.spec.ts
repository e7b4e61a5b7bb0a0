import { WriteDigests } from '@stanch/notifications';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, outbox, unread } from './hearing.js';

/** A Friday; the digest comes on Tuesday at three in Berlin. */
const FRIDAY = '2026-11-20T09:00:00.000Z';
const TUESDAY = '2026-11-24T14:00:00.000Z';
const TUESDAY_EVENING = '2026-11-24T18:00:00.000Z';

describe('mails in the language of their reader', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeEach(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '60' }, at: FRIDAY });
    world = await startWorld(house.url);
  });
  afterEach(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const choose = async ({ agent }: Member, input: object) => {
    const { chooseNotifications } = await agent.ask<{
      chooseNotifications: { language: string | null; mailLanguage: string };
    }>(
      'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { language mailLanguage } }',
      { input },
    );
    return chooseNotifications;
  };
  const locale = (tag: string) =>
    world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { locale: tag },
    });
  /** Lets the window of what was told end. */
  const windowEnds = async () => {
    await house.settled();
    house.clock.advance(60_000);
    await house.settled();
  };
  const lastTo = async ({ email }: Pick<Member, 'email'>) => {
    await windowEnds();
    return mails.to(email).at(-1);
  };
  const promise = async (dueOn: string) => {
    const card = await raise(world.sponsor.agent, { title: 'Alles doppelt getippt' });
    await acts.promise(world.it.agent, card.id, dueOn);
    return card;
  };

  it('comes as each person chose, with the days of that language; the bell speaks as the screens do', async () => {
    expect(await choose(world.sponsor, { language: 'DE' })).toEqual({ language: 'DE', mailLanguage: 'DE' });
    const { key, id } = await promise('2026-12-04');
    await acts.join(world.otherSponsor.agent, id);
    await acts.promise(world.it.agent, id, '2026-12-11', 'The supplier is late.');
    const german = await lastTo(world.sponsor);
    expect(german?.text).toMatch(/^Der zugesagte Termin für den Schmerzpunkt, den Sie gemeldet haben, verschiebt sich/);
    expect(german?.text).toMatch(
      /auf Freitag, 11\. Dezember 2026\.[\s\S]*The supplier is late\.[\s\S]*weil Sie P-\d+ gemeldet/,
    );
    expect(german?.subject).toBe(`[${key}] Alles doppelt getippt`);
    expect([german?.html || '', german?.headers.get('content-language')]).toEqual([
      expect.stringContaining('<html lang="de"'),
      'de',
    ]);
    expect((await lastTo(world.otherSponsor))?.text).toContain('moves to Friday, 11 December 2026.');
    expect((await unread(world.sponsor.agent))[0]?.text).toBe(
      'Promised date moved to Friday, 11 December 2026 (and 1 before)',
    );
  });

  it('without a choice in the workspace’s, where mails are written in it, and else in English', async () => {
    await locale('fr-CH');
    await promise('2027-01-01');
    expect((await lastTo(world.sponsor))?.text).toContain('sera résolu d’ici au vendredi 1er janvier 2027.');
    await locale('nl-NL');
    await promise('2027-01-01');
    expect((await lastTo(world.sponsor))?.text).toContain('will be fixed by Friday, 1 January 2027.');
    expect(await choose(world.sponsor, { language: 'FR' })).toMatchObject({ mailLanguage: 'FR' });
    expect(await choose(world.sponsor, { language: null })).toEqual({ language: null, mailLanguage: 'EN' });
  });

  it('in the one that holds when it is sent; the outbox shows what its reader gets, and later what they got', async () => {
    const { id } = await raise(world.sponsor.agent, { title: 'Alles doppelt getippt' });
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    await house.settled();
    const shown = async () =>
      (await outbox(world.lead.agent)).find(({ address }) => address === world.sponsor.email)?.text.split('\n')[0];
    expect(await shown()).toMatch(/^The pain you raised is planned/);
    await choose(world.sponsor, { language: 'DE' });
    expect(await shown()).toMatch(/^Der Schmerzpunkt, den Sie gemeldet haben, ist geplant/);
    expect((await lastTo(world.sponsor))?.text?.split('\n')[0]).toBe(await shown());
    await choose(world.sponsor, { language: 'FR' });
    expect(await shown()).toMatch(/^Der Schmerzpunkt/);
  });

  it('and so does a digest that waits for the end of quiet hours, with what it tells of', async () => {
    const { id, key } = await promise('2026-11-27');
    await choose(world.sponsor, { quietHours: { from: '14:00', to: '19:00' } });
    const task = await acts.task(world.it.agent, id, 'Skanner bestellen', undefined, 'SHARED');
    await acts.finish(world.it.agent, task);
    await windowEnds();
    house.clock.set(TUESDAY);
    await house.get(WriteDigests).run();
    const before = mails.to(world.sponsor.email).length;
    await choose(world.sponsor, { language: 'DE' });
    house.clock.set(TUESDAY_EVENING);
    const digest = await lastTo(world.sponsor);
    expect(mails.to(world.sponsor.email)).toHaveLength(before + 1);
    expect(digest?.subject).toBe('Ihre Woche in Stanch');
    expect(digest?.text).toContain(`- ${key}  Alles doppelt getippt: bis Freitag, 27. November 2026`);
    expect(digest?.text).toMatch(/WAS SONST GESCHAH\n- .*: Erledigt: „Skanner bestellen“/);
    expect(digest?.text).toMatch(/KANN MAN DER IT GLAUBEN\?\n- .*kostet \d[\d.]*\s€ in der Woche/);
  });

  it('invites in the workspace’s, with the lead’s words as they were typed', async () => {
    await locale('de-AT');
    const input = { people: [{ name: 'Nora Neu', email: 'nora.neu@example.com' }], words: 'Please tell us.' };
    await world.lead.agent.ask('mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { id } }', {
      input,
    });
    const mail = await lastTo({ email: 'nora.neu@example.com' });
    expect(mail?.subject).toBe('Lea Lead fragt, wo es wehtut');
    expect(mail?.text).toMatch(/> Please tell us\.[\s\S]*Der Link lässt Sie ohne Passwort herein\./);
  });

  it('is one that mails are written in', async () => {
    const { errors } = await world.sponsor.agent.answer(
      'mutation { chooseNotifications(input: { language: NL }) { language } }',
    );
    expect(errors[0]?.message).toMatch(/NL/);
  });
});
