import { type Person, Role } from '@stanch/people';
import { StageCategory } from '@stanch/remediation';
import { Sponsorship } from '@stanch/sponsorship';
import { type Card, type NotificationsWorld, openNotifications } from '../notifications.fixture.js';

const { BLEEDING, PLANNED, TREATING, CHECKING } = StageCategory;

describe('telling devices', () => {
  let world: NotificationsWorld;
  let sara: Person;
  let otto: Person;
  let ivo: Person;
  let ina: Person;
  let card: Card;
  let phone: string;
  let desk: string;

  beforeEach(async () => {
    world = await openNotifications(undefined);
    sara = await world.person('Sara');
    otto = await world.person('Otto');
    ivo = await world.person('Ivo', Role.IT);
    ina = await world.person('Ina', Role.IT);
    card = await world.card(sara, otto);
    [phone, desk] = [await world.device(sara), await world.device(sara)];
  });
  afterEach(() => world.close());

  const pushes = async () =>
    (await world.pushes()).map(({ deviceId, kind, sendAfter }) => ({ deviceId, kind, sendAfter }));
  const comment = (by: Person) =>
    world.tell('CommentAdded', by.id, { painPointId: card.id, commentId: 'c', visibility: 'SHARED' });

  it('tells each device that was switched on, and nobody who switched none on', async () => {
    await comment(ivo);
    const sendAfter = world.clock.now();
    expect(await pushes()).toEqual([
      { deviceId: phone, kind: 'commented', sendAfter },
      { deviceId: desk, kind: 'commented', sendAfter },
    ]);
  });

  it('makes moves within the window one push a device of the net change, and there and back none', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    world.clock.advance(60_000);
    await world.moved(card, ina, PLANNED, TREATING);
    const sendAfter = '2026-11-23T10:02:00.000Z';
    expect(await pushes()).toEqual([
      { deviceId: phone, kind: 'moved', sendAfter },
      { deviceId: desk, kind: 'moved', sendAfter },
    ]);
    expect((await world.pushes())[0]?.notice).toMatchObject({ move: { fromStageId: BLEEDING, toStageId: TREATING } });
    await world.moved(card, ina, TREATING, BLEEDING);
    expect(await pushes()).toEqual([]);
    expect(await world.mails()).toEqual([]);
    expect(await world.notifications()).toEqual([]);
  });

  it('tells a device that was switched on while the card moved where it stands in the end', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    const late = await world.device(sara);
    await world.moved(card, ivo, PLANNED, TREATING);
    expect((await pushes()).filter(({ deviceId }) => deviceId === late)).toMatchObject([{ kind: 'moved' }]);
    expect(await pushes()).toHaveLength(3);
  });

  it('takes there and back from the bell too, for who has no address but a device', async () => {
    await world.change((em) => em.execute('update person set email = null where id = ?', [sara.id]));
    await world.moved(card, ivo, BLEEDING, PLANNED);
    world.clock.advance(130_000);
    // What was sent is known, so it is told to be otherwise.
    await world.moved(card, ivo, PLANNED, BLEEDING);
    const toSara = async () => (await world.notifications()).filter(({ personId }) => personId === sara.id);
    expect(await toSara()).toHaveLength(1);
    expect(await pushes()).toHaveLength(4);
    await world.change((em) => em.execute('delete from notification'));
    const other = await world.card(sara);
    await world.moved(other, ivo, BLEEDING, PLANNED);
    await world.moved(other, ivo, PLANNED, BLEEDING);
    expect(await toSara()).toEqual([]);
  });

  it('tells nobody of their own act, and nobody who muted the pain point', async () => {
    await comment(sara);
    await world.change((em) => em.nativeUpdate(Sponsorship, { personId: sara.id }, { muted: true }));
    await comment(ivo);
    expect(await pushes()).toEqual([]);
  });

  it('keeps what is internal from who may not see it, and marks it for who may', async () => {
    await world.change((em) => em.execute('update pain_point set owner_id = ?', [ina.id]));
    const hers = await world.device(ina);
    await world.tell('CommentAdded', ivo.id, { painPointId: card.id, commentId: 'c', visibility: 'INTERNAL' });
    expect(await pushes()).toMatchObject([{ deviceId: hers }]);
    expect((await world.pushes())[0]?.internal).toBe(true);
  });

  it('goes by what was chosen for push: never, the digest, at once; a question always comes', async () => {
    await world.choose(sara, ['comment', 'PUSH', 'NEVER'], ['moved', 'PUSH', 'DIGEST']);
    await comment(ivo);
    await world.moved(card, ivo, PLANNED, TREATING);
    expect(await pushes()).toEqual([]);
    expect(await world.digestItems()).toMatchObject([{ person_id: sara.id, channel: 'PUSH' }]);
    await world.moved(card, ivo, TREATING, CHECKING);
    expect(await pushes()).toMatchObject([{ kind: 'asked' }, { kind: 'asked' }]);
  });

  it('waits for the end of quiet hours; keeps it for the digest while one is away; sends none to who left them', async () => {
    const his = await world.device(otto);
    await world.set(sara, { quiet_from: '10:30', quiet_to: '14:00', time_zone: 'Europe/Berlin' });
    await world.set(otto, { paused_until: '2026-11-23' });
    await comment(ivo);
    expect(await pushes()).toMatchObject([
      { deviceId: phone, sendAfter: '2026-11-23T13:00:00.000Z' },
      { deviceId: desk, sendAfter: '2026-11-23T13:00:00.000Z' },
    ]);
    const kept = (await world.digestItems()).map(({ person_id, channel }) => ({ person_id, channel }));
    expect(kept).toContainEqual({ person_id: otto.id, channel: 'PUSH' });
    await world.change((em) =>
      em.execute('update notification_settings set paused_until = null, pushes_left_at = ?', ['x']),
    );
    await comment(ivo);
    expect((await pushes()).filter(({ deviceId }) => deviceId === his)).toEqual([]);
  });

  it('keeps nothing for the digest of who has no device', async () => {
    await world.choose(otto, ['comment', 'PUSH', 'DIGEST']);
    await comment(ivo);
    expect((await world.digestItems()).filter(({ person_id }) => person_id === otto.id)).toEqual([]);
  });

  it('tells no device on which its owner has signed out, whose session is over, or that was tried in vain for days', async () => {
    await world.change((em) => em.execute('delete from session where id = ?', [phone]));
    await comment(ivo);
    expect(await pushes()).toMatchObject([{ deviceId: desk }]);
    await world.change((em) => em.execute('update session set expires_at = ?', [world.clock.now()]));
    await comment(ivo);
    await world.change((em) => em.execute(`update session set expires_at = '2027-01-01'`));
    await world.change((em) => em.execute('update push_device set given_up_at = ?', [world.clock.now()]));
    await comment(ivo);
    expect(await pushes()).toHaveLength(1);
  });

  it('does not let a move that waits arrive after the card was parked, and takes all back with the device', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    await world.tell('PainPointClosed', ivo.id, { painPointId: card.id, as: 'PARKED', reason: 'Too early.' });
    expect(await pushes()).toMatchObject([{ kind: 'parked' }, { kind: 'parked' }]);
    await world.change((em) => em.execute('delete from push_device where id = ?', [phone]));
    expect(await pushes()).toMatchObject([{ deviceId: desk }]);
  });
});
