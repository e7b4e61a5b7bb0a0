import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with the next conversations; an answer with a code refuses with it. */
export type Behaviour = 'accept' | 'cut' | { code: number; text: string } | { waitMs: number };

/** One mail as it came over the wire. */
export interface CaughtMail extends ParsedMail {
  recipients: string[];
  raw: string;
}

/** A real SMTP server on the loopback that keeps what it is given and can misbehave on demand. */
export class CaughtMails {
  readonly mails: CaughtMail[] = [];
  /** How often somebody tried to hand over a mail, refused ones included. */
  attempts = 0;
  /** What to do, one entry for each coming conversation; when empty, mails are accepted. */
  readonly next: Behaviour[] = [];
  /** What to do always, when `next` is empty. */
  always: Behaviour = 'accept';
  /** Addresses that do not exist here. */
  readonly refuses = new Set<string>();
  private server!: SMTPServer;
  private port = 0;

  static async start(): Promise<CaughtMails> {
    const caught = new CaughtMails();
    await caught.open();
    return caught;
  }

  /** For SMTP_URL. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Opens, after `close` on the same port as before. */
  async open(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        if (!this.refuses.has(address)) done();
        else done(Object.assign(new Error('No such mailbox here'), { responseCode: 550 }));
      },
      onData: (stream, session, done) => {
        this.attempts += 1;
        const behaviour = this.next.shift() ?? this.always;
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const keep = async () => {
            const recipients = session.envelope.rcptTo.map(({ address }) => address);
            this.mails.push(
              Object.assign(await simpleParser(raw, { keepCidLinks: true }), { recipients, raw: raw.toString('utf8') }),
            );
            done();
          };
          if (behaviour === 'accept') void keep();
          else if (behaviour === 'cut') this.cut();
          else if ('waitMs' in behaviour) setTimeout(() => void keep(), behaviour.waitMs);
          else done(Object.assign(new Error(behaviour.text), { responseCode: behaviour.code }));
        });
      },
    });
    this.server.on('error', () => undefined);
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Waits until this many mails have come (in all); throws when they do not. */
  async until(count: number, withinMs = 20_000): Promise<CaughtMail[]> {
    const end = Date.now() + withinMs;
    while (this.mails.length < count) {
      if (Date.now() > end) throw new Error(`${this.mails.length} of ${count} mails came within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return this.mails;
  }

  to(address: string): CaughtMail[] {
    return this.mails.filter(({ recipients }) => recipients.includes(address));
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private cut(): void {
    const { connections } = this.server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
    for (const { _socket } of connections) _socket.destroy();
  }
}
