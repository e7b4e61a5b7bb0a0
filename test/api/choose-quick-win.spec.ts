import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

describe('a quick win of a board that has no planned stage', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open({ at: '2026-10-01T09:00:00.000Z' });
    world = await startWorld(house.url);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const without = (category: TestStage['category']) =>
    world.lead.agent.ask('mutation ($id: ID!) { removeStage(id: $id) { id } }', { id: world.stage(category) });
  const choose = async () => {
    const { id } = await raise(world.sponsor.agent, { directCostPerWeek: 500, effortDays: 1 });
    const input = { painPointId: id, ownerId: world.it.id, dueOn: '2026-10-15' };
    const { chooseQuickWin } = await world.lead.agent.ask<{
      chooseQuickWin: { changeIds: string[]; painPoint: { id: string } };
    }>(
      `mutation ($input: ChooseQuickWinInput!) { chooseQuickWin(input: $input) {
        changeIds painPoint { id stage { category } owner { id } commitment { dueOn } }
      } }`,
      { input },
    );
    return chooseQuickWin;
  };
  const chosen = { owner: { id: expect.any(String) }, commitment: { dueOn: '2026-10-15' } };

  it('goes to where it is treated, and where there is no such stage stays, with its owner and its date', async () => {
    await without('PLANNED');
    const treated = await choose();
    expect(treated).toMatchObject({ painPoint: { stage: { category: 'TREATING' }, ...chosen } });
    await move(world.it.agent, { id: treated.painPoint.id, toStageId: world.stage('FIXED') });
    await without('TREATING');
    for (const further of ['CHECKING', 'FIXED'] as const) {
      const stayed = await choose();
      expect(stayed).toMatchObject({ painPoint: { stage: { category: 'BLEEDING' }, ...chosen } });
      expect(stayed.changeIds).toHaveLength(1);
      if (further === 'CHECKING') await without('CHECKING');
    }
  });
});
