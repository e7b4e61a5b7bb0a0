import { instantAfter } from '@stanch/kernel';
import { SendPushes } from '@stanch/notifications';
import { Outbox } from '@stanch/platform';
import type { Agent } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { CaughtPushes } from '../support/caught-pushes.js';
import { House, MORNING } from '../support/house.js';
import { PASSWORD, signIn, startWorld, type World } from '../support/world.js';
import { acts } from './hearing.js';
import { devicesOf, switchOff, switchOn, switchOnIn, testOn } from './pushing.js';

const HOUR = 3_600_000;

/** The whole app with a clock of its own, and a real push service over HTTPS with browsers behind it. */
describe('push ends, or moves, with its device', () => {
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

  const on = ({ agent }: { agent: Agent }) => switchOnIn(agent, service.browser());
  const settled = async (later = 0) => {
    await house.settled();
    house.clock.set(instantAfter(house.clock.now(), later));
    await house.get(SendPushes).drain();
  };
  const go = (id: string, category: 'PLANNED') => move(world.it.agent, { id, toStageId: world.stage(category) });

  it.each([404, 410])(
    'no more when its push service says %i: it is taken away with all that waits for it',
    async (status) => {
      const phone = await on(world.sponsor);
      const card = await raise(world.sponsor.agent);
      await go(card.id, 'PLANNED');
      service.next.push(status);
      await acts.comment(world.it.agent, card.id, 'Nobody is there', 'SHARED');
      await settled();
      expect(await devicesOf(world.sponsor.agent)).toEqual([]);
      await settled(HOUR);
      expect(service.to(phone)).toEqual([]);
      expect(house.rows('select * from push')).toEqual([]);
    },
  );

  it('no more once its owner signs out there; it hears again when the same person signs in', async () => {
    const session = { agent: await signIn(house.url, world.sponsor.email, PASSWORD) };
    const phone = await on(session);
    const card = await raise(world.sponsor.agent);
    await go(card.id, 'PLANNED');
    await session.agent.ask('mutation { signOut }');
    await settled(61_000);
    await acts.comment(world.it.agent, card.id, 'Not there', 'SHARED');
    await settled();
    expect(service.calls).toBe(0);
    expect(await devicesOf(world.sponsor.agent)).toMatchObject([{ id: phone.id, signedIn: false }]);
    const again = { agent: await signIn(house.url, world.sponsor.email, PASSWORD) };
    expect((await switchOn(again.agent, phone)).data?.switchPushOn).toMatchObject({ id: phone.id, signedIn: true });
    await acts.comment(world.it.agent, card.id, 'Back', 'SHARED');
    await settled();
    expect(service.to(phone)).toMatchObject([{ text: expect.stringContaining('Back') }]);
  });

  it('of the person who switched it on last, and of nothing that waited for the one before', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent);
    await go(card.id, 'PLANNED');
    await house.get(Outbox).drain();
    expect((await switchOn(world.otherSponsor.agent, phone)).data?.switchPushOn.id).toBe(phone.id);
    await settled(61_000);
    expect(service.calls).toBe(0);
    expect(await devicesOf(world.sponsor.agent)).toEqual([]);
    // Whoever only read its address somewhere does not bring its keys.
    const { p256dh, auth } = service.browser();
    const { errors } = await switchOn(world.sponsor.agent, { ...phone, p256dh, auth });
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: 'endpoint' });
    expect(await devicesOf(world.otherSponsor.agent)).toHaveLength(1);
  });

  it('at the new address that its push service gave it, as the same device', async () => {
    const old = await on(world.sponsor);
    const fresh = service.browser();
    expect((await switchOn(world.sponsor.agent, fresh, old.endpoint)).data?.switchPushOn).toMatchObject({ id: old.id });
    expect(await devicesOf(world.sponsor.agent, fresh.endpoint)).toMatchObject([{ id: old.id, here: true }]);
    // Nobody takes over a device by naming an address of somebody else.
    const other = service.browser();
    await switchOn(world.otherSponsor.agent, other, fresh.endpoint);
    expect(await devicesOf(world.sponsor.agent, fresh.endpoint)).toMatchObject([{ id: old.id, here: true }]);
    expect(await devicesOf(world.otherSponsor.agent)).toHaveLength(1);
  });

  it('no more when it is switched off, by its owner alone', async () => {
    const phone = await on(world.sponsor);
    const card = await raise(world.sponsor.agent);
    expect((await switchOff(world.otherSponsor.agent, phone.id)).code).toBe('NOT_FOUND');
    await expect(testOn(world.otherSponsor.agent, phone.id)).rejects.toThrow('NOT_FOUND');
    await go(card.id, 'PLANNED');
    await switchOff(world.sponsor.agent, phone.id);
    await settled(HOUR);
    expect([service.calls, await devicesOf(world.sponsor.agent)]).toEqual([0, []]);
  });

  it('no more of anything after the link in a mail that ends all, until push is switched on once more', async () => {
    const mails = await CaughtMails.start();
    const other = await House.open({ environment: { ALLOW_PRIVATE_PUSH: 'true', SMTP_URL: mails.url } });
    const there = await startWorld(other.url);
    const phone = await on(there.sponsor);
    const card = await raise(there.sponsor.agent);
    const said = async (text: string) => {
      await acts.comment(there.it.agent, card.id, text, 'SHARED');
      await other.settled();
    };
    await said('One');
    const token = /\/unsubscribe\/([\w.-]+)/.exec(mails.to(there.sponsor.email).at(-1)?.text ?? '')?.[1];
    const leave = (scope: string, comeBack = false) =>
      there.anyone.ask('mutation ($input: UnsubscribeInput!) { unsubscribe(input: $input) { left } }', {
        input: { token, scope, comeBack },
      });
    await leave('PAIN_POINT');
    await said('Left this one');
    await leave('PAIN_POINT', true);
    await said('Two');
    await leave('ALL');
    await said('Left all');
    await switchOn(there.sponsor.agent, phone);
    await said('Three');
    expect(service.to(phone).map(({ text }) => /“(.+?)”/.exec(text)?.[1])).toEqual(['One', 'Two', 'Three']);
    await there.leave();
    await other.close();
    await mails.close();
  });

  it('at no address within a private network unless it is allowed; the answer of one it may reach is not passed on', async () => {
    const strict = await House.open({ at: MORNING });
    const there = await startWorld(strict.url);
    const { p256dh, auth } = service.browser();
    const { port } = new URL(service.origin);
    for (const host of [
      '127.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '0x7f.1',
      '2130706433',
      '169.254.169.254',
      '10.0.0.1',
    ]) {
      const { errors } = await switchOn(there.sponsor.agent, { endpoint: `https://${host}:${port}/`, p256dh, auth });
      expect([host, errors[0]?.extensions?.field]).toEqual([host, 'endpoint']);
    }
    // What a name stands for is seen when it is called.
    const { data } = await switchOn(there.sponsor.agent, { endpoint: `https://localhost:${port}/x`, p256dh, auth });
    expect(await testOn(there.sponsor.agent, data?.switchPushOn.id ?? '')).toEqual({
      arrived: false,
      reason: expect.stringContaining('private network'),
    });
    expect(service.calls).toBe(0);
    await there.leave();
    await strict.close();
    const phone = await on(world.sponsor);
    service.next.push(500);
    expect((await testOn(world.sponsor.agent, phone.id)).reason).not.toContain('as asked');
  });

  it('by a browser alone, and twenty for each person at the most', async () => {
    const { createApiToken } = await world.sponsor.agent.ask<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(name: "script") { secret } }',
    );
    const answer = await fetch(`${house.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${createApiToken.secret}` },
      body: JSON.stringify({
        query: 'mutation ($input: SwitchPushOnInput!) { switchPushOn(input: $input) { id } }',
        variables: { input: service.browser() },
      }),
    });
    expect(await answer.text()).toContain('FORBIDDEN');
    for (let at = 0; at < 20; at += 1) await on(world.sponsor);
    const { errors } = await switchOn(world.sponsor.agent, service.browser());
    expect(errors[0]?.extensions?.field).toBe('endpoint');
  });
});
