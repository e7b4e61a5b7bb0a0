import type { DomainEvent } from '@stanch/kernel';
import { Role } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { openPeople, PASSWORD, type PeopleWorld } from '../people.fixture.js';
import { PERSON_ADDED } from './add-person.js';

const forbidden = expect.objectContaining({ code: 'FORBIDDEN' });

describe('managing people', () => {
  let world: PeopleWorld;
  let admin: Actor;
  let lead: Actor;
  let it_: Actor;
  const added: string[] = [];
  beforeAll(async () => {
    world = await openPeople();
    world.events.within(PERSON_ADDED, async (event: DomainEvent<string, { personId: string }>) => {
      added.push(event.data.personId);
    });
    admin = (await world.start()).visitor;
    lead = await actor('Lea', Role.LEAD);
    it_ = await actor('Ivo', Role.IT);
  });
  afterAll(() => world.close());

  const actor = async (name: string, role: Role): Promise<Actor> => {
    const person = await world.addPerson.run(admin, {
      name,
      email: `${name.toLowerCase()}@example.com`,
      role,
      password: PASSWORD,
    });
    return { personId: person.id, role };
  };

  it('tells that someone was added, in the same transaction', async () => {
    const person = await world.addPerson.run(it_, { name: 'Sara', role: Role.SPONSOR });
    expect(added).toContain(person.id);
  });

  it('are the same read one by one and many at once', async () => {
    const gone = await world.addPerson.run(lead, { name: 'Gone', role: Role.SPONSOR });
    await world.updatePerson.run(lead, { id: gone.id, active: false });
    const ids = [lead.personId, gone.id, gone.id, 'nobody'];
    const [one, other] = await Promise.all([world.people.byId(lead.personId), world.people.byId(gone.id)]);
    const many = await world.people.byIds(ids);
    expect(many.toSorted((left, right) => left.id.localeCompare(right.id))).toEqual([one, other]);
    expect(many.map(({ active }) => active).sort()).toEqual([false, true]);
  });

  it('lets IT add sponsors without a password, and nobody else', async () => {
    const add = (input: object) => world.addPerson.run(it_, { name: 'X', role: Role.SPONSOR, ...input });
    await expect(add({ role: Role.IT })).rejects.toThrow(forbidden);
    await expect(add({ role: Role.VIEWER })).rejects.toThrow(forbidden);
    await expect(add({ email: 'x@example.com', password: PASSWORD })).rejects.toThrow(forbidden);
    const sponsor = { personId: 'x', role: Role.SPONSOR };
    await expect(world.addPerson.run(sponsor, { name: 'X', role: Role.SPONSOR })).rejects.toThrow(forbidden);
  });

  it('raises nobody above the one who does it, neither another nor oneself', async () => {
    await expect(world.addPerson.run(lead, { name: 'X', role: Role.ADMIN })).rejects.toThrow(forbidden);
    for (const { personId } of [lead, it_]) {
      await expect(world.updatePerson.run(lead, { id: personId, role: Role.ADMIN })).rejects.toThrow(forbidden);
    }
    await expect(world.updatePerson.run(it_, { id: it_.personId, role: Role.LEAD })).rejects.toThrow(forbidden);
  });

  it('lets no lead take over an admin, by role, address or password', async () => {
    for (const change of [{ role: Role.VIEWER }, { email: 'mine@example.com' }, { password: 'a stolen account' }]) {
      await expect(world.updatePerson.run(lead, { id: admin.personId, ...change })).rejects.toThrow(forbidden);
    }
  });

  it('keeps an address for one person', async () => {
    const add = world.addPerson.run(lead, { name: 'Twin', email: 'LEA@example.com', role: Role.IT });
    await expect(add).rejects.toThrow(/belongs to someone already/);
    const change = world.updatePerson.run(lead, { id: it_.personId, email: 'Lea@Example.com' });
    await expect(change).rejects.toThrow(/belongs to Lea already/);
  });

  it('keeps the address of someone who signs in with it', async () => {
    await expect(world.updatePerson.run(lead, { id: it_.personId, email: null })).rejects.toThrow(/needs an e-mail/);
  });

  it('changes only what is given, and takes away what is null', async () => {
    const unit = await world.addBusinessUnit.run(lead, { name: 'Sales' });
    const tom = await world.addPerson.run(lead, { name: 'Tom', role: Role.SPONSOR, businessUnitId: unit.id });
    await expect(world.updatePerson.run(lead, { id: tom.id, name: 'Thomas' })).resolves.toMatchObject({
      name: 'Thomas',
      role: Role.SPONSOR,
      businessUnitId: unit.id,
    });
    await expect(world.updatePerson.run(lead, { id: tom.id, businessUnitId: null })).resolves.toMatchObject({
      name: 'Thomas',
      businessUnitId: null,
    });
    await expect(world.updatePerson.run(lead, { id: tom.id, businessUnitId: 'nowhere' })).rejects.toThrow(
      /no such business unit/,
    );
  });

  it('refuses a second business unit of the same name', async () => {
    await world.addBusinessUnit.run(lead, { name: 'Finance' });
    await expect(world.addBusinessUnit.run(lead, { name: ' FINANCE ' })).rejects.toThrow(/called "Finance" already/);
  });

  it('applies a new role to sessions that are open, at once', async () => {
    const bea = await actor('Bea', Role.IT);
    const cookie = await world.comeIn('bea@example.com');
    await expect(world.visitorOf(cookie)).resolves.toMatchObject({ role: Role.IT });
    const told: string[] = [];
    world.identifyVisitor.onChange((personId) => told.push(personId));
    await world.updatePerson.run(lead, { id: bea.personId, role: Role.SPONSOR });
    await expect(world.visitorOf(cookie)).resolves.toMatchObject({ role: Role.SPONSOR });
    expect(told).toEqual([bea.personId]);
  });

  it.each([
    ['deactivated', { active: false }],
    ['given a new password', { password: 'set by a lead, told by phone' }],
  ])('ends sessions and tokens of someone who is %s', async (_, change) => {
    const name = `Gone${Object.keys(change)[0] ?? ''}`;
    const gone = await actor(name, Role.IT);
    const cookie = await world.comeIn(`${name}@example.com`);
    await world.visitorOf(cookie);
    await world.createApiToken.run(gone, { name: 'script' });
    await world.updatePerson.run(lead, { id: gone.personId, ...change });
    await expect(world.visitorOf(cookie)).resolves.toBeNull();
    await expect(world.apiTokens.of(gone.personId)).resolves.toEqual([]);
    await expect(world.comeIn(`${name}@example.com`)).rejects.toThrow(/do not belong together/);
  });

  it('does not let a session set the own password without the current one', async () => {
    const change = world.updatePerson.run(lead, { id: lead.personId, password: 'taken over by a thief' });
    await expect(change).rejects.toThrow(/Change your own password in your profile/);
  });

  it('keeps the last admin who can sign in', async () => {
    await world.addPerson.run(admin, { name: 'Name Only', role: Role.ADMIN });
    const conflict = expect.objectContaining({ code: 'CONFLICT' });
    const change = (input: object) => world.updatePerson.run(admin, { id: admin.personId, ...input });
    await expect(change({ role: Role.LEAD })).rejects.toThrow(conflict);
    await expect(change({ active: false })).rejects.toThrow(conflict);
    await expect(world.people.byId(admin.personId)).resolves.toMatchObject({ role: Role.ADMIN, active: true });
  });

  it('forgets the settings it remembers when they change, and never keeps what was taken back', async () => {
    await world.settings.current();
    await world.updateWorkspace.run(lead, { hourlyCost: 80, name: null });
    await expect(world.settings.current()).resolves.toMatchObject({ hourlyCost: 80, name: 'Testing Ltd' });
    const undone = world.unitOfWork.run(async () => {
      await world.updateWorkspace.run(lead, { hourlyCost: 99 });
      await expect(world.settings.current()).resolves.toMatchObject({ hourlyCost: 99 });
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    await expect(world.settings.current()).resolves.toMatchObject({ hourlyCost: 80 });
    await expect(world.updateWorkspace.run(it_, { hourlyCost: 1 })).rejects.toThrow(forbidden);
  });

  describe('finding people', () => {
    const find = async (by: Actor, input: object) =>
      (await world.findPeople.run(by, { first: 50, ...input })).nodes.map(({ name }) => name);

    it('goes by name, page by page, without a gap or a repeat', async () => {
      const all = await find(admin, {});
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page = await world.findPeople.run(admin, { first: 2, after });
        paged.push(...page.nodes.map(({ name }) => name));
        expect(page.totalCount).toBe(all.length);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(paged).toEqual(all);
      expect(all).toEqual([...all].sort((one, other) => one.toLowerCase().localeCompare(other.toLowerCase())));
    });

    it('finds by address only for who may see it', async () => {
      await expect(find(it_, { text: 'LEA@' })).resolves.toEqual(['Lea']);
      await expect(find({ personId: 'x', role: Role.SPONSOR }, { text: 'lea@' })).resolves.toEqual([]);
    });

    it('leaves out who may no longer come in, unless asked', async () => {
      await expect(find(lead, { text: 'goneactive' })).resolves.toEqual([]);
      await expect(find(lead, { text: 'goneactive', includeInactive: true })).resolves.toEqual(['Goneactive']);
    });

    it('takes signs of the database as plain signs and refuses a made-up place', async () => {
      await expect(find(lead, { text: "%'; drop table person; --" })).resolves.toEqual([]);
      await expect(find(lead, { after: 'nonsense' })).rejects.toThrow(
        expect.objectContaining({ code: 'BAD_USER_INPUT' }),
      );
    });
  });
});
