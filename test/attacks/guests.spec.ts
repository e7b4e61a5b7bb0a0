import { PassKind } from '@stanch/people';
import { accessPolicy, guestPolicy, policy } from '../../apps/api/src/access-policy.js';
import { Agent } from '../support/agent.js';
import { raise } from '../support/builders.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';

const PRESENT =
  'mutation ($input: PresentStepInput!) { presentStep(input: $input) { id position { step presentedBy { name } } } }';

const PAIR = 'mutation ($code: String!) { pairRemote(code: $code) }';

/** Screens that nobody signed in on: a projector that has a link, and a phone that drives a meeting. */
describe('a screen without a person', () => {
  let house: House;
  let world: World;
  let lead: Agent;

  beforeAll(async () => {
    house = await House.open();
    world = await startWorld(house.url);
    lead = world.lead.agent;
    const { id: painPointId } = await raise(world.sponsor.agent, { title: 'The lift is slow' });
    await world.it.agent.ask('mutation ($input: AddCommentInput!) { addComment(input: $input) { id } }', {
      input: { painPointId, text: 'Between us: flibbertigibbet.', visibility: 'INTERNAL' },
    });
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await house.close();
  });

  async function startMeeting(): Promise<string> {
    return (await lead.ask<{ startMeeting: { id: string } }>('mutation { startMeeting { id } }')).startMeeting.id;
  }

  async function projector(): Promise<{ screen: Agent; linkId: string; token: string }> {
    const { makeProjectorLink } = await lead.ask<{ makeProjectorLink: { url: string; link: { id: string } } }>(
      'mutation { makeProjectorLink(name: "Room 2") { url link { id } } }',
    );
    const token = makeProjectorLink.url.split('/projector/')[1] ?? '';
    const screen = new Agent(house.url);
    await screen.ask('mutation ($token: String!) { enterByProjectorLink(token: $token) }', { token });
    return { screen, linkId: makeProjectorLink.link.id, token };
  }

  async function code(meetingId: string, who = world.it.agent): Promise<string> {
    const { openRemote } = await who.ask<{ openRemote: { code: string } }>(
      'mutation ($meetingId: ID!) { openRemote(meetingId: $meetingId) { code until } }',
      { meetingId },
    );
    return openRemote.code;
  }

  async function remote(meetingId: string, who?: Agent): Promise<Agent> {
    const phone = new Agent(house.url);
    await phone.ask(PAIR, { code: await code(meetingId, who) });
    return phone;
  }

  describe('with a projector link', () => {
    it('sees the board and the meeting, and of both no address and nothing internal', async () => {
      const meetingId = await startMeeting();
      const { screen } = await projector();
      const seen = await screen.ask(`{
        guest { kind name } me { id }
        board { stages { painPoints { nodes { title raiser { name email } comments { text } tasks { title } } } } }
        meeting { id position { step } board { name } startedBy { name email } }
      }`);
      expect(seen).toMatchObject({
        guest: { kind: 'PROJECTOR', name: 'Room 2' },
        me: null,
        meeting: { id: meetingId },
      });
      const text = JSON.stringify(seen);
      expect(text).toContain('The lift is slow');
      expect(text).not.toMatch(/@|flibbertigibbet/);
    });

    it('can use nothing else that somebody must be signed in for', async () => {
      const { screen } = await projector();
      const { query, variables } = { query: '{ people { nodes { name } } }', variables: {} };
      expect((await screen.answer(query, variables)).code).toBe('FORBIDDEN');
      expect((await screen.answer('{ search(text: "lift") { __typename } }')).code).toBe('FORBIDDEN');
      expect((await screen.answer('{ notifications { totalCount } }')).code).toBe('FORBIDDEN');
      expect((await screen.answer('mutation { startMeeting { id } }')).code).toBe('FORBIDDEN');
      const meetingId = await startMeeting();
      expect((await screen.answer(PRESENT, { input: { meetingId, step: 'WINS' } })).code).toBe('FORBIDDEN');
      expect((await screen.request(`/meetings/${meetingId}/minutes.pdf`)).status).toBe(403);
      // And what stands in the policy for others, row by row.
      const visitor = { personId: 'x', role: 'VIEWER', pass: { kind: PassKind.PROJECTOR } };
      for (const [row, access] of Object.entries(accessPolicy)) {
        const open = access === 'ANYONE' || guestPolicy.PROJECTOR.has(row);
        expect([row, policy.check(row, visitor) === null]).toEqual([row, open]);
      }
    });

    it('follows live, and goes dark at once when the link is revoked', async () => {
      const meetingId = await startMeeting();
      const { screen, linkId, token } = await projector();
      const following = screen.listen<{ meetingChanged: { position: { step: string } } }>(
        'subscription ($id: ID!) { meetingChanged(meetingId: $id) { position { step } } }',
        { id: meetingId },
      );
      await following.begun;
      await world.it.agent.ask(PRESENT, { input: { meetingId, step: 'WALK' } });
      expect((await following.next()).meetingChanged.position.step).toBe('WALK');

      await lead.ask('mutation ($id: ID!) { revokeProjectorLink(id: $id) }', { id: linkId });
      expect(await following.end()).toMatchObject({ code: 4403 });
      expect((await screen.answer('{ board { id } }')).code).toBe('UNAUTHENTICATED');
      expect(await screen.ask('{ guest { kind } }')).toEqual({ guest: null });
      const again = await new Agent(house.url).answer(
        'mutation ($token: String!) { enterByProjectorLink(token: $token) }',
        {
          token,
        },
      );
      expect(again.errors[0]?.message).toContain('Ask a lead for a fresh one.');
    });

    it('is listed for leads without its secret, of which the database has the hash alone', async () => {
      const { token } = await projector();
      const { projectorLinks } = await lead.ask<{ projectorLinks: { name: string; madeBy: { name: string } }[] }>(
        '{ projectorLinks { id name madeAt lastUsedAt madeBy { name } } }',
      );
      expect(projectorLinks[0]).toMatchObject({ name: 'Room 2', madeBy: { name: world.lead.name } });
      expect(JSON.stringify(house.rows('select * from guest_pass'))).not.toContain(token);
    });
  });

  describe('with a code from the projector', () => {
    it('drives this meeting, for whoever asked for the code, until it ends', async () => {
      const meetingId = await startMeeting();
      const phone = await remote(meetingId);
      const moved = await phone.ask(PRESENT, { input: { meetingId, step: 'COMMITMENTS' } });
      expect(moved).toMatchObject({
        presentStep: { position: { step: 'COMMITMENTS', presentedBy: { name: world.it.name } } },
      });
      expect((await phone.answer('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId })).code).toBe(
        'FORBIDDEN',
      );
      await lead.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: meetingId });
      const next = await startMeeting();
      expect((await phone.answer(PRESENT, { input: { meetingId: next, step: 'WINS' } })).code).toBe('UNAUTHENTICATED');
    });

    it.each([
      ['goes', { active: false }],
      ['is of IT no longer', { role: 'SPONSOR' }],
      ['gets another password from a lead', { password: 'a password nobody has seen' }],
    ])('ends at once when whoever asked for the code %s', async (_words, change) => {
      const meetingId = await startMeeting();
      const member = await world.join(`Driver ${Object.keys(change).join('')}`, 'IT');
      const phone = await remote(meetingId, member.agent);
      const waits = await code(meetingId, member.agent);
      const following = phone.listen('subscription ($id: ID!) { meetingChanged(meetingId: $id) { kind } }', {
        id: meetingId,
      });
      await following.begun;
      await lead.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
        input: { id: member.id, ...change },
      });
      expect(await following.end()).toMatchObject({ code: 4403 });
      const drive = 'mutation ($id: ID!) { steerMeeting(meetingId: $id, command: NEXT) }';
      expect((await phone.answer(drive, { id: meetingId })).code).toBe('UNAUTHENTICATED');
      const { errors } = await new Agent(house.url).answer(PAIR, { code: waits });
      expect(errors[0]?.message).toContain('This code does not count.');
    });

    it('asks the screen that presents to go on, which hears it at once', async () => {
      const meetingId = await startMeeting();
      const phone = await remote(meetingId);
      const presenting = lead.listen<{ meetingChanged: { kind: string; command: string; step: string | null } }>(
        'subscription ($id: ID!) { meetingChanged(meetingId: $id) { kind command step } }',
        { id: meetingId },
      );
      await presenting.begun;
      const steer = (more: string) =>
        phone.answer(`mutation ($id: ID!) { steerMeeting(meetingId: $id, ${more}) }`, { id: meetingId });
      await steer('command: NEXT');
      expect((await presenting.next()).meetingChanged).toEqual({ kind: 'steered', command: 'NEXT', step: null });
      await steer('command: STEP, step: WALK');
      expect((await presenting.next()).meetingChanged).toMatchObject({ command: 'STEP', step: 'WALK' });
      expect((await steer('command: STEP')).errors[0]?.message).toContain('not on the agenda');
    });

    it('drives no other meeting', async () => {
      const phone = await remote(await startMeeting());
      const answer = await phone.answer(PRESENT, { input: { meetingId: 'another', step: 'WINS' } });
      expect(answer.errors[0]?.message).toContain('drives another meeting');
    });

    it('takes a code once, within ten minutes, and few guesses', async () => {
      const meetingId = await startMeeting();
      const open = () => code(meetingId);
      const pair = (digits: string) => new Agent(house.url).answer(PAIR, { code: digits });
      const once = await open();
      expect((await pair(`${once.slice(0, 3)} ${once.slice(3)}`)).errors).toEqual([]);
      expect((await pair(once)).errors[0]?.message).toContain('each counts once');
      const late = await open();
      house.clock.advance(10 * 60_000 + 1);
      expect((await pair(late)).errors[0]?.message).toContain('each counts once');
      for (let guess = 0; guess < 10; guess += 1) await pair('000000');
      expect((await pair(await open())).code).toBe('TOO_MANY_REQUESTS');
    });
  });

  it('may use nothing that the policy has no row for', () => {
    for (const rows of Object.values(guestPolicy)) {
      expect(Object.keys(accessPolicy)).toEqual(expect.arrayContaining([...rows]));
    }
  });
});
