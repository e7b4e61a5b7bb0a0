import { Clock, forbidden, Ids } from '@stanch/kernel';
import { insertRows, UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { Person } from '../domain/person.js';
import { mayGrant, Role } from '../domain/role.js';
import type { Actor } from '../domain/visitor.js';
import { PERSON_ADDED } from './add-person.js';

/** A sponsor who becomes known; often nothing but a name. */
export interface NewSponsor {
  readonly name: string;
  readonly email: string | null;
  readonly businessUnitId: string | null;
}

/** Makes many sponsors known at once, as a list of interviews brings them. The caller sees that none is known already. */
@Injectable()
export class AddPeople {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The new persons, in the order in which they were given. */
  async run(actor: Actor, sponsors: readonly NewSponsor[]): Promise<Person[]> {
    if (!mayGrant(actor.role, Role.SPONSOR)) throw forbidden('You may not add people. Ask somebody of IT.');
    const createdAt = this.clock.now();
    const role = Role.SPONSOR;
    const people = sponsors.map((sponsor) => new Person({ ...sponsor, id: this.ids.next(), role, createdAt }));
    return this.unitOfWork.run(async (transaction) => {
      await insertRows(transaction.em, 'person', people.map(toRow));
      for (const { id } of people) {
        await transaction.record({ type: PERSON_ADDED, data: { personId: id }, actorId: actor.personId });
      }
      return people;
    });
  }
}

function toRow({ id, name, nameKey, email, role, businessUnitId, createdAt }: Person) {
  return { id, name, name_key: nameKey, email, role, business_unit_id: businessUnitId, created_at: createdAt };
}
