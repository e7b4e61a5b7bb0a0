import { badInput, Clock, forbidden, notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { assertSignInAddress, normalisedEmail } from '../domain/email-address.js';
import { Person } from '../domain/person.js';
import { atLeast, mayGrant, Role } from '../domain/role.js';
import { watchOver } from '../domain/in-charge.js';
import type { Actor } from '../domain/visitor.js';
import { ApiTokens } from '../persistence/api-tokens.js';
import { BusinessUnits } from '../persistence/business-units.js';
import { Credentials } from '../persistence/credentials.js';
import { People } from '../persistence/people.js';
import { EnterAsGuest } from './enter-as-guest.js';
import { IdentifyVisitor } from './identify-visitor.js';

/** What is left out stays; null takes the e-mail address or the business unit away. */
export interface UpdatePersonInput {
  id: string;
  name?: string | null;
  email?: string | null;
  role?: Role | null;
  businessUnitId?: string | null;
  /** A new password, set for someone who lost theirs. Ends all their sessions and API tokens. */
  password?: string | null;
  /** False takes away the right to come in; ends all sessions and API tokens. */
  active?: boolean | null;
}

/**
 * Changes a person. A lead changes anyone up to their own role and gives roles up to their own; there is always an
 * active lead left, and an admin where there was one. What no longer holds ends with the change.
 */
@Injectable()
export class UpdatePerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly credentials: Credentials,
    private readonly apiTokens: ApiTokens,
    private readonly identifyVisitor: IdentifyVisitor,
    private readonly guests: EnterAsGuest,
  ) {}

  async run(actor: Actor, input: UpdatePersonInput): Promise<Person> {
    if (!atLeast(actor.role, Role.LEAD)) throw forbidden('Only a lead changes other people.');
    const hash = await this.newHash(actor, input);

    return this.unitOfWork.run(async (transaction) => {
      const person = await transaction.em.findOne(Person, { id: input.id });
      if (!person) throw notFound('person');
      this.refuseBeyond(actor, person, input);
      const assertStillInCharge = watchOver(await this.whoCanTakeCharge());

      await this.describe(person, input);
      if (input.role) person.role = input.role;
      if (input.active === true) person.reactivate();
      if (input.active === false) person.deactivate(this.clock.now());
      assertStillInCharge();
      await transaction.em.flush();

      if (hash !== null) await this.credentials.keep(person.id, hash);
      if (hash !== null || !person.active) {
        await this.credentials.endSessions(person.id);
        await this.apiTokens.endAll(person.id);
      }
      if (hash !== null || !person.active || !atLeast(person.role, Role.IT)) {
        await this.guests.endRemotes(transaction, { madeById: person.id });
      }
      transaction.afterCommit(() => this.identifyVisitor.forget(person.id));
      return person;
    });
  }

  private async newHash(actor: Actor, input: UpdatePersonInput): Promise<string | null> {
    if (input.password === undefined || input.password === null) return null;
    const person = await this.people.byId(input.id);
    if (!person) throw notFound('person');
    this.refuseBeyond(actor, person, input);
    if (person.id === actor.personId) {
      throw badInput('password', 'Change your own password in your profile, where the current one is asked for.');
    }
    const email = input.email === undefined ? person.email : input.email ? normalisedEmail(input.email) : null;
    return this.credentials.make('password', input.password, { email, name: input.name ?? person.name });
  }

  private refuseBeyond(actor: Actor, person: Person, input: UpdatePersonInput): void {
    if (!mayGrant(actor.role, person.role)) throw forbidden(`You may not change someone who is ${person.role}.`);
    if (input.role && !mayGrant(actor.role, input.role)) {
      throw forbidden(`You may not give a role above your own. Ask someone who is ${input.role}.`);
    }
  }

  /** The leads and admins who can sign in: one who cannot would leave nobody in charge. */
  private async whoCanTakeCharge(): Promise<Person[]> {
    const leads = await this.people.withRole(Role.LEAD);
    const able = await this.credentials.having(leads.map(({ id }) => id));
    return leads.filter(({ id }) => able.has(id));
  }

  private async describe(person: Person, input: UpdatePersonInput): Promise<void> {
    if (input.name !== undefined && input.name !== null) person.rename(input.name);
    if (input.businessUnitId !== undefined) {
      if (input.businessUnitId !== null && !(await this.businessUnits.byId(input.businessUnitId))) {
        throw notFound('business unit');
      }
      person.businessUnitId = input.businessUnitId;
    }
    if (input.email !== undefined) {
      const namesake = input.email ? await this.people.byEmail(input.email) : null;
      if (namesake && namesake.id !== person.id) {
        throw badInput('email', `${namesake.email} belongs to ${namesake.name} already.`);
      }
      person.reachAt(input.email);
      if (await this.credentials.has(person.id)) assertSignInAddress('email', person.email);
    }
  }
}
