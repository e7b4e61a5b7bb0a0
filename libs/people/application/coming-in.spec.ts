import { instantAfter, MILLISECONDS_PER_DAY } from '@stanch/kernel';
import type { IdentityTables } from '../persistence/identity-tables.js';
import { openPeople, PASSWORD, type PeopleWorld } from '../people.fixture.js';
import { Role } from '../domain/role.js';

const unauthenticated = expect.objectContaining({ code: 'UNAUTHENTICATED' });

describe('coming in', () => {
  let world: PeopleWorld;
  let ada: Awaited<ReturnType<PeopleWorld['start']>>;
  beforeAll(async () => {
    world = await openPeople();
    ada = await world.start();
  });
  afterAll(() => world.close());

  const add = (name: string, role: Role = Role.IT, password: string | null = PASSWORD) =>
    world.addPerson.run(ada.visitor, { name, email: `${name}@example.com`, role, password });

  it('starts the workspace once, with its first lead as an admin who is signed in', async () => {
    expect(ada.visitor).toEqual({ personId: ada.person.id, role: Role.ADMIN, sessionId: expect.any(String) });
    await expect(world.settings.current()).resolves.toMatchObject({ name: 'Testing Ltd', currency: 'EUR' });
    await expect(world.start()).rejects.toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });

  it('takes the address in any capitals and gives every sign-in a session of its own', async () => {
    const [one, other] = [await world.comeIn('ADA@example.com'), await world.comeIn(' ada@Example.com '.trim())];
    expect(one).not.toBe(other);
    await expect(world.visitorOf(one)).resolves.toMatchObject({ personId: ada.person.id });
  });

  it('gives the same answer whether address, password or the person are wrong', async () => {
    const bob = await add('bob');
    await add('nopassword', Role.SPONSOR, null);
    await world.updatePerson.run(ada.visitor, { id: bob.id, active: false });
    const refusals = await Promise.all(
      [
        ['nobody@example.com', PASSWORD],
        ['ada@example.com', 'wrong password'],
        ['nopassword@example.com', PASSWORD],
        ['nopassword@example.com', ''],
        ['bob@example.com', PASSWORD],
        ['not an address', PASSWORD],
      ].map(async ([email = '', password = '']) =>
        world.signIn.run({ email, password }, { ip: '192.0.2.9' }).then(String, (reason: unknown) => String(reason)),
      ),
    );
    expect(new Set(refusals).size).toBe(1);
    expect(refusals[0]).toMatch(/do not belong together/);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const timeOf = async (email: string) => {
      const begun = performance.now();
      await world.credentials.enter(email, 'wrong password', { ip: '192.0.2.9' });
      return performance.now() - begun;
    };
    // The quickest of several says what the work is; slower ones say how busy the machine was.
    let [known, unknown] = [Infinity, Infinity];
    for (let n = 0; n < 7; n += 1) {
      known = Math.min(known, await timeOf('ada@example.com'));
      unknown = Math.min(unknown, await timeOf('nobody@example.com'));
    }
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.5);
  });

  it('brakes guessing here without shutting the person out elsewhere', async () => {
    const guess = () => world.signIn.run({ email: 'ada@example.com', password: 'guess' }, { ip: '198.51.100.1' });
    for (let n = 0; n < 8; n += 1) await expect(guess()).rejects.toThrow(unauthenticated);
    await expect(guess()).rejects.toThrow(expect.objectContaining({ code: 'TOO_MANY_REQUESTS' }));
    await expect(world.comeIn('ada@example.com', PASSWORD, '203.0.113.5')).resolves.toContain('=');
  });

  it('ends a session at the sign-out, at once, also for who has the cookie still', async () => {
    await add('cleo');
    const cookie = await world.comeIn('cleo@example.com');
    const elsewhere = await world.comeIn('cleo@example.com');
    const visitor = await world.visitorOf(cookie);
    await world.signOut.run(visitor, world.identifyVisitor.proofOf({ cookie }));
    await expect(world.visitorOf(cookie)).resolves.toBeNull();
    await expect(world.visitorOf(elsewhere)).resolves.toMatchObject({ personId: visitor?.personId });
    await expect(world.signOut.run(null, world.identifyVisitor.proofOf({ cookie }))).resolves.toEqual(
      expect.arrayContaining([expect.stringContaining('Max-Age=0')]),
    );
  });

  it('refuses a cookie that was made up or signed by someone else', async () => {
    const [name, value = ''] = ada.cookie.split('=');
    const [token] = decodeURIComponent(value).split('.');
    await expect(world.visitorOf(`${name}=${token}`)).resolves.toBeNull();
    await expect(world.visitorOf(`${name}=${token}.${'A'.repeat(43)}%3D`)).resolves.toBeNull();
    await expect(world.visitorOf(`${name}=`)).resolves.toBeNull();
  });

  it('keeps a session alive that is used, and ends one that is over', async () => {
    const cookie = await world.comeIn('ada@example.com');
    const { sessionId } = (await world.visitorOf(cookie)) ?? {};
    const endIn = (days: number) =>
      world.unitOfWork.run(({ em }) =>
        em
          .getKysely<IdentityTables>()
          .updateTable('session')
          .set({ expires_at: instantAfter(world.clock.now(), days * MILLISECONDS_PER_DAY) })
          .where('id', '=', sessionId ?? '')
          .execute(),
      );
    const ask = async () => {
      world.identifyVisitor.forget(ada.person.id);
      const prolonged: string[] = [];
      const visitor = await world.identifyVisitor.run({ cookie }, (cookies) => prolonged.push(...cookies));
      return { visitor, prolonged };
    };
    await expect(ask()).resolves.toMatchObject({ visitor: { sessionId }, prolonged: [] });
    await endIn(20);
    await expect(ask()).resolves.toMatchObject({
      visitor: { sessionId },
      prolonged: [expect.stringContaining(cookie)],
    });
    await endIn(-1);
    await expect(ask()).resolves.toEqual({ visitor: null, prolonged: [] });
  });

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { cookies } = await world.signIn.run({ email: 'ada@example.com', password: PASSWORD }, { ip: '192.0.2.1' });
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatch(/; HttpOnly/);
    expect(cookies[0]).toMatch(/; SameSite=Lax/);
    expect(cookies[0]).not.toMatch(/; Secure/);
  });

  it('changes a password only for who knows it, and ends all other sessions but not this one', async () => {
    await add('dora');
    const [here, there] = [await world.comeIn('dora@example.com'), await world.comeIn('dora@example.com')];
    const visitor = await world.visitorOf(here);
    await world.visitorOf(there);
    if (!visitor) throw new Error('Dora is not in.');
    const change = (current: string, next: string) => world.changePassword.run(visitor, { current, next }, '192.0.2.1');
    await expect(change('wrong', 'a new long one')).rejects.toThrow(/not your current/);
    await expect(change(PASSWORD, 'short')).rejects.toThrow(/at least 10/);
    await change(PASSWORD, 'a new long one');
    await expect(world.visitorOf(there)).resolves.toBeNull();
    await expect(world.visitorOf(here)).resolves.toEqual(visitor);
    await expect(world.comeIn('dora@example.com')).rejects.toThrow(unauthenticated);
    await expect(world.comeIn('dora@example.com', 'a new long one')).resolves.toContain('=');
  });

  it('hands a socket of a foreign page no session', async () => {
    const { identifyVisitor: identify } = world;
    const headers = { cookie: ada.cookie, host: 'stanch.example.com' };
    expect(identify.proofOfSocket({}, { ...headers, origin: 'https://evil.example.com' })).toEqual({});
    expect(identify.proofOfSocket({}, { ...headers, origin: 'null' })).toEqual({});
    expect(identify.proofOfSocket({}, { ...headers, origin: 'https://stanch.example.com' })).toHaveProperty('cookie');
    expect(identify.proofOfSocket({ authorization: 'Bearer x' }, headers)).toEqual({ secret: 'x' });
  });

  it('undoes person and password together when the rest of the transaction fails', async () => {
    const added = world.unitOfWork.run(async () => {
      await add('ghost');
      throw new Error('the rest failed');
    });
    await expect(added).rejects.toThrow('the rest failed');
    await expect(world.people.byEmail('ghost@example.com')).resolves.toBeNull();
    await expect(world.comeIn('ghost@example.com')).rejects.toThrow(unauthenticated);
  });

  it('lets the library work inside a transaction of ours, and takes its rows back with it', async () => {
    let cookie = '';
    const undone = world.unitOfWork.run(async () => {
      const person = await add('brief', Role.IT, null);
      cookie = world.cookieOf((await world.credentials.enterAs(person.id, { ip: '192.0.2.1' })).cookies);
      await expect(world.visitorOf(cookie)).resolves.toMatchObject({ personId: person.id });
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    world.identifyVisitor.forget(ada.person.id);
    world.clock.advance(31_000);
    await expect(world.visitorOf(cookie)).resolves.toBeNull();
  });

  describe('with an API token', () => {
    const bearer = (secret: string) => {
      const { identifyVisitor } = world;
      return identifyVisitor.run(identifyVisitor.proofOf({ authorization: `Bearer ${secret}`, cookie: ada.cookie }));
    };

    it('acts for the person with the role they have now', async () => {
      const eve = await add('eve');
      const { secret, apiToken } = await world.createApiToken.run(
        { personId: eve.id, role: eve.role },
        { name: 'bot' },
      );
      expect(secret).toMatch(/^stanch_[\w-]{43}$/);
      expect(JSON.stringify(apiToken)).not.toContain(secret);
      await expect(bearer(secret)).resolves.toEqual({ personId: eve.id, role: Role.IT, tokenId: apiToken.id });
      await world.updatePerson.run(ada.visitor, { id: eve.id, role: Role.VIEWER });
      await expect(bearer(secret)).resolves.toMatchObject({ role: Role.VIEWER });
    });

    it('is shut out the moment it is revoked, and only its owner can do that', async () => {
      const { secret, apiToken } = await world.createApiToken.run(ada.visitor, { name: 'export' });
      await expect(bearer(secret)).resolves.toMatchObject({ personId: ada.person.id });
      const stranger = { personId: 'someone-else', role: Role.ADMIN };
      await expect(world.revokeApiToken.run(stranger, apiToken)).rejects.toThrow(/no such API token/);
      await world.revokeApiToken.run(ada.visitor, apiToken);
      expect(await bearer(secret)).toBeNull();
    });

    it('makes no further tokens and changes no password', async () => {
      const byToken = { personId: ada.person.id, role: Role.ADMIN, tokenId: 't' };
      await expect(world.createApiToken.run(byToken, { name: 'more' })).rejects.toThrow(/cannot make another/);
      const change = world.changePassword.run(byToken, { current: PASSWORD, next: 'x'.repeat(12) }, '192.0.2.1');
      await expect(change).rejects.toThrow(/cannot change the password/);
    });

    it('counts alone: a wrong one does not fall back to the cookie', async () => {
      expect(await bearer('stanch_wrong')).toBeNull();
      expect(world.identifyVisitor.proofOf({ authorization: 'Basic abc', cookie: ada.cookie })).toEqual({});
    });
  });
});
