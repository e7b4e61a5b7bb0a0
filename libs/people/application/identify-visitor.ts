import type { IncomingHttpHeaders } from 'node:http';
import { Clock } from '@stanch/kernel';
import { Configuration } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { hashOfSecret, looksLikeSecret } from '../domain/api-token.js';
import { RecentVisitors } from '../domain/recent-visitors.js';
import type { Visitor } from '../domain/visitor.js';
import { ApiTokens } from '../persistence/api-tokens.js';
import { Credentials } from '../persistence/credentials.js';
import { GuestPasses } from '../persistence/guest-passes.js';

/** What a request or a socket brings along to show who it is. Keep it with a socket and ask again for each event. */
export interface Proof {
  readonly cookie?: string;
  /** The secret of a screen that nobody signed in on. */
  readonly guest?: string;
  readonly secret?: string;
}

/** Somebody may no longer do what they could a moment ago; their sockets are to be looked at again. */
type Listener = (personId: string) => void;

/**
 * Says who stands behind a request, a socket or an event of a subscription, as of now. Remembered within the process,
 * so that asking a thousand times a second costs nothing, and forgotten in the moment of a sign-out or a change.
 */
@Injectable()
export class IdentifyVisitor {
  private readonly recent: RecentVisitors;
  private readonly listeners: Listener[] = [];
  private readonly cookieName: string;
  private readonly publicHost: string;

  constructor(
    clock: Clock,
    private readonly credentials: Credentials,
    private readonly apiTokens: ApiTokens,
    private readonly passes: GuestPasses,
    configuration: Configuration,
  ) {
    this.recent = new RecentVisitors(clock);
    this.cookieName = credentials.cookieName;
    this.publicHost = URL.canParse(configuration.publicUrl) ? new URL(configuration.publicUrl).host : '';
  }

  /** What the headers of a request prove. A token counts alone: with one, the cookie is not looked at. */
  proofOf(headers: IncomingHttpHeaders): Proof {
    const bearer = /^Bearer +(\S+) *$/iu.exec(headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return { secret: bearer };
    if (headers.authorization !== undefined) return {};
    const cookie = cookieOf(this.cookieName, headers.cookie);
    const guest = cookieOf(this.passes.cookieName, headers.cookie)?.slice(this.passes.cookieName.length + 1);
    return { ...(cookie !== undefined && { cookie }), ...(guest !== undefined && { guest }) };
  }

  /**
   * What a socket proves: `connectionParams` with `authorization` or `Authorization`, else the headers it was opened
   * with. The cookie counts only for a page of our own: a browser opens sockets across sites without asking.
   */
  proofOfSocket(connectionParams: Readonly<Record<string, unknown>> | undefined, headers: IncomingHttpHeaders): Proof {
    const authorization = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    if (typeof authorization === 'string') return this.proofOf({ authorization });
    const proof = this.proofOf(headers);
    const byCookie = proof.cookie !== undefined || proof.guest !== undefined;
    return byCookie && this.comesFromElsewhere(headers) ? {} : proof;
  }

  /**
   * Who brings this proof; null when it proves nothing (any more). `prolong` gets the `Set-Cookie` values with which
   * a session in use is kept alive. Answers without a promise when it is known, which nearly every call is.
   */
  run(proof: Proof, prolong?: (cookies: string[]) => void): Visitor | null | Promise<Visitor | null> {
    if (proof.secret !== undefined) {
      if (!looksLikeSecret(proof.secret)) return null;
      const hash = hashOfSecret(proof.secret);
      return this.recent.of(hash) ?? this.byToken(hash);
    }
    if (proof.cookie !== undefined) return this.recent.of(proof.cookie) ?? this.bySession(proof, proof.cookie, prolong);
    return this.asGuest(proof);
  }

  /** Calls the listener whenever someone's rights have changed or ended. */
  onChange(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Forgets what is remembered of a person, but for one session, and tells the listeners. Call it after the commit. */
  forget(personId: string, butForSession?: string): void {
    this.recent.forget(personId, butForSession);
    for (const listener of this.listeners) listener(personId);
  }

  private async bySession(
    proof: Proof,
    cookie: string,
    prolong?: (cookies: string[]) => void,
  ): Promise<Visitor | null> {
    const remember = this.recent.asking(cookie);
    const session = await this.credentials.sessionOf(cookie);
    // Whoever was signed in here once leaves a projector what it is.
    if (session === null) return this.asGuest(proof);
    const visitor = { personId: session.personId, role: session.role, sessionId: session.sessionId };
    remember(visitor, session.expiresAt);
    if (session.cookies.length > 0) prolong?.(session.cookies);
    return visitor;
  }

  private asGuest({ guest }: Proof): Visitor | null | Promise<Visitor | null> {
    if (guest === undefined) return null;
    return this.recent.of(`guest ${guest}`) ?? this.byPass(guest);
  }

  private async byPass(secret: string): Promise<Visitor | null> {
    const remember = this.recent.asking(`guest ${secret}`);
    const found = await this.passes.use(secret);
    if (found === null) return null;
    remember(found.visitor, found.until ?? undefined);
    return found.visitor;
  }

  private async byToken(hash: string): Promise<Visitor | null> {
    const remember = this.recent.asking(hash);
    const visitor = await this.apiTokens.use(hash);
    if (visitor !== null) remember(visitor);
    return visitor;
  }

  private comesFromElsewhere(headers: IncomingHttpHeaders): boolean {
    if (headers.origin === undefined) return false;
    if (!URL.canParse(headers.origin)) return true;
    const { host } = new URL(headers.origin);
    return host !== headers.host && host !== this.publicHost;
  }
}

/** One cookie alone, `name=value`, out of a cookie header. */
function cookieOf(name: string, header: string | undefined): string | undefined {
  return header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
}
