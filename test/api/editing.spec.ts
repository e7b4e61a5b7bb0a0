import { DomainEvents } from '@stanch/platform';
import { PAIN_POINT_EDITED, PAIN_POINT_MOVED } from '@stanch/remediation';
import { acts } from '../mail/hearing.js';
import type { AnswerError } from '../support/agent.js';
import { move, raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

const UPDATE = `mutation ($input: UpdatePainPointInput!) { updatePainPoint(input: $input) {
  id version title description tags effortDays blocked blockedReason owner { id } businessUnit { id }
} }`;
const UPDATE_TASK = `mutation ($input: UpdateTaskInput!) { updateTask(input: $input) {
  id version title state dueOn blocked blockedReason assignee { id }
} }`;

describe('editing', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  type Edited = { updatePainPoint: Record<string, unknown> & { version: number } };
  type EditedTask = { updateTask: Record<string, unknown> & { version: number } };
  const edit = (id: string, expectedVersion: number, fields: object, who = world.it) =>
    who.agent.answer<Edited>(UPDATE, { input: { id, expectedVersion, ...fields } });
  const editTask = (id: string, expectedVersion: number, fields: object, who = world.it) =>
    who.agent.answer<EditedTask>(UPDATE_TASK, { input: { id, expectedVersion, ...fields } });
  const current = (errors: AnswerError[]) => errors[0]?.extensions?.current;
  const history = async (id: string) => {
    const { painPoint } = await world.it.agent.ask<{
      painPoint: {
        history: { kind: string; field: string; from: string | null; to: string | null; actor: { id: string } }[];
      };
    }>('query ($id: ID!) { painPoint(id: $id) { history { kind field from to actor { id } } } }', { id });
    return painPoint.history;
  };

  describe('a pain point', () => {
    it('merges what two people wrote into different fields of the same version', async () => {
      const { id, version } = await raise(world.sponsor.agent, { title: 'The scanner is slow' });
      await edit(id, version, { description: 'Twelve seconds a page.' }, world.lead);
      const { data, errors } = await edit(id, version, { title: 'The scanner in the hall is slow', tags: ['hall'] });
      expect(errors).toEqual([]);
      expect(data?.updatePainPoint).toMatchObject({
        title: 'The scanner in the hall is slow',
        description: 'Twelve seconds a page.',
        tags: ['hall'],
        version: version + 2,
      });
    });

    it('merges an edit with a move, a comment and a promise that came between', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      await move(world.lead.agent, { id, toStageId: world.stage('PLANNED') });
      await acts.comment(world.lead.agent, id, 'Soon.', 'SHARED');
      await acts.promise(world.lead.agent, id, '2026-12-01');
      expect((await edit(id, version, { title: 'Another title' })).errors).toEqual([]);
    });

    it('refuses a stale edit of the same field with what stands now, and keeps nothing of it', async () => {
      const { id, version } = await raise(world.sponsor.agent, { title: 'As it was' });
      await edit(id, version, { title: 'As the lead says', tags: ['lead'] }, world.lead);
      const before = await house.everything();
      const refused = await edit(id, version, { title: 'As IT says', description: 'New words', tags: ['lead'] });
      expect(refused.code).toBe('CONFLICT');
      expect(refused.errors[0]?.message).toMatch(/Somebody else has changed this meanwhile/);
      expect(current(refused.errors)).toEqual({ version: version + 1, fields: ['title'], title: 'As the lead says' });
      expect(await house.everything()).toEqual(before);
      const { data } = await edit(id, version + 1, { title: 'As IT says', description: 'New words' });
      expect(data?.updatePainPoint).toMatchObject({ title: 'As IT says', description: 'New words' });
    });

    it('takes the same change twice without a word about it', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      await edit(id, version, { title: 'Both wrote this' }, world.lead);
      const again = await edit(id, version, { title: ' Both wrote this ' });
      expect(again.errors).toEqual([]);
      expect(again.data?.updatePainPoint.version).toBe(version + 1);
      expect((await history(id)).filter(({ kind }) => kind === 'EDITED')).toHaveLength(1);
    });

    it('says what an edit changed, and nothing where it stood so already', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      await edit(id, version, { ownerId: world.it.id }, world.lead);
      const own = async (ownerId: string) => {
        const { editPainPoint } = await world.it.agent.ask<{ editPainPoint: { changeIds: string[] } }>(
          'mutation ($input: UpdatePainPointInput!) { editPainPoint(input: $input) { changeIds painPoint { id } } }',
          { input: { id, expectedVersion: version + 1, ownerId } },
        );
        return editPainPoint.changeIds;
      };
      expect(await own(world.it.id)).toEqual([]);
      const [changed = '', ...more] = await own(world.lead.id);
      expect(more).toEqual([]);
      await acts.undo(world.it.agent, changed);
      expect((await history(id)).at(-1)).toMatchObject({ from: 'Lea Lead', to: 'Ivo Itman' });
    });

    it('is refused for a version that is still to come, and for one that never was', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      for (const wrong of [version + 1, -1]) {
        const { code, errors } = await edit(id, wrong, { title: 'From the future' });
        expect({ code, field: errors[0]?.extensions?.field }).toEqual({
          code: 'BAD_USER_INPUT',
          field: 'expectedVersion',
        });
      }
    });

    it('writes who changed what from what to what, in words', async () => {
      const { id, version } = await raise(world.sponsor.agent, { title: 'Before' });
      await edit(id, version, { title: 'After', ownerId: world.lead.id, businessUnitId: world.units.finance });
      const said = (await history(id)).slice(1);
      expect(said).toEqual(
        expect.arrayContaining([
          { kind: 'EDITED', field: 'title', from: 'Before', to: 'After', actor: { id: world.it.id } },
          { kind: 'EDITED', field: 'ownerId', from: null, to: 'Lea Lead', actor: { id: world.it.id } },
          { kind: 'EDITED', field: 'businessUnitId', from: 'Sales', to: 'Finance', actor: { id: world.it.id } },
        ]),
      );
      expect(said).toHaveLength(3);
    });

    it('has a reason why it is blocked only while it is blocked', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      const blocked = await edit(id, version, { blocked: true, blockedReason: 'No spare part.' });
      expect(blocked.data?.updatePainPoint).toMatchObject({ blocked: true, blockedReason: 'No spare part.' });
      const free = await edit(id, version + 1, { blocked: false });
      expect(free.data?.updatePainPoint).toMatchObject({ blocked: false, blockedReason: null });
      const late = await edit(id, version + 2, { blockedReason: 'Too late.' });
      expect(late.data?.updatePainPoint).toMatchObject({ blocked: false, blockedReason: null });
    });

    it('does not free what somebody has just said to be blocked for another reason', async () => {
      const { id, version } = await raise(world.sponsor.agent);
      await edit(id, version, { blocked: true, blockedReason: 'No spare part.' });
      await edit(id, version + 1, { blockedReason: 'No spare part, and nobody to put it in.' }, world.lead);
      const refused = await edit(id, version + 1, { blocked: false });
      expect(refused.code).toBe('CONFLICT');
      expect(current(refused.errors)).toMatchObject({ blockedReason: 'No spare part, and nobody to put it in.' });
    });

    it('cannot go to somebody who has left the company, nor be edited once it lives on in another', async () => {
      const gone = await world.join('Gerd Gone', 'IT');
      await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
        input: { id: gone.id, active: false },
      });
      const { id, version } = await raise(world.sponsor.agent);
      const refused = await edit(id, version, { ownerId: gone.id });
      expect(refused.errors[0]).toMatchObject({
        message: 'Gerd Gone no longer takes part. Choose somebody else.',
        extensions: { code: 'BAD_USER_INPUT', field: 'ownerId' },
      });
      const into = await raise(world.otherSponsor.agent);
      await acts.merge(world.it.agent, id, into.id);
      const merged = await edit(id, version + 1, { title: 'Too late' });
      expect(merged.errors[0]?.message).toMatch(/was merged into another pain point/);
      await expect(acts.comment(world.sponsor.agent, id, 'Hello?', 'SHARED')).rejects.toThrow(/merged into another/);
    });
  });

  describe('a task', () => {
    const taskOf = async () => {
      const { id: painPointId } = await raise(world.sponsor.agent);
      return { painPointId, ...(await acts.task(world.it.agent, painPointId, 'Ring the supplier')) };
    };

    it('merges what two people changed in different fields', async () => {
      const { id, version } = await taskOf();
      await editTask(id, version, { state: 'DOING' }, world.lead);
      const { data, errors } = await editTask(id, version, { title: 'Ring them again', dueOn: '2026-12-01' });
      expect(errors).toEqual([]);
      expect(data?.updateTask).toMatchObject({
        title: 'Ring them again',
        state: 'DOING',
        dueOn: '2026-12-01',
        version: version + 2,
      });
    });

    it('refuses a stale change of the same field with what stands now', async () => {
      const { id, version, painPointId } = await taskOf();
      await editTask(id, version, { title: 'As the lead says', assigneeId: world.lead.id }, world.lead);
      const refused = await editTask(id, version, { title: 'As IT says', state: 'DONE' });
      expect(refused.code).toBe('CONFLICT');
      expect(current(refused.errors)).toEqual({ version: version + 1, fields: ['title'], title: 'As the lead says' });
      const { id: other } = await raise(world.sponsor.agent);
      await editTask(id, version + 1, { painPointIds: [painPointId, other] }, world.lead);
      const relinked = await editTask(id, version + 1, { painPointIds: [painPointId] });
      expect(relinked.code).toBe('CONFLICT');
      expect(current(relinked.errors)).toMatchObject({ fields: ['painPointIds'] });
    });
  });

  describe('when something fails on the way', () => {
    it.each([
      ['an edit', PAIN_POINT_EDITED, (id: string, version: number) => edit(id, version, { title: 'Never to be seen' })],
      [
        'a move',
        PAIN_POINT_MOVED,
        (id: string) =>
          world.it.agent.answer(
            'mutation ($input: MovePainPointInput!) { movePainPoint(input: $input) { changeId } }',
            { input: { id, toStageId: world.stage('PLANNED'), idempotencyKey: 'fails' } },
          ),
      ],
    ])('leaves nothing of %s: no card, no history, no event, no news on the board', async (_what, type, act) => {
      const { id, version } = await raise(world.sponsor.agent);
      const CARD = 'query ($id: ID!) { painPoint(id: $id) { title version stage { id } board { revision } } }';
      const watching = world.viewer.agent.listen(
        'subscription ($id: ID!) { boardChanged(boardId: $id) { revision } }',
        {
          id: world.boardId,
        },
      );
      await watching.begun;
      const before = { rows: await house.everything(), card: await world.it.agent.ask(CARD, { id }) };
      let fails = true;
      house.get(DomainEvents).within(type, () => {
        if (!fails) return Promise.resolve();
        fails = false;
        return Promise.reject(new Error('The last part of the change fails.'));
      });
      const { code, errors } = await act(id, version);
      expect(code).toBe('INTERNAL_SERVER_ERROR');
      expect(errors[0]?.message).toBe('Something went wrong on our side. Nothing was changed; please try again.');
      expect({ rows: await house.everything(), card: await world.it.agent.ask(CARD, { id }) }).toEqual(before);
      expect((await act(id, version)).errors).toEqual([]);
      await watching.next(15_000);
      expect(watching.arrived).toHaveLength(1);
    });
  });
});
