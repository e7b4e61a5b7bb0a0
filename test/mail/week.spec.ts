import { DemoBuilder } from '../../apps/api/src/demo/build-demo.js';
import { staff } from '../../apps/api/src/demo/company.js';
import type { Who } from '../../apps/api/src/demo/story.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { drawMails } from './draw-mails.js';
import type { Handed } from './demo-days.js';
import { AMONG_IT, BEGINS, QUIET, Week } from './play-a-week.js';

/** Where the mails of the week are drawn, one picture a kind, width and theme, when somebody wants to look at them. */
const PICTURES = process.env['STANCH_PICTURES'];

const KINDS = (
  'raised joined planned workaroundOffered workaroundEnded moved asked reminded parked declined reopened commitmentMade ' +
  'commitmentMoved commitmentBroken commitmentNear commitmentExplained taskDone winPublished merged tookIn commented ' +
  'stillBleeding silent spokenFor signInLink invited shared digest bundle'
).split(' ');

/** What is told in a mail, or in one line of a mail that tells of much. */
interface Told {
  readonly personId: string;
  readonly kind: string;
  readonly key: string | undefined;
  readonly at: string;
  readonly by: string | null;
}

interface Notice {
  kind: string;
  at: string;
  by: string | null;
  card: { key: string } | null;
  digest?: { sections: { lines: { key: string | null; notice?: Notice }[] }[] };
}

interface Sent {
  messageId: string;
  eventId: string;
  personId: string;
  kind: string;
  painPointId: string | null;
  notice: string;
}

