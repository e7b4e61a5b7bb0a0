import hoodiecrow, { type ImapServer } from 'hoodiecrow-imap';
import { ReceiveMails, SendMails } from '@stanch/notifications';
import { createTransport } from 'nodemailer';
import { raise } from '../support/builders.js';
import { CaughtMails } from '../support/caught-mail.js';
import { House } from '../support/house.js';
import { type Member, startWorld, type World } from '../support/world.js';
import { acts, unread } from './hearing.js';

const REPLY_TO = 'stanch@mail.example.com';

/** The whole app; answers come in over a real SMTP connection, and from a real mailbox. */
describe('an answer by mail', () => {
  let house: House;
  let mails: CaughtMails;
  let world: World;
  let mailbox: ImapServer;

  beforeAll(async () => {
    mails = await CaughtMails.start();
    mailbox = hoodiecrow({ users: { stanch: { password: 'se:cret' } }, storage: { INBOX: { messages: [] } } });
    const port = await new Promise<number>((resolve) => {
      mailbox.listen(0, () => resolve((mailbox.server.address() as { port: number }).port));
    });
    house = await House.open({
      environment: {
        SMTP_URL: mails.url,
        MAIL_WINDOW_SECONDS: '0',
        REPLY_TO,
        INCOMING_SMTP_PORT: '0',
        IMAP_URL: `imap://stanch:${encodeURIComponent('se:cret')}@127.0.0.1:${port}/INBOX`,
      },
    });
    world = await startWorld(house.url);
  });
  afterAll(async () => {
    await world.leave();
    await house.close();
    await mails.close();
    mailbox.close();
  });

  const hand = async (mail: object, raw?: string) => {
    const port = house.get(ReceiveMails).port ?? 0;
    const transport = createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true });
    await transport.sendMail(raw === undefined ? mail : { ...mail, raw });
    transport.close();
    await house.settled();
  };
  /** A mail that somebody got of a card of theirs, and where an answer to it goes. */
  const mailTo = async (who: Member) => {
    const card = await raise(who.agent);
    await acts.comment(world.it.agent, card.id, 'Which till is it?', 'SHARED');
    await house.settled();
    const mail = mails.to(who.email).at(-1);
    return { card, mail, address: mail?.replyTo?.value[0]?.address ?? 'none' };
  };
  const commentsOf = async (id: string) =>
    (
      await world.sponsor.agent.ask<{ painPoint: { comments: { text: string; author: { id: string } }[] } }>(
        'query ($id: ID!) { painPoint(id: $id) { comments { text author { id } } } }',
        { id },
      )
    ).painPoint.comments;
  const unreadMails = async () =>
    (
      await world.lead.agent.ask<{ unreadMails: { id: string; from: string; text: string; reason: string }[] }>(
        '{ unreadMails { id from text reason } }',
      )
    ).unreadMails;
  const quoted = (text: string) =>
    `${text}\n\nSara\n-- \nSara Sponsor\nSales, Testing Ltd\n\nOn Wed, 18 Nov 2026 at 10:00, Stanch <${REPLY_TO}> wrote:\n> Which till is it?\n> See what was said\n`;

  it('becomes a shared comment of its writer, without quotes and signature, and is taken once', async () => {
    const { card, address, mail } = await mailTo(world.sponsor);
    expect(address).toMatch(/^stanch\+[a-z2-7]{42}@mail\.example\.com$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
    expect(mail?.text).toContain('Answer this mail to say something about it');
    const answer = {
      from: world.sponsor.email.toUpperCase(),
      to: address.toUpperCase(),
      messageId: '<answer-1@example.com>',
      subject: `Re: ${mail?.subject ?? ''}`,
      text: quoted('The second one, next to the door.'),
    };
    await hand(answer);
    await hand(answer);
    const said = (await commentsOf(card.id)).filter(({ author }) => author.id === world.sponsor.id);
    expect(said).toHaveLength(1);
    expect(said[0]?.text).toMatch(/^The second one, next to the door\./);
    expect(said[0]?.text).not.toMatch(/Which till|Sales, Testing/);
  });

  it('never gives away the address that it went to, however a mail program quotes it', async () => {
    const { card, address } = await mailTo(world.sponsor);
    await hand({
      from: world.sponsor.email,
      to: address,
      text: `Ganz hinten.\n\nAm Mi., 18. Nov. 2026 um 10:00 Uhr schrieb Stanch\n<${address}>:\n\n> Which till is it?\n`,
    });
    await hand({ from: world.sponsor.email, to: address, text: `I wrote to ${address} before.` });
    const said = (await commentsOf(card.id)).slice(-2).map(({ text }) => text);
    expect(said).toEqual(['Ganz hinten.', `I wrote to ${REPLY_TO} before.`]);
    await hand({ from: 'stranger@example.com', to: address, text: `Is ${address} right?` });
    expect((await unreadMails()).at(-1)?.text).toBe(`Is ${REPLY_TO} right?`);
  });

  it('says which files came with it, since none are kept', async () => {
    const { card, address } = await mailTo(world.sponsor);
    const photo = { filename: 'till.jpg', content: Buffer.from('a picture') };
    const logo = { filename: 'logo.png', content: Buffer.from('a logo'), cid: 'logo', contentDisposition: 'inline' };
    const from = world.sponsor.email;
    await hand({ from, to: address, text: 'See the picture.', attachments: [photo, logo] });
    await hand({ from, to: address, text: '', attachments: [photo] });
    expect((await commentsOf(card.id)).at(-1)?.text).toBe(
      'See the picture.\n\n[With it came till.jpg. Stanch keeps no files that come by mail.]',
    );
    expect((await unreadMails()).at(-1)?.reason).toMatch(/no words, only till\.jpg/);
  });

  it('that is too large is refused, so that its writer is told by their own mail server', async () => {
    const { card, address } = await mailTo(world.sponsor);
    const large = [
      `From: ${world.sponsor.email}`,
      `To: ${address}`,
      '',
      ...Array.from({ length: 27_000 }, () => 'x'.repeat(1_000)),
    ].join('\r\n');
    const envelope = { from: world.sponsor.email, to: [address] };
    await expect(hand({ envelope }, large)).rejects.toMatchObject({ responseCode: 552 });
    expect(await commentsOf(card.id)).toHaveLength(1);
  });

  it('of two machines that answer each other ends up with a lead', async () => {
    const { card, address } = await mailTo(world.sponsor);
    for (let time = 1; time <= 8; time += 1) {
      await hand({ from: world.sponsor.email, to: address, text: `We have received your message ${time}.` });
    }
    expect(await commentsOf(card.id)).toHaveLength(1 + 6);
    expect((await unreadMails()).filter(({ reason }) => reason.includes('answer each other'))).toHaveLength(2);
  });

  it('of a machine is ignored: an absence, a list, our own mail that came back', async () => {
    const { card, address } = await mailTo(world.sponsor);
    const before = await commentsOf(card.id);
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'auto_reply' },
      { 'X-Autoreply': 'yes' },
      { 'X-Stanch': 'mail' },
      { 'List-Id': '<all.example.com>' },
    ]) {
      await hand({ from: world.sponsor.email, to: address, subject: 'Away', text: 'I am away.', headers });
    }
    for (const subject of ['Automatic reply: [P-1] Which till', 'Abwesenheitsnotiz: Re', 'Out of Office: Re']) {
      await hand({ from: world.sponsor.email, to: address, subject, text: 'I am away.' });
    }
    expect(await commentsOf(card.id)).toEqual(before);
    expect((await unreadMails()).filter(({ text }) => text.includes('I am away'))).toEqual([]);
  });

  it('that nobody can place waits for a lead, who is told, and is never lost', async () => {
    const { card, address } = await mailTo(world.sponsor);
    const before = await commentsOf(card.id);
    const wrong = address.replace(/.@/, '2@').replace(/22@/, '23@');
    await hand({ from: world.sponsor.email, to: REPLY_TO, subject: 'Hello', text: 'Nobody knows where I belong.' });
    await hand({ from: world.sponsor.email, to: wrong === address ? `x${address}` : wrong, text: 'A changed code.' });
    await hand({ from: 'stranger@example.com', to: address, text: 'I am somebody else.' });
    await hand({ from: world.sponsor.email, to: address, text: '> only a quote' });
    expect(await commentsOf(card.id)).toEqual(before);
    const waiting = await unreadMails();
    for (const words of ['Nobody knows where I belong.', 'A changed code.', 'I am somebody else.', '> only a quote']) {
      expect(waiting.map(({ text }) => text)).toContain(words);
    }
    expect((await unread(world.lead.agent)).some(({ kind }) => kind === 'unreadable')).toBe(true);
    const mutation = 'mutation ($id: ID!) { settleIncomingMail(id: $id) }';
    for (const { id } of waiting) await world.lead.agent.ask(mutation, { id });
    expect(await unreadMails()).toEqual([]);
    expect((await world.sponsor.agent.answer('{ unreadMails { id } }')).code).toBe('FORBIDDEN');
  });

  it('is fetched from a mailbox, marked as seen when it was taken', async () => {
    const { card, address } = await mailTo(world.sponsor);
    const raw = `From: ${world.sponsor.email}\r\nTo: ${address}\r\nMessage-ID: <imap-1@example.com>\r\nSubject: Re\r\n\r\nOut of the mailbox.\r\n`;
    mailbox.appendMessage('INBOX', [], false, raw);
    await house.get(ReceiveMails).look();
    await house.get(ReceiveMails).look();
    const said = (await commentsOf(card.id)).filter(({ author }) => author.id === world.sponsor.id);
    expect(said.map(({ text }) => text)).toEqual(['Out of the mailbox.']);
  });

  it('that reports a delivery which failed for good marks the address, tells a lead, and ends the mails to it', async () => {
    const who = await world.join('Berta Bounced', 'SPONSOR');
    const { card, address, mail } = await mailTo(who);
    const report = (action: string, status: string) =>
      [
        'From: MAILER-DAEMON@mail.example.com',
        `To: ${address}`,
        `Message-ID: <${status}@mail.example.com>`,
        'Subject: Delivery Status Notification',
        'MIME-Version: 1.0',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'It was not delivered.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example.com',
        '',
        `Final-Recipient: rfc822; ${who.email}`,
        `Action: ${action}`,
        `Status: ${status}`,
        `Diagnostic-Code: smtp; ${status} User unknown`,
        '--b--',
        '',
      ].join('\r\n');
    const envelope = { from: '', to: [address] };
    expect(mail?.headers.get('return-path')).toBeUndefined();
    await hand({ envelope }, report('delayed', '4.2.2'));
    const comment = () => acts.comment(world.it.agent, card.id, 'Again', 'SHARED');
    await comment();
    await house.settled();
    const before = mails.to(who.email).length;
    await hand({ envelope }, report('failed', '5.1.1'));
    await comment();
    await house.settled();
    expect(mails.to(who.email)).toHaveLength(before);
    const told = (await unread(world.lead.agent)).filter(({ kind }) => kind === 'bounced');
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/Berta Bounced.*5\.1\.1 User unknown/)]);
    const bounce = async (asking: Member) =>
      (
        await asking.agent.ask<{ people: { nodes: { bounce: { reason: string } | null }[] } }>(
          '{ people(text: "Berta Bounced") { nodes { bounce { reason } } } }',
        )
      ).people.nodes;
    expect(await bounce(world.lead)).toEqual([{ bounce: { reason: '5.1.1 User unknown' } }]);
    expect(await bounce(world.it)).toEqual([{ bounce: null }]);
    await world.lead.agent.ask('mutation ($id: ID!) { tryAddressAgain(personId: $id) { id } }', { id: who.id });
    expect(await bounce(world.lead)).toEqual([{ bounce: null }]);
    await comment();
    await house.settled();
    expect(mails.to(who.email)).toHaveLength(before + 1);
  });

  it('and an address that the mail server refuses at once is marked too', async () => {
    const who = await world.join('Rudi Refused', 'SPONSOR');
    const { card } = await mailTo(who);
    mails.refuses.add(who.email);
    await acts.comment(world.it.agent, card.id, 'Refused', 'SHARED');
    await house.get(SendMails).drain();
    await house.settled();
    mails.refuses.clear();
    const before = mails.to(who.email).length;
    await acts.comment(world.it.agent, card.id, 'And once more', 'SHARED');
    await house.settled();
    expect(mails.to(who.email)).toHaveLength(before);
    expect(
      (await unread(world.lead.agent)).filter(({ kind, text }) => kind === 'bounced' && text.includes('Rudi')),
    ).toHaveLength(1);
    await who.agent.ask('mutation { chooseNotifications(input: { tryAddressAgain: true }) { mails } }');
    await acts.comment(world.it.agent, card.id, 'Now', 'SHARED');
    await house.settled();
    expect(mails.to(who.email)).toHaveLength(before + 1);
  });
});
