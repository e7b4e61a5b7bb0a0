import { KeepCommitments } from '@stanch/sponsorship';
import { move, raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { acts } from './hearing.js';

interface Promise {
  painPoint: { key: string };
  commitment: { dueOn: string; firstDueOn: string };
  moves: number;
  outcome: string;
  reason: string | null;
}

interface Overview {
  dueThisWeek: Promise[];
  later: Promise[];
  overdue: Promise[];
  moved: Promise[];
  kept: Promise[];
  missed: Promise[];
  rate: { kept: number; due: number };
  thisWeek: { kept: number; due: number };
  byBusinessUnit: { name: string; kept: number; due: number }[];
}

const PROMISE = '{ painPoint { key } commitment { dueOn firstDueOn } moves outcome reason }';
const LISTS = ['dueThisWeek', 'later', 'overdue', 'moved', 'kept', 'missed'] as const;

/** A Wednesday; the whole app with a clock of its own, and a real mail server. */
const WEDNESDAY = '2026-11-18T09:00:00.000Z';

describe('promised dates', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url }, at: WEDNESDAY });
    world = await startWorld(house.url);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const on = (day: string) => house.clock.set(`${day}T09:00:00.000Z`);
  const look = async () => {
    await house.get(KeepCommitments).breakPast();
    await house.get(KeepCommitments).sayNear();
    await house.settled();
  };
  const to = (id: string, category: 'TREATING' | 'CHECKING') =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const overview = async () => {
    const { commitments } = await world.viewer.agent.ask<{ commitments: Overview }>(
      `{ commitments { ${LISTS.map((list) => `${list} ${PROMISE}`).join(' ')} rate { kept due } thisWeek { kept due } byBusinessUnit { name kept due } } }`,
    );
    const keys = (list: Promise[]) => list.map(({ painPoint }) => painPoint.key);
    return { ...commitments, keys: Object.fromEntries(LISTS.map((list) => [list, keys(commitments[list])])) };
  };
  const near = (email: string) => mails.to(email).filter(({ text }) => text?.includes('is not with its sponsors yet'));

  it('are told to whoever keeps them two working days ahead, once, over weekends and holidays', async () => {
    on('2026-11-18');
    await world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { holidays: [{ day: '2026-11-23', name: 'A holiday' }] },
    });
    const owned = await raise(world.sponsor.agent);
    await acts.own(world.lead.agent, owned.id, world.it.id);
    await acts.promise(world.lead.agent, owned.id, '2026-11-24');
    const nobodys = await raise(world.sponsor.agent);
    await acts.promise(world.lead.agent, nobodys.id, '2026-11-24');
    await look();
    // From Thursday, two working days are Friday and Tuesday: Monday is a holiday.
    on('2026-11-19');
    await look();
    await look();
    expect(near(world.it.email).map(({ subject }) => subject)).toEqual([expect.stringContaining(owned.key)]);
    expect(near(world.lead.email).map(({ subject }) => subject)).toEqual([expect.stringContaining(nobodys.key)]);
    expect(near(world.sponsor.email)).toEqual([]);
    for (const { id } of [owned, nobodys]) await acts.close(world.it.agent, id, 'PARKED', 'Not now.');
  });

  it('stand on one page: due, overdue, moved, kept, with the kept-rate and the reasons of the misses', async () => {
    on('2026-11-25');
    const [kept, missed, moved, later] = await Promise.all(
      [1, 2, 3, 4].map(() => raise(world.it.agent, { raiserId: world.sponsor.id, businessUnitId: world.units.sales })),
    ).then((all) => all.map((one) => one));
    if (!kept || !missed || !moved || !later) throw new Error('Not raised.');
    await acts.promise(world.it.agent, kept.id, '2026-11-26');
    await acts.promise(world.it.agent, missed.id, '2026-11-26');
    await acts.promise(world.it.agent, moved.id, '2026-11-27');
    await acts.promise(world.it.agent, later.id, '2026-12-10');
    expect((await overview()).keys).toMatchObject({
      dueThisWeek: expect.arrayContaining([kept.key, missed.key, moved.key]),
      later: [later.key],
    });
    await to(kept.id, 'CHECKING');
    await acts.answer(world.sponsor.agent, kept.id, true, 'It works');
    await acts.promise(world.it.agent, moved.id, '2026-12-03', 'The supplier is late');
    on('2026-11-27');
    await look();
    const seen = await overview();
    expect(seen.keys).toMatchObject({
      dueThisWeek: [],
      overdue: expect.arrayContaining([missed.key]),
      later: [moved.key, later.key],
      moved: [moved.key],
      kept: [kept.key],
    });
    expect(seen.moved[0]).toMatchObject({
      commitment: { dueOn: '2026-12-03', firstDueOn: '2026-11-27' },
      moves: 1,
      reason: 'The supplier is late',
    });
    expect(seen.missed.filter(({ painPoint }) => [missed.key, moved.key].includes(painPoint.key))).toHaveLength(2);
    // The two that were parked before their date are missed too: parking does not undo a promise.
    expect(seen.byBusinessUnit).toEqual([{ name: 'Sales', kept: 1, due: 5 }]);
    expect(seen.thisWeek.kept).toBe(1);
  });

  it('narrow the board to what is near or past and not done, by the working days', async () => {
    on('2026-12-21');
    await world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { holidays: [{ day: '2026-12-25', name: 'A holiday' }] },
    });
    const raised = async (dueOn: string) => {
      const card = await raise(world.sponsor.agent);
      await acts.promise(world.it.agent, card.id, dueOn);
      return card;
    };
    const [past, near, later, done] = [
      await raised('2026-12-22'),
      await raised('2026-12-28'),
      await raised('2026-12-29'),
      await raised('2026-12-28'),
    ];
    await to(done.id, 'CHECKING');
    // After Thursday come a holiday and a weekend, so Monday the 28th is two working days ahead.
    on('2026-12-23');
    const narrowed = async (commitmentTimings: string[]) => {
      const { painPoints } = await world.viewer.agent.ask<{
        painPoints: { nodes: { key: string; commitment: { nearFrom: string } }[] };
      }>(
        `query ($filter: PainPointFilter) { painPoints(filter: $filter, sort: COMMITTED_FOR) {
          nodes { key commitment { nearFrom } } } }`,
        { filter: { commitmentTimings } },
      );
      const mine = [past, near, later, done].map(({ key }) => key);
      return painPoints.nodes.filter(({ key }) => mine.includes(key));
    };
    expect((await narrowed(['PAST'])).map(({ key }) => key)).toEqual([past.key]);
    expect(await narrowed(['NEAR'])).toEqual([{ key: near.key, commitment: { nearFrom: '2026-12-23' } }]);
    await look();
    expect((await narrowed(['NEAR', 'PAST'])).map(({ key }) => key).toSorted()).toEqual(
      [past.key, near.key].toSorted(),
    );
    await to(past.id, 'CHECKING');
    expect(await narrowed(['PAST'])).toEqual([]);
  });

  it('that were not kept are explained by IT: the sponsors read why, on the card, by mail and on the page', async () => {
    on('2027-01-11');
    const card = await raise(world.sponsor.agent, { businessUnitId: world.units.sales });
    await acts.promise(world.it.agent, card.id, '2027-01-12');
    const explain = (agent: typeof world.it.agent, reason: string) =>
      world.viewer.agent
        .ask<{ painPoint: { commitment: { id: string } } }>(
          'query ($id: ID!) { painPoint(id: $id) { commitment { id } } }',
          { id: card.id },
        )
        .then(({ painPoint }) =>
          agent.answer(
            'mutation ($id: ID!, $reason: String!) { explainMiss(commitmentId: $id, reason: $reason) { missedBecause } }',
            { id: painPoint.commitment.id, reason },
          ),
        );
    expect((await explain(world.it.agent, 'Too soon.')).code).toBe('BAD_USER_INPUT');
    on('2027-01-14');
    // It comes late, so no new date can be promised; why it was late is owed all the same.
    await to(card.id, 'CHECKING');
    await house.settled();
    const missed = async () => (await overview()).missed.find(({ painPoint }) => painPoint.key === card.key);
    expect(await missed()).toMatchObject({ outcome: 'MISSED', reason: null });
    expect((await explain(world.sponsor.agent, 'I know why.')).code).toBe('FORBIDDEN');
    expect((await explain(world.it.agent, 'The parts came late.')).code).toBeUndefined();
    await house.settled();
    expect(await missed()).toMatchObject({ reason: 'The parts came late.' });
    const { painPoint } = await world.sponsor.agent.ask<{
      painPoint: { commitments: { missedBecause: string | null }[]; latestNews: { text: string } };
    }>('query ($id: ID!) { painPoint(id: $id) { commitments { missedBecause } latestNews { text } } }', {
      id: card.id,
    });
    expect(painPoint.commitments).toEqual([{ missedBecause: 'The parts came late.' }]);
    expect(painPoint.latestNews.text).toBe('Why the promise was not kept: The parts came late.');
    expect(mails.to(world.sponsor.email).at(-1)?.text).toMatch(
      /^Ivo Itman says why the pain you raised was not fixed by Tuesday, 12 January 2027, as it was promised\.\n\n> The parts came late\./,
    );
    // What left the board was said to why: its sponsors have read that.
    const parked = await raise(world.sponsor.agent);
    await acts.promise(world.it.agent, parked.id, '2027-01-15');
    await acts.close(world.it.agent, parked.id, 'PARKED', 'The budget is spent.');
    on('2027-01-18');
    await look();
    const ofParked = (await overview()).missed.find((one) => one.painPoint.key === parked.key);
    expect(ofParked?.reason).toBe('The budget is spent.');
  });
});