/** Twelve weeks in the making, then one day by day: what must hold of all its mails, whatever they say. */
describe('a week of the demo company', () => {
  let house: House;
  let mails: CaughtMails;
  let week: Week;
  let sent: Map<string, Sent>;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({
      at: BEGINS,
      environment: { SMTP_URL: mails.url, MAIL_WINDOW_SECONDS: '120' },
      furnish: (parts, clock) => new DemoBuilder(parts, clock, BEGINS).run(),
    });
    week = new Week(house, mails);
    await week.play();
    const rows = house.rows<Sent>(
      `select message_id as messageId, event_id as eventId, person_id as personId, kind,
        pain_point_id as painPointId, notice from mail`,
    );
    sent = new Map(rows.map((row) => [row.messageId, row]));
    if (PICTURES !== undefined) await drawMails(oneOfEach(), PICTURES);
  }, 300_000);

  afterAll(async () => {
    await house.close();
    await mails.close();
  });

  const everybody = Object.keys(staff) as Who[];
  const sponsors = () => everybody.filter((who) => staff[who].role === 'SPONSOR').map((who) => week.address(who));
  const sentOf = ({ mail }: Handed) => sent.get(mail.messageId ?? '') as Sent;

  /** All that was told by mail, one entry for each thing. */
  function told(): Told[] {
    return week.handed.flatMap((handed) => {
      const { personId, notice } = sentOf(handed);
      const { kind, at, by, card, digest } = JSON.parse(notice) as Notice;
      const lines = digest?.sections.flatMap((section) => section.lines) ?? [];
      if (lines.length === 0) return [{ personId, kind, key: card?.key, at, by }];
      return lines.flatMap(({ key, notice: line }) =>
        line === undefined ? [] : [{ personId, kind: line.kind, key: key ?? undefined, at: line.at, by: line.by }],
      );
    });
  }

  /** The first mail of each kind and language; for looking at. */
  function oneOfEach() {
    const drawn = new Map<string, CaughtMail>();
    for (const handed of week.handed) {
      const { kind, notice } = sentOf(handed);
      const { part } = JSON.parse(notice) as { part: string };
      const name = `${kind}-${part}-${String(handed.mail.headers.get('content-language'))}`;
      if (!drawn.has(name)) drawn.set(name, handed.mail);
    }
    return [...drawn].map(([name, mail]) => ({ name, mail }));
  }

  it('has a mail of each kind that people get, but for an import', () => {
    const kinds = new Set(week.handed.map((handed) => sentOf(handed).kind));
    expect(KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('tells nobody of one event twice, by whatever mail', () => {
    const once = Map.groupBy(told(), ({ personId, kind, key, at }) => `${personId} ${kind} ${key} ${at}`);
    expect([...once.values()].filter((some) => some.length > 1)).toEqual([]);
  });

  it('tells nobody of their own acts, by mail or in the bell', () => {
    const names = new Map(everybody.map((who) => [week.id(who), staff[who].name]));
    // Whoever ends a meeting was there, and keeps its minutes as all who were.
    const own = told().filter(({ personId, by }) => by !== null && names.get(personId) === by);
    expect(own.filter(({ kind }) => kind !== 'minutes')).toEqual([]);
    const bells = 'select kind, text from notification where actor_id = person_id and kind <> ?';
    expect(house.rows(bells, 'minutes')).toEqual([]);
  });

  it('gives each one digest a week, the afternoon before the meeting', () => {
    const digests = week.handed.filter((handed) => sentOf(handed).kind === 'digest');
    const byWeek = Map.groupBy(digests, (handed) => `${sentOf(handed).personId} ${sentOf(handed).eventId}`);
    expect([...byWeek.values()].filter((some) => some.length > 1)).toEqual([]);
    const ofThisWeek = digests.filter(({ at }) => at > BEGINS);
    expect(new Set(ofThisWeek.map(({ at }) => at.slice(0, 13)))).toEqual(new Set(['2026-11-24T14']));
    expect(ofThisWeek.length).toBeGreaterThan(7);
  });

  it('leaves everybody alone in their quiet hours, and comes of itself by day', () => {
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Berlin' });
    const timeOf = ({ at }: Handed) => clock.format(new Date(at));
    const greta = week.handed.filter(
      ({ mail, at }) => mail.recipients.includes(week.address(QUIET.who)) && at > BEGINS,
    );
    expect(greta.length).toBeGreaterThan(5);
    expect(greta.filter((one) => timeOf(one) >= QUIET.from || timeOf(one) < QUIET.to).map(timeOf)).toEqual([]);
    const byItself = week.handed.filter((handed) => (JSON.parse(sentOf(handed).notice) as Notice).by === null);
    const atNight = byItself.filter((one) => timeOf(one) >= '20:00' || timeOf(one) < '08:00');
    expect(atNight.filter((one) => sentOf(one).kind !== 'signInLink').map((one) => one.mail.subject)).toEqual([]);
  });

  it('keeps one thread a pain point, and every mail a name of its own', () => {
    const ids = week.handed.map(({ mail }) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const handed of week.handed) {
      const { mail } = handed;
      const { painPointId, notice } = sentOf(handed);
      const { card } = JSON.parse(notice) as Notice;
      expect([mail.inReplyTo, mail.references].flat().filter(Boolean)).toEqual(
        painPointId === null ? [] : Array(2).fill(expect.stringContaining(`pain-point-${painPointId}@`)),
      );
      if (card !== null) expect(mail.subject).toMatch(new RegExp(`^\\[${card.key}\\] `));
    }
  });

  it('carries what is among IT to nobody of the business', () => {
    const withIt = week.handed.filter(({ mail }) => mail.raw.includes(AMONG_IT) || mail.text?.includes(AMONG_IT));
    expect(withIt.length).toBeGreaterThan(0);
    const business = new Set(sponsors());
    expect(withIt.filter(({ mail }) => mail.recipients.some((address) => business.has(address)))).toEqual([]);
  });

  it('is one mail to each when thirty are moved at once; two to whom no more than two of them concern', () => {
    const after = week.handed.filter(({ at }) => at > week.bulkAt);
    const byPerson = Map.groupBy(after, (handed) => sentOf(handed).personId);
    expect(byPerson.size).toBeGreaterThan(6);
    const kinds = [...byPerson.values()].map((some) => some.map((handed) => sentOf(handed).kind));
    expect(kinds.filter((some) => some.length > 2 || (some.length === 2 && some.includes('bundle')))).toEqual([]);
    expect(kinds.filter(([kind]) => kind === 'bundle').length).toBeGreaterThan(5);
  });

  it('has a text that says what its HTML says, and nothing that was not filled in', () => {
    for (const { mail } of week.handed) {
      expect(mail.text?.trim()).not.toBe('');
      expect(`${mail.subject}${mail.text}${mail.html || ''}`).not.toMatch(/undefined|\[\[|\]\]|NaN|\[object/);
    }
  });
});
