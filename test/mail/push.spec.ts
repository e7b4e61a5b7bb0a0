import { type Instant, instantAfter } from '@stanch/kernel';
import { SendPushes, WriteDigests } from '@stanch/notifications';
import { Outbox } from '@stanch/platform';
import { move, raise } from '../support/builders.js';
import { CaughtPushes } from '../support/caught-pushes.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, eventually } from './hearing.js';
import { devicesOf, switchOnIn, testOn } from './pushing.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The afternoon before the weekly meeting, which is on a Wednesday at ten. */
const DIGEST_HOUR: Instant = '2026-11-24T15:01:00.000Z';

/** The whole app with a clock of its own, and a real push service over HTTPS with browsers behind it. */
describe('a device is pushed to', () => {
  let service: CaughtPushes;
  let house: House;
  let world: World;

  beforeAll(async () => {
    service = await CaughtPushes.start();
  });
  beforeEach(async () => {
    service.pushed.length = 0;
    service.calls = 0;
    service.always = 201;
    house = await House.open({ environment: { ALLOW_PRIVATE_PUSH: 'true', MAIL_WINDOW_SECONDS: '60' } });
    world = await startWorld(house.url);
  });
  afterEach(async () => {
    await world.leave();
    await house.close();
  });
  afterAll(() => service.close());

  const on = ({ agent }: Pick<Member, 'agent'>) => switchOnIn(agent, service.browser());
  const settled = async (later = 0) => {
    await house.settled();
    house.clock.set(instantAfter(house.clock.now(), later));
    await house.get(SendPushes).drain();
  };
  const choose = ({ agent }: Member, input: object) =>
    agent.ask('mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { zone } }', {
      input,
    });
  const go = (id: string, category: 'BLEEDING' | 'PLANNED' | 'TREATING' | 'CHECKING') =>
    move(world.it.agent, { id, toStageId: world.stage(category) });

  it('of what happens: encrypted for it alone, signed as ours, kept for a week, the last of a card in the place of the first', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent, { title: 'The printer jams' });
    await acts.comment(world.it.agent, card.id, 'We look at it', 'SHARED');
    await settled();
    const [first] = service.pushed;
    expect(first?.message).toEqual({
      id: expect.any(String),
      tag: card.id,
      title: `${card.key} The printer jams`,
      text: 'Ivo Itman: “We look at it”',
      before: '(and # before)',
      to: `/mine/p/${card.key}`,
    });
    const { pushKey } = await world.sponsor.agent.ask<{ pushKey: string }>('{ pushKey }');
    expect(first?.key).toBe(pushKey);
    expect(first?.claims).toMatchObject({ aud: service.origin, sub: 'mailto:stanch@localhost' });
    expect(first?.headers).toMatchObject({ ttl: String(7 * 86_400), 'content-encoding': 'aes128gcm' });
    await acts.promise(world.it.agent, card.id, '2026-12-01');
    await settled(MINUTE);
    expect(service.to(phone)).toHaveLength(2);
    expect(new Set(service.pushed.map(({ headers }) => headers['topic'])).size).toBe(1);
    expect(await devicesOf(world.sponsor.agent)).toMatchObject([{ id: phone.id, reachedAt: house.clock.now() }]);
  });

  it('once, also with several server processes; again as the same, when one was killed while it sent', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent);
    await acts.comment(world.it.agent, card.id, 'One', 'SHARED');
    await house.get(Outbox).drain();
    const second = await house.another();
    await Promise.all([house.get(SendPushes).drain(), second.get(SendPushes).drain()]);
    await house.restart();
    await settled(HOUR);
    expect(service.to(phone)).toHaveLength(1);
    // Nobody answers the first process, as if it were gone; after a minute another takes up what it began.
    let answer: () => void = () => undefined;
    service.held = new Promise((resolve) => (answer = resolve));
    await acts.comment(world.it.agent, card.id, 'Two', 'SHARED');
    await house.get(Outbox).drain();
    await eventually(
      async () => service.calls,
      (calls) => calls === 2,
    );
    const sending = house.get(SendPushes).drain();
    house.clock.set(instantAfter(house.clock.now(), MINUTE));
    const again = second.get(SendPushes).drain();
    await eventually(
      async () => service.calls,
      (calls) => calls === 3,
    );
    answer();
    await Promise.all([sending, again]);
    await settled(HOUR);
    const [, two, same] = service.to(phone);
    expect(service.to(phone)).toHaveLength(3);
    expect(same).toEqual(two);
    await second.close();
  });

  it('of moves as their net change, of there and back not at all, and of a bulk change in one piece', async () => {
    const phone = await on(world.sponsor);
    const onward = await raise(world.sponsor.agent, { title: 'Onward' });
    const back = await raise(world.sponsor.agent, { title: 'There and back' });
    await go(onward.id, 'PLANNED');
    await go(back.id, 'PLANNED');
    await go(onward.id, 'TREATING');
    await go(back.id, 'BLEEDING');
    await settled();
    expect(service.to(phone)).toEqual([]);
    await settled(61_000);
    expect(service.to(phone)).toMatchObject([
      { title: `${onward.key} Onward`, text: 'Work on the pain you raised has begun.' },
    ]);
    const many = [];
    for (let at = 0; at < 6; at += 1) many.push(await raise(world.sponsor.agent, { title: `Pain ${at}` }));
    for (const { id } of many) await go(id, 'PLANNED');
    await settled(61_000);
    await settled(3 * MINUTE);
    expect(service.to(phone).slice(1)).toMatchObject([
      { tag: 'bundle', title: 'Ivo Itman changed 6 pain points of yours', to: '/mine' },
    ]);
  });

  it('of nothing that its owner did, may not see or chose never to hear; of a question always', async () => {
    const [hers, his] = [await on(world.sponsor), await on(world.it)];
    await choose(world.sponsor, { cells: [{ event: 'COMMENT', channel: 'PUSH', choice: 'NEVER' }] });
    const card = await raise(world.sponsor.agent, { title: 'The scanner hums' });
    await acts.own(world.lead.agent, card.id, world.it.id);
    await acts.comment(world.it.agent, card.id, 'Chosen never', 'SHARED');
    await acts.comment(world.lead.agent, card.id, 'They must not read this', 'INTERNAL');
    await go(card.id, 'CHECKING');
    await settled(61_000);
    expect(service.to(hers)).toMatchObject([{ text: 'Is it fixed? You decide.' }]);
    expect(service.to(his)).toMatchObject([{ text: 'Something new, for IT alone. Open it to read it.' }]);
    expect(JSON.stringify(service.pushed)).not.toContain('must not read');
  });

  it('no more of what is internal, once its owner may no longer see that', async () => {
    const his = await on(world.it);
    const card = await raise(world.sponsor.agent);
    await acts.own(world.lead.agent, card.id, world.it.id);
    service.always = 503;
    await acts.comment(world.lead.agent, card.id, 'For IT alone', 'INTERNAL');
    await settled();
    await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input: { id: world.it.id, role: 'VIEWER' },
    });
    service.always = 201;
    await settled(HOUR);
    expect(service.to(his)).toEqual([]);
  });

  it('after quiet hours, also when they began between two attempts; while away once, in the digest', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent);
    service.always = 503;
    await acts.comment(world.it.agent, card.id, 'Late', 'SHARED');
    await settled();
    service.always = 201;
    await choose(world.sponsor, { quietHours: { from: '09:00', to: '12:00' }, timeZone: 'UTC' });
    await settled(2 * MINUTE);
    expect(service.to(phone)).toEqual([]);
    await settled(3 * HOUR);
    expect(service.to(phone)).toHaveLength(1);
    await choose(world.sponsor, { quietHours: null, pausedUntil: '2026-11-19' });
    await acts.comment(world.it.agent, card.id, 'While away', 'SHARED');
    await settled(HOUR);
    expect(service.to(phone)).toHaveLength(1);
    house.clock.set(DIGEST_HOUR);
    await house.get(WriteDigests).run();
    await house.get(WriteDigests).run();
    await settled();
    expect(service.to(phone).slice(1)).toMatchObject([
      { title: 'Your week in Stanch', text: `${card.key}: Ivo Itman: “While away”`, to: '/mine' },
    ]);
  });

  it('again after growing pauses, and says so; given up after three days, until a test arrives', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent);
    service.always = 503;
    await acts.comment(world.it.agent, card.id, 'It waits', 'SHARED');
    await settled();
    const since = house.clock.now();
    expect(await devicesOf(world.sponsor.agent)).toMatchObject([
      { failingSince: since, failure: 'The push service of the browser answered 503.', givenUp: false },
    ]);
    for (let time = 0; time < 30; time += 1) await settled(8 * HOUR);
    expect(await devicesOf(world.sponsor.agent)).toMatchObject([{ failingSince: since, givenUp: true }]);
    const { calls } = service;
    expect(calls).toBeGreaterThan(10);
    await acts.comment(world.it.agent, card.id, 'In vain', 'SHARED');
    await settled(8 * HOUR);
    expect(service.calls).toBe(calls);
    expect(await testOn(world.sponsor.agent, phone.id)).toEqual({
      arrived: false,
      reason: 'The push service of the browser answered 503.',
    });
    service.always = 201;
    expect(await testOn(world.sponsor.agent, phone.id)).toEqual({ arrived: true, reason: null });
    expect(await devicesOf(world.sponsor.agent)).toMatchObject([{ failingSince: null, failure: null, givenUp: false }]);
    await acts.comment(world.it.agent, card.id, 'It arrives', 'SHARED');
    await settled();
    expect(service.to(phone).map(({ text }) => text)).toEqual([
      'What happens to your pain points shows here.',
      'Ivo Itman: “It arrives”',
    ]);
  });

  it('side by side with others: one that fails holds up none, and tries once for all that waits', async () => {
    const [bad, good] = [await on(world.sponsor), await on(world.otherSponsor)];
    const cards = [await raise(world.sponsor.agent), await raise(world.sponsor.agent)];
    for (const { id } of cards) await acts.join(world.otherSponsor.agent, id);
    await settled();
    const redirect = 307;
    for (const { id } of cards) await acts.comment(world.it.agent, id, 'To both', 'SHARED');
    await house.get(Outbox).drain();
    service.pushed.length = service.calls = 0;
    service.next.push(redirect);
    await settled();
    const reached = [service.to(bad).length, service.to(good).length].sort();
    expect({ reached, calls: service.calls }).toEqual({ reached: [0, 2], calls: 3 });
  });
});
