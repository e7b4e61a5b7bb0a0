import { Agent } from '../support/agent.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { outbox } from './hearing.js';

/** The whole app, a real mail server, and whoever has no password. */
describe('in without a password', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    // The identity library counts by the clock of the machine.
    house = await House.open({ environment: { SMTP_URL: mails.url }, at: new Date().toISOString() });
    world = await startWorld(house.url);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  const ask = (email: string, next?: string) =>
    new Agent(house.url).answer<{ askForSignInLink: boolean }>(
      'mutation ($email: String!, $next: String) { askForSignInLink(email: $email, next: $next) }',
      { email, next },
    );
  const linkTo = async (email: string) => {
    await house.settled();
    const mail = mails.to(email).findLast(({ subject }) => subject === 'Your link to sign in');
    return /\/enter\/([A-Za-z]+)(\S*)/.exec(mail?.text ?? '') ?? ['none', 'none', 'none'];
  };
  const look = async (token: string) =>
    (
      await world.anyone.ask<{ signInLink: { good: boolean; personName: string | null } }>(
        'query ($token: String!) { signInLink(token: $token) { good personName } }',
        { token },
      )
    ).signInLink;
  const enter = async (token: string) => {
    const agent = new Agent(house.url);
    const { code } = await agent.answer('mutation ($token: String!) { signInByLink(token: $token) { id } }', { token });
    const { me } = await agent.ask<{ me: { name: string } | null }>('{ me { name } }');
    return { code, me: me?.name ?? null };
  };

  it('by a mail that leads back to where one wanted to go, once, and never by looking', async () => {
    await ask(world.sponsor.email.toUpperCase(), '/board/p/P-17?x=1');
    const [, token = '', rest] = await linkTo(world.sponsor.email);
    expect(rest).toBe('?next=%2Fboard%2Fp%2FP-17%3Fx%3D1');
    expect(await look(token)).toEqual({ good: true, personName: world.sponsor.name });
    expect(await look(token)).toEqual({ good: true, personName: world.sponsor.name });
    expect(await enter(token)).toEqual({ code: undefined, me: world.sponsor.name });
    expect(await enter(token)).toEqual({ code: 'BAD_USER_INPUT', me: null });
    expect(await look(token)).toEqual({ good: false, personName: null });
  });

  it('without a word of whether an address is known', async () => {
    const before = mails.mails.length;
    const unknown = await ask('nobody.at.all@example.com');
    const left = await world.join('Gerd Gone', 'SPONSOR');
    await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
      input: { id: left.id, active: false },
    });
    const gone = await ask(left.email);
    const known = await ask(world.viewer.email);
    await house.settled();
    expect([unknown.data, gone.data]).toEqual([known.data, known.data]);
    expect(mails.mails.slice(before).flatMap(({ recipients }) => recipients)).toEqual([world.viewer.email]);
  });

  it('with a link that stands nowhere: not in the database, and not before the eyes of a lead', async () => {
    await ask(world.otherSponsor.email);
    const [, token = ''] = await linkTo(world.otherSponsor.email);
    expect(token.length).toBeGreaterThan(20);
    const tables = house.rows<{ name: string }>("select name from sqlite_master where type = 'table'");
    const everything = JSON.stringify(tables.map(({ name }) => house.rows(`select * from "${name}"`)));
    expect(everything).not.toContain(token);
    const shown = (await outbox(world.lead.agent)).filter(({ subject }) => subject === 'Your link to sign in');
    expect(shown.length).toBeGreaterThan(0);
    expect(JSON.stringify(shown)).not.toContain(token);
    expect((await enter(token)).me).toBe(world.otherSponsor.name);
  });

  it('and leaves a password as it was', async () => {
    await ask(world.it.email);
    const [, token = ''] = await linkTo(world.it.email);
    expect((await enter(token)).me).toBe(world.it.name);
    const again = await new Agent(house.url).answer(
      'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { id } }',
      { email: world.it.email, password: 'correct horse battery staple' },
    );
    expect(again.code).toBeUndefined();
  });

  it('never to an address outside, and not without end', async () => {
    for (const next of ['https://evil.example', '//evil.example', '/\\evil.example', 'mine', '/a b']) {
      const { errors } = await ask(world.sponsor.email, next);
      expect([next, errors[0]?.extensions?.field]).toEqual([next, 'next']);
    }
    expect((await ask('not an address')).errors[0]?.extensions?.field).toBe('email');
    const codes = [];
    for (let time = 0; time < 12; time += 1) codes.push((await ask('often@example.com')).code);
    expect(codes.at(0)).toBeUndefined();
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
  });

  it('for fifteen minutes', async () => {
    await ask(world.sponsor.email);
    const [, token = ''] = await linkTo(world.sponsor.email);
    const [row] = house.rows<{ expires_at: string }>('select expires_at from verification order by expires_at desc');
    expect(Date.parse(row?.expires_at ?? '') - Date.now()).toBeLessThanOrEqual(15 * 60_000);
    house.clock.set(row?.expires_at ?? '');
    expect([await look(token), (await enter(token)).code]).toEqual([
      { good: false, personName: null },
      'BAD_USER_INPUT',
    ]);
  });

  it('and a link that could not be sent in time is not sent at all', async () => {
    const start = house.clock.now();
    mails.always = { code: 451, text: 'Try again later' };
    await ask(world.lead.email);
    await house.settled();
    mails.always = 'accept';
    house.clock.set(new Date(Date.parse(start) + 20 * 60_000).toISOString());
    await house.settled();
    expect(mails.to(world.lead.email).filter(({ subject }) => subject === 'Your link to sign in')).toEqual([]);
  });
});
