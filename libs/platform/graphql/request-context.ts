import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Loaders } from './loaders.js';

/** What a resolver knows about the request it serves. `Visitor` is whoever signed in; null when nobody did. */
export interface RequestContext<Visitor = unknown> {
  readonly visitor: Visitor | null;
  readonly loaders: Loaders;
  /** The address the request came from, for throttling. */
  readonly ip: string;
  /** Missing for subscriptions, which have no HTTP answer. */
  readonly request?: IncomingMessage;
  readonly response?: ServerResponse;
}
