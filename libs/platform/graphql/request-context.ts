import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Loaders } from './loaders.js';

/** What a resolver knows about the request it serves. `Visitor` is whoever signed in; null when nobody did. */
export interface RequestContext<Visitor = unknown> {
  visitor: Visitor | null;
  loaders: Loaders;
  /** The address the request came from, for throttling. */
  readonly ip: string;
  /** Missing for subscriptions, which have no HTTP answer. */
  readonly request?: IncomingMessage;
  readonly response?: ServerResponse;
  /** For subscriptions: who stands behind the socket as of now, asked again for each event. */
  readonly identify?: () => Visitor | null | Promise<Visitor | null>;
}
