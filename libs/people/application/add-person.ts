import { badInput, Clock, forbidden, Ids, notFound } from '@stanch/kernel';
import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Person } from '../domain/person.js';
import { atLeast, mayGrant, Role } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { BusinessUnits } from '../persistence/business-units.js';
import { People } from '../persistence/people.js';
import { Credentials } from '../persistence/credentials.js';

export interface AddPersonInput {
  name: string;
  email?: string | null;
  role: Role;
  businessUnitId?: string | null;
  password?: string | null;
}

/** The event that a person became known to the workspace. */
export const PERSON_ADDED = 'PersonAdded';

/**
 * Makes a person known to the workspace. A lead adds anyone up to their own role, IT adds sponsors. Only a lead sets a
 * first password: whoever knows a sponsor's password could confirm a fix in their name.
 */
@Injectable()
export class AddPerson {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: People,
    private readonly businessUnits: BusinessUnits,
    private readonly credentials: Credentials,
  ) {}

  /** `actor` is null for the operator at the machine and for the very first person. */
  async run(actor: Actor | null, input: AddPersonInput): Promise<Person> {
    const password = input.password ?? null;
    if (actor !== null) this.refuseBeyond(actor, input.role, password);
    const person = new Person({ ...input, id: this.ids.next(), createdAt: this.clock.now() });
    const secret = password === null ? null : await this.credentials.make('password', password, person);

    return this.unitOfWork.run(async (transaction) => {
      const { em } = transaction;
      if (person.businessUnitId !== null && !(await this.businessUnits.byId(person.businessUnitId))) {
        throw notFound('business unit');
      }
      if (person.email !== null && (await this.people.byEmail(person.email))) {
        throw badInput('email', `${person.email} belongs to someone already. Each person has an address of their own.`);
      }
      em.persist(person);
      await em.flush();
      if (secret !== null) await this.credentials.keep(person.id, secret);
      await transaction.record({ type: PERSON_ADDED, data: { personId: person.id }, actorId: actor?.personId ?? null });
      return person;
    });
  }

  private refuseBeyond(actor: Actor, role: Role, password: string | null): void {
    if (!mayGrant(actor.role, role)) {
      throw forbidden(
        atLeast(actor.role, Role.LEAD)
          ? `You may not give a role above your own. Ask someone who is ${role}.`
          : 'You may add sponsors. A lead adds everyone else.',
      );
    }
    if (password !== null && !atLeast(actor.role, Role.LEAD)) {
      throw forbidden('Only a lead sets a password for someone else. Add the person without one.');
    }
  }
}
