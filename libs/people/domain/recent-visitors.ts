import { type Clock, type Instant, instantAfter } from '@stanch/kernel';
import type { Visitor } from './visitor.js';

/**
 * How long an answer is believed without asking the database again. Within this process an end is known at once (see
 * `forget`); this bounds it for what another process, such as the command line, has changed.
 */
const BELIEVED = 30_000;
/** More proofs than this are not remembered; the oldest go first. */
const MOST = 20_000;

interface Known {
  readonly visitor: Visitor;
  readonly until: Instant;
}

/**
 * Remembers who stands behind a proof (a session cookie, an API token), so that not every request asks the database.
 * Forgets a person exactly when something about their coming in has changed.
 */
export class RecentVisitors {
  private readonly known = new Map<string, Known>();
  private changes = 0;

  constructor(private readonly clock: Clock) {}

  /** Who stands behind a proof, if that is known for sure. */
  of(proof: string): Visitor | null {
    const known = this.known.get(proof);
    if (known === undefined) return null;
    if (known.until > this.clock.now()) return known.visitor;
    this.known.delete(proof);
    return null;
  }

  /**
   * Call before asking the database; hand the answer to the function that comes back. It is not remembered if
   * somebody was forgotten in between, since the question may have been answered before that change.
   */
  asking(proof: string): (visitor: Visitor, expiresAt?: Instant) => void {
    const changes = this.changes;
    return (visitor, expiresAt) => {
      if (changes !== this.changes) return;
      const believed = instantAfter(this.clock.now(), BELIEVED);
      const until = expiresAt !== undefined && expiresAt < believed ? expiresAt : believed;
      this.known.delete(proof);
      if (this.known.size >= MOST) this.known.delete(this.known.keys().next().value ?? '');
      this.known.set(proof, { visitor, until });
    };
  }

  /** Forgets everything about a person, but for one session. */
  forget(personId: string, butForSession?: string): void {
    this.changes += 1;
    for (const [proof, { visitor }] of this.known) {
      const stays = butForSession !== undefined && visitor.sessionId === butForSession;
      if (visitor.personId === personId && !stays) this.known.delete(proof);
    }
  }
}
