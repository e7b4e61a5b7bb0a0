import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, LastOfAll, unread } from './hearing.js';

type Name = 'sara' | 'otto' | 'nora' | 'owner' | 'assignee' | 'lead' | 'admin' | 'bystander' | 'viewer';

/**
 * What the rows of the event table (event-table.spec.ts) leave open: who acts, what is no news, what one act says once. A
 * real server, a real SMTP conversation; the lead acts unless a case says otherwise.
 */
describe('who hears, and who does not', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;
  let last: LastOfAll;
  let cast: Record<Name, Member>;
  /** Raised by Sara, joined by Otto and Nora, with an owner and somebody who works on it. */
  let card: RaisedPainPoint;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({ SMTP_URL: mails.url });
    world = await startWorld(server.url);
    cast = {
      sara: world.sponsor,
      otto: world.otherSponsor,
      nora: await world.join('Nora Newcomer', 'SPONSOR', world.units.finance),
      owner: world.it,
      assignee: await world.join('Ana Assignee', 'IT'),
      lead: world.lead,
      admin: world.admin,
      bystander: await world.join('Bo Bystander', 'SPONSOR', world.units.sales),
      viewer: world.viewer,
    };
    last = await LastOfAll.in(world, mails);
    card = await raise(cast.sara.agent, { title: 'The order form forgets what one typed' });
    for (const { agent } of [cast.otto, cast.nora]) await acts.join(agent, card.id);
    await acts.own(cast.lead.agent, card.id, cast.owner.id);
    await acts.task(cast.lead.agent, card.id, 'Keep the draft', cast.assignee.id);
    await last.settled();
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  /** Does something; says in whose bell it showed and to whom a mail went, each with how often. */
  async function heardOf(act: () => Promise<unknown>): Promise<{ bells: string[]; mailed: string[]; texts: string }> {
    const everybody = Object.entries(cast);
    for (const [, { agent }] of everybody) await agent.ask('mutation { markNotificationsRead }');
    const before = mails.mails.length;
    await act();
    await last.settled();
    const bells: string[] = [];
    const texts: string[] = [];
    for (const [name, { agent }] of everybody) {
      for (const { text } of await unread(agent)) {
        bells.push(name);
        texts.push(text);
      }
    }
    const mailed = mails.mails.slice(before).flatMap(({ recipients, text, html }) => {
      const found = everybody.find(([, { email }]) => recipients.includes(email));
      if (found) texts.push(text ?? '', html || '');
      return found ? [found[0]] : [];
    });
    return { bells: bells.sort(), mailed: mailed.sort(), texts: texts.join('\n') };
  }

  const everybody: Name[] = ['sara', 'otto', 'nora', 'owner', 'assignee'];
  const lead = () => cast.lead.agent;

  it.each<{ event: string; act: () => Promise<unknown>; hear: Name[]; onlyBell?: boolean }>([
    {
      event: 'moved by its owner: all but the owner',
      act: () => move(cast.owner.agent, { id: card.id, toStageId: world.stage('PLANNED') }),
      hear: ['sara', 'otto', 'nora', 'assignee'],
    },
    {
      event: 'a new place in the same stage: nobody',
      act: () => move(lead(), { id: card.id, toStageId: world.stage('PLANNED') }),
      hear: [],
    },
    {
      event: 'an internal task done: never a sponsor',
      act: async () => acts.finish(lead(), await acts.task(lead(), card.id, 'Ask the supplier')),
      hear: ['owner', 'assignee'],
    },
    { event: 'a win kept among IT: nobody', act: () => acts.win(lead(), card.id, 'Quiet', false), hear: [] },
    {
      event: 'asked whether it is fixed',
      act: () => move(lead(), { id: card.id, toStageId: world.stage('CHECKING') }),
      hear: everybody,
    },
    {
      event: 'still bleeding, says the raiser: one notice for everybody else',
      act: () => acts.answer(cast.sara.agent, card.id, false, 'It still forgets the address.'),
      hear: ['otto', 'nora', 'owner', 'assignee'],
      onlyBell: true,
    },
  ])('$event', async ({ act, hear, onlyBell }) => {
    const { bells, mailed } = await heardOf(act);
    expect(bells).toEqual([...hear].sort());
    if (!onlyBell) expect(mailed).toEqual([...hear].sort());
  });

  it('tells both sides of a merge, each person once: where theirs goes on, and what became a part of theirs', async () => {
    const other = await raise(cast.bystander.agent, { title: 'The form is slow' });
    const merged = await raise(cast.sara.agent, { title: 'The form loses my order' });
    await acts.join(cast.otto.agent, merged.id);
    await acts.join(cast.otto.agent, other.id);
    await last.settled();
    const { bells, mailed, texts } = await heardOf(() => acts.merge(lead(), merged.id, other.id));
    expect(bells).toEqual(['bystander', 'otto', 'sara']);
    expect(mailed).toEqual(bells);
    expect(texts).toContain(`Goes on as a part of ${other.key}`);
    expect(texts).toContain(`Took in ${merged.key}`);
  });
});
