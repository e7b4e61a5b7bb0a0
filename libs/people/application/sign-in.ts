import { Clock, Refusal } from '@stanch/kernel';
import { Injectable } from '@nestjs/common';
import type { Person } from '../domain/person.js';
import { SignInThrottle } from '../domain/sign-in-throttle.js';
import { Credentials, type Origin } from '../persistence/credentials.js';
import { People } from '../persistence/people.js';
import { CameIn } from './came-in.js';

/** Someone who just came in, and the `Set-Cookie` values that carry the session to their browser. */
export interface SignedIn {
  readonly person: Person;
  readonly cookies: string[];
}

/** Lets someone in by e-mail address and password. The answer is the same whichever of the two is wrong. */
@Injectable()
export class SignIn {
  private readonly throttle: SignInThrottle;

  constructor(
    clock: Clock,
    private readonly credentials: Credentials,
    private readonly people: People,
    private readonly cameIn: CameIn,
  ) {
    this.throttle = new SignInThrottle(clock);
  }

  async run(input: { email: string; password: string }, origin: Origin): Promise<SignedIn> {
    const attempt = this.throttle.begin(input.email, origin.ip);
    const entrance = await this.credentials.enter(input.email, input.password, origin);
    const person = entrance && (await this.people.byId(entrance.personId));
    if (!entrance || !person) {
      throw new Refusal(
        'UNAUTHENTICATED',
        'This e-mail address and password do not belong together. Please check both and try again.',
      );
    }
    attempt.succeeded();
    await this.cameIn.run(person.id);
    return { person, cookies: entrance.cookies };
  }
}
