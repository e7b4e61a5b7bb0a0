import { Configuration } from '@stanch/platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { IncomingSmtp } from '../email/incoming-smtp.js';
import { fetchMailbox } from '../email/mailbox.js';
import { TakeMail } from './take-mail.js';

/** How often the mailbox is looked into, in milliseconds. */
const LOOK = 30_000;

/** Receives answers by mail: over SMTP from the company's mail server, or fetched from a mailbox over IMAP. */
@Injectable()
export class ReceiveMails implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ReceiveMails.name);
  private server: IncomingSmtp | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly configuration: Configuration,
    private readonly takeMail: TakeMail,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { delivers, incomingSmtpPort, host, imapUrl } = this.configuration;
    if (!delivers) return;
    if (incomingSmtpPort !== undefined) {
      // Loaded where a port is set only: most servers receive nothing.
      const { IncomingSmtp } = await import('../email/incoming-smtp.js');
      this.server = new IncomingSmtp((raw, recipients) => this.takeMail.run(raw, recipients));
      await this.server.listen(incomingSmtpPort, host);
    }
    if (imapUrl === undefined) return;
    this.timer = setInterval(() => void this.look(), LOOK);
    this.timer.unref();
    void this.look();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
    await this.server?.close();
  }

  /** The port that answers are received on, when they are. */
  get port(): number | undefined {
    return this.server?.port;
  }

  /** Fetches what is new in the mailbox; one look at a time. */
  async look(): Promise<void> {
    const { imapUrl } = this.configuration;
    if (imapUrl === undefined) return;
    this.looking ??= fetchMailbox(imapUrl, (raw) => this.takeMail.run(raw))
      // The mailbox is looked into again soon; what could not be taken is still unseen there.
      .catch((reason: unknown) => this.log.error(reason))
      .finally(() => (this.looking = null));
    await this.looking;
  }
}
