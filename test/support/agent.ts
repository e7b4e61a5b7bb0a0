import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One error of an answer, as the contract describes it. */
export interface AnswerError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; field?: string; current?: unknown };
}

/** The whole answer of the server, refusals included. */
export interface Answer<T> {
  status: number;
  data: T | null | undefined;
  errors: AnswerError[];
  /** The first error's code; undefined when all went well. */
  code: string | undefined;
}

type Variables = Record<string, unknown>;

/** Somebody who talks to the server over real HTTP and real sockets: a cookie jar, or a bearer of a token. */
export class Agent {
  private readonly cookies = new Map<string, string>();
  private readonly clients: Client[] = [];

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** Asks and gives the data; throws with the server's words when it refuses. */
  async ask<T = Record<string, never>>(query: string, variables?: Variables): Promise<T> {
    const { data, errors, status } = await this.answer<T>(query, variables);
    if (errors.length > 0 || data === null || data === undefined) {
      const words = errors.map(({ message, extensions }) => `${extensions?.code ?? '?'}: ${message}`).join('; ');
      throw new Error(`The server refused (${status}) ${words} to ${query.trim().slice(0, 120)}`);
    }
    return data;
  }

  /** Asks and gives the answer, whether it is data or a refusal. */
  async answer<T = Record<string, never>>(query: string, variables?: Variables): Promise<Answer<T>> {
    const response = await this.request('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as { data?: T | null; errors?: AnswerError[] };
    return { status: response.status, data, errors, code: errors[0]?.extensions?.code };
  }

  /** A plain HTTP request with this agent's cookies or token. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(this.credentials())) headers.set(name, value);
    const response = await fetch(new URL(path, this.url), { redirect: 'manual', ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (value.join('=') === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value.join('='));
    }
    return response;
  }

  /** What this agent sends to be known. */
  credentials(): Record<string, string> {
    const known: Record<string, string> = {};
    if (this.cookies.size > 0)
      known['cookie'] = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (this.token !== undefined) known['authorization'] = `Bearer ${this.token}`;
    return known;
  }

  /** Listens to a subscription; what arrives is kept until it is asked for. */
  listen<T>(query: string, variables?: Variables): Listening<T> {
    const headers = this.credentials();
    class Socket extends WebSocket {
      constructor(address: string, protocols: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const client = createClient({
      url: `${this.url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: Socket,
      connectionParams: headers,
      retryAttempts: 0,
      lazy: false,
      onNonLazyError: () => undefined,
    });
    this.clients.push(client);
    return new Listening<T>(client, query, variables);
  }

  /** Closes all sockets of this agent. */
  async leave(): Promise<void> {
    await Promise.all(this.clients.splice(0).map(async (client) => client.dispose()));
  }
}

/** What arrives on one subscription. */
export class Listening<T> {
  /** All that has arrived, oldest first. */
  readonly arrived: T[] = [];
  /** Why the server refused or ended it; undefined while it runs. */
  ended: unknown;
  private taken = 0;
  private readonly wakers = new Set<() => void>();
  private readonly stopListening: () => void;
  /** Settles when the socket is open and the server has been asked. */
  readonly begun: Promise<void>;

  constructor(client: Client, query: string, variables?: Variables) {
    this.begun = new Promise((resolve) => {
      // The server handles messages of one socket in order: once it answers a ping, it has seen the subscription.
      client.on('pong', () => resolve());
      client.on('closed', () => resolve());
      client.on('connected', (socket) => setTimeout(() => (socket as WebSocket).send('{"type":"ping"}'), 20));
    });
    this.stopListening = client.subscribe<T>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) this.ended = errors;
          if (data) this.arrived.push(data);
          this.wake();
        },
        error: (reason) => {
          this.ended = reason ?? 'ended';
          this.wake();
        },
        complete: () => {
          this.ended ??= 'completed';
          this.wake();
        },
      },
    );
  }

  /** The next that arrives and was not taken yet; throws when nothing comes in time. */
  async next(withinMs = 15_000): Promise<T> {
    const until = Date.now() + withinMs;
    while (this.arrived.length <= this.taken) {
      if (this.ended !== undefined) throw new Error(`The subscription ended: ${JSON.stringify(this.ended)}`);
      if (Date.now() >= until) throw new Error(`Nothing arrived within ${withinMs} ms`);
      await this.news(until - Date.now());
    }
    this.taken += 1;
    return this.arrived[this.taken - 1] as T;
  }

  /** Waits until the server has ended or refused it, and gives the reason. */
  async end(withinMs = 15_000): Promise<unknown> {
    const until = Date.now() + withinMs;
    while (this.ended === undefined && Date.now() < until) await this.news(until - Date.now());
    return this.ended;
  }

  stop(): void {
    this.stopListening();
  }

  private news(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, Math.max(withinMs, 1));
      this.wakers.add(done);
    });
  }

  private wake(): void {
    for (const waker of [...this.wakers]) waker();
  }
}
