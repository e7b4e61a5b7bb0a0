import { badInput, Clock, type Instant } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { emailAddress } from '../domain/email-address.js';
import type { Person } from '../domain/person.js';
import { SignInThrottle } from '../domain/sign-in-throttle.js';
import { Credentials, type Entrance, type Origin } from '../persistence/credentials.js';
import { Invitations } from '../persistence/invitations.js';
import { People } from '../persistence/people.js';
import { CameIn } from './came-in.js';
import type { SignedIn } from './sign-in.js';

/** The event that somebody asked for a link to sign in with; also for an address that nobody here has. */
export const SIGN_IN_LINK_ASKED = 'SignInLinkAsked';

/** Who gets the link; null when the address is nobody's, so that both take the same time. */
export interface SignInLinkAsked {
  personId: string | null;
  /** Where one wanted to go. */
  next: string | null;
}

/** What a link is good for, without using it. */
export interface LookedAtLink {
  readonly person: Person | null;
  readonly until: Instant | null;
}

const LONGEST_NEXT = 500;

/** In without a password: a link by mail, for fifteen minutes, once, for one address. */
@Injectable()
export class SignInByLink {
  private readonly asking: SignInThrottle;
  private readonly using: SignInThrottle;

  constructor(
    clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly credentials: Credentials,
    private readonly people: People,
    private readonly invitations: Invitations,
    private readonly cameIn: CameIn,
  ) {
    this.asking = new SignInThrottle(clock);
    this.using = new SignInThrottle(clock);
  }

  /** Asks for a link. What happens, and how long it takes, is the same whether or not the address is known. */
  async ask(input: { email: string; next?: string | null }, ip: string): Promise<void> {
    const email = emailAddress('email', input.email);
    const next = input.next ?? null;
    if (next !== null && !isWithin(next)) throw badInput('next', 'This is no address within Stanch.');
    this.asking.begin(email, ip);
    const person = await this.people.byEmail(email);
    const data: SignInLinkAsked = { personId: person?.active === true ? person.id : null, next };
    await this.unitOfWork.run(async (transaction) => {
      await transaction.record({ type: SIGN_IN_LINK_ASKED, data, actorId: null });
    });
  }

  /** Whose link this is, and until when it counts. Mail scanners open links first: looking at it changes nothing. */
  async look(token: string): Promise<LookedAtLink> {
    const invitation = await this.invitations.byToken(token);
    const invited = invitation && (await this.people.byId(invitation.personId));
    if (invited?.active === true) return { person: invited, until: invitation?.until ?? null };
    const found = await this.credentials.lookAtLink(token);
    const person = found && (await this.people.byEmail(found.email));
    return person?.active === true ? { person, until: found?.until ?? null } : { person: null, until: null };
  }

  /** Uses a link up and lets its owner in. */
  async run(token: string, origin: Origin): Promise<SignedIn> {
    const attempt = this.using.begin('a link', origin.ip);
    const entrance = await this.enter(token, origin);
    const person = entrance && (await this.people.byId(entrance.personId));
    if (!entrance || !person) {
      throw badInput(
        'token',
        'This link was used before, or its time is over. Ask for a fresh one: it is there in a moment.',
      );
    }
    attempt.succeeded();
    await this.cameIn.run(person.id);
    return { person, cookies: entrance.cookies };
  }

  private async enter(token: string, origin: Origin): Promise<Entrance | null> {
    const invitation = await this.invitations.byToken(token);
    if (invitation === null) return this.credentials.enterByLink(token, origin);
    const person = await this.people.byId(invitation.personId);
    return person?.active === true ? this.credentials.enterAs(person.id, origin) : null;
  }
}

/** Only an address within Stanch, never one that a stranger's link brings. */
function isWithin(next: string): boolean {
  return next.length <= LONGEST_NEXT && /^\/(?![/\\])/u.test(next) && !/[\p{Cc}\s]/u.test(next);
}
