import { badInput, Clock, Ids } from '@stanch/kernel';
import { type Transaction, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { GuestPass, newCode, PassKind, newPassSecret } from '../domain/guest-pass.js';
import { SignInThrottle } from '../domain/sign-in-throttle.js';
import type { Actor } from '../domain/visitor.js';
import { GuestPasses } from '../persistence/guest-passes.js';
import { IdentifyVisitor } from './identify-visitor.js';

/** How a screen comes in without a person: a projector by its link, a phone by the code that the projector shows. */
@Injectable()
export class EnterAsGuest {
  private readonly throttle: SignInThrottle;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passes: GuestPasses,
    private readonly identify: IdentifyVisitor,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.throttle = new SignInThrottle(clock);
  }

  /** Gives the `Set-Cookie` value for a projector. */
  async byLink(secret: string, ip: string): Promise<string> {
    const attempt = this.throttle.begin('a projector link', ip);
    if ((await this.passes.use(secret)) === null) {
      throw badInput('token', 'This link was revoked, or a letter of it was lost. Ask a lead for a fresh one.');
    }
    attempt.succeeded();
    return this.passes.cookieOf(secret);
  }

  /** A code for a phone that shall drive a meeting for whoever asks. */
  async codeFor(actor: Actor, meetingId: string): Promise<{ code: string; until: string }> {
    const code = newCode();
    const now = this.clock.now();
    const start = { id: this.ids.next(), meetingId, code, madeById: actor.personId, now };
    const pass = GuestPass.forRemote(start);
    await this.unitOfWork.run(async (transaction) => {
      // Two remotes that wait for the same code could not be told apart.
      const twin = await this.passes.waitingFor(transaction, code, now);
      twin?.revoke(now);
      transaction.em.persist(pass);
    });
    return { code, until: pass.codeUntil ?? now };
  }

  /** Takes a code, once; gives the `Set-Cookie` value for the phone and the meeting that it drives from now on. */
  async byCode(code: string, ip: string): Promise<{ cookie: string; meetingId: string }> {
    const attempt = this.throttle.begin('a code', ip);
    const secret = newPassSecret();
    const digits = code.replace(/\D/gu, '');
    const paired = await this.unitOfWork.run(async (transaction) => {
      const pass = await this.passes.waitingFor(transaction, digits, this.clock.now());
      pass?.pair(secret);
      return pass;
    });
    if (paired?.meetingId == null) {
      throw badInput(
        'code',
        'This code does not count. Read it off the projector again; each counts once, for ten minutes.',
      );
    }
    attempt.succeeded();
    return { cookie: this.passes.cookieOf(secret), meetingId: paired.meetingId };
  }

  /** Ends the remotes of a meeting, or of somebody who may drive none any more, with the transaction that ends that. */
  async endRemotes(transaction: Transaction, whose: { meetingId: string } | { madeById: string }): Promise<void> {
    const passes = await transaction.em.find(GuestPass, { ...whose, kind: PassKind.REMOTE, revokedAt: null });
    for (const pass of passes) pass.revoke(this.clock.now());
    transaction.afterCommit(() => passes.forEach(({ id }) => this.identify.forget(id)));
  }
}
