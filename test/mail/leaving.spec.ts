import { raise } from '../support/builders.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { House, MORNING } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, outbox, unread } from './hearing.js';

interface Choices {
  cells: { event: string; channel: string; choice: string; chosen: boolean }[];
  mails: boolean;
  digest: boolean;
  pausedUntil: string | null;
  timeZone: string | null;
  zone: string;
  quietHours: { from: string; to: string } | null;
}

const CHOICES =
  'cells { event channel choice chosen } mails digest pausedUntil timeZone zone quietHours { from to } bounce { address }';

/** The whole app with a clock of its own, and a real mail server. */
describe('told in the way one chose', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '0' } });
    world = await startWorld(house.url);
  });
  beforeEach(() => house.clock.set(MORNING));
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const choose = ({ agent }: Member, input: object) =>
    agent.answer<{ chooseNotifications: Choices }>(
      `mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { ${CHOICES} } }`,
      { input },
    );
  const choicesOf = async ({ agent }: Member) =>
    (await agent.ask<{ notificationChoices: Choices }>(`{ notificationChoices { ${CHOICES} } }`)).notificationChoices;
  const comment = (id: string, text = 'A word') => acts.comment(world.it.agent, id, text, 'SHARED');
  /** How many mails somebody gets by what is done. */
  const mailsOf = async ({ email }: Member, act: () => Promise<unknown>): Promise<CaughtMail[]> => {
    await house.settled();
    const before = mails.to(email).length;
    await act();
    await house.settled();
    return mails.to(email).slice(before);
  };
  const newcomer = (name: string) => world.join(name, 'SPONSOR', world.units.sales);
  const tokenIn = (mail: CaughtMail | undefined) => /\/unsubscribe\/([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? 'none';
  const leave = (token: string, scope: string, comeBack = false) =>
    world.anyone.answer<{ unsubscribe: { left: string[] } }>(
      'mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { left } }',
      { input: { token, scope, comeBack } },
    );
  const unsubscription = async (token: string) =>
    (
      await world.anyone.ask<{
        unsubscription: { painPoint: string | null; event: string | null; offered: string[]; left: string[] } | null;
      }>('query ($token: String!) { unsubscription(token: $token) { painPoint event offered left } }', { token })
    ).unsubscription;

  it('an event by channel: never by mail and at once in the app, and back to the default', async () => {
    const who = await newcomer('Carla Chooser');
    const card = await raise(who.agent);
    const cell = (choice: string | null) => ({ cells: [{ event: 'COMMENT', channel: 'MAIL', choice }] });
    const { data } = await choose(who, cell('NEVER'));
    expect(data?.chooseNotifications.cells).toContainEqual({
      event: 'COMMENT',
      channel: 'MAIL',
      choice: 'NEVER',
      chosen: true,
    });
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    expect((await unread(who.agent)).filter(({ kind }) => kind === 'commented')).toHaveLength(1);
    await choose(who, cell(null));
    expect(await mailsOf(who, () => comment(card.id))).toHaveLength(1);
  });

  it('nothing by mail in quiet hours, and nothing but the digest while away', async () => {
    const who = await newcomer('Quentin Quiet');
    const card = await raise(who.agent);
    await choose(who, { quietHours: { from: '18:00', to: '08:00' }, timeZone: 'America/New_York' });
    // 09:00 in UTC is four in the morning there.
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    const atEight = () => Promise.resolve(house.clock.set('2026-11-18T13:00:00.000Z'));
    expect(await mailsOf(who, atEight)).toHaveLength(1);
    await choose(who, { pausedUntil: '2026-11-20' });
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    await choose(who, { pausedUntil: null });
    expect(await mailsOf(who, () => comment(card.id))).toHaveLength(1);
  });

  it('takes back what waits for the end of the quiet hours when one says never, or silences its pain point', async () => {
    const who = await newcomer('Nils Never');
    const [card, silenced] = [await raise(who.agent), await raise(who.agent)];
    await choose(who, { quietHours: { from: '09:30', to: '11:00' }, timeZone: 'UTC' });
    house.clock.set('2026-11-18T10:00:00.000Z');
    await comment(card.id);
    await comment(silenced.id);
    await acts.promise(world.it.agent, card.id, '2026-12-01');
    await acts.promise(world.it.agent, silenced.id, '2026-12-01');
    await house.settled();
    await choose(who, { cells: [{ event: 'COMMENT', channel: 'MAIL', choice: 'NEVER' }] });
    await who.agent.ask('mutation ($id: ID!) { mutePainPoint(id: $id, muted: true) { id } }', { id: silenced.id });
    const later = await mailsOf(who, () => Promise.resolve(house.clock.set('2026-11-18T11:00:00.000Z')));
    expect(later.map(({ subject, text }) => [subject?.includes(card.key), text?.includes('promises')])).toEqual([
      [true, true],
    ]);
  });

  it('says what is wrong with a choice, and keeps what was chosen before', async () => {
    const who = await newcomer('Wilma Wrong');
    await choose(who, { quietHours: { from: '20:00', to: '07:00' } });
    const before = await choicesOf(who);
    for (const [field, input] of [
      ['quietHours', { quietHours: { from: '8 pm', to: '07:00' } }],
      ['quietHours', { quietHours: { from: '07:00', to: '07:00' } }],
      ['timeZone', { timeZone: 'Mars/Olympus' }],
      ['pausedUntil', { pausedUntil: '2026-11-17' }],
      ['pausedUntil', { pausedUntil: '2028-01-01' }],
    ] as const) {
      const { errors } = await choose(who, { ...input, digest: false });
      expect(errors[0]?.extensions?.field).toBe(field);
    }
    expect(await choicesOf(who)).toEqual(before);
  });

  it('one click of a mail program ends all mails, twice as once, and takes back what waits', async () => {
    const who = await newcomer('Ulla Unsubscribed');
    const card = await raise(who.agent);
    const [mail] = await mailsOf(who, () => comment(card.id));
    const header = mail?.headers.get('list') as {
      unsubscribe?: { url: string };
      'unsubscribe-post'?: { name: string };
    };
    const url = header.unsubscribe?.url ?? '';
    expect(mail?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(url).toContain(`/unsubscribe/${tokenIn(mail)}`);
    mails.always = { code: 451, text: 'Later' };
    await comment(card.id, 'It waits');
    await house.settled();
    mails.always = 'accept';
    for (const time of [1, 2]) {
      const answer = await fetch(house.url + new URL(url).pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
      expect([time, answer.status]).toEqual([time, 200]);
    }
    expect((await choicesOf(who)).mails).toBe(false);
    house.clock.set('2026-11-19T09:00:00.000Z');
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    expect(await unsubscription(tokenIn(mail))).toMatchObject({ left: ['ALL'] });
    await leave(tokenIn(mail), 'ALL', true);
    expect(await mailsOf(who, () => comment(card.id))).toHaveLength(1);
  });

  it('the page behind the link ends one pain point, or one kind of event, without signing in', async () => {
    const who = await newcomer('Paula Page');
    const [card, other] = [await raise(who.agent, { title: 'The printer' }), await raise(who.agent)];
    const [mail] = await mailsOf(who, () => comment(card.id));
    const token = tokenIn(mail);
    expect(await unsubscription(token)).toEqual({
      painPoint: `${card.key} The printer`,
      event: 'COMMENT',
      offered: ['PAIN_POINT', 'EVENT', 'ALL'],
      left: [],
    });
    expect((await leave(token, 'PAIN_POINT')).data?.unsubscribe.left).toEqual(['PAIN_POINT']);
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    expect(await mailsOf(who, () => comment(other.id))).toHaveLength(1);
    expect((await leave(token, 'EVENT')).data?.unsubscribe.left).toEqual(['EVENT', 'PAIN_POINT']);
    expect(await mailsOf(who, () => comment(other.id))).toEqual([]);
    await leave(token, 'PAIN_POINT', true);
    expect((await leave(token, 'EVENT', true)).data?.unsubscribe.left).toEqual([]);
    expect(await mailsOf(who, () => comment(card.id))).toHaveLength(1);
  });

  it('a sponsor silences one pain point on its card, and stays one of its sponsors', async () => {
    const who = await newcomer('Mia Muted');
    const card = await raise(who.agent);
    const mute = (muted: boolean) =>
      who.agent.answer<{ mutePainPoint: { viewerMuted: boolean; viewerIsSponsor: boolean } }>(
        'mutation ($id: ID!, $muted: Boolean!) { mutePainPoint(id: $id, muted: $muted) { viewerMuted viewerIsSponsor } }',
        { id: card.id, muted },
      );
    expect((await mute(true)).data?.mutePainPoint).toEqual({ viewerMuted: true, viewerIsSponsor: true });
    expect(await mailsOf(who, () => comment(card.id))).toEqual([]);
    await mute(false);
    expect(await mailsOf(who, () => comment(card.id))).toHaveLength(1);
  });

  it('a link that was changed ends nothing, and a lead sees none that ends what another hears', async () => {
    const who = await newcomer('Dora Damaged');
    const card = await raise(who.agent);
    const [mail] = await mailsOf(who, () => comment(card.id));
    const token = tokenIn(mail);
    expect(await unsubscription(`${token}x`)).toBeNull();
    expect((await leave(`x${token}`, 'ALL')).errors[0]?.extensions?.field).toBe('token');
    expect((await fetch(`${house.url}/unsubscribe/nothing`, { method: 'POST' })).status).toBe(400);
    expect((await choicesOf(who)).mails).toBe(true);
    expect(JSON.stringify(await outbox(world.lead.agent))).not.toContain(token);
  });
});
