import { instantAfter } from '@stanch/kernel';
import { NotificationKind, WriteDigests } from '@stanch/notifications';
import { TellSilence } from '@stanch/remediation';
import { KeepCommitments } from '@stanch/sponsorship';
import { move, raise } from '../support/builders.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { importToTheEnd, sendFile } from '../support/import-file.js';
import { type Member, type RoleName, startWorld, type World } from '../support/world.js';
import { type Circle, type Part, PARTS, TABLE } from './event-table.js';
import { acts } from './hearing.js';

const PUBLIC = 'https://stanch.example.com';
const FROM = { name: 'Stanch für Möbel Köhler', address: 'stanch@mail.example.com' };
/** Long, with letters that no header may carry as they are, and with what only looks like a mark of HTML. */
const TITLE =
  'Die Bürodrucker im 3. Stock drucken nur noch Größe „A5“ 🖨, und « personne » weiß, weshalb: seit über 14 Tagen hören wir nichts';

/** Told in the app, or to a chat. */
const NOT_MAILED: readonly NotificationKind[] = ['bounced', 'unreadable', 'webhookPaused', 'webhookTest'];
/** Asked for by one person: one of no list, and nothing to leave. */
const ENTRANCES: readonly string[] = ['signInLink', 'invited'];

/** Each with the language of their mails; all names go over the wire encoded. */
const PEOPLE: Readonly<Record<Part, readonly [name: string, role: RoleName, language: 'EN' | 'DE' | 'FR']>> = {
  raiser: ['Jürgen Müßiggang-Größenwahnsinn', 'SPONSOR', 'DE'],
  sponsor: ['Éloïse "Lo" d’Œuvre', 'SPONSOR', 'FR'],
  newcomer: ['Nora Näf', 'SPONSOR', 'EN'],
  owner: ['Ödön Ívánfi', 'IT', 'DE'],
  assignee: ['Αθηνά Παπαδοπούλου', 'IT', 'FR'],
  lead: ['Lea Löwe', 'LEAD', 'EN'],
};

interface Sent {
  readonly kind: string;
  readonly language: string;
  readonly painPointId: string | null;
  readonly name: string;
  readonly sendAfter: string;
  readonly mail: CaughtMail;
  readonly head: string;
  readonly body: string;
}

