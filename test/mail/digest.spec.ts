import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { DrawPicture } from '@stanch/meetings';
import { WriteDigests } from '@stanch/notifications';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, unread } from './hearing.js';

/** A Friday; the status meeting is on Wednesday at ten in Berlin, so the digest comes on Tuesday at three. */
const FRIDAY = '2026-11-20T09:00:00.000Z';
const TUESDAY = '2026-11-24T14:00:00.000Z';
const EARLY = '2026-11-24T13:59:00.000Z';
const WEEK = 7 * MILLISECONDS_PER_DAY;

describe('the weekly digest', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeEach(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '0' }, at: FRIDAY });
    world = await startWorld(house.url);
  });
  afterEach(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const digests = async ({ email }: Member) => {
    await house.settled();
    return mails.to(email).filter(({ subject }) => subject?.startsWith('Your week in Stanch'));
  };
  const write = async () => {
    await house.get(WriteDigests).run();
    await house.settled();
  };
  const choose = ({ agent }: Member, input: object) =>
    agent.ask('mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { mails } }', {
      input,
    });
  const to = (id: string, category: 'PLANNED' | 'TREATING' | 'CHECKING' | 'BLEEDING') =>
    move(world.it.agent, { id, toStageId: world.stage(category) });

  it('tells what is asked, what moved, what is promised, what got better, and the trust figures', async () => {
    const asked = await raise(world.sponsor.agent, { title: 'The scanner eats pages' });
    const moved = await raise(world.sponsor.agent, { title: 'Orders are typed twice' });
    const back = await raise(world.sponsor.agent, { title: 'Moved there and back' });
    const strange = await raise(world.otherSponsor.agent, { title: 'Of somebody else' });
    await to(asked.id, 'CHECKING');
    for (const category of ['PLANNED', 'TREATING'] as const) await to(moved.id, category);
    for (const category of ['PLANNED', 'BLEEDING'] as const) await to(back.id, category);
    await to(strange.id, 'TREATING');
    await acts.promise(world.it.agent, moved.id, '2026-11-27');
    await acts.win(world.it.agent, moved.id, 'An order is typed once');
    const task = await acts.task(world.it.agent, moved.id, 'Order the scanner', undefined, 'SHARED');
    await acts.finish(world.it.agent, task);
    await house.settled();
    house.clock.set(EARLY);
    await write();
    expect(await digests(world.sponsor)).toEqual([]);
    house.clock.set(TUESDAY);
    await write();
    const [mail, ...others] = await digests(world.sponsor);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Your week in Stanch: 1 answer asked of you');
    const text = mail?.text ?? '';
    const sections = text.split(/\n\n/u).filter((block) => /^[A-Z ,:?]+\n- /u.test(block));
    const section = (title: string) => sections.find((block) => block.startsWith(title)) ?? '';
    expect(section('ASKED OF YOU')).toMatch(new RegExp(`${asked.key} {2}The scanner eats pages[\\s\\S]*/answer/`));
    expect(section('WHAT MOVED')).toContain(`${moved.key}  Orders are typed twice: Bleeding → Treating`);
    expect(section('WHAT MOVED')).not.toContain(back.key);
    expect(section('PROMISED FOR THE COMING WEEK')).toContain(`${moved.key}  Orders are typed twice: by Friday, 27`);
    expect(section('WHAT GOT BETTER')).toContain('An order is typed once');
    expect(section('WHAT ELSE HAPPENED')).toContain('Order the scanner');
    expect(section('CAN IT BE BELIEVED?')).toMatch(/What is not fixed costs/);
    expect(text).not.toContain(strange.key);
    expect(mail?.html).toContain('Orders are typed twice');
    expect(mail?.headers.get('list')).toMatchObject({ unsubscribe: expect.anything() });
  });

  it('shows what bled as a picture that says so in words, drawn once for all who read one language', async () => {
    const { id } = await raise(world.sponsor.agent, { directCostPerWeek: 700 });
    await acts.join(world.otherSponsor.agent, id);
    const fernande = await world.join('Fernande Fournier', 'SPONSOR');
    await acts.join(fernande.agent, id);
    await choose(fernande, { language: 'FR' });
    await to(id, 'TREATING');
    await house.settled();
    house.clock.set(TUESDAY);
    const pictures = house.get(DrawPicture);
    const draw = pictures.run.bind(pictures);
    let drawn = 0;
    pictures.run = (...asked) => {
      drawn += 1;
      return draw(...asked);
    };
    await write();
    const [english] = await digests(world.sponsor);
    const [second] = await digests(world.otherSponsor);
    const french = mails.to(fernande.email).at(-1);
    expect(drawn).toBe(2);
    expect(english?.text).toContain('€700 bleed a week against €700 on 20 Nov');
    expect(french?.text).toMatch(/Ce qui n’est pas résolu coûte 700\s€ par semaine, contre 700\s€ le 20 nov\./u);
    for (const mail of [english, second, french]) {
      const [picture, ...others] = mail?.attachments ?? [];
      const [, alt = ''] = new RegExp(`<img src="cid:${picture?.cid}" alt="([^"]+)"`, 'u').exec(mail?.html || '') ?? [];
      expect(mail?.text).toContain(alt);
      expect(mail?.text).toContain('/plots');
      expect([picture?.contentType, others]).toEqual(['image/png', []]);
    }
    expect(new Set([english, second, french].map((mail) => mail?.attachments[0]?.cid)).size).toBe(3);
  });

  it('comes once a week to each, whoever writes it and however often Stanch is started', async () => {
    const { id } = await raise(world.sponsor.agent);
    await to(id, 'TREATING');
    await house.settled();
    house.clock.set(TUESDAY);
    const second = await house.another();
    await Promise.all([house.get(WriteDigests).run(), second.get(WriteDigests).run(), house.get(WriteDigests).run()]);
    await second.close();
    await house.restart();
    await write();
    expect(await digests(world.sponsor)).toHaveLength(1);
    // The next week tells only what is new in it.
    house.clock.set(instantAfter(TUESDAY, WEEK));
    await write();
    expect(await digests(world.sponsor)).toHaveLength(1);
    await to(id, 'PLANNED');
    await house.settled();
    house.clock.set(instantAfter(TUESDAY, 2 * WEEK));
    await write();
    const [, next] = await digests(world.sponsor);
    expect(next?.text).toContain('Treating → Planned');
  });

  it('does not come with nothing to say, after its meeting, to one who left it, or to one who is away', async () => {
    const { id } = await raise(world.sponsor.agent);
    await acts.join(world.otherSponsor.agent, id);
    const left = await world.join('Lisa Left', 'SPONSOR');
    await acts.join(left.agent, id);
    await to(id, 'TREATING');
    await choose(left, { digest: false });
    await choose(world.otherSponsor, { pausedUntil: '2026-11-24' });
    await house.settled();
    house.clock.set('2026-11-25T09:00:00.000Z');
    await write();
    expect(await digests(world.sponsor)).toEqual([]);
    house.clock.set(TUESDAY);
    await write();
    expect(await digests(world.sponsor)).toHaveLength(1);
    expect([await digests(left), await digests(world.otherSponsor), await digests(world.viewer)]).toEqual([[], [], []]);
    // Back from the pause, one hears of all of it in the next digest.
    house.clock.set(instantAfter(TUESDAY, WEEK));
    await write();
    expect((await digests(world.otherSponsor)).map(({ text }) => text?.includes('Bleeding → Treating'))).toEqual([
      true,
    ]);
  });

  it('holds what somebody moved from at once to the digest, by mail and in the app', async () => {
    const { id, key } = await raise(world.sponsor.agent);
    const cells = ['APP', 'MAIL'].map((channel) => ({ event: 'COMMENT', channel, choice: 'DIGEST' }));
    await choose(world.sponsor, { cells });
    await house.settled();
    const before = mails.to(world.sponsor.email).length;
    await acts.comment(world.it.agent, id, 'We looked at it', 'SHARED');
    await house.settled();
    expect(mails.to(world.sponsor.email)).toHaveLength(before);
    expect((await unread(world.sponsor.agent)).filter(({ kind }) => kind === 'commented')).toEqual([]);
    house.clock.set(TUESDAY);
    await write();
    const [mail] = await digests(world.sponsor);
    expect(mail?.text).toContain(key);
    expect((await unread(world.sponsor.agent)).filter(({ kind }) => kind === 'digest')).toHaveLength(1);
  });

  it('tells no sponsor what is internal, and comes where its reader is', async () => {
    const { id } = await raise(world.sponsor.agent);
    await acts.own(world.lead.agent, id, world.it.id);
    const cells = [{ event: 'COMMENT', channel: 'MAIL', choice: 'DIGEST' }];
    for (const who of [world.sponsor, world.it]) await choose(who, { cells });
    await choose(world.it, { timeZone: 'America/New_York' });
    await acts.comment(world.lead.agent, id, 'They must not read this', 'INTERNAL');
    await to(id, 'TREATING');
    await house.settled();
    house.clock.set(TUESDAY);
    await write();
    expect(await digests(world.it)).toEqual([]);
    house.clock.set('2026-11-24T20:00:00.000Z');
    await write();
    expect((await digests(world.it))[0]?.text).toMatch(/internal|They must not read this/i);
    expect(JSON.stringify(mails.to(world.sponsor.email).map(({ raw }) => raw))).not.toContain(
      'They must not read this',
    );
  });
});
