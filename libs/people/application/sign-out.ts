import { Injectable } from '@nestjs/common';
import type { Visitor } from '../domain/visitor.js';
import { Credentials } from '../persistence/credentials.js';
import { IdentifyVisitor, type Proof } from './identify-visitor.js';

/** Ends the session of a browser, at once and everywhere it is used. */
@Injectable()
export class SignOut {
  constructor(
    private readonly credentials: Credentials,
    private readonly identifyVisitor: IdentifyVisitor,
  ) {}

  /** Gives the `Set-Cookie` values that take the cookie away. Signing out twice is no fault. */
  async run(visitor: Visitor | null, proof: Proof): Promise<string[]> {
    const cookies = await this.credentials.leave(proof.cookie ?? '');
    if (visitor) this.identifyVisitor.forget(visitor.personId);
    return cookies;
  }
}