/** One of every kind, in every language, caused as people cause it, and looked at byte by byte. */
describe('every mail, as it goes over the wire', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;
  let sent: Sent[];

  beforeAll(async () => {
    mails = await CaughtMails.start();
    house = await House.open({
      environment: {
        SMTP_URL: mails.url,
        PUBLIC_URL: PUBLIC,
        MAIL_WINDOW_SECONDS: '60',
        MAIL_FROM: `${FROM.name} <${FROM.address}>`,
        REPLY_TO: 'answers@mail.example.com',
        INCOMING_SMTP_PORT: '0',
      },
    });
    world = await startWorld(house.url);
    const circle = await gather();
    for (const row of TABLE) {
      if (row.at) house.clock.set(row.at);
      await row.act(circle, { house, world, doer: world.lead.agent });
      await windowEnds();
    }
    await causeTheRest(circle);
    sent = await withWhatIsKnown();
  }, 120_000);
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
  });

  async function windowEnds(): Promise<void> {
    await house.settled();
    house.clock.set(instantAfter(house.clock.now(), 61_000));
    await house.settled();
  }

  async function gather(): Promise<Circle> {
    const people = await Promise.all(
      PARTS.map(async (part): Promise<[Part, Member]> => {
        const [name, role, language] = PEOPLE[part];
        const joined = await world.join(`The ${part}`, role, world.units.sales);
        await world.admin.agent.ask('mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { id } }', {
          input: { id: joined.id, name },
        });
        const member = { ...joined, name };
        const cells = ['STILL_BLEEDING', 'TASK_DONE'].map((event) => ({ event, channel: 'MAIL', choice: 'AT_ONCE' }));
        await member.agent.ask(
          'mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) { language } }',
          { input: { language, cells: part === 'newcomer' ? [] : cells } },
        );
        return [part, member];
      }),
    );
    const parts = Object.fromEntries(people) as Record<Part, Member>;
    const ofTheLead = await raise(parts.lead.agent, { title: TITLE });
    return { ...parts, card: ofTheLead, ofTheLead };
  }

  /** What is in no row of the table of events. */
  async function causeTheRest({ raiser, sponsor, newcomer, owner }: Circle): Promise<void> {
    const titled = await raise(raiser.agent, { title: TITLE, directCostPerWeek: 900 });
    await acts.own(world.lead.agent, titled.id, owner.id);
    await acts.promise(owner.agent, titled.id, '2026-11-27');
    for (const member of [sponsor, newcomer]) {
      await raiser.agent.ask(
        'mutation ($id: ID!, $email: String!) { sharePainPoint(id: $id, email: $email, words: "Schau mal: schön, oder?") }',
        { id: titled.id, email: member.email },
      );
    }
    await world.lead.agent.ask('mutation ($input: InvitePeopleInput!) { invitePeople(input: $input) { id } }', {
      input: { people: [{ name: 'Jörg Nöldeke', email: 'jorg@example.com' }], words: 'Wo drückt’s?' },
    });
    for (const { email } of [raiser, sponsor, newcomer]) {
      await world.anyone.ask('mutation ($email: String!) { askForSignInLink(email: $email) }', { email });
    }
    for (const { name, email } of [raiser, sponsor, newcomer]) {
      const quoted = name.replaceAll('"', '""');
      const file = `title,raiser,email\n"${TITLE} (${email})","${quoted}",${email}\n`;
      await importToTheEnd(world.lead.agent, { id: (await sendFile(world.lead.agent, file)).id });
    }
    for (const member of [raiser, sponsor, newcomer]) {
      const many = await Promise.all(Array.from({ length: 6 }, () => raise(member.agent, { title: TITLE })));
      for (const { id } of many) await move(world.it.agent, { id, toStageId: world.stage('PLANNED') });
    }
    const brought = await raise(raiser.agent, { title: TITLE });
    await move(world.it.agent, { id: brought.id, toStageId: world.stage('CHECKING') });
    await world.lead.agent.ask('mutation ($input: ConfirmFixedForInput!) { confirmFixedFor(input: $input) { id } }', {
      input: { painPointId: brought.id, personId: raiser.id, fixed: true, words: 'Schön so', howKnown: 'Am Gang' },
    });
    const { startMeeting } = await world.lead.agent.ask<{ startMeeting: { id: string } }>(
      'mutation { startMeeting { id } }',
    );
    for (const { id: personId } of [raiser, sponsor, newcomer]) {
      await world.lead.agent.ask('mutation ($input: MarkPresentInput!) { markPresent(input: $input) { id } }', {
        input: { meetingId: startMeeting.id, personId, present: true },
      });
    }
    await world.lead.agent.ask(
      'mutation ($input: AddDecisionInput!) { addDecision(input: $input) { decision { id } } }',
      {
        input: { meetingId: startMeeting.id, text: TITLE, painPointId: titled.id },
      },
    );
    await world.lead.agent.ask('mutation ($id: ID!) { endMeeting(id: $id) { id } }', { id: startMeeting.id });
    await windowEnds();
    house.clock.set('2026-11-24T14:00:00.000Z');
    await house.get(WriteDigests).run();
    await house.settled();
    house.clock.set('2026-11-25T09:00:00.000Z');
    await house.get(KeepCommitments).sayNear();
    await house.settled();
    house.clock.set('2026-12-15T09:00:00.000Z');
    await house.get(TellSilence).run();
    await house.settled();
  }

  async function withWhatIsKnown(): Promise<Sent[]> {
    const rows = house.rows<Omit<Sent, 'mail' | 'head' | 'body'> & { messageId: string }>(
      `select mail.kind, language, pain_point_id as painPointId, person.name, send_after as sendAfter,
         message_id as messageId from mail join person on person.id = person_id where state = 'SENT'`,
    );
    const known = new Map(rows.map((row) => [row.messageId, row]));
    return mails.mails.map((mail) => {
      const row = known.get(mail.messageId ?? '');
      if (row === undefined) throw new Error(`Nobody knows of ${mail.messageId}.`);
      const ends = mail.raw.indexOf('\r\n\r\n');
      return { ...row, mail, head: mail.raw.slice(0, ends + 2), body: mail.raw.slice(ends + 4) };
    });
  }

  /** The values of a header, as they go over the wire but on one line. */
  const headersOf = ({ head }: Pick<Sent, 'head'>, name: string) =>
    [...head.matchAll(new RegExp(`^${name}:((?:.*\\r\\n[ \\t])*.*)\\r\\n`, 'gimu'))].map(([, value = '']) =>
      value.replace(/\r\n(?=[ \t])/gu, '').trim(),
    );
  /** What is wrong with some of the mails, by kind and language; empty is good. */
  const wrong = (look: (one: Sent) => unknown) =>
    sent.flatMap((one) => {
      const what = look(one);
      return what === undefined || what === null || what === false
        ? []
        : [`${one.kind} ${one.language}: ${String(what)}`];
    });
  const partsOf = ({ head, body }: Pick<Sent, 'head' | 'body'>) => {
    const [, boundary = ''] = /boundary="([^"]+)"/u.exec(headersOf({ head }, 'Content-Type').join()) ?? [];
    return body
      .split(new RegExp(`^--${boundary}(?:--)?\\r\\n`, 'mu'))
      .filter((part) => part.trim() !== '')
      .map((part) => ({
        head: part.slice(0, part.indexOf('\r\n\r\n') + 2),
        body: part.slice(part.indexOf('\r\n\r\n') + 4),
      }));
  };
  /** How the parts of a mail lie in each other: what each is, then what is in it or how it is carried. */
  const roomsOf = (part: Pick<Sent, 'head' | 'body'>): unknown[] => {
    const type = headersOf(part, 'Content-Type').join();
    if (!type.startsWith('multipart/')) return [type, ...headersOf(part, 'Content-Transfer-Encoding')];
    return [type.replace(/;.*/u, ''), partsOf(part).map(roomsOf)];
  };
  const htmlOf = ({ mail }: Sent) => mail.html || '';

  it('comes in every kind that there is, those to the same persons in every language', () => {
    const kinds = new Set(sent.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(Object.values(NotificationKind).filter((kind) => !NOT_MAILED.includes(kind))));
    const everywhere = ['signInLink', 'digest', 'bundle', 'imported', 'moved', 'planned', 'merged', 'commented'];
    for (const kind of everywhere) {
      const languages = new Set(sent.filter((one) => one.kind === kind).map(({ language }) => language));
      expect([kind, [...languages].sort()]).toEqual([kind, ['de', 'en', 'fr']]);
    }
  });

  it('has each header once, with who, to whom, when and what by the rules of RFC 5322', () => {
    for (const name of ['Date', 'From', 'To', 'Subject', 'Message-ID', 'MIME-Version', 'Content-Type']) {
      expect(wrong((one) => headersOf(one, name).length !== 1 && name)).toEqual([]);
    }
    const date = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/u;
    expect(wrong((one) => !date.test(headersOf(one, 'Date')[0] ?? '') && headersOf(one, 'Date'))).toEqual([]);
    expect(
      wrong(({ mail, sendAfter }) => mail.date?.getTime() !== Math.floor(Date.parse(sendAfter) / 1000) * 1000),
    ).toEqual([]);
    expect(wrong((one) => !/^<[\w-]+@mail\.example\.com>$/u.test(headersOf(one, 'Message-ID')[0] ?? ''))).toEqual([]);
    expect(new Set(sent.map(({ mail }) => mail.messageId)).size).toBe(sent.length);
    for (const { mail, name } of sent) {
      expect(mail.from?.value).toEqual([FROM]);
      const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
      expect([to?.name, to?.address]).toEqual([name, mail.recipients.join()]);
    }
  });

  it('says that a machine wrote it, and in which language', () => {
    expect(wrong((one) => headersOf(one, 'Auto-Submitted').join() !== 'auto-generated')).toEqual([]);
    expect(wrong((one) => headersOf(one, 'X-Auto-Response-Suppress').join() !== 'All')).toEqual([]);
    expect(wrong((one) => headersOf(one, 'Content-Language').join() !== one.language)).toEqual([]);
  });

  it('belongs to the thread of its pain point, and without one to none', () => {
    const threads = new Map<string, Set<string>>();
    for (const one of sent) {
      const named = [...headersOf(one, 'In-Reply-To'), ...headersOf(one, 'References')];
      if (one.painPointId === null) {
        expect([one.kind, named]).toEqual([one.kind, []]);
        continue;
      }
      expect([one.kind, new Set(named).size, named.length]).toEqual([one.kind, 1, 2]);
      expect(named[0]).toMatch(/^<[\w-]+@mail\.example\.com>$/u);
      threads.set(one.painPointId, (threads.get(one.painPointId) ?? new Set()).add(named[0] ?? ''));
    }
    expect([...threads.values()].filter(({ size }) => size !== 1)).toEqual([]);
    expect(new Set([...threads.values()].flatMap((ids) => [...ids])).size).toBe(threads.size);
  });

  it('can be left with one click as one of a list, unless it was asked for', () => {
    for (const one of sent) {
      const said = ['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Precedence'].map((name) =>
        headersOf(one, name).join(),
      );
      const asked = ENTRANCES.includes(one.kind);
      expect([one.kind, ...said]).toEqual(
        asked
          ? [one.kind, '', '', '', '']
          : [
              one.kind,
              'Stanch <stanch.mail.example.com>',
              expect.stringMatching(/^<https:\/\/stanch\.example\.com\/unsubscribe\/[\w.-]+>$/u),
              'List-Unsubscribe=One-Click',
              'bulk',
            ],
      );
      const replyTo = headersOf(one, 'Reply-To').join();
      expect(replyTo).toMatch(/^answers\+[a-z2-7]+@mail\.example\.com$/u);
      expect(one.mail.text?.includes('/unsubscribe/')).toBe(!asked);
    }
  });

  it('is of seven bits and short lines, whatever its names and titles are', () => {
    expect(wrong(({ mail }) => /[^\r\n\t\x20-\x7e]/u.exec(mail.raw)?.[0])).toEqual([]);
    expect(wrong(({ mail }) => /(?<!\r)\n|\r(?!\n)/u.test(mail.raw))).toEqual([]);
    expect(wrong(({ mail }) => mail.raw.split('\r\n').find((line) => line.length > 998))).toEqual([]);
    expect(wrong(({ body }) => body.split('\r\n').find((line) => line.length > 76))).toEqual([]);
    // Only what cannot be folded, such as an address to open, may be longer.
    expect(wrong(({ head }) => head.split('\r\n').find((line) => line.length > 78 && / .* /u.test(line)))).toEqual([]);
    const tooLong = (head: string) => head.match(/=\?[^?]+\?[BQ]\?[^?]*\?=/giu)?.find((word) => word.length > 75);
    expect(wrong(({ head }) => tooLong(head))).toEqual([]);
  });

  it('has a subject that says what it is about, on one line that a list of mails can show', () => {
    const keys = new Map(
      house.rows<{ id: string; key: string }>('select id, key from pain_point').map(({ id, key }) => [id, key]),
    );
    expect(
      wrong(({ mail: { subject = '' }, painPointId }) => {
        const key = painPointId === null ? '' : `[${keys.get(painPointId)}] `;
        return (
          (!subject.startsWith(key) || subject.length < 15 || subject.length > 160 || /\p{Cc}/u.test(subject)) &&
          subject
        );
      }),
    ).toEqual([]);
    const whole = sent.filter(({ mail }) => mail.subject?.includes(TITLE.slice(0, 100)));
    expect(whole.length).toBeGreaterThan(3);
  });

  it('has two parts, the plain one first, each with its letters and how they are carried; files go in rooms of their own', () => {
    const plain = [
      ['text/plain; charset=utf-8', 'quoted-printable'],
      ['text/html; charset=utf-8', 'quoted-printable'],
    ];
    const withPicture = [plain[0], ['multipart/related', [plain[1], ['image/png; name=bleeding.png', 'base64']]]];
    const calendar = ['text/calendar; charset=utf-8; method=PUBLISH; name=status-meeting.ics', 'base64'];
    const withFile = ['multipart/mixed', [['multipart/alternative', withPicture], calendar]];
    for (const one of sent) {
      const whole = { digest: ['multipart/alternative', withPicture], minutes: withFile }[one.kind];
      expect([one.kind, roomsOf(one)]).toEqual([one.kind, whole ?? ['multipart/alternative', plain]]);
    }
  });

  it('can be read as text alone: no marks, no gaps, and every way out of it', () => {
    expect(wrong(({ mail: { text = '' } }) => /<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;/iu.exec(text)?.[0])).toEqual([]);
    expect(wrong(({ mail: { text = '' } }) => /undefined|null|NaN|\[\[|\n{3}/u.exec(text)?.[0])).toEqual([]);
    expect(wrong(({ mail: { text = '' } }) => !text.includes(`${PUBLIC}/`))).toEqual([]);
    expect(wrong(({ mail: { text = '' } }) => !text.includes('\n-- \n'))).toEqual([]);
    const linksOf = (said: string) =>
      new Set(said.match(/https:\/\/[^\s"<>]+/gu)?.filter((link) => link.startsWith(PUBLIC)));
    expect(
      wrong((one) => [...linksOf(htmlOf(one).replaceAll('&amp;', '&'))].find((link) => !one.mail.text?.includes(link))),
    ).toEqual([]);
  });

  it('brings all of its looks along: nothing is fetched, nothing runs, and nothing is wider than 600', () => {
    expect(
      wrong((one) => /<(?:script|link|iframe|object|embed|form|input|video|base)\b/iu.exec(htmlOf(one))?.[0]),
    ).toEqual([]);
    expect(wrong((one) => /\s(?:srcset|background|on\w+)=|url\(|@import|javascript:/iu.exec(htmlOf(one))?.[0])).toEqual(
      [],
    );
    for (const one of sent) {
      const brought = one.mail.attachments.flatMap(({ cid, related }) => (related ? [`cid:${cid}`] : []));
      const shown = [...htmlOf(one).matchAll(/\ssrc="([^"]*)"/gu)].map(([, from]) => from);
      expect([one.kind, shown]).toEqual([one.kind, brought]);
    }
    expect(wrong((one) => /<img(?![^>]*\balt="[^"]{20,}")[^>]*>/iu.exec(htmlOf(one))?.[0])).toEqual([]);
    const elsewhere = (html: string) =>
      [...html.matchAll(/href="([^"]*)"/gu)].find(([, link]) => !link?.startsWith(PUBLIC));
    expect(wrong((one) => elsewhere(htmlOf(one))?.[1])).toEqual([]);
    const wide = (html: string) =>
      [...html.matchAll(/(?<![-\w])(?:max-)?width[:=]"?\s*(\d+)(?=px|")/gu)].find(([, width]) => Number(width) > 600);
    expect(wrong((one) => wide(htmlOf(one))?.[0])).toEqual([]);
    // Above a hundred kilobytes Gmail cuts a mail off.
    expect(wrong((one) => Buffer.byteLength(htmlOf(one)) > 100_000)).toEqual([]);
  });

  it('is built of tables for the eye alone, with the looks at each element, light and dark', () => {
    expect(wrong((one) => htmlOf(one).match(/<table(?![^>]*\brole="(?:presentation|img)")[^>]*>/giu)?.[0])).toEqual([]);
    expect(
      wrong((one) => htmlOf(one).match(/<table[^>]*\brole="img"(?![^>]*\baria-label="[^"]+")[^>]*>/giu)?.[0]),
    ).toEqual([]);
    expect(wrong((one) => htmlOf(one).match(/<(?:td|a|p|body)\b(?![^>]*\bstyle=")[^>]*>/giu)?.[0])).toEqual([]);
    expect(wrong((one) => !htmlOf(one).includes(`<html lang="${one.language}"`))).toEqual([]);
    expect(wrong((one) => !/<meta name="color-scheme" content="light dark">/u.test(htmlOf(one)))).toEqual([]);
    expect(wrong((one) => !/@media \(prefers-color-scheme: dark\)/u.test(htmlOf(one)))).toEqual([]);
    expect(wrong((one) => !/^<!doctype html>/iu.test(htmlOf(one).trim()))).toEqual([]);
    expect(wrong((one) => !/<title>[^<]+<\/title>/u.test(htmlOf(one)))).toEqual([]);
  });

  it('shows where its pain point stands as a row of five steps, to the eye, to the ear and as text', () => {
    const onBoard = sent.filter(
      ({ mail, painPointId }) => painPointId !== null && / > .* > .* > /u.test(mail.text ?? ''),
    );
    expect(new Set(onBoard.map(({ kind }) => kind)).size).toBeGreaterThan(12);
    for (const one of onBoard) {
      expect(one.mail.text).toMatch(/^(?:\S.* > ){0,4}\[[^\]]+\](?: > \S.*){0,4}$/mu);
      const [row = ''] = /<table role="img"[\s\S]*?<\/table>/u.exec(htmlOf(one)) ?? [];
      expect(row.match(/height="6"/gu)).toHaveLength(5);
    }
  });
});
