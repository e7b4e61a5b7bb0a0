import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

/** The largest answer that is taken, in bytes; pictures in signatures make small answers large. */
const LARGEST = 25 * 1024 * 1024;

/** Receives answers from the company's mail server, which forwards the mails of one mailbox here. */
export class IncomingSmtp {
  private readonly server: SMTPServer;

  constructor(take: (raw: Buffer, recipients: string[]) => Promise<void>) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH'],
      disableReverseLookup: true,
      hideSTARTTLS: true,
      size: LARGEST,
      onData: (stream, session, done) => {
        receive(stream, session, take).then(
          // Whoever wrote it is told by their own mail server.
          () => (stream.sizeExceeded ? done(refusal(552, 'It is too large')) : done()),
          // The sender keeps the mail and tries again: nothing is lost.
          () => done(refusal(451, 'Cannot take it now, please try again')),
        );
      },
    });
  }

  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => resolve());
    });
    // A connection that breaks off is the sender's affair.
    this.server.on('error', () => undefined);
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

async function receive(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  take: (raw: Buffer, recipients: string[]) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) return;
  const recipients = envelope.rcptTo.map(({ address }) => address);
  await take(Buffer.concat(chunks), recipients);
}
