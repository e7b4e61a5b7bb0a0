import 'reflect-metadata';
import { once } from 'node:events';
import { FixedClock, type Instant } from '@stanch/kernel';
import { SendMails, SendPushes } from '@stanch/notifications';
import { Configuration, Outbox } from '@stanch/platform';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import Database from 'better-sqlite3';
import { AppModule } from '../../apps/api/src/app.module.js';
import { prepare } from '../../apps/api/src/start-stanch.js';
import { freshFolder, testEnvironment } from './server-process.js';

/** A morning in the middle of the week, at which the clock of a house stands when nothing else is said. */
export const MORNING: Instant = '2026-11-18T09:00:00.000Z';

/**
 * The whole of Stanch inside the test: real HTTP, real sockets, a real database file; only the clock is ours. For what
 * needs another time, a look at the statements, or a fault that a process of its own would hide.
 */
export class House {
  private constructor(
    private readonly configuration: Configuration,
    readonly clock: FixedClock,
    private readonly remove: () => void,
    private app: NestExpressApplication,
    private readonly port: number,
  ) {}

  /**
   * `environment` adds to what every test has, such as the address of a mail server. What `furnish` does is there before
   * anybody comes; nobody is mailed of it meanwhile.
   */
  static async open({ at = MORNING, demo = false, environment = {}, furnish }: Opening = {}): Promise<House> {
    const folder = freshFolder();
    const settings = { ...testEnvironment(0, folder.path), ...environment };
    const configuration = new Configuration(settings, demo);
    const clock = new FixedClock(at);
    if (furnish) await furnishWith(furnish, new Configuration({ ...settings, SMTP_URL: '' }, demo), clock);
    const app = await build(configuration, clock, 0);
    const { port } = app.getHttpServer().address() as { port: number };
    return new House(configuration, clock, () => folder.remove(), app, port);
  }

  /** Closes it and opens it again at the same address on the same data. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = await build(this.configuration, this.clock, this.port);
  }

  /** A second server process on the same data, as far as two can be one process: its own app, its own connections. */
  async another(): Promise<NestExpressApplication> {
    return build(this.configuration, this.clock, 0);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get databaseFile(): string {
    return this.configuration.databaseFile;
  }

  /** All its parts, for whoever takes them by themselves. */
  get context(): INestApplicationContext {
    return this.app;
  }

  /** A part of Stanch, such as a use case. */
  get<Part>(part: abstract new (...given: never[]) => Part): Part {
    return this.app.get(part as new () => Part);
  }

  /** The rows of a query, read past Stanch from the file itself. */
  rows<Row>(query: string, ...values: unknown[]): Row[] {
    const database = new Database(this.databaseFile, { readonly: true });
    try {
      return database.prepare(query).all(...values) as Row[];
    } finally {
      database.close();
    }
  }

  /** How many rows each table holds once everything was told; equal before and after what must leave nothing. */
  async everything(): Promise<Record<string, number>> {
    await this.get(Outbox).drain();
    const tables = this.rows<{ name: string }>("select name from sqlite_master where type = 'table' order by name");
    return Object.fromEntries(
      tables.map(({ name }) => [name, this.rows<{ n: number }>(`select count(*) as n from "${name}"`)[0]?.n ?? 0]),
    );
  }

  /** The statements that Stanch sends to the database while something is done. */
  async statementsOf(act: () => Promise<unknown>): Promise<string[]> {
    const probe = new Database(':memory:');
    const statement = Object.getPrototypeOf(probe.prepare('select 1')) as Record<'all' | 'run' | 'iterate', Sent>;
    probe.close();
    const sent: string[] = [];
    const originals = { all: statement.all, run: statement.run, iterate: statement.iterate };
    for (const [name, original] of Object.entries(originals) as [keyof typeof originals, Sent][]) {
      statement[name] = function (this: { source: string }, ...given: unknown[]) {
        sent.push(this.source);
        return original.apply(this, given);
      };
    }
    try {
      await act();
    } finally {
      Object.assign(statement, originals);
    }
    return sent;
  }

  /** Resolves when all that has happened was told, and every mail and push that is due now has been handed over. */
  async settled(): Promise<void> {
    await this.get(Outbox).drain();
    await this.get(SendMails).drain();
    await this.get(SendPushes).drain();
  }

  async close(): Promise<void> {
    await this.app.close();
    this.remove();
  }
}

interface Opening {
  at?: Instant;
  demo?: boolean;
  environment?: Record<string, string>;
  furnish?: Furnish;
}

type Furnish = (parts: INestApplicationContext, clock: FixedClock) => Promise<void>;

async function furnishWith(furnish: Furnish, configuration: Configuration, clock: FixedClock): Promise<void> {
  const house = AppModule.forRoot(configuration, { show: () => Promise.resolve() }, clock);
  const parts = await NestFactory.createApplicationContext(house, { logger: ['fatal'] });
  try {
    await furnish(parts, clock);
  } finally {
    await parts.close();
  }
}

async function build(configuration: Configuration, clock: FixedClock, port: number): Promise<NestExpressApplication> {
  const house = AppModule.forRoot(configuration, { show: () => Promise.resolve() }, clock);
  const app = await NestFactory.create<NestExpressApplication>(house, { logger: ['fatal'], bodyParser: false });
  prepare(app);
  await app.init();
  const server = app.getHttpServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return app;
}

type Sent = (this: { source: string }, ...given: unknown[]) => unknown;
