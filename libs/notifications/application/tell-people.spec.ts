import { type Person, Role } from '@stanch/people';
import { StageCategory } from '@stanch/remediation';
import { Sponsorship } from '@stanch/sponsorship';
import { type Card, type NotificationsWorld, openNotifications } from '../notifications.fixture.js';
import { notificationTopic } from './notification-topic.js';

const { BLEEDING, PLANNED, TREATING, CHECKING, FIXED } = StageCategory;

describe('telling people', () => {
  let world: NotificationsWorld;
  let sara: Person;
  let otto: Person;
  let ivo: Person;
  let ina: Person;
  let card: Card;

  beforeEach(async () => {
    world = await openNotifications(undefined);
    sara = await world.person('Sara');
    otto = await world.person('Otto');
    ivo = await world.person('Ivo', Role.IT);
    ina = await world.person('Ina', Role.IT);
    card = await world.card(sara, otto);
  });

  afterEach(() => world.close());

  const mailsTo = async ({ id }: Person) => (await world.mails()).filter(({ personId }) => personId === id);
  const toldTo = async ({ id }: Person) => (await world.notifications()).filter(({ personId }) => personId === id);

  it('tells in the app at once and lets the mail of a move wait', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    expect(await toldTo(sara)).toMatchObject([{ kind: 'planned', readAt: null, painPointId: card.id }]);
    const [mail] = await mailsTo(sara);
    expect(mail).toMatchObject({ state: 'WAITING', attempts: 0, sendAfter: '2026-11-23T10:02:00.000Z' });
    expect(mail?.messageId).toBe(`<${mail?.id}@mail.example.com>`);
    expect(await toldTo(ivo)).toEqual([]);
  });

  it('makes further moves within the window one mail of the net change, keeping when it goes out', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    world.clock.advance(60_000);
    await world.moved(card, ina, PLANNED, TREATING);
    const mails = await mailsTo(sara);
    expect(mails).toMatchObject([{ kind: 'moved', sendAfter: '2026-11-23T10:02:00.000Z' }]);
    expect(mails[0]?.notice).toMatchObject({ by: 'Ina', move: { fromStageId: BLEEDING, toStageId: TREATING } });
    expect(await toldTo(sara)).toMatchObject([
      { kind: 'moved', text: 'Work on the pain you raised has begun. (and 1 before)', at: world.clock.now() },
    ]);
  });

  it('asks the raiser by the net change and tells the others where it stands', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED, TREATING, CHECKING);
    expect(await mailsTo(sara)).toMatchObject([{ kind: 'asked' }]);
    expect(await mailsTo(otto)).toMatchObject([{ kind: 'moved' }]);
  });

  it('makes there and back nothing, neither mail nor notification', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    const seen = world.live.watch<{ readAt: string | null }>(notificationTopic(sara.id));
    world.clock.advance(119_000);
    await world.moved(card, ivo, PLANNED, BLEEDING);
    expect(await world.mails()).toEqual([]);
    expect(await world.notifications()).toEqual([]);
    expect((await seen.next()).value).toMatchObject({ readAt: expect.any(String) as string, takenBack: true });
  });

  it('makes there and back nothing within one batch, too', async () => {
    await world.moved(card, ivo, BLEEDING, TREATING, PLANNED, BLEEDING);
    expect(await world.mails()).toEqual([]);
    expect(await world.notifications()).toEqual([]);
  });

  it('writes a mail of its own once the window is over', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    world.clock.advance(120_000);
    await world.moved(card, ivo, PLANNED, BLEEDING);
    const mails = await mailsTo(sara);
    expect(mails.map(({ notice }) => notice.move?.toStageId)).toEqual([PLANNED, BLEEDING]);
    // The bell still has one line for the card: where it stands now.
    expect(await toldTo(sara)).toMatchObject([{ kind: 'moved' }]);
  });

  it('does not rewrite a mail that was tried already', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    await world.change(async (em) => em.execute(`update mail set attempts = 1`));
    await world.moved(card, ivo, PLANNED, BLEEDING);
    expect(await mailsTo(sara)).toHaveLength(2);
  });

  it('does not tell an owner of a move that they took back themselves', async () => {
    await world.change((em) => em.execute(`update pain_point set owner_id = ?`, [ina.id]));
    await world.moved(card, ivo, BLEEDING, PLANNED);
    expect(await mailsTo(ina)).toHaveLength(1);
    await world.moved(card, ina, PLANNED, BLEEDING);
    expect(await mailsTo(ina)).toEqual([]);
    expect(await toldTo(ina)).toEqual([]);
  });

  it('does not let a move that waits arrive after the card was parked', async () => {
    await world.moved(card, ivo, BLEEDING, PLANNED);
    await world.tell('PainPointClosed', ivo.id, { painPointId: card.id, as: 'PARKED', reason: 'Too early.' });
    expect(await mailsTo(sara)).toMatchObject([{ kind: 'parked' }]);
  });

  it('tells nobody who muted the pain point', async () => {
    await world.change((em) => em.nativeUpdate(Sponsorship, { personId: otto.id }, { muted: true }));
    await world.moved(card, ivo, BLEEDING, PLANNED);
    expect(await toldTo(otto)).toEqual([]);
    expect(await mailsTo(otto)).toEqual([]);
  });

  it('tells whoever has no address in the app alone, and takes that back as well', async () => {
    await world.change((em) => em.execute(`update person set email = null where id = ?`, [sara.id]));
    await world.moved(card, ivo, BLEEDING, PLANNED);
    expect(await mailsTo(sara)).toEqual([]);
    expect(await toldTo(sara)).toHaveLength(1);
    await world.moved(card, ivo, PLANNED, BLEEDING);
    expect(await toldTo(sara)).toEqual([]);
  });

  it('stores one line and one mail for an event that comes twice', async () => {
    const closing = { painPointId: card.id, as: 'DECLINED', reason: 'It is not ours.' };
    await world.tell('PainPointClosed', ivo.id, closing, 'the-same-event');
    await world.tell('PainPointClosed', ivo.id, closing, 'the-same-event');
    expect(await toldTo(sara)).toHaveLength(1);
    expect(await mailsTo(sara)).toHaveLength(1);
  });

  it('sums up an import, one line a person', async () => {
    const counts = [
      { personId: sara.id, painPointIds: ['a', 'b', 'c'] },
      { personId: ivo.id, painPointIds: ['d'] },
    ];
    await world.tell('PainPointsImported', ivo.id, { importId: 'i', counts });
    expect(await world.mails()).toMatchObject([{ personId: sara.id, kind: 'imported', painPointId: null }]);
    expect((await toldTo(sara))[0]?.text).toBe('3 pain points that you named are now on the board.');
  });

  it('says once that a promise was broken, by nobody', async () => {
    await world.tell('CommitmentBroken', null, { painPointId: card.id, commitmentId: 'c', dueOn: '2026-11-20' });
    expect((await toldTo(sara))[0]?.text).toBe('Not kept: it was promised for Friday, 20 November 2026');
  });

  it('tells a fix as confirmed once it is', async () => {
    await world.change((em) => em.execute(`update pain_point set confirmed = ?`, [true]));
    await world.moved(card, sara, CHECKING, FIXED);
    expect(await toldTo(sara)).toEqual([]);
    expect((await toldTo(otto))[0]?.text).toContain('confirmed by those whom it hurt');
  });

  it('sends nothing at once to who wants it in the digest, where it waits with its words', async () => {
    await world.choose(sara, ['moved', 'MAIL', 'DIGEST']);
    await world.moved(card, ivo, PLANNED, TREATING);
    expect(await mailsTo(sara)).toEqual([]);
    expect(await mailsTo(otto)).toHaveLength(1);
    expect(await toldTo(sara)).toMatchObject([{ kind: 'moved' }]);
    const [item, ...others] = await world.digestItems();
    expect(item).toMatchObject({ person_id: sara.id, channel: 'MAIL', pain_point_id: card.id, digest_id: null });
    expect(others).toEqual([]);
  });

  it('tells who chose never by no way, and asks them all the same whether it is fixed', async () => {
    await world.choose(sara, ['moved', 'MAIL', 'NEVER'], ['moved', 'APP', 'NEVER']);
    await world.moved(card, ivo, PLANNED, TREATING);
    expect([...(await mailsTo(sara)), ...(await toldTo(sara)), ...(await world.digestItems())]).toEqual([]);
    await world.moved(card, ivo, TREATING, CHECKING);
    expect(await mailsTo(sara)).toMatchObject([{ kind: 'asked' }]);
    expect(await toldTo(sara)).toMatchObject([{ kind: 'asked' }]);
  });

  it('goes by the net change: who wants moves in the digest, but not plans, gets no mail of what moved on', async () => {
    await world.choose(sara, ['moved', 'MAIL', 'DIGEST']);
    await world.moved(card, ivo, BLEEDING, PLANNED);
    expect(await mailsTo(sara)).toMatchObject([{ kind: 'planned' }]);
    await world.moved(card, ivo, PLANNED, TREATING);
    expect(await mailsTo(sara)).toEqual([]);
    const items = await world.digestItems();
    expect(items.map(({ notice }) => JSON.parse(notice) as object)).toMatchObject([
      { move: { fromStageId: BLEEDING, toStageId: TREATING } },
    ]);
  });

  it('lets mails wait for the end of quiet hours, and for the digest while somebody is away', async () => {
    await world.set(sara, { quiet_from: '10:30', quiet_to: '14:00', time_zone: 'Europe/Berlin' });
    await world.set(otto, { paused_until: '2026-11-23' });
    await world.moved(card, ivo, PLANNED, TREATING);
    expect(await mailsTo(sara)).toMatchObject([{ sendAfter: '2026-11-23T13:00:00.000Z' }]);
    expect(await mailsTo(otto)).toEqual([]);
    expect(await world.digestItems()).toMatchObject([{ person_id: otto.id }]);
  });

  it('sends no mail to who left them all', async () => {
    await world.set(sara, { mails_left_at: '2026-11-20T10:00:00.000Z' });
    await world.moved(card, ivo, TREATING, CHECKING);
    expect(await mailsTo(sara)).toEqual([]);
    expect(await toldTo(sara)).toMatchObject([{ kind: 'asked' }]);
  });

  describe('of promised dates', () => {
    const D = '2026-12-04';
    const E = '2026-12-11';
    const promise = (dueOn: string, by = ivo) =>
      world.tell('CommitmentMade', by.id, { painPointId: card.id, byId: by.id, dueOn });
    const postpone = (fromDueOn: string, dueOn: string, firstDueOn = fromDueOn) =>
      world.tell('CommitmentMoved', ivo.id, {
        ...{ painPointId: card.id, byId: ivo.id, dueOn, fromDueOn, firstDueOn },
        reason: 'The supplier is late.',
      });
    const takeBack = (dueOn: string, standsOn: string | null = null, by = ivo) =>
      world.tell('CommitmentWithdrawn', by.id, {
        painPointId: card.id,
        byId: ivo.id,
        dueOn,
        standsOn,
        notedById: ivo.id,
      });
    const send = () => world.change((em) => em.execute(`update mail set state = 'SENT', attempts = 1`));
    const datesTo = async (person: Person) =>
      (await mailsTo(person)).map(({ kind, notice }) => [kind, notice.date?.dueOn]);
    const linesOf = async (person: Person) =>
      (await toldTo(person)).map(({ kind, notice }) => [kind, notice.date?.dueOn]);

    it('shows in the app at once and lets the mail wait; moved meanwhile, one mail says the last date and the first', async () => {
      await promise(D);
      expect(await mailsTo(sara)).toMatchObject([{ kind: 'commitmentMade', sendAfter: '2026-11-23T10:02:00.000Z' }]);
      expect(await linesOf(sara)).toEqual([['commitmentMade', D]]);
      world.clock.advance(60_000);
      await postpone(D, E);
      await postpone(E, '2026-12-18', D);
      const mails = await mailsTo(sara);
      expect(mails).toMatchObject([{ kind: 'commitmentMoved', sendAfter: '2026-11-23T10:02:00.000Z' }]);
      expect(mails[0]?.notice.date).toMatchObject({ dueOn: '2026-12-18', fromDueOn: D, firstDueOn: D });
    });

    it('tells nobody of a slip: neither by mail nor push nor digest nor bell', async () => {
      await world.device(sara);
      await world.choose(otto, ['commitment', 'MAIL', 'DIGEST'], ['commitment', 'APP', 'DIGEST']);
      await promise(D);
      expect(
        [await world.mails(), await world.pushes(), await world.digestItems()].map(({ length }) => length),
      ).toEqual([1, 1, 2]);
      await takeBack(D);
      expect([await world.mails(), await world.pushes(), await world.digestItems()]).toEqual([[], [], []]);
      expect(await world.notifications()).toEqual([]);
    });

    it('says what was to be told before, when the date that moved it is taken back', async () => {
      await promise(D);
      await postpone(D, E);
      await takeBack(E, D);
      expect(await datesTo(sara)).toEqual([['commitmentMade', D]]);
      expect(await toldTo(sara)).toMatchObject([
        { kind: 'commitmentMade', actorId: ivo.id, text: 'Ivo promises: fixed by Friday, 4 December 2026' },
      ]);
      await takeBack(D);
      expect([await world.mails(), await world.notifications()]).toEqual([[], []]);
    });

    it('tells of the taking back whoever was mailed, and in the app whoever had read it there', async () => {
      await promise(D);
      await send();
      const hannah = await world.person('Hannah');
      await world.change(async (em) => {
        const link = { painPointId: card.id, addedById: hannah.id, at: world.clock.now() };
        em.persist(new Sponsorship({ ...link, personId: hannah.id, reason: 'JOINED' }));
        await em.execute(`update notification set read_at = at where person_id = ?`, [otto.id]);
      });
      world.clock.advance(180_000);
      await takeBack(D);
      for (const person of [sara, otto]) {
        expect(await datesTo(person)).toEqual([
          ['commitmentMade', D],
          ['commitmentWithdrawn', D],
        ]);
      }
      expect(await linesOf(sara)).toEqual([['commitmentWithdrawn', D]]);
      expect(await linesOf(otto)).toEqual([
        ['commitmentMade', D],
        ['commitmentWithdrawn', D],
      ]);
      expect([await mailsTo(hannah), await toldTo(hannah)]).toEqual([[], []]);
    });

    it('tells in the app alone whoever had only read it there', async () => {
      await promise(D);
      await world.change((em) => em.execute(`update notification set read_at = at`));
      await takeBack(D);
      expect(await world.mails()).toEqual([]);
      expect(await linesOf(sara)).toEqual([
        ['commitmentMade', D],
        ['commitmentWithdrawn', D],
      ]);
    });

    it('leaves an unread line of what was promised before as it was', async () => {
      await world.tell('CommitmentBroken', null, { painPointId: card.id, dueOn: '2026-11-20' });
      const [before] = await toldTo(sara);
      await promise(D);
      await takeBack(D);
      const [after] = await toldTo(sara);
      expect({ ...after, eventId: '' }).toMatchObject({ ...before, eventId: '', notice: { ...before?.notice } });
    });

    it('tells who noted it that somebody else takes it back, and nothing to the one who does', async () => {
      await world.change((em) => em.execute(`update pain_point set owner_id = ?`, [ivo.id]));
      await promise(D);
      await takeBack(D, null, ina);
      expect(await datesTo(ivo)).toEqual([['commitmentWithdrawn', D]]);
      await promise(D, ina);
      expect(await datesTo(ivo)).toContainEqual(['commitmentMade', D]);
      await takeBack(D, null, ivo);
      expect(await datesTo(ivo)).toEqual([['commitmentWithdrawn', D]]);
      expect(await linesOf(ivo)).toEqual([['commitmentWithdrawn', D]]);
    });

    it('tells nobody either who has muted it, or has it in care no longer, when it is taken back', async () => {
      await world.change((em) => em.execute(`update pain_point set owner_id = ?`, [ina.id]));
      await world.device(ina);
      await promise(D);
      await world.change(async (em) => {
        await em.execute(`update pain_point set owner_id = null`);
        await em.nativeUpdate(Sponsorship, { personId: otto.id }, { muted: true });
      });
      await takeBack(D);
      expect([await world.mails(), await world.pushes(), await world.notifications()]).toEqual([[], [], []]);
    });

    it('tells of a promise before the card is parked, since it stays on the record', async () => {
      await promise(D);
      await world.tell('PainPointClosed', ivo.id, { painPointId: card.id, as: 'PARKED', reason: 'Too early.' });
      expect(await mailsTo(sara)).toMatchObject([
        { kind: 'commitmentMade', sendAfter: world.clock.now(), nextAttemptAt: world.clock.now() },
        { kind: 'parked' },
      ]);
    });

    it('tells of the taking back in the mail that many dates went out in', async () => {
      await promise(D);
      await world.change(async (em) => {
        const [mail] = await em.execute<{ notice: string }[]>(`select notice from mail where person_id = ?`, [sara.id]);
        const told = { key: card.key, title: '', notice: JSON.parse(mail?.notice ?? '') as object };
        const bundle = JSON.stringify({ kind: 'bundle', digest: { sections: [{ topic: 'changed', lines: [told] }] } });
        await em.execute(
          `update mail set kind = 'bundle', pain_point_id = null, topic = null, state = 'SENT', notice = ? where person_id = ?`,
          [bundle, sara.id],
        );
      });
      await takeBack(D);
      expect((await mailsTo(sara)).map(({ kind }) => kind)).toEqual(['bundle', 'commitmentWithdrawn']);
    });
  });

  it('loses no move that came so late that the window of the one before had ended', async () => {
    const move = (from: StageCategory, to: StageCategory, at: string) => ({
      ...{ id: `${from} ${to}`, type: 'PainPointMoved', at, actorId: ivo.id },
      data: {
        ...{ painPointId: card.id, fromStageId: from, toStageId: to, fromStageName: from, toStageName: to },
        ...{ fromCategory: from, toCategory: to },
      },
    });
    await world.happened(
      move(BLEEDING, PLANNED, '2026-11-23T10:00:00.000Z'),
      move(PLANNED, TREATING, '2026-11-23T10:05:00.000Z'),
    );
    expect(await mailsTo(sara)).toMatchObject([{ kind: 'planned' }, { kind: 'moved' }]);
  });
});
