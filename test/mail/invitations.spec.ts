import { raise } from '../support/builders.js';
import { Agent } from '../support/agent.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { startWorld, type World } from '../support/world.js';
import { outbox } from './hearing.js';

const DAY = 24 * 60 * 60_000;

/** A lead, and those who have never been here. */
describe('an invitation', () => {
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

  const invite = (people: object[], words?: string) =>
    world.lead.agent.answer<{ invitePeople: { id: string; name: string }[] }>(
      'mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { id name } }',
      { input: { people, words } },
    );
  const inviteOne = async (name: string) => {
    const { data } = await invite([{ name, email: addressOf(name) }]);
    return { id: data?.invitePeople[0]?.id ?? '', email: addressOf(name) };
  };
  const addressOf = (name: string) => `${name.toLowerCase().replace(' ', '.')}@example.com`;
  const again = (personId: string) =>
    world.lead.agent.answer('mutation ($id: ID!) { inviteAgain(personId: $id) { id } }', { id: personId });
  const withdraw = (personId: string) =>
    world.lead.agent.answer('mutation ($id: ID!) { withdrawInvitation(personId: $id) { id } }', { id: personId });
  const waiting = async () => {
    const { people } = await world.lead.agent.ask<{ people: { nodes: { name: string }[] } }>(
      '{ people(waiting: true) { nodes { name invitation { sentAt until invitedBy { name } } } } }',
    );
    return people.nodes.map(({ name }) => name);
  };
  const tokenOf = async (email: string) => {
    await house.settled();
    return /\/enter\/(\S+)/.exec(mails.to(email).at(-1)?.text ?? '')?.[1] ?? 'none';
  };
  const enter = async (token: string) => {
    const agent = new Agent(house.url);
    await agent.answer('mutation ($token: String!) { signInByLink(token: $token) { id } }', { token });
    const { me } = await agent.ask<{ me: { name: string; businessUnit: { name: string } | null } | null }>(
      '{ me { name businessUnit { name } } }',
    );
    return me;
  };
  const messageOf = ({ errors }: { errors: { message: string }[] }) => errors[0]?.message;

  it('brings a pasted list in: known units by name, new ones made, and the words of the lead in the mail', async () => {
    const { data } = await invite(
      [
        { name: 'Nora New', email: addressOf('Nora New'), businessUnit: 'sales' },
        { name: 'Paul Post', email: addressOf('Paul Post'), businessUnit: 'Post room' },
        { name: world.sponsor.name, email: world.sponsor.email },
      ],
      'Please tell us what hurts.',
    );
    // Who has come in before is left alone.
    expect(data?.invitePeople.map(({ name }) => name)).toEqual(['Nora New', 'Paul Post']);
    expect(await waiting()).toEqual(['Nora New', 'Paul Post']);
    const token = await tokenOf(addressOf('Nora New'));
    const mail = mails.to(addressOf('Nora New')).at(-1);
    expect([mail?.subject, mail?.text]).toEqual([
      'Lea Lead asks where it hurts',
      expect.stringContaining('Please tell us what hurts.'),
    ]);
    expect(await enter(token)).toEqual({ name: 'Nora New', businessUnit: { name: 'Sales' } });
    expect(await waiting()).toEqual(['Paul Post']);
    expect(await enter(token)).toBeNull();
  });

  it('is not sent to somebody who came in by a link before', async () => {
    const email = addressOf('Berta Before');
    await world.lead.agent.ask('mutation ($input: AddPersonInput!) { addPerson(input: $input) { id } }', {
      input: { name: 'Berta Before', email, role: 'SPONSOR' },
    });
    await world.anyone.ask('mutation ($email: String!) { askForSignInLink(email: $email) }', { email });
    expect((await enter(await tokenOf(email)))?.name).toBe('Berta Before');
    expect((await invite([{ name: 'Berta Before', email }])).data?.invitePeople).toEqual([]);
    expect(await waiting()).not.toContain('Berta Before');
  });

  it('is sent to nobody while a line of the list is wrong, and says which one', async () => {
    const before = house.rows('select id from person').length;
    const good = { name: 'Gina Good', email: addressOf('Gina Good') };
    const refusals = await Promise.all([
      invite([good, { name: 'Bad Address', email: 'bad address' }]),
      invite([good, { name: ' ', email: 'noname@example.com' }]),
      invite([good, { ...good, name: 'Twice' }]),
      invite([good, { name: 'Too High', email: 'high@example.com', role: 'ADMIN' }]),
    ]);
    for (const refusal of refusals) expect(messageOf(refusal)).toMatch(/^Line 2: /);
    expect(messageOf(await invite([]))).toBe('Name at least one person to invite.');
    await house.settled();
    expect(house.rows('select id from person')).toHaveLength(before);
    expect(mails.to(good.email)).toEqual([]);
  });

  it('is sent again, with a link that lets in as well; and no more to one who has come', async () => {
    const { id, email } = await inviteOne('Sven Slow');
    await tokenOf(email);
    expect((await again(id)).code).toBeUndefined();
    const token = await tokenOf(email);
    expect(mails.to(email)).toHaveLength(2);
    expect((await enter(token))?.name).toBe('Sven Slow');
    expect(messageOf(await again(id))).toBe('Sven Slow has come in already.');
    expect(messageOf(await withdraw(id))).toMatch(/no invitation/);
  });

  it('is taken back: neither its link nor a fresh one lets in', async () => {
    const { id, email } = await inviteOne('Wanda Withdrawn');
    const token = await tokenOf(email);
    expect((await withdraw(id)).code).toBeUndefined();
    expect([await enter(token), await waiting()]).toEqual([null, ['Paul Post']]);
    await world.anyone.answer('mutation ($email: String!) { askForSignInLink(email: $email) }', { email });
    await house.settled();
    expect(mails.to(email)).toHaveLength(1);
  });

  it('is over, too, for one who came by another way', async () => {
    const { email } = await inviteOne('Otis Other');
    const token = await tokenOf(email);
    await world.anyone.answer('mutation ($email: String!) { askForSignInLink(email: $email) }', { email });
    expect((await enter(await tokenOf(email)))?.name).toBe('Otis Other');
    expect([await enter(token), await waiting()]).toEqual([null, ['Paul Post']]);
  });

  it('shows a lead no link by which they could come in as another', async () => {
    const token = await tokenOf(addressOf('Paul Post'));
    expect(token).not.toBe('none');
    expect(JSON.stringify(await outbox(world.lead.agent))).not.toContain(token);
    const tables = house.rows<{ name: string }>("select name from sqlite_master where type = 'table'");
    expect(JSON.stringify(tables.map(({ name }) => house.rows(`select * from "${name}"`)))).not.toContain(token);
  });

  it('comes from a sponsor, too, who shares a pain point: a colleague looks at it and joins; a stranger is none', async () => {
    const card = await raise(world.sponsor.agent, { title: 'The lift stops between floors' });
    const share = (email: string, words = 'You know this one') =>
      world.sponsor.agent.answer(
        'mutation ($id: ID!, $email: String!, $words: String) { sharePainPoint(id: $id, email: $email, words: $words) }',
        { id: card.id, email, words },
      );
    expect((await share('carl.colleague@example.com')).code).toBeUndefined();
    await house.settled();
    const mail = mails.to('carl.colleague@example.com').at(-1);
    expect(mail?.text).toMatch(/You know this one[\s\S]*The lift stops between floors/);
    const [, token = '', next] = /\/enter\/([^?\s]+)\?next=(\S+)/.exec(mail?.text ?? '') ?? [];
    expect(decodeURIComponent(next ?? '')).toBe(`/mine/p/${card.key}`);
    const agent = new Agent(house.url);
    await agent.ask('mutation ($token: String!) { signInByLink(token: $token) { id } }', { token });
    await agent.ask('mutation ($id: ID!) { joinPainPoint(id: $id) { id } }', { id: card.id });
    // Who is known is told, with the link to it.
    expect((await share(world.otherSponsor.email)).code).toBeUndefined();
    await house.settled();
    const told = mails.to(world.otherSponsor.email).at(-1);
    expect(told?.text).toMatch(new RegExp(`Sara Sponsor wants you to see this[\\s\\S]*/mine/p/${card.key}`));
    for (const email of ['somebody@elsewhere.example', world.sponsor.email, 'no address']) {
      expect([email, (await share(email)).errors[0]?.extensions?.field]).toEqual([email, 'email']);
    }
  });

  it('comes from a sponsor who shares a win, too, once it is published: it leads to the win, and behind it to the pain', async () => {
    const card = await raise(world.sponsor.agent, { title: 'The gate opens too slowly' });
    const record = async (headline: string, publish: boolean) => {
      const input = { headline, painPointIds: [card.id], measure: 'wait', unit: 'min', before: 9, after: 1, publish };
      const query = 'mutation ($input: RecordWinInput!) { recordWin(input: $input) { id } }';
      return (await world.it.agent.ask<{ recordWin: { id: string } }>(query, { input })).recordWin.id;
    };
    const share = (id: string, email: string, agent = world.sponsor.agent) =>
      agent.answer(
        'mutation ($id: ID!, $email: String!, $words: String) { shareWin(id: $id, email: $email, words: $words) }',
        { id, email, words: 'It works!' },
      );
    const known = await record('Lorries roll in at once', true);
    expect((await share(known, 'wilma.winner@example.com')).code).toBeUndefined();
    expect((await share(known, world.otherSponsor.email)).code).toBeUndefined();
    await house.settled();
    const mail = mails.to('wilma.winner@example.com').at(-1);
    expect(mail?.text).toMatch(/It works![\s\S]*Lorries roll in at once/);
    const [, token = '', next] = /\/enter\/([^?\s]+)\?next=(\S+)/.exec(mail?.text ?? '') ?? [];
    expect(decodeURIComponent(next ?? '')).toBe(`/wins/${known}`);
    const wilma = new Agent(house.url);
    await wilma.ask('mutation ($token: String!) { signInByLink(token: $token) { id } }', { token });
    const read = (id: string, agent = wilma) =>
      agent.answer<{ win: { headline: string; painPoints: { key: string }[] } }>(
        'query ($id: ID!) { win(id: $id) { headline painPoints { key } } }',
        { id },
      );
    expect((await read(known)).data?.win).toEqual({
      headline: 'Lorries roll in at once',
      painPoints: [{ key: card.key }],
    });
    const told = mails.to(world.otherSponsor.email).at(-1);
    expect(told?.text).toMatch(
      new RegExp(`^Sara Sponsor wants you to see what got better: Lorries roll in at once[\\s\\S]*/wins/${known}\n`),
    );
    // Of what is not told to the sponsors nobody of the business knows, and nobody may show it.
    const secret = await record('Not told yet', false);
    expect((await read(secret)).code).toBe('NOT_FOUND');
    expect((await share(secret, world.otherSponsor.email)).code).toBe('NOT_FOUND');
    expect((await read(secret, world.it.agent)).data?.win.headline).toBe('Not told yet');
    expect((await share(secret, world.otherSponsor.email, world.it.agent)).code).toBe('BAD_USER_INPUT');
  });

  it('counts for fourteen days', async () => {
    const { email } = await inviteOne('Lena Late');
    const token = await tokenOf(email);
    house.clock.set(new Date(Date.parse(house.clock.now()) + 15 * DAY).toISOString());
    expect(await enter(token)).toBeNull();
    expect(await waiting()).toContain('Lena Late');
  });
});
