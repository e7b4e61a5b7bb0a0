import { type Instant, instantAfter } from '@stanch/kernel';
import { WriteDigests } from '@stanch/notifications';
import { raise } from '../support/builders.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { type Circle, type Part, PARTS, type Row, sponsors, TABLE } from './event-table.js';

/** What all people of a circle chose for every event, in the app and by mail. */
const WAYS = ['Default', 'At Once', 'Digest', 'Never'] as const;
type Way = (typeof WAYS)[number];

/** Three in the afternoon in Berlin, the day before the meeting. */
const DIGEST_TIME = '2026-11-24T14:00:00.000Z';

/** Who heard of a row, by bell and by mail: `raiser planned`, each as often as it came. */
interface Heard {
  readonly bells: string[];
  readonly mails: string[];
}

/** The whole table is played once, in one week of a house with a clock of its own; each test then looks at one cell. */
describe('who hears of what, in the way each chose', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;
  const circles = new Map<Way, Circle>();
  const heard = new Map<string, Heard>();
  let digests: Map<string, CaughtMail[]>;
  let strangers: string[];

  const name = (event: string, way: Way) => `${event} / ${way}`;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({ environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '0' } });
    world = await startWorld(house.url);
    await Promise.all(WAYS.map(gather));
    for (const row of TABLE) await play(row);
    const known = [...circles.values()].flatMap((circle) => PARTS.map((part) => circle[part].email));
    // Whoever leads hears of what is raised.
    known.push(world.lead.email, world.admin.email);
    strangers = mails.mails.flatMap(({ recipients }) => recipients).filter((address) => !known.includes(address));
    await readTheDigest();
  }, 120_000);

  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  /** Brings a circle together and has each of them choose. */
  async function gather(way: Way): Promise<void> {
    const people = await Promise.all(
      PARTS.map(async (part): Promise<[Part, Member]> => {
        const role = part === 'lead' ? 'LEAD' : part === 'owner' || part === 'assignee' ? 'IT' : 'SPONSOR';
        return [part, await world.join(`${part[0]?.toUpperCase()}${part.slice(1)} ${way}`, role, world.units.sales)];
      }),
    );
    const parts = Object.fromEntries(people) as Record<Part, Member>;
    const ofTheLead = await raise(parts.lead.agent, { title: 'What hurts IT' });
    circles.set(way, { ...parts, card: ofTheLead, ofTheLead });
    await house.settled();
    const choice = { Default: null, 'At Once': 'AT_ONCE', Digest: 'DIGEST', Never: 'NEVER' }[way];
    if (choice !== null) for (const [, { agent }] of people) await chooseAll(agent, choice);
  }

  async function chooseAll(agent: Member['agent'], choice: string): Promise<void> {
    const { notificationChoices } = await agent.ask<{
      notificationChoices: { cells: { event: string; channel: string }[] };
    }>('{ notificationChoices { cells { event channel } } }');
    const cells = notificationChoices.cells.map((cell) => ({ ...cell, choice }));
    await agent.ask('mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { mails } }', {
      input: { cells },
    });
  }

  /** Lets a row happen in all circles, and writes down who was told of it meanwhile. */
  async function play({ event, at, act }: Row): Promise<void> {
    house.clock.set(at ?? instantAfter(house.clock.now(), 60_000));
    const before = mails.mails.length;
    for (const circle of circles.values()) {
      await act(circle, { house, world, doer: world.admin.agent });
      // Told by itself: the leads hear of every circle, and many at once would be one mail.
      await house.settled();
    }
    const kinds = new Map(
      house
        .rows<{ id: string; kind: string }>('select message_id as id, kind from mail')
        .map(({ id, kind }) => [id, kind]),
    );
    const since = mails.mails.slice(before);
    for (const [way, circle] of circles) {
      const told = await Promise.all(
        PARTS.map(async (part) => {
          const lines = await bellOf(circle[part], house.clock.now());
          const mailed = since.filter(({ recipients }) => recipients.includes(circle[part].email));
          return {
            bells: lines.map((kind) => `${part} ${kind}`),
            mails: mailed.map(({ messageId }) => `${part} ${kinds.get(messageId ?? '')}`),
          };
        }),
      );
      heard.set(name(event, way), {
        bells: told.flatMap(({ bells }) => bells),
        mails: told.flatMap(({ mails: mailed }) => mailed),
      });
    }
  }

  async function bellOf({ agent }: Member, at: Instant): Promise<string[]> {
    const { notifications } = await agent.ask<{ notifications: { nodes: { at: string; kind: string }[] } }>(
      '{ notifications(first: 20) { nodes { at kind } } }',
    );
    return notifications.nodes.filter((line) => line.at === at).map(({ kind }) => kind);
  }

  /** Two looks, as two servers have them: nobody may get two. */
  async function readTheDigest(): Promise<void> {
    house.clock.set(DIGEST_TIME);
    const before = mails.mails.length;
    for (let look = 0; look < 2; look += 1) await house.get(WriteDigests).run();
    await house.settled();
    digests = Map.groupBy(mails.mails.slice(before), ({ recipients }) => recipients.join());
  }

  /** The cells of a row that say something; the leads hear of what each circle raises. */
  const cells = (row: Row) =>
    PARTS.flatMap((part) => {
      const kind = row.hears[part];
      return kind === undefined ? [] : [{ part, kind, times: kind === 'raised' && part === 'lead' ? WAYS.length : 1 }];
    });
  type Cell = ReturnType<typeof cells>[number];
  const told = (some: readonly Cell[]) =>
    some.flatMap(({ part, kind, times }) => Array.from({ length: times }, () => `${part} ${kind}`));
  const isAlways = ({ kind }: Cell) => kind === 'asked' || kind === 'reminded';
  const isSponsor = ({ part }: Cell) => part in sponsors('');
  const circleOf = (way: Way) => circles.get(way) as Circle;
  /** How often the digest of somebody says something. */
  const inDigest = (member: Member, says: RegExp) =>
    (digests.get(member.email) ?? []).flatMap(({ text }) => text?.split('\n') ?? []).filter((line) => says.test(line))
      .length;

  describe.each(TABLE.map((row) => [row.event, row] as const))('%s', (event, row) => {
    it('reaches whoever wants to hear at once, by bell and by mail, once, and nobody else', () => {
      const all = told(cells(row));
      expect(heard.get(name(event, 'At Once'))).toEqual({ bells: all, mails: all });
    });

    it('reaches whoever chose nothing as the table says', () => {
      const waits = (cell: Cell) => row.sponsors === 'digest' && isSponsor(cell);
      const { bells, mails: mailed } = heard.get(name(event, 'Default')) as Heard;
      expect(bells).toEqual(told(cells(row)));
      expect(mailed).toEqual(told(cells(row).filter((cell) => !waits(cell))));
      for (const { part } of cells(row).filter(waits)) expect(inDigest(circleOf('Default')[part], row.says)).toBe(1);
    });

    it('waits for the digest of whoever wants to hear of it there, and stands in it once, unless it was a slip', () => {
      const [atOnce, later] = [cells(row).filter(isAlways), cells(row).filter((cell) => !isAlways(cell))];
      expect(heard.get(name(event, 'Digest'))).toEqual({ bells: told(atOnce), mails: told(atOnce) });
      for (const { part, times } of later) {
        expect([part, inDigest(circleOf('Digest')[part], row.says)]).toEqual([part, row.isSlip ? 0 : times]);
      }
    });

    it('never reaches whoever said never, but for the question that is theirs to answer', () => {
      const atOnce = told(cells(row).filter(isAlways));
      expect(heard.get(name(event, 'Never'))).toEqual({ bells: atOnce, mails: atOnce });
      for (const part of PARTS) expect(inDigest(circleOf('Never')[part], row.says)).toBe(0);
    });
  });

  describe('the weekly digest', () => {
    it('comes once to each who has something to read in it, and not to who said never', () => {
      const counts = (way: Way) => PARTS.map((part) => (digests.get(circleOf(way)[part].email) ?? []).length);
      expect(counts('Digest')).toEqual(PARTS.map(() => 1));
      expect(counts('Never')).toEqual(PARTS.map(() => 0));
      expect([...counts('Default'), ...counts('At Once')].filter((count) => count > 1)).toEqual([]);
      expect(counts('Default').slice(0, 3)).toEqual([1, 1, 1]);
    });

    it('is one line in the bell of whoever hears there once a week, and none in any other', async () => {
      for (const way of WAYS) {
        const lines = await Promise.all(PARTS.map((part) => bellOf(circleOf(way)[part], DIGEST_TIME)));
        expect([way, lines]).toEqual([way, PARTS.map(() => (way === 'Digest' ? ['digest'] : []))]);
      }
    });
  });

  it('tells nobody who plays no part, and the one who did it nothing of their own acts', async () => {
    expect(strangers).toEqual([]);
    for (const { agent } of [world.otherSponsor, world.it, world.viewer, world.admin]) {
      const { notifications } = await agent.ask<{
        notifications: { nodes: { kind: string; actor: { id: string } }[] };
      }>('{ notifications(first: 50) { nodes { kind actor { id } } } }');
      const kinds = new Set(notifications.nodes.map(({ kind }) => kind));
      expect([...kinds]).toEqual(agent === world.admin.agent ? ['raised'] : []);
      expect(notifications.nodes.map(({ actor }) => actor.id)).not.toContain(world.admin.id);
    }
  });

  it('keeps from sponsors what is internal to IT, whatever they chose', () => {
    const sponsorsOf = WAYS.flatMap((way) =>
      Object.keys(sponsors('')).map((part) => circleOf(way)[part as Part].email),
    );
    const toSponsors = mails.mails.filter(({ recipients }) => sponsorsOf.some((email) => recipients.includes(email)));
    expect(toSponsors.filter(({ text, html }) => `${text}${html}`.includes('flibbertigibbet'))).toEqual([]);
    expect(mails.mails.filter(({ text }) => text?.includes('flibbertigibbet')).length).toBeGreaterThan(0);
  });
});
