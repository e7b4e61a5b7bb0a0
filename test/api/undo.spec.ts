import { MILLISECONDS_PER_DAY } from '@stanch/kernel';
import fc from 'fast-check';
import type { Agent } from '../support/agent.js';
import { move, raise, type RaisedPainPoint, readOrder } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type TestStage, type World } from '../support/world.js';

interface SeenCard {
  id: string;
  title: string;
  version: number;
  stage: { id: string };
  enteredStageAt: string;
  fixedAt: string | null;
  confirmed: boolean;
  closed: { reason: string } | null;
}
interface SeenChange {
  id: string;
  kind: string;
  field: string;
  from: string | null;
  to: string | null;
  undoable: boolean;
  actor: { id: string } | null;
  undoneBy: { id: string } | null;
}

const CARD = `query ($id: ID!) { painPoint(id: $id) {
  id title version stage { id } enteredStageAt fixedAt confirmed closed { reason }
} }`;

describe('taking a change back', () => {
  let house: House;
  let world: World;
  let it_: Agent;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    it_ = world.it.agent;
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  const undo = (changeId: string, agent = world.lead.agent) =>
    agent.answer<{ undo: { id: string } }>('mutation ($id: ID!) { undo(changeId: $id) { id } }', { id: changeId });
  const card = async (id: string) => (await it_.ask<{ painPoint: SeenCard }>(CARD, { id })).painPoint;
  const history = async (id: string) => {
    const { painPoint } = await it_.ask<{ painPoint: { history: SeenChange[] } }>(
      'query ($id: ID!) { painPoint(id: $id) { history { id kind field from to undoable actor { id } undoneBy { id } } } }',
      { id },
    );
    return painPoint.history;
  };
  const to = (id: string, category: TestStage['category'], afterId?: string) =>
    move(it_, { id, toStageId: world.stage(category), afterId });
  const edit = (id: string, fields: Record<string, unknown>, expectedVersion: number) =>
    it_.ask('mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) { id } }', {
      input: { id, expectedVersion, ...fields },
    });
  const close = (id: string, reason: string) =>
    it_.ask('mutation ($input: ClosePainPointInput!) { closePainPoint(input: $input) { id } }', {
      input: { id, as: 'PARKED', reason },
    });
  const bleeding = async () => (await readOrder(it_, world.boardId)).get(world.stage('BLEEDING'))?.map(({ id }) => id);
  const threeCards = async () => {
    const cards: RaisedPainPoint[] = [];
    for (let at = 0; at < 3; at += 1) cards.push(await raise(it_, { raiserId: world.sponsor.id }));
    return cards.map(({ id }) => id) as [string, string, string];
  };

  it('brings a moved card to where it stood, as a change of its own by whoever did it', async () => {
    const [first, second, third] = await threeCards();
    const before = await bleeding();
    const { changeId } = await to(second, 'PLANNED');
    expect(await bleeding()).toEqual(before?.filter((id) => id !== second));
    expect((await undo(changeId)).errors).toEqual([]);
    expect(await bleeding()).toEqual(before);
    const [moved, back] = (await history(second)).slice(-2);
    expect(moved).toMatchObject({ id: changeId, undoable: false, undoneBy: { id: world.lead.id } });
    expect(back).toMatchObject({ kind: 'MOVED', from: 'Planned', to: 'Bleeding', actor: { id: world.lead.id } });
    expect([first, third].every((id) => before?.includes(id))).toBe(true);
  });

  it('forgets nothing of a fixed card that was moved by mistake: not its age, its day, nor the word of its sponsor', async () => {
    const { id } = await raise(world.sponsor.agent);
    await to(id, 'CHECKING');
    await world.sponsor.agent.ask('mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }', {
      input: { painPointId: id, fixed: true, rating: 5 },
    });
    const fixed = await card(id);
    expect(fixed).toMatchObject({ confirmed: true, stage: { id: world.stage('FIXED') } });
    house.clock.advance(MILLISECONDS_PER_DAY);
    const { changeId } = await to(id, 'TREATING');
    expect(await card(id)).toMatchObject({ confirmed: false, fixedAt: null });
    expect((await undo(changeId)).errors).toEqual([]);
    const { fixedAt, confirmed, enteredStageAt } = fixed;
    expect(await card(id)).toMatchObject({ fixedAt, confirmed, enteredStageAt });
  });

  it('refuses to pull a card away from where somebody else has put it meanwhile', async () => {
    const { id } = await raise(world.sponsor.agent);
    const { changeId } = await to(id, 'PLANNED');
    await to(id, 'TREATING');
    const { code, errors } = await undo(changeId);
    expect(code).toBe('CONFLICT');
    expect(errors[0]?.message).toMatch(/moved again/);
    expect(errors[0]?.extensions?.current).toMatchObject({ stageId: world.stage('TREATING') });
    expect((await card(id)).stage.id).toBe(world.stage('TREATING'));
  });

  it('takes back two moves one after the other, the later first', async () => {
    const { id } = await raise(world.sponsor.agent);
    const one = await to(id, 'PLANNED');
    const two = await to(id, 'TREATING');
    expect((await undo(two.changeId)).errors).toEqual([]);
    expect((await undo(one.changeId)).errors).toEqual([]);
    expect((await card(id)).stage.id).toBe(world.stage('BLEEDING'));
  });

  it('brings back what a text said, unless it was changed again', async () => {
    const { id, version } = await raise(world.sponsor.agent, { title: 'Letters come out two floors down' });
    await edit(id, { title: 'The printer is wrong', tags: ['printing'] }, version);
    const changes = (await history(id)).filter(({ kind }) => kind === 'EDITED');
    const title = changes.find(({ field }) => field === 'title');
    const tags = changes.find(({ field }) => field === 'tags');
    expect((await undo(title?.id ?? '')).errors).toEqual([]);
    expect((await card(id)).title).toBe('Letters come out two floors down');
    await edit(id, { tags: ['printing', 'office'] }, (await card(id)).version);
    const refused = await undo(tags?.id ?? '');
    expect(refused.code).toBe('CONFLICT');
    expect(refused.errors[0]?.extensions?.current).toMatchObject({ tags: ['printing', 'office'] });
  });

  it('takes being blocked and its reason back together, whichever of the two one asks for', async () => {
    const BLOCKED = 'query ($id: ID!) { painPoint(id: $id) { blocked blockedReason } }';
    const { id, version } = await raise(world.sponsor.agent);
    const lastOf = async (field: string) => (await history(id)).findLast((one) => one.field === field)?.id ?? '';
    await edit(id, { blocked: true, blockedReason: 'No spare part.' }, version);
    expect((await undo(await lastOf('blocked'))).errors).toEqual([]);
    expect(await it_.ask(BLOCKED, { id })).toEqual({ painPoint: { blocked: false, blockedReason: null } });
    await edit(id, { blocked: true, blockedReason: 'No money.' }, (await card(id)).version);
    await edit(id, { blocked: false }, (await card(id)).version);
    expect((await undo(await lastOf('blockedReason'))).errors).toEqual([]);
    expect(await it_.ask(BLOCKED, { id })).toEqual({ painPoint: { blocked: true, blockedReason: 'No money.' } });
    expect((await history(id)).filter(({ undoneBy }) => undoneBy !== null)).toHaveLength(4);
  });

  it('brings a parked card back to its old place', async () => {
    const [, second] = await threeCards();
    const before = await bleeding();
    await close(second, 'Not now.');
    const closing = (await history(second)).at(-1);
    expect((await undo(closing?.id ?? '')).errors).toEqual([]);
    expect(await bleeding()).toEqual(before);
    expect((await card(second)).closed).toBeNull();
  });

  it('does not bring back what was parked again for another reason', async () => {
    const { id } = await raise(world.sponsor.agent);
    await close(id, 'Not now.');
    const first = (await history(id)).at(-1)?.id ?? '';
    await it_.ask('mutation ($id: ID!) { reopenPainPoint(id: $id, reason: "Now after all.") { id } }', { id });
    await close(id, 'The supplier has gone.');
    const { code, errors } = await undo(first);
    expect(code).toBe('CONFLICT');
    expect(errors[0]?.message).toMatch(/again since/);
    expect((await card(id)).closed?.reason).toBe('The supplier has gone.');
  });

  it('right after any change leaves the card as it was, and of whatever change never ends in a fault of ours', async () => {
    const STATE = `query ($id: ID!) { painPoint(id: $id) { title description tags effortDays blocked blockedReason owner { id }
      stage { id } enteredStageAt fixedAt confirmed closed { as reason } bleedPerWeek bleedWhenPlanned } }`;
    const ids = [...(await threeCards()), ...(await threeCards())];
    const text = fc.constantFrom('One', 'Other', 'Third');
    const act = fc.record({
      on: fc.nat(5),
      stage: fc.nat(3),
      beside: fc.nat(5),
      what: fc.oneof(
        fc.record({ title: text, description: text }),
        fc.record({
          tags: fc.subarray(['a', 'b', 'c']),
          directCostPerWeek: fc.nat(9),
          effortDays: fc.option(fc.nat(9)),
        }),
        fc.record({ blocked: fc.boolean(), blockedReason: fc.option(text) }),
        fc.constant('move' as const),
        fc.constant('close' as const),
      ),
      undone: fc.option(fc.nat(30), { freq: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        for (const { on, stage, beside, what, undone } of acts) {
          const id = ids[on] ?? '';
          const state = async () => ({
            card: await it_.ask(STATE, { id }),
            order: [...(await readOrder(it_, world.boardId))].map(([name, cards]) => [
              name,
              cards.map((one) => one.id),
            ]),
          });
          const before = await state();
          const known = (await history(id)).length;
          const category = (['BLEEDING', 'PLANNED', 'TREATING', 'FIXED'] as const)[stage] ?? 'BLEEDING';
          house.clock.advance(60_000);
          const done =
            what === 'move'
              ? to(id, category, ids[beside])
              : what === 'close'
                ? close(id, `Not now, ${known}.`)
                : edit(id, what, (await card(id)).version);
          await done.catch(() => undefined);
          const made = (await history(id)).slice(known).filter(({ undoable }) => undoable);
          if (undone === null) {
            for (const { id: change } of made.toReversed()) {
              const stillUndoable = (await history(id)).find((one) => one.id === change)?.undoable;
              if (stillUndoable) expect((await undo(change)).errors).toEqual([]);
            }
            expect(await state()).toEqual(before);
          } else {
            const any = (await history(id)).at(-1 - undone)?.id;
            if (any !== undefined) expect((await undo(any)).code).not.toBe('INTERNAL_SERVER_ERROR');
          }
        }
      }),
      { numRuns: 8, endOnFailure: true },
    );
  }, 120_000);

  it('leaves the word of a sponsor alone: a card that went where their answer sent it stays there', async () => {
    const { id } = await raise(world.sponsor.agent);
    await to(id, 'CHECKING');
    await world.sponsor.agent.ask('mutation ($input: ConfirmFixedInput!) { confirmFixed(input: $input) { id } }', {
      input: { painPointId: id, fixed: false, words: 'It came back on Monday.' },
    });
    const moved = (await history(id)).findLast(({ kind }) => kind === 'MOVED');
    expect(moved).toMatchObject({ to: 'Treating', undoable: false });
    const { code, errors } = await undo(moved?.id ?? '');
    expect(code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/what a sponsor said/);
    expect((await card(id)).stage.id).toBe(world.stage('TREATING'));
  });

  it('says why it cannot, and changes nothing', async () => {
    const { id } = await raise(world.sponsor.agent);
    const raised = (await history(id))[0]?.id ?? '';
    const { changeId } = await to(id, 'PLANNED');
    await undo(changeId);
    const again = await to(id, 'PLANNED');
    await close(id, 'Not now.');
    const before = await house.everything();
    for (const [change, says] of [
      [raised, /cannot be taken back/],
      [changeId, /taken back before/],
      [again.changeId, /left the board/],
    ] as const) {
      const { code, errors } = await undo(change);
      expect({ code, field: errors[0]?.extensions?.field }).toEqual({ code: 'BAD_USER_INPUT', field: 'changeId' });
      expect(errors[0]?.message).toMatch(says);
    }
    expect((await undo('01a2093c-0000-7000-8000-000000000000')).code).toBe('NOT_FOUND');
    expect((await undo(changeId, world.sponsor.agent)).code).toBe('FORBIDDEN');
    expect(await house.everything()).toEqual(before);
  });
});
