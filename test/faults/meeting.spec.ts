import { raise } from '../support/builders.js';
import { meetings, type SeenMeeting } from '../support/meetings.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';

interface Heard {
  meetingChanged: {
    kind: string;
    revision: number;
    position: { step: string; page: number; painPointId: string | null; presentedBy: { name: string } };
    meeting: { revision: number; decisions: { text: string }[]; attendance: { name: string }[] };
  };
}

const FOLLOW = `subscription ($id: ID!, $since: Int) { meetingChanged(meetingId: $id, since: $since) {
  kind revision position { step page painPointId presentedBy { name } }
  meeting { revision decisions { text } attendance { name } }
} }`;

describe('those who follow a meeting', () => {
  let server: ServerProcess;
  let world: World;
  let id: string;

  beforeAll(async () => {
    server = await ServerProcess.start();
    world = await startWorld(server.url);
  });
  beforeEach(async () => {
    ({ id } = await meetings.start(world.it.agent));
  });
  afterAll(async () => {
    await world.leave();
    await server.stop();
  });

  const follow = async (who = world.sponsor, since?: number) => {
    const listening = who.agent.listen<Heard>(FOLLOW, { id, since });
    await listening.begun;
    return listening;
  };

  it('hear at once where the presenter goes, in the order of the revisions, whoever presents', async () => {
    const followers = await Promise.all([follow(world.sponsor), follow(world.viewer)]);
    const { id: cardId } = await raise(world.sponsor.agent);
    const times: number[] = [];
    for (let page = 0; page < 20; page += 1) {
      const presenter = page % 2 === 0 ? world.it : world.lead;
      const step = page % 3 === 0 ? 'WALK' : 'COMMITMENTS';
      const sent = performance.now();
      const moved = meetings.present(presenter.agent, { meetingId: id, step, page, painPointId: cardId });
      for (const follower of followers) {
        const { meetingChanged: heard } = await follower.next();
        expect(heard).toMatchObject({
          kind: 'position',
          position: { step, page, painPointId: cardId, presentedBy: { name: presenter.name } },
        });
      }
      times.push(performance.now() - sent);
      await moved;
    }
    for (const follower of followers) {
      const revisions = follower.arrived.map(({ meetingChanged }) => meetingChanged.revision);
      expect(revisions).toEqual(Array.from({ length: 20 }, (_, at) => (revisions[0] ?? 0) + at));
      follower.stop();
    }
    // A commit on the disk and two sockets: some milliseconds; so much only where the machine has other work as well.
    expect(times.toSorted((one, other) => one - other)[10]).toBeLessThan(1_000);
  });

  it('hear of decisions, action items, who is there, and the end', async () => {
    const follower = await follow();
    await meetings.decide(world.it.agent, { meetingId: id, text: 'We do it.' });
    await meetings.give(world.it.agent, { meetingId: id, title: 'Do it' });
    await meetings.mark(world.it.agent, { meetingId: id, personId: world.sponsor.id, present: true });
    await meetings.end(world.it.agent, id);
    const kinds = [];
    for (let heard = 0; heard < 4; heard += 1) kinds.push((await follower.next()).meetingChanged.kind);
    expect(kinds).toEqual(['decisions', 'actions', 'attendance', 'ended']);
    expect(follower.arrived.at(-1)?.meetingChanged.meeting).toMatchObject({
      decisions: [{ text: 'We do it.' }],
      attendance: [{ name: 'Sara Sponsor' }],
    });
    follower.stop();
  });

  it('who were cut off know by the revision that they missed something, and read where it stands', async () => {
    const before = await follow();
    await meetings.present(world.it.agent, { meetingId: id, step: 'WINS' });
    const { revision } = (await before.next()).meetingChanged;
    before.stop();
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', page: 4 });
    await meetings.decide(world.it.agent, { meetingId: id, text: 'While nobody listened.' });
    const after = await follow(world.sponsor, revision);
    const { meetingChanged: missed } = await after.next();
    expect(missed).toMatchObject({
      kind: 'missed',
      revision: revision + 2,
      position: { step: 'WALK', page: 4 },
      meeting: { revision: revision + 2, decisions: [{ text: 'While nobody listened.' }] },
    });
    const upToDate = await follow(world.viewer, revision + 2);
    await meetings.present(world.it.agent, { meetingId: id, step: 'DECISIONS' });
    expect((await upToDate.next()).meetingChanged.kind).toBe('position');
    after.stop();
    upToDate.stop();
  });

  it('wait for one to begin, and hear of one that began before they listened', async () => {
    await meetings.end(world.it.agent, id);
    const waiting = world.viewer.agent.listen<{ meetingStarted: { kind: string; meeting: { id: string } } }>(
      'subscription { meetingStarted { kind meeting { id } } }',
    );
    await waiting.begun;
    ({ id } = await meetings.start(world.it.agent));
    expect((await waiting.next()).meetingStarted).toEqual({ kind: 'started', meeting: { id } });
    waiting.stop();
    const late = world.viewer.agent.listen<{ meetingStarted: { kind: string; meeting: { id: string } } }>(
      'subscription { meetingStarted { kind meeting { id } } }',
    );
    expect((await late.next()).meetingStarted).toEqual({ kind: 'missed', meeting: { id } });
    late.stop();
  });

  it('find it where it was when the server was killed in the middle of it', async () => {
    await meetings.present(world.it.agent, { meetingId: id, step: 'WALK', page: 7 });
    const decision = await meetings.decide(world.it.agent, { meetingId: id, text: 'It is not lost.' });
    await server.kill();
    await server.start();
    const again = (await meetings.read(world.viewer.agent)) as SeenMeeting;
    expect(again).toMatchObject({ id, state: 'RUNNING', position: { step: 'WALK', page: 7 } });
    expect((await meetings.start(world.lead.agent)).id).toBe(id);
    const { decisions } = await meetings.look<{ decisions: { id: string }[] }>(
      world.viewer.agent,
      id,
      'decisions { id }',
    );
    expect(decisions.map((one) => one.id)).toContain(decision);
  });
});
