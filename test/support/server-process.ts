import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the started programs share of the compiled code, as `npm start` lets them. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: resolve('dist/compile-cache') };

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

/** A folder of its own for a database; gone with `remove`. */
export function freshFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'stanch-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** The environment of a server in a test: the loopback, a fresh file, no window before a mail. */
export function testEnvironment(port: number, folder: string): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'stanch.db')}`,
    LOG_LEVEL: 'error',
    MAIL_WINDOW_SECONDS: '0',
    SMTP_URL: '',
    SESSION_SECRET: 'a-secret-of-the-tests-which-nobody-else-has',
  };
}

/** The built server as a process of its own, which can be killed and started again on the same data. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  /** What it printed. */
  output = '';

  private constructor(
    readonly url: string,
    readonly folder: string,
    private readonly environment: Record<string, string>,
    private readonly remove: () => void,
  ) {}

  static async start(environment: Record<string, string> = {}): Promise<ServerProcess> {
    const folder = freshFolder();
    const port = await freePort();
    const settings = { ...testEnvironment(port, folder.path), ...environment };
    const server = new ServerProcess(`http://127.0.0.1:${port}`, folder.path, settings, () => folder.remove());
    await server.start();
    return server;
  }

  get databaseFile(): string {
    return join(this.folder, 'stanch.db');
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts it and waits for its first answer. */
  async start(withinMs = 20_000): Promise<void> {
    const flags = JSON.parse(readFileSync('apps/api/launch/server-flags.json', 'utf8')) as string[];
    const child = spawn(process.execPath, [...flags, resolve('dist/apps/api/src/main.js')], {
      cwd: this.folder,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...COMPILE_CACHE, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stdout.on('data', (text: Buffer) => (this.output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (this.output += text.toString()));
    const until = Date.now() + withinMs;
    while (!(await this.answers())) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}: ${this.output}`);
      if (Date.now() > until) throw new Error(`The server did not answer within ${withinMs} ms: ${this.output}`);
      await new Promise((done) => setTimeout(done, 10));
    }
  }

  /** As a power cut does it: no handler runs. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to end, as an operator does; gives the exit code. */
  async terminate(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    await this.end('SIGKILL');
    this.remove();
  }

  private async answers(): Promise<boolean> {
    try {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query: '{ __typename }' });
      return (await fetch(`${this.url}/graphql`, { method: 'POST', headers, body })).ok;
    } catch {
      return false;
    }
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }
}
