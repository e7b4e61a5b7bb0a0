import { Clock, type Instant, instantAfter, notFound } from '@stanch/kernel';
import { Configuration, type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { GuestPass, hashOf, PassKind } from '../domain/guest-pass.js';
import { atLeast, Role } from '../domain/role.js';
import type { Visitor } from '../domain/visitor.js';
import { People } from './people.js';

/** "Last used" is kept to the minute, in milliseconds: a wall that asks all day need not write all day. */
const USE_IS_NOTED_EVERY = 60_000;
/** As long as browsers keep a cookie at most, in seconds. */
const COOKIE_LIVES = 400 * 86_400;

/** The passes of screens, and the cookie that carries one. */
@Injectable()
export class GuestPasses {
  /** The name of the cookie; browsers take one that begins with `__Secure-` over https alone. */
  readonly cookieName: string;
  private readonly secure: boolean;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: People,
    configuration: Configuration,
  ) {
    this.secure = configuration.publicUrl.startsWith('https:');
    this.cookieName = `${this.secure ? '__Secure-' : ''}stanch${configuration.demo ? '_demo' : ''}_guest`;
  }

  /** The links for projectors that count, the latest first. */
  async projectors(): Promise<GuestPass[]> {
    return this.unitOfWork.read((em) =>
      em.find(GuestPass, { kind: PassKind.PROJECTOR, revokedAt: null }, { orderBy: { id: 'desc' } }),
    );
  }

  /** A pass to be changed in this transaction. */
  async of({ em }: Transaction, id: string): Promise<GuestPass> {
    const found = await em.findOne(GuestPass, { id });
    if (!found) throw notFound('link');
    return found;
  }

  /** The pass that waits for this code; null when none does. */
  async waitingFor({ em }: Transaction, code: string, now: Instant): Promise<GuestPass | null> {
    const found = await em.find(GuestPass, { codeHash: hashOf(code) });
    return found.find((pass) => pass.waitsAt(now)) ?? null;
  }

  /** The visitor behind a secret, and until when that is sure; null when it opens nothing (any more). */
  async use(secret: string): Promise<{ visitor: Visitor; until: Instant | null } | null> {
    const now = this.clock.now();
    const pass = await this.unitOfWork.read((em) => em.findOne(GuestPass, { secretHash: hashOf(secret) }));
    if (pass === null || !pass.countsAt(now)) return null;
    if (pass.kind === PassKind.REMOTE && !(await this.mayDrive(pass.madeById))) return null;
    if (pass.lastUsedAt === null || pass.lastUsedAt < instantAfter(now, -USE_IS_NOTED_EVERY)) {
      await this.unitOfWork.run(({ em }) => em.nativeUpdate(GuestPass, { id: pass.id }, { lastUsedAt: now }));
    }
    const { id, kind, name, meetingId, madeById } = pass;
    return {
      visitor: { personId: id, role: Role.VIEWER, pass: { id, kind, name, meetingId, madeById } },
      until: pass.until,
    };
  }

  /** A remote acts for whoever paired it, and can do no more than they may by now. */
  private async mayDrive(personId: string): Promise<boolean> {
    const person = await this.people.byId(personId);
    return person !== null && person.active && atLeast(person.role, Role.IT);
  }

  /** The `Set-Cookie` value that gives a screen its secret. */
  cookieOf(secret: string): string {
    const flags = `Path=/; Max-Age=${COOKIE_LIVES}; HttpOnly; SameSite=Lax${this.secure ? '; Secure' : ''}`;
    return `${this.cookieName}=${secret}; ${flags}`;
  }
}
