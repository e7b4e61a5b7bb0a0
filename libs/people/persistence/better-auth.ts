import { createHash } from 'node:crypto';
import type { Ids } from '@stanch/kernel';
import type { Configuration, UnitOfWork } from '@stanch/platform';
import { Logger } from '@nestjs/common';
import { betterAuth, type BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { magicLink } from 'better-auth/plugins/magic-link';
import { Kysely } from 'kysely';
import { z } from 'zod';
import { HashQueue } from './hash-queue.js';
import { JoiningDialect } from './joining-dialect.js';

/** Seconds that a session lasts after it was last used. */
const SESSION_LASTS = 30 * 86_400;
/** A session in use is prolonged at most this often, in seconds. */
const PROLONGED_EVERY = 86_400;

/** Seconds that a link to sign in with counts. */
export const LINK_LASTS = 15 * 60;

/** Takes the token of a new link. */
export type TakeToken = (token: string) => void;

/** What is stored of the token of a link: nobody who reads the database can sign in with it. */
export function linkHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The header in which we, and nobody else, tell the library where a request came from. */
export const ADDRESS_HEADER = 'x-stanch-client-address';

/** Opens a session without a password, for our own code alone: the demo, a first lead, later signed links. */
const enterAs = {
  id: 'enter-as',
  endpoints: {
    enterAs: createAuthEndpoint(
      '/enter-as',
      { method: 'POST', body: z.object({ personId: z.string() }), metadata: { SERVER_ONLY: true } },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.personId);
        if (!user) throw new APIError('NOT_FOUND');
        const session = await internalAdapter.createSession(user.id);
        await setSessionCookie(context, { session, user });
        return context.json({ personId: user.id });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/** The name of the session cookie; browsers take one that begins with `__Secure-` over https alone. */
export function sessionCookieName(configuration: Configuration): string {
  return `${isSecure(configuration) ? '__Secure-' : ''}${cookiePrefix(configuration)}.session_token`;
}

/** Browsers do not tell ports apart, so looking around in the demo must not sign anyone out of their own workspace. */
function cookiePrefix(configuration: Configuration): string {
  return configuration.demo ? 'stanch-demo' : 'stanch';
}

function isSecure(configuration: Configuration): boolean {
  return configuration.publicUrl.startsWith('https:');
}

/**
 * better-auth on our tables: `person` is its user, ids and times are ours, its queries join our unit of work. None of
 * its HTTP routes is mounted; Stanch calls it as a library, so what is open to the world is our own schema alone.
 */
export function identityLibrary(configuration: Configuration, unitOfWork: UnitOfWork, ids: Ids, secret: string) {
  const log = new Logger('Identity');
  const queue = new HashQueue();
  return betterAuth({
    appName: 'Stanch',
    baseURL: configuration.publicUrl,
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log.warn(message) },
    plugins: [
      enterAs,
      magicLink({
        expiresIn: LINK_LASTS,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: (token) => Promise.resolve(linkHash(token)) },
        // Whoever asks for a token takes it here; it is kept nowhere else.
        sendMagicLink: ({ token, metadata }) => (metadata?.['take'] as TakeToken)(token),
      }),
    ],
    database: { db: new Kysely({ dialect: new JoiningDialect(unitOfWork) }), type: 'sqlite' },
    advanced: {
      cookiePrefix: cookiePrefix(configuration),
      useSecureCookies: isSecure(configuration),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => ids.next() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: (password) => queue.run(() => hashPassword(password)),
        verify: (attempt) => queue.run(() => verifyPassword(attempt)),
      },
    },
    session: {
      expiresIn: SESSION_LASTS,
      updateAge: PROLONGED_EVERY,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            const person = await context?.context.internalAdapter.findUserById(session.userId);
            return person !== undefined && person !== null && mayComeIn(person);
          },
        },
      },
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        nameKey: { type: 'string', fieldName: 'name_key', input: false },
        role: { type: 'string', input: false },
        deactivatedAt: { type: 'string', fieldName: 'deactivated_at', input: false, required: false },
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: { fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' } },
  });
}

/** Whether the library's user is a person who has not been deactivated. */
function mayComeIn(person: object): boolean {
  return !('deactivatedAt' in person) || person.deactivatedAt === null;
}

/** better-auth as it is set up here. */
export type IdentityLibrary = ReturnType<typeof identityLibrary>;
