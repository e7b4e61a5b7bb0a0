import { createTransport } from 'nodemailer';
import { domainOf } from './mail-domain.js';

/** A file that goes with a mail. */
export interface EnclosedFile {
  /** By what the HTML shows it; null: it is there to be opened. */
  readonly cid: string | null;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer | string;
}

/** A mail as it is handed over. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly date: Date;
  readonly to: { readonly name: string; readonly address: string };
  /** BCP 47. */
  readonly language: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Mails of one thread are shown together by mail programs; null stands alone. */
  readonly thread: string | null;
  /** Where answers and delivery reports go; null: nowhere. */
  readonly replyTo: string | null;
  /** Where a mail program ends such mails with one click; null for a mail that was asked for. */
  readonly unsubscribeUrl: string | null;
  readonly files: readonly EnclosedFile[];
}

/** How long a mail server may take, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** Without a word on an open connection. */
  readonly silence: number;
  /** For one mail in all. */
  readonly whole: number;
}

export const USUAL_PATIENCE: Patience = { connect: 15_000, silence: 60_000, whole: 180_000 };

/** The mail did not go out. */
export class NotSent extends Error {
  constructor(
    reason: string,
    /** The server will never take this mail. */
    readonly permanent: boolean,
    /** The server cannot be talked to at all, so other mails need not be tried either. */
    readonly unreachable: boolean,
    /** The server does not know, or no longer takes mail for, this address (RFC 5321, 550 to 553). */
    readonly addressRefused = false,
  ) {
    super(reason);
  }
}

type Transport = ReturnType<typeof openTransport>;

/** The mail server of the configuration. One connection at a time, which is kept while there is more to send. */
export class MailServer {
  private transport: Transport | null = null;

  constructor(
    private readonly url: string | undefined,
    private readonly from: string,
    private readonly patience: Patience = USUAL_PATIENCE,
  ) {}

  /** Whether there is one at all. */
  get known(): boolean {
    return this.url !== undefined;
  }

  /** Resolves when the server has said that it has the mail; otherwise throws `NotSent`. */
  async send(mail: OutgoingMail): Promise<void> {
    if (this.url === undefined) throw new NotSent('No mail server is configured.', false, true);
    this.transport ??= openTransport(this.url, this.patience);
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: mail.to.name, address: mail.to.address },
        ...(mail.replyTo === null
          ? {}
          : { replyTo: mail.replyTo, envelope: { from: mail.replyTo, to: mail.to.address } }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        attachments: mail.files.map(({ cid, name, type, content }) => ({
          filename: name,
          content,
          contentType: type,
          ...(cid === null ? {} : { cid, contentDisposition: 'inline' as const }),
        })),
        messageId: mail.messageId,
        date: mail.date,
        ...(mail.thread === null ? {} : { inReplyTo: mail.thread, references: mail.thread }),
        headers: {
          'Content-Language': mail.language,
          'Auto-Submitted': 'auto-generated',
          // Known again should it come back in a loop.
          'X-Stanch': 'mail',
          // Microsoft's servers do not look at Auto-Submitted before they answer that somebody is away.
          'X-Auto-Response-Suppress': 'All',
          ...(mail.unsubscribeUrl === null ? {} : this.listHeaders(mail.unsubscribeUrl)),
        },
        textEncoding: 'quoted-printable',
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(this.patience.whole),
      });
    } catch (error) {
      const failure = notSent(error);
      // A connection that has gone bad is of no use to the next mail.
      if (failure.unreachable) this.hangUp();
      throw failure;
    }
  }

  /** What makes it one of a list that can be left (RFC 2919, 2369 and 8058), and keeps out-of-office answers away. */
  private listHeaders(unsubscribeUrl: string): Record<string, string | { prepared: true; value: string }> {
    return {
      'List-Id': `Stanch <stanch.${domainOf(this.from)}>`,
      'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      Precedence: 'bulk',
    };
  }

  /** Hangs up. The next mail opens a new connection. */
  hangUp(): void {
    this.transport?.close();
    this.transport = null;
  }
}

function openTransport(url: string, { connect, silence }: Patience) {
  return createTransport({
    url,
    pool: true,
    maxConnections: 1,
    // Our own outbox tries again, with pauses and on the record.
    maxRequeues: 0,
    connectionTimeout: connect,
    greetingTimeout: connect,
    dnsTimeout: connect,
    socketTimeout: silence,
  });
}

interface SmtpError extends Error {
  readonly code?: string;
  readonly responseCode?: number;
}

/** Says what a failure means: the mail's own fault, or the server's. */
function notSent(error: unknown): NotSent {
  const { message, code, responseCode } = error as SmtpError;
  const aboutTheMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  // 421: "I am closing down", whatever it was an answer to.
  if (!aboutTheMail || responseCode === 421) return new NotSent(message, false, true);
  const refused = code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550 && responseCode <= 553;
  return new NotSent(message, responseCode === undefined || responseCode >= 500, false, refused);
}
