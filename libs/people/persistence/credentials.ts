import { Clock, Ids, type Instant, instantOf } from '@stanch/kernel';
import { Configuration, serverSecret, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { APIError } from 'better-auth/api';
import { assertSignInAddress } from '../domain/email-address.js';
import { checkedPassword, normalisedPassword } from '../domain/password-rules.js';
import type { Role } from '../domain/role.js';
import {
  ADDRESS_HEADER,
  identityLibrary,
  type IdentityLibrary,
  linkHash,
  sessionCookieName,
  type TakeToken,
} from './better-auth.js';
import type { IdentityTables } from './identity-tables.js';

/** Where a request came from, kept with the session so that its owner can recognise it. */
export interface Origin {
  readonly ip: string;
  readonly userAgent?: string;
}

/** Someone came in: `cookies` are the `Set-Cookie` values that carry the session to the browser. */
export interface Entrance {
  readonly personId: string;
  readonly cookies: string[];
}

/** A session as it stands in the database now. */
export interface OpenSession {
  readonly sessionId: string;
  readonly personId: string;
  readonly role: Role;
  readonly expiresAt: Instant;
  /** `Set-Cookie` values that prolong the cookie, when it is time. */
  readonly cookies: string[];
}

/** Passwords and sessions, kept by better-auth on our tables. Hashes never leave this class. */
@Injectable()
export class Credentials {
  /** The name of the session cookie. */
  readonly cookieName: string;
  private readonly library: IdentityLibrary;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    configuration: Configuration,
  ) {
    this.library = identityLibrary(configuration, unitOfWork, ids, serverSecret(configuration));
    this.cookieName = sessionCookieName(configuration);
  }

  /** Checks a new password against the rules and hashes it. Slow on purpose: never call it inside a transaction. */
  async make(field: string, password: string, owner: { email: string | null; name: string }): Promise<string> {
    assertSignInAddress('email', owner.email);
    const checked = checkedPassword(field, password, owner);
    const { password: hasher } = await this.library.$context;
    return hasher.hash(checked);
  }

  /** Keeps a hash from `make` as the one password of a person. */
  async keep(personId: string, hash: string): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async ({ em }) => {
      const kysely = em.getKysely<IdentityTables>();
      await kysely
        .insertInto('credential')
        .values({
          id: this.ids.next(),
          person_id: personId,
          account_id: personId,
          provider_id: 'credential',
          password: hash,
          created_at: now,
          updated_at: now,
        })
        .onConflict((same) =>
          same.columns(['person_id', 'provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: now }),
        )
        .execute();
    });
  }

  /** Whether a person has a password. */
  async has(personId: string): Promise<boolean> {
    return (await this.having([personId])).has(personId);
  }

  /** Those of the persons who have a password. */
  async having(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    if (personIds.length === 0) return new Set();
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<IdentityTables>()
        .selectFrom('credential')
        .select('person_id')
        .where('person_id', 'in', personIds)
        .where('password', 'is not', null)
        .execute(),
    );
    return new Set(rows.map((row) => row.person_id));
  }

  /** Whether a person has come in before: with a password, or by a link that proved their address. */
  async hasComeIn(personId: string): Promise<boolean> {
    if (await this.has(personId)) return true;
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<IdentityTables>()
        .selectFrom('person')
        .select('email_verified')
        .where('id', '=', personId)
        .executeTakeFirst(),
    );
    return Boolean(row?.email_verified);
  }

  /** Whether this is the person's password. */
  async matches(personId: string, password: string): Promise<boolean> {
    const { password: hasher } = await this.library.$context;
    const hash = await this.hashOf(personId);
    return hash !== null && hasher.verify({ hash, password: normalisedPassword(password) });
  }

  /** Opens a session for whoever knows address and password; null for everybody else, after the same time. */
  async enter(email: string, password: string, origin: Origin): Promise<Entrance | null> {
    try {
      const { headers, response } = await this.library.api.signInEmail({
        body: { email, password: normalisedPassword(password) },
        headers: headersOf(origin),
        returnHeaders: true,
      });
      await this.forgetExpired();
      return { personId: response.user.id, cookies: headers.getSetCookie() };
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return null;
      throw error;
    }
  }

  /** Opens a session for a person who has shown in another way who they are. */
  async enterAs(personId: string, origin: Origin): Promise<Entrance> {
    const { headers } = await this.library.api.enterAs({
      body: { personId },
      headers: headersOf(origin),
      returnHeaders: true,
    });
    return { personId, cookies: headers.getSetCookie() };
  }

  /** Makes a link to sign in with for an address. Only a hash of the token is stored; this is the one time it is told. */
  async makeLink(email: string): Promise<string> {
    await this.forgetExpired();
    let made = '';
    const take: TakeToken = (token) => {
      made = token;
    };
    await this.library.api.signInMagicLink({ body: { email, metadata: { take } }, headers: new Headers() });
    return made;
  }

  /** For which address a link is and until when it counts, without using it; null when it counts for nothing. */
  async lookAtLink(token: string): Promise<{ email: string; until: Instant } | null> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<IdentityTables>()
        .selectFrom('verification')
        .select(['value', 'expires_at'])
        .where('identifier', '=', `magic-link:${linkHash(token)}`)
        .executeTakeFirst(),
    );
    if (row === undefined || row.expires_at <= this.clock.now()) return null;
    return { email: (JSON.parse(row.value) as { email: string }).email, until: row.expires_at };
  }

  /** Uses a link up and opens a session for its owner; null when it counts for nothing, or not any more. */
  async enterByLink(token: string, origin: Origin): Promise<Entrance | null> {
    const link = await this.lookAtLink(token);
    if (link === null) return null;
    try {
      return await this.unitOfWork.run(async ({ em }) => {
        // An address is named by a lead; proving it must not take away a password that was set before.
        await em
          .getKysely<IdentityTables>()
          .updateTable('person')
          .set({ email_verified: true })
          .where('email', '=', link.email)
          .execute();
        const { headers, response } = await this.library.api.magicLinkVerify({
          query: { token },
          headers: headersOf(origin),
          returnHeaders: true,
        });
        return { personId: response.user.id, cookies: headers.getSetCookie() };
      });
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) return null;
      throw error;
    }
  }

  /** The open session that a cookie header carries, asked of the database; null when there is none. */
  async sessionOf(cookieHeader: string): Promise<OpenSession | null> {
    const { headers, response } = await this.library.api.getSession({
      headers: new Headers({ cookie: cookieHeader }),
      returnHeaders: true,
    });
    if (!response || response.user.deactivatedAt) return null;
    return {
      sessionId: response.session.id,
      personId: response.user.id,
      role: response.user.role as Role,
      expiresAt: instantOf(new Date(response.session.expiresAt).getTime()),
      cookies: headers.getSetCookie(),
    };
  }

  /** Ends the session of a cookie header; gives the `Set-Cookie` values that take the cookie away. */
  async leave(cookieHeader: string): Promise<string[]> {
    const { headers } = await this.library.api.signOut({
      headers: new Headers({ cookie: cookieHeader }),
      returnHeaders: true,
    });
    return headers.getSetCookie();
  }

  /** Ends all sessions of a person, but the one that is to stay. */
  async endSessions(personId: string, butFor?: string): Promise<void> {
    await this.unitOfWork.run(async ({ em }) => {
      await em
        .getKysely<IdentityTables>()
        .deleteFrom('session')
        .where('person_id', '=', personId)
        .$if(butFor !== undefined, (query) => query.where('id', '!=', butFor ?? ''))
        .execute();
    });
  }

  private async forgetExpired(): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async ({ em }) => {
      const kysely = em.getKysely<IdentityTables>();
      await kysely.deleteFrom('session').where('expires_at', '<', now).execute();
      await kysely.deleteFrom('verification').where('expires_at', '<', now).execute();
    });
  }

  private async hashOf(personId: string): Promise<string | null> {
    const row = await this.unitOfWork.read((em) =>
      em
        .getKysely<IdentityTables>()
        .selectFrom('credential')
        .select('password')
        .where('person_id', '=', personId)
        .where('provider_id', '=', 'credential')
        .executeTakeFirst(),
    );
    return row?.password ?? null;
  }
}

function headersOf(origin: Origin): Headers {
  const headers = new Headers({ [ADDRESS_HEADER]: origin.ip });
  if (origin.userAgent !== undefined) headers.set('user-agent', origin.userAgent.slice(0, 300));
  return headers;
}
