import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import { acts } from '../mail/hearing.js';
import { move, raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';

interface Seen {
  peopleAffected: number;
  bleedPerWeek: number;
  bleedWhenPlanned: number | null;
  bledSoFar: number;
  slowed: boolean;
  workaround: { words: string; at: string; by: { id: string }; bleedPerWeekBefore: number } | null;
  bleedExplained: { weeks: number; hourlyCost: number; course: { weeks: number; bleedPerWeek: number }[] };
  unitCosts: { bleedPerWeek: number }[];
  history: { id: string; kind: string; field: string; from: string | null; to: string | null; undoable: boolean }[];
}

const WEEK = 7 * MILLISECONDS_PER_DAY;

describe('something that makes it hurt less until it is fixed', () => {
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
          peopleAffected bleedPerWeek bleedWhenPlanned bledSoFar slowed workaround { words at by { id } bleedPerWeekBefore }
          bleedExplained { weeks hourlyCost course { weeks bleedPerWeek } } unitCosts { bleedPerWeek }
          history { id kind field from to undoable }
        } }`,
        { id },
      )
    ).painPoint;
  const offer = (who: Member, painPointId: string, input: object) =>
    who.agent.answer('mutation ($input: OfferWorkaroundInput!) { offerWorkaround(input: $input) { id } }', {
      input: { painPointId, words: 'Print on the second floor', ...input },
    });
  const end = (who: Member, painPointId: string, reason: string) =>
    who.agent.answer('mutation ($input: EndWorkaroundInput!) { endWorkaround(input: $input) { id } }', {
      input: { painPointId, reason },
    });
  const undo = (changeId: string) =>
    world.it.agent.answer('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
  const later = (weeks: number) => house.clock.set(instantAfter(MORNING, weeks * WEEK));
  const tenPeople = (who: Member = world.sponsor) =>
    raise(who.agent, { peopleAffected: 10, hoursLostPerPersonPerWeek: 2 });

  it('slows the bleeding from then on; what was bled before stays, and the board and its sponsors can see it', async () => {
    const { id } = await tenPeople();
    later(2);
    expect((await offer(world.it, id, { hoursLostPerPersonPerWeek: 0.5 })).code).toBeUndefined();
    later(6);
    const seen = await see(id);
    const { hourlyCost } = seen.bleedExplained;
    expect(seen).toMatchObject({
      bleedPerWeek: 5 * hourlyCost,
      slowed: true,
      workaround: {
        words: 'Print on the second floor',
        at: instantAfter(MORNING, 2 * WEEK),
        by: { id: world.it.id },
        bleedPerWeekBefore: 20 * hourlyCost,
      },
    });
    expect(seen.bledSoFar).toBeCloseTo((2 * 20 + 4 * 5) * hourlyCost);
    expect(seen.bleedExplained).toMatchObject({
      weeks: 6,
      course: [
        { weeks: 2, bleedPerWeek: 20 * hourlyCost },
        { weeks: 4, bleedPerWeek: 5 * hourlyCost },
      ],
    });
    expect(seen.history.at(-2)).toMatchObject({ kind: 'WORKAROUND', from: null, to: 'Print on the second floor' });
    await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    expect((await see(id)).bleedWhenPlanned).toBe(20 * hourlyCost);
    await move(world.it.agent, { id, toStageId: world.stage('FIXED') });
    expect((await see(id)).slowed).toBe(false);
  });

  it('ends with a reason when it helps no longer, and the pain counts again as it was', async () => {
    const { id } = await tenPeople();
    await offer(world.it, id, { peopleAffected: 2 });
    later(1);
    const silent = await end(world.it, id, ' ');
    expect(silent.errors[0]?.extensions?.field).toBe('reason');
    expect((await end(world.it, id, 'That printer is broken too')).code).toBeUndefined();
    later(2);
    const seen = await see(id);
    const { hourlyCost } = seen.bleedExplained;
    expect(seen).toMatchObject({ peopleAffected: 10, slowed: false, workaround: null });
    expect(seen.bledSoFar).toBeCloseTo((4 + 20) * hourlyCost);
    expect((await end(world.it, id, 'Once more')).errors[0]?.message).toContain('no workaround');
  });

  it('is taken back with its figures, whichever of its lines is pointed at; not once it was changed again', async () => {
    const { id } = await tenPeople();
    await offer(world.it, id, { peopleAffected: 4 });
    later(1);
    const lines = (await see(id)).history.slice(-2);
    expect(lines.map(({ kind, undoable }) => [kind, undoable])).toEqual([
      ['WORKAROUND', true],
      ['EDITED', true],
    ]);
    await offer(world.it, id, { peopleAffected: 3, words: 'Use the other one' });
    expect((await undo(lines[1]?.id ?? '')).code).toBe('CONFLICT');
    const [better] = (await see(id)).history.slice(-2);
    expect((await undo(better?.id ?? '')).errors).toEqual([]);
    expect(await see(id)).toMatchObject({ peopleAffected: 4, workaround: { words: 'Print on the second floor' } });
    expect((await undo(lines[1]?.id ?? '')).errors).toEqual([]);
    const seen = await see(id);
    expect(seen).toMatchObject({ peopleAffected: 10, workaround: null });
    expect(seen.bledSoFar).toBeCloseTo(20 * seen.bleedExplained.hourlyCost);
    expect(seen.history.filter(({ undoable, kind }) => undoable && kind === 'EDITED')).toHaveLength(2);
    expect((await undo(lines[0]?.id ?? '')).errors[0]?.message).toContain('taken back before');
  });

  it('is offered by IT, in words, with figures that are less than before and more than nothing', async () => {
    const { id } = await tenPeople();
    expect((await offer(world.sponsor, id, { peopleAffected: 1 })).code).toBe('FORBIDDEN');
    expect((await end(world.sponsor, id, 'No')).code).toBe('FORBIDDEN');
    const wrong: [object, string][] = [
      [{ words: ' ', peopleAffected: 1 }, 'words'],
      [{ words: 'x'.repeat(2001), peopleAffected: 1 }, 'words'],
      [{}, 'peopleAffected'],
      [{ peopleAffected: 0 }, 'peopleAffected'],
      [{ peopleAffected: -1 }, 'peopleAffected'],
      [{ hoursLostPerPersonPerWeek: 169 }, 'hoursLostPerPersonPerWeek'],
      [{ directCostPerWeek: -5 }, 'directCostPerWeek'],
    ];
    for (const [input, field] of wrong) {
      const { code, errors } = await offer(world.it, id, input);
      expect([input, code, errors[0]?.extensions?.field]).toEqual([input, 'BAD_USER_INPUT', field]);
    }
    expect((await offer(world.it, 'nothing', { peopleAffected: 1 })).code).toBe('NOT_FOUND');
    expect(await see(id)).toMatchObject({ peopleAffected: 10, slowed: false, workaround: null });
  });

  it('slows what each unit said as it slows the whole, and goes along when two become one', async () => {
    const finance = await world.join('Fina Ncial', 'SPONSOR', world.units.finance);
    const { id } = await tenPeople();
    const say = { painPointId: id, peopleAffected: 5, hoursLostPerPersonPerWeek: 2 };
    await finance.agent.ask('mutation ($input: SayUnitCostInput!) { sayUnitCost(input: $input) { id } }', {
      input: say,
    });
    await offer(world.it, id, { hoursLostPerPersonPerWeek: 0.5 });
    const slowed = await see(id);
    const { hourlyCost } = slowed.bleedExplained;
    expect([slowed.bleedPerWeek, slowed.unitCosts]).toEqual([7.5 * hourlyCost, [{ bleedPerWeek: 2.5 * hourlyCost }]]);
    const into = await tenPeople();
    await acts.merge(world.it.agent, id, into.id);
    const merged = await see(into.id);
    expect(merged).toMatchObject({ slowed: true, workaround: { words: 'Print on the second floor' } });
    expect([merged.bleedPerWeek, merged.unitCosts]).toEqual([22.5 * hourlyCost, [{ bleedPerWeek: 2.5 * hourlyCost }]]);
  });
});
