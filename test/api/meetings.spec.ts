import { raise } from '../support/builders.js';
import { House, MORNING } from '../support/house.js';
import { meetings, type SeenMeeting } from '../support/meetings.js';
import { startWorld, type World } from '../support/world.js';

const MINUTE = 60_000;

describe('the weekly meeting', () => {
  let house: House;
  let world: World;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
  });
  afterEach(async () => {
    const running = await meetings.read(world.it.agent);
    if (running) await meetings.end(world.it.agent, running.id);
    house.clock.set(MORNING);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  it('runs once at a time for a board, also when two start it at the same moment', async () => {
    expect(await meetings.read(world.viewer.agent)).toBeNull();
    const watching = world.viewer.agent.listen<{ meetingStarted: { meeting: { id: string } } }>(
      'subscription { meetingStarted { meeting { id } } }',
    );
    await watching.begun;
    const [one, other] = await Promise.all([meetings.start(world.it.agent), meetings.start(world.lead.agent)]);
    expect(one.id).toBe(other.id);
    expect((await meetings.read(world.viewer.agent))?.id).toBe(one.id);
    expect(house.rows('select 1 from meeting')).toHaveLength(1);
    await meetings.end(world.it.agent, one.id);
    expect(await meetings.read(world.viewer.agent)).toBeNull();
    const { id: next } = await meetings.start(world.it.agent);
    expect(next).not.toBe(one.id);
    // Two beginnings, each told once.
    const told = [await watching.next(), await watching.next()];
    expect(told.map(({ meetingStarted }) => meetingStarted.meeting.id)).toEqual([one.id, next]);
  });

  it('goes on where it was interrupted, also after the server was away', async () => {
    const { id: cardId } = await raise(world.sponsor.agent);
    const { id } = await meetings.start(world.it.agent);
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', page: 3, painPointId: cardId });
    await house.restart();
    house.clock.advance(50 * MINUTE);
    const again = await meetings.start(world.lead.agent);
    expect(again).toMatchObject({
      id,
      state: 'RUNNING',
      position: { step: 'WALK', page: 3, painPointId: cardId, presentedBy: { id: world.it.id } },
    });
  });

  it('shows no win that its sponsors were not told of yet, since what was shown stands in the minutes', async () => {
    const { id } = await meetings.start(world.it.agent);
    const painPointIds = [(await raise(world.sponsor.agent)).id];
    const { recordWin } = await world.it.agent.ask<{ recordWin: { id: string } }>(
      'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
      { input: { headline: 'Not yet told', painPointIds, publish: false } },
    );
    const { errors } = await world.it.agent.answer(
      'mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }',
      { input: { meetingId: id, step: 'WINS', winId: recordWin.id } },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'winId' });
  });

  it('walks the agenda of the issue and counts by its own clock how long each step took', async () => {
    const { id, steps } = await meetings.start(world.it.agent);
    expect(steps.map(({ kind }) => kind)).toEqual([
      'SINCE_LAST',
      'WINS',
      'COMMITMENTS',
      'WALK',
      'QUICK_WINS',
      'DECISIONS',
    ]);
    expect(steps.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
    house.clock.advance(2 * MINUTE);
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK' });
    house.clock.advance(5 * MINUTE);
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', page: 1 });
    house.clock.advance(4 * MINUTE);
    await meetings.present(world.it.agent, { meetingId: id, step: 'SINCE_LAST' });
    house.clock.advance(1 * MINUTE);
    const spent = async () =>
      Object.fromEntries(
        ((await meetings.read(world.viewer.agent, id)) as SeenMeeting).steps.map(({ kind, secondsSpent }) => [
          kind,
          secondsSpent,
        ]),
      );
    expect(await spent()).toMatchObject({ SINCE_LAST: 180, WALK: 540, WINS: 0 });
    await meetings.end(world.it.agent, id);
    house.clock.advance(60 * MINUTE);
    expect(await spent()).toMatchObject({ SINCE_LAST: 180, WALK: 540 });
  });

  it('is moved by a program that names no screen only while no screen presents it', async () => {
    const { id } = await meetings.start(world.it.agent);
    await meetings.present(world.it.agent, { meetingId: id, step: 'WINS' });
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', screen: 'the projector' });
    for (const { agent } of [world.it, world.lead]) {
      const { errors } = await agent.answer(
        'mutation ($input: PresentStepInput!) { presentStep(input: $input) { id } }',
        { input: { meetingId: id, step: 'DECISIONS' } },
      );
      expect(errors[0]).toMatchObject({
        message: expect.stringContaining('steerMeeting'),
        extensions: { code: 'BAD_USER_INPUT', field: 'screen' },
      });
    }
    const { position } = (await meetings.read(world.viewer.agent, id)) as SeenMeeting;
    expect(position).toMatchObject({ step: 'WALK', presentedBy: { id: world.it.id } });
    const taken = await meetings.present(world.lead.agent, { meetingId: id, step: 'DECISIONS', screen: 'a script' });
    expect(taken.position).toMatchObject({ step: 'DECISIONS', presentedBy: { id: world.lead.id } });
  });

  it('says in a line what is shown where it stands', async () => {
    const { id } = await meetings.start(world.it.agent);
    const shown = async () =>
      (await meetings.look<{ position: { shown: string | null } }>(world.viewer.agent, id, 'position { shown }'))
        .position.shown;
    expect(await shown()).toBeNull();
    const card = await raise(world.it.agent, { title: 'The lift is slow' });
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', painPointId: card.id });
    expect(await shown()).toBe(`${card.key} The lift is slow`);
    const { recordWin } = await world.it.agent.ask<{ recordWin: { id: string } }>(
      'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }',
      { input: { headline: 'The lift is quick', painPointIds: [card.id] } },
    );
    await meetings.present(world.it.agent, { meetingId: id, step: 'WINS', winId: recordWin.id });
    expect(await shown()).toBe('The lift is quick');
    await meetings.end(world.it.agent, id);
  });

  it('stands where the last presenter put it, and says so to everybody who reads it', async () => {
    const { id, revision } = await meetings.start(world.it.agent);
    await Promise.all([
      meetings.present(world.it.agent, { meetingId: id, step: 'WINS' }),
      meetings.present(world.lead.agent, { meetingId: id, step: 'COMMITMENTS', page: 2 }),
    ]);
    const last = (await meetings.read(world.viewer.agent, id)) as SeenMeeting;
    expect(last.revision).toBe(revision + 2);
    expect(['WINS', 'COMMITMENTS']).toContain(last.position.step);
    expect(last.position.revision).toBe(last.revision);
    // To where it stands already is no change.
    const { step, page } = last.position;
    const same = last.position.presentedBy.id === world.it.id ? world.it : world.lead;
    expect((await meetings.present(same.agent, { meetingId: id, step, page })).revision).toBe(last.revision);
  });
});
