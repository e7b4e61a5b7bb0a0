import { acts } from '../mail/hearing.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';

interface Seen {
  peopleAffected: number;
  hoursLostPerPersonPerWeek: number;
  bleedPerWeek: number;
  bleedExplained: { hourlyCost: number };
  unitCosts: { businessUnit: { name: string }; bleedPerWeek: number; saidBy: { id: string } }[];
  history: { field: string; from: string | null; to: string | null }[];
}

interface Figures {
  peopleAffected: number;
  hoursLostPerPersonPerWeek: number;
  directCostPerWeek?: number;
  businessUnitId?: string;
}

describe('what a pain point costs each business unit', () => {
  let house: House;
  let world: World;
  let finance: Member;
  let sales: Member;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    finance = await world.join('Fina Ncial', 'SPONSOR', world.units.finance);
    sales = await world.join('Sal Es', 'SPONSOR', world.units.sales);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const see = async (id: string) =>
    (
      await world.viewer.agent.ask<{ painPoint: Seen }>(
        `query ($id: ID!) { painPoint(id: $id) {
          peopleAffected hoursLostPerPersonPerWeek bleedPerWeek bleedExplained { hourlyCost }
          unitCosts { businessUnit { name } bleedPerWeek saidBy { id } } history { field from to }
        } }`,
        { id },
      )
    ).painPoint;
  const say = (who: Member, painPointId: string, figures: Figures) =>
    who.agent.answer('mutation ($input: SayUnitCostInput!) { sayUnitCost(input: $input) { id } }', {
      input: { painPointId, ...figures },
    });

  it('adds up over units, and what a unit says anew takes the place of what it said before', async () => {
    const { id } = await raise(sales.agent, { peopleAffected: 4, hoursLostPerPersonPerWeek: 2 });
    await say(finance, id, { peopleAffected: 10, hoursLostPerPersonPerWeek: 1 });
    await say(finance, id, { peopleAffected: 12, hoursLostPerPersonPerWeek: 0.5 });
    const { hourlyCost } = (await see(id)).bleedExplained;
    expect(await see(id)).toMatchObject({
      peopleAffected: 16,
      bleedPerWeek: 14 * hourlyCost,
      unitCosts: [{ businessUnit: { name: 'Finance' }, bleedPerWeek: 6 * hourlyCost, saidBy: { id: finance.id } }],
    });
    await say(sales, id, { peopleAffected: 1, hoursLostPerPersonPerWeek: 1, directCostPerWeek: 30 });
    expect((await see(id)).bleedPerWeek).toBeCloseTo(7 * hourlyCost + 30);
    expect((await see(id)).history.map(({ field }) => field)).toContain('peopleAffected');
  });

  it('is said by those who speak for the unit, or by IT', async () => {
    const { id } = await raise(sales.agent, {});
    const figures = { peopleAffected: 3, hoursLostPerPersonPerWeek: 1 };
    const other = await say(finance, id, { ...figures, businessUnitId: world.units.sales });
    expect([other.code, other.errors[0]?.message]).toEqual(['FORBIDDEN', expect.stringContaining('your own')]);
    const homeless = await world.join('Una Ttached', 'SPONSOR');
    const nowhere = await say(homeless, id, figures);
    expect([nowhere.code, nowhere.errors[0]?.message]).toEqual([
      'BAD_USER_INPUT',
      expect.stringContaining('ask a lead'),
    ]);
    const wrong = await say(finance, id, { ...figures, peopleAffected: -1 });
    expect(wrong.code).toBe('BAD_USER_INPUT');
    expect((await see(id)).bleedPerWeek).toBe(0);
    expect((await say(world.it, id, { ...figures, businessUnitId: world.units.finance })).code).toBeUndefined();
    expect((await see(id)).unitCosts).toHaveLength(1);
  });

  it('is not counted twice when two become one', async () => {
    const into = await raise(sales.agent, { peopleAffected: 4, hoursLostPerPersonPerWeek: 2 });
    const from = await raise(finance.agent, { peopleAffected: 6, hoursLostPerPersonPerWeek: 1 });
    await say(sales, from.id, { peopleAffected: 5, hoursLostPerPersonPerWeek: 2 });
    await acts.merge(world.it.agent, from.id, into.id);
    const { hourlyCost } = (await see(into.id)).bleedExplained;
    expect(await see(into.id)).toMatchObject({
      peopleAffected: 10,
      bleedPerWeek: 14 * hourlyCost,
      unitCosts: [{ businessUnit: { name: 'Finance' }, bleedPerWeek: 6 * hourlyCost, saidBy: { id: finance.id } }],
    });
  });
});
