import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { ReopenPainPoint } from '@stanch/remediation';
import { ConfirmFixed } from '@stanch/sponsorship';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { type Member, startWorld, type TestStage, type World } from '../support/world.js';

interface Seen {
  stage: { category: string };
  confirmed: boolean;
  reopenedCount: number;
  fixedAt: string | null;
  viewerIsSponsor: boolean;
  viewerMayConfirm: boolean;
  tells: number;
  raiser: { id: string };
  raisedBy: { id: string };
  sponsorships: { reason: string; person: { id: string }; addedBy: { id: string } }[];
  history: { kind: string; to: string | null }[];
}

describe('who stands behind a pain point', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  beforeEach(() => house.clock.set(MORNING));
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const see = async (id: string, who: Member = world.sponsor) =>
    (
      await who.agent.ask<{ painPoint: Seen }>(
        `query ($id: ID!) { painPoint(id: $id) {
          stage { category } confirmed reopenedCount fixedAt viewerIsSponsor viewerMayConfirm tells raiser { id } raisedBy { id }
          sponsorships { reason person { id } addedBy { id } } history { kind to }
        } }`,
        { id },
      )
    ).painPoint;
  const to = (id: string, category: TestStage['category']) =>
    move(world.it.agent, { id, toStageId: world.stage(category) });
  const answer = async (who: Member, id: string, fixed: boolean, words = 'Words.') => {
    const { code, errors } = await who.agent.answer(
      'mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }',
      { input: { painPointId: id, fixed, words, rating: fixed ? 4 : undefined } },
    );
    return code === undefined ? 'TAKEN' : `${code}: ${errors[0]?.message}`;
  };

  describe('is linked to it', () => {
    it('by raising it, with the unit of the raiser', async () => {
      const { id } = await raise(world.sponsor.agent);
      expect(await see(id)).toMatchObject({
        viewerIsSponsor: true,
        sponsorships: [{ reason: 'RAISED', person: { id: world.sponsor.id }, addedBy: { id: world.sponsor.id } }],
      });
    });

    it('by what IT raises for them: they are the raiser, IT only wrote it down', async () => {
      const { id } = await raise(world.it.agent, { raiserId: world.sponsor.id });
      expect(await see(id)).toMatchObject({
        raiser: { id: world.sponsor.id },
        raisedBy: { id: world.it.id },
        sponsorships: [{ reason: 'RAISED_FOR', person: { id: world.sponsor.id }, addedBy: { id: world.it.id } }],
      });
      expect((await see(id, world.it)).viewerIsSponsor).toBe(false);
    });

    it('by "me too", once, and by IT who adds them', async () => {
      const { id } = await raise(world.sponsor.agent);
      await acts.join(world.otherSponsor.agent, id);
      await acts.join(world.otherSponsor.agent, id);
      await acts.addSponsor(world.it.agent, id, world.lead.id);
      await acts.addSponsor(world.it.agent, id, world.otherSponsor.id);
      const { sponsorships, tells, history } = await see(id);
      expect(sponsorships.map(({ reason, person }) => [reason, person.id])).toEqual(
        expect.arrayContaining([
          ['RAISED', world.sponsor.id],
          ['JOINED', world.otherSponsor.id],
          ['ADDED', world.lead.id],
        ]),
      );
      expect(sponsorships).toHaveLength(3);
      expect(tells).toBe(2);
      expect(history.filter(({ kind }) => kind === 'JOINED').map(({ to: who }) => who)).toEqual([
        'Otto Sponsor',
        'Lea Lead',
      ]);
    });

    it('by a merge: all sponsors of the merged one, each once', async () => {
      const [one, other] = [await raise(world.sponsor.agent), await raise(world.otherSponsor.agent)];
      await acts.join(world.sponsor.agent, other.id);
      await acts.addSponsor(world.it.agent, one.id, world.lead.id);
      await acts.merge(world.it.agent, one.id, other.id);
      const reasons = (await see(other.id)).sponsorships.map(({ reason, person }) => `${reason} ${person.id}`).sort();
      expect(reasons).toEqual(
        [`RAISED ${world.otherSponsor.id}`, `JOINED ${world.sponsor.id}`, `MERGED ${world.lead.id}`].sort(),
      );
    });

    it('by a merge: with their words, also through one that was merged itself, and the merge is the news of it', async () => {
      const [one, two, three] = [
        await raise(world.sponsor.agent, {
          title: 'Screens stay dark',
          peopleAffected: 4,
          hoursLostPerPersonPerWeek: 1,
        }),
        await raise(world.otherSponsor.agent, { title: 'Displays are black', description: 'Every morning.' }),
        await raise(world.sponsor.agent, { title: 'Nothing to see' }),
      ];
      await acts.merge(world.it.agent, one.id, two.id);
      await acts.merge(world.it.agent, two.id, three.id);
      const { painPoint } = await world.sponsor.agent.ask<{ painPoint: object }>(
        `query ($id: ID!) { painPoint(id: $id) {
          latestNews { text words } mergedFrom { title description raiser { name } } } }`,
        { id: three.id },
      );
      expect(painPoint).toEqual({
        latestNews: { text: `Joined by ${two.key} Displays are black`, words: null },
        mergedFrom: [
          { title: 'Displays are black', description: 'Every morning.', raiser: { name: 'Otto Sponsor' } },
          { title: 'Screens stay dark', description: '', raiser: { name: 'Sara Sponsor' } },
        ],
      });
    });

    it('never when they have left the company', async () => {
      const gone = await world.join('Gerd Gone', 'SPONSOR');
      await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
        input: { id: gone.id, active: false },
      });
      const { id } = await raise(world.sponsor.agent);
      await expect(acts.addSponsor(world.it.agent, id, gone.id)).rejects.toThrow(/Gerd Gone no longer takes part/);
      await expect(raise(world.it.agent, { raiserId: gone.id })).rejects.toThrow(/Gerd Gone no longer takes part/);
    });
  });

  describe('says whether it is fixed', () => {
    it.each(['BLEEDING', 'PLANNED', 'TREATING'] as const)('not before IT says that it is done: %s', async (stage) => {
      const { id } = await raise(world.sponsor.agent);
      await to(id, stage);
      expect((await see(id)).viewerMayConfirm).toBe(false);
      expect(await answer(world.sponsor, id, true)).toMatch(/FORBIDDEN: IT has not said yet/);
    });

    it.each(['CHECKING', 'FIXED'] as const)('once it stands in %s: yes makes it fixed and confirmed', async (stage) => {
      const { id } = await raise(world.sponsor.agent);
      await to(id, stage);
      expect(await see(id)).toMatchObject({ viewerMayConfirm: true, confirmed: false });
      expect(await answer(world.sponsor, id, true, 'It works.')).toBe('TAKEN');
      const seen = await see(id);
      expect(seen).toMatchObject({ stage: { category: 'FIXED' }, confirmed: true, fixedAt: MORNING });
      expect(seen.history.at(-1)).toEqual({ kind: 'CONFIRMED', to: 'Fixed: 4 of 5: It works.' });
    });

    it('only as a sponsor who did not work on it and did not just write it down', async () => {
      const { id } = await raise(world.it.agent, { raiserId: world.sponsor.id });
      await acts.addSponsor(world.lead.agent, id, world.it.id);
      await acts.addSponsor(world.lead.agent, id, world.lead.id);
      await acts.task(world.it.agent, id, 'Look at it', world.lead.id);
      await to(id, 'CHECKING');
      expect(await answer(world.otherSponsor, id, true)).toMatch(/FORBIDDEN: Only its sponsors/);
      expect(await answer(world.it, id, true)).toMatch(/FORBIDDEN: Only its sponsors/);
      expect(await answer(world.lead, id, true)).toMatch(/FORBIDDEN: Whoever worked on it/);
      expect(await answer(world.viewer, id, true)).toMatch(/FORBIDDEN/);
      expect(await see(id)).toMatchObject({ confirmed: false, stage: { category: 'CHECKING' } });
      expect(await answer(world.sponsor, id, true)).toBe('TAKEN');
    });

    it('nor who had it in hand before, unless that was taken back', async () => {
      const { id } = await raise(world.sponsor.agent);
      await acts.addSponsor(world.lead.agent, id, world.it.id);
      await acts.addSponsor(world.lead.agent, id, world.lead.id);
      await acts.own(world.it.agent, id, world.lead.id);
      const { painPoint } = await world.it.agent.ask<{ painPoint: { history: { id: string; field: string }[] } }>(
        'query ($id: ID!) { painPoint(id: $id) { history { id field } } }',
        { id },
      );
      const byMistake = painPoint.history.find(({ field }) => field === 'ownerId')?.id;
      await world.it.agent.ask('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: byMistake });
      await acts.own(world.it.agent, id, world.it.id);
      await acts.own(world.it.agent, id, world.admin.id);
      await to(id, 'CHECKING');
      expect(await answer(world.it, id, true)).toMatch(/FORBIDDEN: Whoever worked on it/);
      const mayConfirm = 'query ($id: ID!) { painPoint(id: $id) { viewerMayConfirm } }';
      expect(await world.it.agent.ask(mayConfirm, { id })).toEqual({ painPoint: { viewerMayConfirm: false } });
      expect(await world.lead.agent.ask(mayConfirm, { id })).toEqual({ painPoint: { viewerMayConfirm: true } });
    });

    it('and the first "still bleeding" wins over any yes: back to treating, the reopening counted', async () => {
      const { id } = await raise(world.sponsor.agent);
      await acts.join(world.otherSponsor.agent, id);
      await to(id, 'CHECKING');
      expect(await answer(world.sponsor, id, true)).toBe('TAKEN');
      expect(await answer(world.otherSponsor, id, false, 'Not on my floor.')).toBe('TAKEN');
      expect(await see(id)).toMatchObject({
        stage: { category: 'TREATING' },
        confirmed: false,
        fixedAt: null,
        reopenedCount: 1,
      });
      expect(await answer(world.sponsor, id, true)).toMatch(/FORBIDDEN: IT has not said yet/);
    });

    it('with what still hurts, when it does', async () => {
      const { id } = await raise(world.sponsor.agent);
      await to(id, 'CHECKING');
      expect(await answer(world.sponsor, id, false, ' ')).toMatch(/BAD_USER_INPUT: What still hurts is missing/);
      expect((await see(id)).stage.category).toBe('CHECKING');
    });

    it('for 90 days: until then it bleeds again, afterwards it is another pain', async () => {
      const { id } = await raise(world.sponsor.agent);
      await to(id, 'FIXED');
      // Sessions end sooner than that; the use cases are asked as the browser's next session would ask them.
      const actor = { personId: world.sponsor.id, role: world.sponsor.role };
      const stillBleeding = { painPointId: id, fixed: false, words: 'It is back.' };
      house.clock.advance(90 * MILLISECONDS_PER_DAY + 1);
      await expect(house.get(ConfirmFixed).run(actor, stillBleeding)).rejects.toThrow(/fixed more than 90 days ago/);
      await expect(house.get(ReopenPainPoint).run(actor, { id, reason: 'It is back.' })).rejects.toThrow(/90 days ago/);
      house.clock.advance(-2);
      expect((await house.get(ConfirmFixed).run(actor, stillBleeding)).reopenedCount).toBe(1);
    });
  });

  it('brings back what was fixed, and IT brings back what was parked or declined', async () => {
    const { id } = await raise(world.sponsor.agent);
    await to(id, 'FIXED');
    await expect(acts.reopen(world.otherSponsor.agent, id, 'I think so.')).rejects.toThrow(/Only its sponsors and IT/);
    await acts.reopen(world.sponsor.agent, id, 'It is back.');
    expect(await see(id)).toMatchObject({ stage: { category: 'TREATING' }, reopenedCount: 1 });
    await expect(acts.reopen(world.sponsor.agent, id, 'Again.')).rejects.toThrow(/still on its way/);
    await acts.close(world.it.agent, id, 'DECLINED', 'Too dear.');
    await expect(acts.reopen(world.sponsor.agent, id, 'Please.')).rejects.toThrow(/talk to IT/);
    await expect(acts.join(world.otherSponsor.agent, id)).rejects.toThrow(/left the board/);
    await acts.reopen(world.it.agent, id, 'We found a cheaper way.');
    expect(await see(id)).toMatchObject({ stage: { category: 'TREATING' }, reopenedCount: 1 });
  });
});
