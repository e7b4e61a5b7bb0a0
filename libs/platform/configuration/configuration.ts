import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const address = (schemes: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    message: `must be an address such as ${example}`,
  });

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce.number({ error }).int({ error }).min(from, { error }).max(to, { error });
};

/** Every setting that Stanch reads from the environment or from `.env`: this is the one place that lists them. */
const settings = z.object({
  /** The network interface to listen on. `0.0.0.0` lets other machines in. */
  HOST: z.string().min(1).default('localhost'),
  /** The TCP port to listen on; 0 takes any free one. */
  PORT: wholeNumber(0, 65_535).default(3000),
  /** The address people type, used in links of mails. Default: `http://HOST:PORT`. */
  PUBLIC_URL: address(['http:', 'https:'], 'https://stanch.example.com').optional(),
  /** Where the data live: `sqlite:PATH`. */
  DATABASE_URL: z
    .string()
    .regex(/^sqlite:.+/, 'must be sqlite: followed by a path, such as sqlite:data/stanch.db')
    .default('sqlite:data/stanch.db'),
  /** The mail server, `smtp://user:password@host:587` or `smtps://...`. Unset: mails wait in the outbox. */
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@mail.example.com:587').optional(),
  /** The sender of all mails. */
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, 'must be like Stanch <stanch@example.com>')
    .default('Stanch <stanch@localhost>'),
  /** The mailbox that answers to mails come to; each mail is answered to `name+code@company.com`. Unset: none are. */
  REPLY_TO: z
    .string()
    .regex(
      /^[^<>@+\s]{1,20}@[^<>@\s]+$/,
      'must be a plain address such as stanch@example.com, of at most 20 signs before the @',
    )
    .optional(),
  /** Where that mailbox is fetched from, `imaps://user:password@host/INBOX`. */
  IMAP_URL: address(['imap:', 'imaps:'], 'imaps://user:password@mail.example.com/INBOX').optional(),
  /** The TCP port on which the company's mail server may hand answers over by SMTP; 0 takes any free one. */
  INCOMING_SMTP_PORT: wholeNumber(0, 65_535).optional(),
  /** `true` lets webhooks reach addresses within private networks, such as a chat server of one's own. */
  ALLOW_PRIVATE_WEBHOOKS: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  /** `true` lets push reach addresses within private networks. A browser names its push service, so anybody could. */
  ALLOW_PRIVATE_PUSH: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  /** Signs session cookies and links. Unset: made once and kept in the data folder. */
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** How much is logged. */
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info'),
  /** Seconds within which several moves of one card become one mail of the net change. */
  MAIL_WINDOW_SECONDS: wholeNumber(0, 86_400).default(120),
  /** The largest spreadsheet that may be imported, in megabytes. */
  IMPORT_LIMIT_MB: wholeNumber(1, 1000).default(50),
});

/** A setting that cannot be used; the message names each one and says what it must be. */
export class ConfigurationError extends Error {}

/** The validated settings. Read once at the start; nothing else in Stanch looks at the environment. */
export class Configuration {
  readonly host: string;
  readonly port: number;
  readonly databaseFile: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly replyTo: string | undefined;
  readonly imapUrl: string | undefined;
  readonly incomingSmtpPort: number | undefined;
  readonly allowPrivateWebhooks: boolean;
  readonly allowPrivatePush: boolean;
  readonly sessionSecret: string | undefined;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly mailWindowSeconds: number;
  readonly importLimitBytes: number;
  private readonly publicAddress: string | undefined;

  constructor(
    environment: Record<string, string | undefined>,
    /** Whether this process shows the demo company rather than the team's own programme. */
    readonly demo = false,
    /** Whether this process brings stored events and mails on their way; a command beside the server leaves that to it. */
    readonly delivers = true,
  ) {
    const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
    const read = settings.safeParse(Object.fromEntries(set));
    if (!read.success) {
      const lines = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
      throw new ConfigurationError(`The configuration cannot be used: ${lines.join('; ')}.`);
    }
    this.host = read.data.HOST;
    this.port = read.data.PORT;
    this.publicAddress = read.data.PUBLIC_URL?.replace(/\/+$/, '');
    const ownFile = resolve(read.data.DATABASE_URL.slice('sqlite:'.length));
    this.databaseFile = demo ? resolve(dirname(ownFile), 'demo.db') : ownFile;
    this.smtpUrl = demo ? undefined : read.data.SMTP_URL;
    this.mailFrom = read.data.MAIL_FROM;
    const { REPLY_TO: replyTo, IMAP_URL: imapUrl, INCOMING_SMTP_PORT: incomingSmtpPort } = read.data;
    if ((replyTo === undefined) !== (imapUrl === undefined && incomingSmtpPort === undefined)) {
      throw new ConfigurationError(
        'The configuration cannot be used: REPLY_TO names the mailbox that answers come to, and IMAP_URL or INCOMING_SMTP_PORT how they are received; set both or neither.',
      );
    }
    this.replyTo = demo ? undefined : replyTo;
    this.imapUrl = demo ? undefined : imapUrl;
    this.incomingSmtpPort = demo ? undefined : incomingSmtpPort;
    this.allowPrivateWebhooks = read.data.ALLOW_PRIVATE_WEBHOOKS === 'true';
    this.allowPrivatePush = read.data.ALLOW_PRIVATE_PUSH === 'true';
    this.sessionSecret = read.data.SESSION_SECRET;
    this.logLevel = read.data.LOG_LEVEL;
    this.mailWindowSeconds = read.data.MAIL_WINDOW_SECONDS;
    this.importLimitBytes = read.data.IMPORT_LIMIT_MB * 1024 * 1024;
  }

  /** The folder of the database; what else must outlive a restart is kept there too. */
  get dataFolder(): string {
    return dirname(this.databaseFile);
  }

  /** The address people type, without a slash at the end. */
  get publicUrl(): string {
    if (this.publicAddress !== undefined) return this.publicAddress;
    // Whoever listens on every address is found by none of these names.
    const name = ['0.0.0.0', '::'].includes(this.host) ? 'localhost' : this.host;
    return `http://${name.includes(':') ? `[${name}]` : name}:${this.port}`;
  }
}

/** The settings of the environment over those of an `.env` file in the working directory. */
export function readEnvironment(): Record<string, string | undefined> {
  return { ...readEnvFile(), ...process.env };
}

function readEnvFile(): Record<string, string | undefined> {
  if (!existsSync('.env')) return {};
  try {
    return parseEnv(readFileSync('.env', 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(
      `The file .env cannot be read (${reason}). It must be a text file that Stanch may read.`,
    );
  }
}
