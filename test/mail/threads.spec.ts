import { move, raise, type RaisedPainPoint } from '../support/builders.js';
import { type CaughtMail, CaughtMails } from '../support/caught-mail.js';
import { ServerProcess } from '../support/server-process.js';
import { startWorld, type World } from '../support/world.js';
import { acts, LastOfAll } from './hearing.js';

const PUBLIC = 'https://stanch.example.com';
const NASTY = 'Büro-Drucker <img src=x onerror=alert(1)> "& Co" 🖨';

describe('a mail as it arrives', () => {
  let server: ServerProcess;
  let mails: CaughtMails;
  let world: World;
  let last: LastOfAll;
  let card: RaisedPainPoint;
  let toSara: CaughtMail[];

  beforeAll(async () => {
    mails = await CaughtMails.start();
    server = await ServerProcess.start({
      SMTP_URL: mails.url,
      PUBLIC_URL: PUBLIC,
      MAIL_FROM: 'Stanch <stanch@mail.example.com>',
    });
    world = await startWorld(server.url);
    last = await LastOfAll.in(world, mails);
    card = await raise(world.sponsor.agent, { title: NASTY });
    await move(world.it.agent, { id: card.id, toStageId: world.stage('PLANNED') });
    await last.settled();
    await acts.comment(world.it.agent, card.id, 'Läuft <b>bald</b> & gut\r\nBcc: eve@example.com', 'SHARED');
    await last.settled();
    await move(world.it.agent, { id: card.id, toStageId: world.stage('TREATING') });
    await last.settled();
    toSara = mails.to(world.sponsor.email);
  }, 60_000);

  afterAll(async () => {
    await world.leave();
    await server.stop();
    await mails.close();
  });

  const named = ({ references, inReplyTo }: CaughtMail) => [references ?? [], inReplyTo ?? []].flat();

  it('begins its subject with the key and goes to one person', () => {
    expect(toSara).toHaveLength(3);
    for (const mail of toSara) {
      expect(mail.subject).toMatch(new RegExp(`^\\[${card.key}\\] `));
      expect(mail.recipients).toEqual([world.sponsor.email]);
      expect(mail.from?.text).toContain('stanch@mail.example.com');
    }
  });

  it('belongs to the thread of its pain point and to no other', async () => {
    const ids = toSara.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(3);
    const first = [toSara[0]?.messageId, ...named(toSara[0] as CaughtMail)];
    for (const mail of toSara.slice(1)) {
      expect(mail.inReplyTo).toBeTruthy();
      expect(named(mail).some((id) => first.includes(id))).toBe(true);
    }
    const other = await raise(world.sponsor.agent, { title: 'Another one' });
    await move(world.it.agent, { id: other.id, toStageId: world.stage('PLANNED') });
    await last.settled();
    const about = mails.to(world.sponsor.email).find(({ subject }) => subject?.includes(`[${other.key}]`));
    const mine = toSara.flatMap((mail) => [mail.messageId, ...named(mail)]);
    for (const id of [about?.messageId, ...named(about as CaughtMail)]) expect(mine).not.toContain(id);
  });

  it('has nothing in its head that a typed text smuggled in', () => {
    for (const mail of toSara) expect(mail.headers.has('bcc')).toBe(false);
  });

  it('escapes what somebody typed, in the HTML alone', () => {
    const html = toSara.map((mail) => mail.html || '').join('\n');
    expect(html).not.toMatch(/<img src=x|<b>bald/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(toSara[0]?.text).toContain(NASTY);
    expect(toSara[1]?.text).toContain('Läuft <b>bald</b> & gut');
  });

  it('is complete as text: what changed for me first, the words, the way to the card', () => {
    const [planned, commented, treating] = toSara.map(({ text }) => text ?? '');
    for (const text of [planned, commented, treating]) {
      expect(text).toContain(`${PUBLIC}/mine/p/${card.key}`);
      expect(text).toContain(NASTY);
    }
    expect(planned?.split('\n')[0]).toMatch(/\byour?\b/i);
    expect(treating?.split('\n')[0]).toMatch(/\byour?\b/i);
    expect(treating).toContain('Treating');
    expect(toSara.every(({ html }) => (html || '').includes(`${PUBLIC}/mine/p/${card.key}`))).toBe(true);
  });
});
