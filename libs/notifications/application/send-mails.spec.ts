import { millisecondsBetween } from '@stanch/kernel';
import { type Person, Role } from '@stanch/people';
import { StageCategory } from '@stanch/remediation';
import { type Behaviour, CaughtMails } from '../../../test/support/caught-mail.js';
import { MOST_ATTEMPTS } from '../domain/retry-pause.js';
import { type Card, type NotificationsWorld, openNotifications, START } from '../notifications.fixture.js';

const { BLEEDING, PLANNED, TREATING } = StageCategory;

/** A real mail server on the loopback; only the clock is ours. */
describe('sending mails', () => {
  let server: CaughtMails;
  let world: NotificationsWorld;
  let sara: Person;
  let ivo: Person;
  let card: Card;

  beforeEach(async () => {
    server = await CaughtMails.start();
    world = await openNotifications(server.url);
    sara = await world.person('Sara');
    ivo = await world.person('Ivo', Role.IT);
    card = await world.card(sara);
  });

  afterEach(async () => {
    await world.close();
    await server.close();
  });

  const only = async () => {
    const [mail, ...others] = await world.mails();
    expect(others).toEqual([]);
    if (mail === undefined) throw new Error('There is no mail.');
    return mail;
  };
  const park = () => world.tell('PainPointClosed', ivo.id, { painPointId: card.id, as: 'PARKED', reason: 'In May.' });

  it('sends other news at once and a move after its window, and nothing twice', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    await world.sendMails.drain();
    expect(server.mails).toEqual([]);
    world.clock.advance(120_000);
    await world.sendMails.drain();
    await world.sendMails.drain();
    expect(server.mails).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'SENT', attempts: 1, sentAt: world.clock.now(), nextAttemptAt: null });
  });

  it('sends one mail of a bulk change of thirty cards, once the last of them is due', async () => {
    for (let count = 0; count < 30; count += 1) {
      await world.moved(await world.card(sara), ivo, BLEEDING, PLANNED);
      world.clock.advance(1_000);
    }
    world.clock.advance(90_000);
    await world.sendMails.drain();
    expect(server.mails).toEqual([]);
    world.clock.advance(30_000);
    await world.sendMails.drain();
    expect(server.mails.map(({ subject }) => subject)).toEqual(['Ivo changed 30 pain points of yours']);
    for (const key of ['P-2', 'P-31']) expect(server.mails[0]?.text).toContain(`- ${key}  `);
    expect(await only()).toMatchObject({ state: 'SENT', kind: 'bundle' });
  });

  it('sends nothing when the card went there and back', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    await world.moved(card, ivo, PLANNED, BLEEDING);
    world.clock.advance(600_000);
    await world.sendMails.drain();
    expect(server.attempts).toBe(0);
  });

  it('keeps the mails of a pain point in one thread, each with its own Message-ID and in their order', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    world.clock.advance(120_000);
    await world.moved(card, ivo, PLANNED, TREATING);
    world.clock.advance(120_000);
    await world.sendMails.drain();
    expect(server.mails.map(({ text }) => text?.split('\n')[0])).toEqual([
      'The pain you raised is planned: it was heard, and it will be worked on.',
      'Work on the pain you raised has begun.',
    ]);
    expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(2);
    expect(new Set(server.mails.map(({ inReplyTo }) => inReplyTo)).size).toBe(1);
    expect(server.mails[0]?.date?.toISOString()).toBe('2026-11-23T10:02:00.000Z');
  });

  it.each<[string, Behaviour]>([
    ['is busy (421)', { code: 421, text: 'come back later' }],
    ['greylists (451)', { code: 451, text: 'greylisted' }],
    ['is full (452)', { code: 452, text: 'no room' }],
    ['cuts the connection', 'cut'],
    ['says nothing for too long', { waitMs: 1_000 }],
  ])('tries again after growing pauses when the server %s', async (_what, behaviour) => {
    server.next.push(behaviour, behaviour);
    await park();
    await world.sendMails.drain();
    const first = await only();
    expect(first).toMatchObject({ state: 'WAITING', attempts: 1, lastError: expect.stringMatching(/./) as string });
    const pause = millisecondsBetween(START, first.nextAttemptAt ?? '');
    expect(pause).toBeGreaterThanOrEqual(30_000);
    expect(pause).toBeLessThanOrEqual(36_000);

    world.clock.advance(29_000);
    await world.sendMails.drain();
    expect(server.attempts).toBe(1);
    world.clock.set(first.nextAttemptAt ?? '');
    await world.sendMails.drain();
    const second = await only();
    expect(second.attempts).toBe(2);
    expect(millisecondsBetween(world.clock.now(), second.nextAttemptAt ?? '')).toBeGreaterThanOrEqual(120_000);

    world.clock.set(second.nextAttemptAt ?? '');
    await world.sendMails.drain();
    expect(await only()).toMatchObject({ state: 'SENT', attempts: 3, lastError: null, messageId: first.messageId });
  });

  it('gives up on a permanent refusal, keeps the reason, and sends again to the address of now', async () => {
    server.next.push({ code: 550, text: 'no such mailbox' });
    await park();
    await world.sendMails.drain();
    const failed = await only();
    expect(failed).toMatchObject({ state: 'FAILED', attempts: 1, nextAttemptAt: null });
    expect(failed.lastError).toContain('no such mailbox');
    await world.change((em) => em.execute(`update person set email = 'sara.new@example.com' where id = ?`, [sara.id]));
    await world.sendAgain.run(failed.id);
    await world.sendMails.drain();
    expect(server.mails.map(({ recipients }) => recipients)).toEqual([['sara.new@example.com']]);
    expect(await only()).toMatchObject({ state: 'SENT', messageId: failed.messageId });
  });

  it('gives up after three days of closed doors', async () => {
    await server.close();
    await park();
    for (let attempts = 0; attempts < MOST_ATTEMPTS; attempts += 1) {
      await world.sendMails.drain();
      world.clock.set((await only()).nextAttemptAt ?? world.clock.now());
    }
    expect(await only()).toMatchObject({ state: 'FAILED', attempts: MOST_ATTEMPTS });
    expect(millisecondsBetween(START, world.clock.now()) / 86_400_000).toBeGreaterThan(3);
    await server.open();
  });

  it('does not knock for every mail at a door that is closed', async () => {
    await server.close();
    for (let count = 0; count < 12; count += 1) await park();
    await world.sendMails.drain();
    const mails = await world.mails();
    expect(mails).toHaveLength(12);
    expect(mails.every(({ state, attempts, lastError }) => state === 'WAITING' && attempts === 1 && lastError)).toBe(
      true,
    );
    await server.open();
    world.clock.advance(36_000);
    await world.sendMails.drain();
    expect(server.mails).toHaveLength(12);
  });

  it('sends what was under way in a crash again, with the same Message-ID', async () => {
    await park();
    await world.sendMails.drain();
    const { messageId } = await only();
    // As a kill -9 leaves it after the server took the mail and before that was written down.
    await world.change((em) =>
      em.execute(`update mail set state = 'SENDING', sent_at = null, next_attempt_at = created_at`),
    );
    const after = world.restarted();
    await after.onApplicationBootstrap();
    await after.drain();
    await after.beforeApplicationShutdown();
    expect(server.mails.map((mail) => mail.messageId)).toEqual([messageId, messageId]);
    expect(await only()).toMatchObject({ state: 'SENT' });
  });

  it('finishes the mail in flight when it is shut down, and begins no other', async () => {
    server.always = { waitMs: 100 };
    await park();
    await park();
    world.sendMails.wake();
    while (server.attempts === 0) await new Promise((resolve) => setImmediate(resolve));
    await world.sendMails.beforeApplicationShutdown();
    expect((await world.mails()).map(({ state }) => state)).toEqual(['SENT', 'WAITING']);
  });

  it('sends nothing to somebody who has left since', async () => {
    await park();
    await world.change((em) => em.execute(`update person set deactivated_at = ? where id = ?`, [START, sara.id]));
    await world.sendMails.drain();
    expect(server.attempts).toBe(0);
    expect(await only()).toMatchObject({ state: 'FAILED' });
  });
});

it('lets mails wait when there is no mail server', async () => {
  const world = await openNotifications(undefined, 0);
  const card = await world.card(await world.person('Sara'));
  await world.moved(card, await world.person('Ivo', Role.IT), BLEEDING, PLANNED);
  await world.sendMails.onApplicationBootstrap();
  await world.sendMails.drain();
  expect(await world.mails()).toMatchObject([{ state: 'WAITING', attempts: 0, lastError: null }]);
  await world.close();
});
