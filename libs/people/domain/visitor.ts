import type { PassKind } from './guest-pass.js';
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
  /** The pass of a screen that nobody signed in on; then `personId` is the pass's own and nobody's. */
  readonly pass?: Pass;
}

/** What a screen without a person may do. */
export interface Pass {
  readonly id: string;
  readonly kind: PassKind;
  readonly name: string;
  /** The one meeting that a remote drives. */
  readonly meetingId: string | null;
  /** For whom a remote acts. */
  readonly madeById: string;
}
