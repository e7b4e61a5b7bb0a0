import type { Role } from './role.js';

/** Whoever does something: every use case that changes data takes one, never an id out of the input. */
export interface Actor {
  readonly personId: string;
  readonly role: Role;
}

/** The signed-in person behind a request or a socket, as of now. */
export interface Visitor extends Actor {
  /** The session, when one came in by the cookie of a browser. */
  readonly sessionId?: string;
  /** The API token, when one came in by `Authorization: Bearer`. */
  readonly tokenId?: string;
}
