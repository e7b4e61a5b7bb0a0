import { badInput, Clock, forbidden, notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { SignInThrottle } from '../domain/sign-in-throttle.js';
import type { Visitor } from '../domain/visitor.js';
import { Credentials } from '../persistence/credentials.js';
import { People } from '../persistence/people.js';
import { IdentifyVisitor } from './identify-visitor.js';

/**
 * Changes one's own password. Every other session of the person ends with it; API tokens stay, since they are not made
 * of the password and each can be revoked by name.
 */
@Injectable()
export class ChangePassword {
  private readonly throttle: SignInThrottle;

  constructor(
    clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly credentials: Credentials,
    private readonly identifyVisitor: IdentifyVisitor,
  ) {
    this.throttle = new SignInThrottle(clock);
  }

  async run(visitor: Visitor, input: { current: string; next: string }, ip: string): Promise<void> {
    if (visitor.sessionId === undefined) throw forbidden('An API token cannot change the password. Sign in to do so.');
    const person = await this.people.byId(visitor.personId);
    if (!person) throw notFound('person');

    const attempt = this.throttle.begin(visitor.personId, ip);
    if (!(await this.credentials.matches(visitor.personId, input.current))) {
      throw badInput('current', 'This is not your current password.');
    }
    attempt.succeeded();
    const hash = await this.credentials.make('next', input.next, person);

    await this.unitOfWork.run(async (transaction) => {
      await this.credentials.keep(visitor.personId, hash);
      await this.credentials.endSessions(visitor.personId, visitor.sessionId);
      transaction.afterCommit(() => this.identifyVisitor.forget(visitor.personId, visitor.sessionId));
    });
  }
}
