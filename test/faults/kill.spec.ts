import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dayAfter, dayIn, weekdayOf } from '@stanch/kernel';
import Database from 'better-sqlite3';
import { eventually } from '../mail/hearing.js';
import { CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { type Act, ACTS, Ledger, SponsorsLoop } from './sponsors-loop.js';

/** How often the lights go out. `npm test` is content with a few; `STANCH_KILLS=50 npm run jest -- test/faults/kill` is not. */
const KILLS = Number(process.env['STANCH_KILLS'] ?? 8);
/** What the moments are drawn from; a run that failed says it, so that the same moments can be tried again. */
const SEED = Number(process.env['STANCH_KILL_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const CLIENTS = 6;
/** The lights go out after so many acts at the most: sometimes while a server still takes up what was left, mostly later. */
const MOST_ACTS = 120;
/** And so many milliseconds later, so that it is within some act. */
const WITHIN = 30;

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function drawnFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Card {
  id: string;
  key: string;
  title: string;
}

/** What a notice says it is about. */
interface Told {
  kind: string;
  card: { key: string } | null;
  digest?: { sections: { lines: { key: string | null; notice?: { kind: string } }[] }[] };
}

type Counts = Record<string, number>;

const ALL_EVENTS = ['RAISED', 'JOINED', 'MOVED', 'PLANNED', 'COMMITMENT', 'COMMENT', 'STILL_BLEEDING', 'MERGED'];

describe(`the sponsor's loop under load, killed ${KILLS} times at random moments (seed ${SEED})`, () => {
  const random = drawnFrom(SEED);
  const ledger = new Ledger();
  const received = new Set<string>();
  let server: ServerProcess;
  let world: World;
  let watcher: Member;
  let mails: CaughtMails;
  let chat: Server;
  let cards: Card[];
  let stored: Map<string, Record<Act, number>>;

  beforeAll(
    async () => {
      mails = await CaughtMails.start();
      chat = createServer((request, response) => {
        received.add(String(request.headers['x-stanch-delivery']));
        response.end();
      });
      await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
      server = await ServerProcess.start({ SMTP_URL: mails.url, ALLOW_PRIVATE_WEBHOOKS: 'true' });
      world = await startWorld(server.url);
      watcher = world.otherSponsor;
      await prepare();
      const loop = new SponsorsLoop(world, mails, watcher, ledger);
      for (let round = 1; round <= KILLS; round += 1) {
        await underLoad(loop, round, Math.floor(MOST_ACTS * random()), WITHIN * random());
        await server.start();
        await loop.askAgain();
      }
      await settled();
      [cards, stored] = readCards();
    },
    180_000 + KILLS * 20_000,
  );

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
    chat.close();
  });

  /** A team that is told by webhook, somebody who hears all of it at once, and a meeting whose digest is due now. */
  async function prepare(): Promise<void> {
    const url = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/`;
    await world.lead.agent.ask('mutation ($input: AddWebhookInput!) { addWebhook(input: $input) { secret } }', {
      input: { name: 'Team', url, template: 'JSON', events: ALL_EVENTS },
    });
    const cells = ALL_EVENTS.map((event) => ({ event, channel: 'MAIL', choice: 'AT_ONCE' }));
    await watcher.agent.ask(
      'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { mails } }',
      {
        input: { cells },
      },
    );
    // Due since yesterday afternoon for a meeting late today; from eight in the evening on, for one tomorrow at noon.
    const now = new Date().toISOString();
    const late =
      new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: 'Europe/Berlin' }).format() >=
      '20';
    const today = dayIn(now, 'Europe/Berlin');
    const meetingWeekday = weekdayOf(late ? dayAfter(today, 1) : today);
    await world.lead.agent.ask('mutation ($input: UpdateWorkspaceInput!) { updateWorkspace(input: $input) { id } }', {
      input: { meetingWeekday, meetingTime: late ? '12:00' : '23:59' },
    });
  }

  async function underLoad(loop: SponsorsLoop, round: number, many: number, milliseconds: number): Promise<void> {
    let running = true;
    const goOn = async (work: () => Promise<void>) => work().catch(() => (running = false));
    const enough = ledger.acknowledged + many;
    const load = Array.from({ length: CLIENTS }, async (_, client) => {
      while (running) await goOn(() => loop.once(`Round ${round}, client ${client}`));
    });
    const reader = goOn(() => loop.newReader(`Reader ${round}`));
    await eventually(
      () => Promise.resolve(ledger.acknowledged),
      (count) => count >= enough,
      60_000,
    );
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await server.kill();
    running = false;
    await Promise.all([...load, reader]);
  }

  /** Waits until all that happened was told, and every mail was handed over. */
  async function settled(): Promise<void> {
    const left = () =>
      Promise.resolve(
        rows<{ n: number }>(
          `select (select count(*) from mail where state in ('WAITING', 'SENDING'))
            + (select count(*) from outbox_delivery where done_at is null) as n`,
        )[0]?.n ?? 0,
      );
    await eventually(left, (count) => count === 0, 120_000);
  }

  /** The rows of a query, read past Stanch from the file itself. */
  function rows<Row>(query: string, ...values: unknown[]): Row[] {
    const database = new Database(server.databaseFile, { readonly: true });
    try {
      return database.prepare(query).all(...values) as Row[];
    } finally {
      database.close();
    }
  }

  /** What the histories say happened to each pain point. */
  function readCards(): [Card[], Map<string, Record<Act, number>>] {
    const found = rows<Card>('select id, key, title from pain_point');
    const acts = rows<{ id: string; act: Act }>(
      `select pain_point_id as id, case
        when kind = 'RAISED' then 'raised'
        when kind = 'JOINED' and json_extract(new_value, '$') = ? then 'joined'
        when kind = 'MOVED' and to_text = 'Planned' then 'planned'
        when kind = 'MOVED' and to_text like 'Checking%' then 'checking'
        when kind = 'COMMITMENT' then 'promised'
        when kind = 'COMMENT' then 'commented'
        when kind = 'CONFIRMED' and to_text like 'Still bleeding%' then 'bleeding'
        when kind = 'CONFIRMED' then 'fixed'
        when kind = 'MERGED' and field = 'mergedInto' then 'merged'
        end as act from change`,
      watcher.id,
    );
    const counts = Map.groupBy(acts, ({ id }) => id);
    const byCard = found.map(({ id }) => {
      const mine = counts.get(id) ?? [];
      const many = ACTS.map((act) => [act, mine.filter((one) => one.act === act).length]);
      return [id, Object.fromEntries(many) as Record<Act, number>] as const;
    });
    return [found, new Map(byCard)];
  }

  /** What came to somebody by mail, each under its own Message-ID once, and told apart where several went as one. */
  function toldTo({ id, email }: Member): Counts {
    const came = new Set(mails.to(email).map(({ messageId }) => messageId));
    const sent = rows<{ messageId: string; notice: string }>(
      'select message_id as messageId, notice from mail where person_id = ?',
      id,
    ).filter(({ messageId }) => came.has(messageId));
    const told = sent.flatMap(({ notice }) => {
      const { kind, card, digest } = JSON.parse(notice) as Told;
      if (kind === 'digest') return [];
      if (kind !== 'bundle') return [`${card?.key} ${kind}`];
      const lines = digest?.sections.flatMap((section) => section.lines) ?? [];
      return lines.map((line) => `${line.key} ${line.notice?.kind}`);
    });
    return countsOf(told);
  }

  /** What somebody is to be told of all pain points that the history knows. */
  function wanted(
    of: (counts: Record<Act, number>) => Counts,
    concerns: (counts: Record<Act, number>) => boolean,
  ): Counts {
    return Object.fromEntries(
      cards.flatMap(({ id, key }) => {
        const counts = stored.get(id) as Record<Act, number>;
        const entries = concerns(counts) ? Object.entries(of(counts)) : [];
        return entries.filter(([, count]) => count > 0).map(([kind, count]) => [`${key} ${kind}`, count]);
      }),
    );
  }

  it('was under load, or this says nothing', () => {
    process.stderr.write(
      `${KILLS} kills, seed ${SEED}: ${ledger.acknowledged} acts acknowledged on ${cards.length} pain points, ` +
        `${new Set(mails.mails.map(({ messageId }) => messageId)).size} mails (${mails.mails.length} handed over), ` +
        `${ledger.readers.length} digest readers, ${received.size} webhook messages\n`,
    );
    expect(ledger.acknowledged).toBeGreaterThan(KILLS * 10);
    for (const act of ACTS) expect(cards.some(({ id }) => (stored.get(id)?.[act] ?? 0) > 0)).toBe(true);
  });

  it('has lost nothing that it acknowledged, and done nothing twice', () => {
    const byTitle = Map.groupBy(cards, ({ title }) => title);
    expect([...byTitle.values()].filter((some) => some.length > 1)).toEqual([]);
    const wrong = [...ledger.said].flatMap(([title, said]) => {
      const [card] = byTitle.get(title) ?? [];
      const kept = card && stored.get(card.id);
      const gone = ACTS.filter((act) => (kept?.[act] ?? 0) < (said.get(act) ?? 0));
      // What was under way when the lights went out may have been done, unanswered: one act and no more.
      const extra = ACTS.reduce((sum, act) => sum + Math.max(0, (kept?.[act] ?? 0) - (said.get(act) ?? 0)), 0);
      return gone.length > 0 || extra > 1 ? [{ title, said: Object.fromEntries(said), kept }] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('has told somebody who stands behind it of every event by one mail, and of none that never was', () => {
    const heard = ({
      joined,
      planned,
      checking,
      fixed,
      promised,
      commented,
      bleeding,
      merged,
    }: Record<Act, number>) => ({
      joined,
      planned,
      moved: checking + fixed,
      commitmentMade: promised,
      commented,
      stillBleeding: bleeding,
      merged,
    });
    expect(toldTo(watcher)).toEqual(wanted(heard, ({ joined }) => joined > 0));
  });

  it('has asked and told the raiser of every event by one mail, but for their own answers', () => {
    const asked = /asked|moved/;
    const heard = ({ raised, planned, checking, promised, commented, merged }: Record<Act, number>) => ({
      raised,
      planned,
      // Who has answered before the question was sent is told that it was moved.
      checking,
      commitmentMade: promised,
      commented,
      merged,
    });
    const told = Object.entries(toldTo(world.sponsor)).flatMap(([line, count]) =>
      Array.from({ length: count }, () => line.replace(asked, 'checking')),
    );
    expect(countsOf(told)).toEqual(wanted(heard, () => true));
  });

  it('has asked once each time that it came to checking', () => {
    const requests = rows<{ id: string; n: number }>(
      'select pain_point_id as id, count(*) as n from confirmation_request group by pain_point_id',
    );
    const checked = cards.flatMap(({ id }) => {
      const n = stored.get(id)?.checking ?? 0;
      return n === 0 ? [] : [{ id, n }];
    });
    const sorted = (some: { id: string; n: number }[]) => some.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(sorted(requests)).toEqual(sorted(checked));
  });

  it('has handed over every mail, the same one again only under the same Message-ID', () => {
    const states = rows<{ state: string; n: number }>('select state, count(*) as n from mail group by state');
    const distinct = new Set(mails.mails.map(({ messageId }) => messageId));
    expect(states).toEqual([{ state: 'SENT', n: distinct.size }]);
  });

  it('has written one digest a person and week, to each who had something to read', () => {
    const digests = mails.mails.filter(({ subject }) => subject?.startsWith('Your week in Stanch'));
    const ids = Map.groupBy(digests, ({ recipients }) => recipients.join());
    const distinct = [...ids].map(([address, some]) => [address, new Set(some.map(({ messageId }) => messageId)).size]);
    expect(distinct.filter(([, count]) => count !== 1)).toEqual([]);
    expect([...ids.keys()].filter((address) => address.startsWith('reader'))).toEqual(
      expect.arrayContaining(ledger.readers.slice(0, -1)),
    );
  });

  it('has kept for the team one message an event, and handed over all but what a killed server held', () => {
    const told = rows<{ id: string; state: string; kind: string; key: string }>(
      `select id, state, json_extract(notice, '$.kind') as kind, json_extract(notice, '$.card.key') as key
        from webhook_delivery`,
    );
    expect(told.filter(({ state, id }) => state === 'FAILED' || (state === 'SENT' && !received.has(id)))).toEqual([]);
    const planned = countsOf(told.filter(({ kind }) => kind === 'planned').map(({ key }) => key));
    const commented = countsOf(told.filter(({ kind }) => kind === 'commented').map(({ key }) => key));
    const keysOf = (act: Act) =>
      countsOf(cards.flatMap(({ id, key }) => Array.from({ length: stored.get(id)?.[act] ?? 0 }, () => key)));
    expect([planned, commented]).toEqual([keysOf('planned'), keysOf('commented')]);
  });
});

function countsOf(words: readonly string[]): Counts {
  const counts: Counts = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
