import { UnitOfWork } from '@stanch/platform';
import { Injectable } from '@nestjs/common';
import { normalisedEmail } from '../domain/email-address.js';
import { Person } from '../domain/person.js';
import { atLeast, type Role, rolesFrom } from '../domain/role.js';

/** Everybody whom the workspace knows. */
@Injectable()
export class People {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The person of an id, also a deactivated one; null when there is none. */
  async byId(id: string): Promise<Person | null> {
    return this.unitOfWork.read((em) => em.findOne(Person, { id }));
  }

  /** The persons of these ids, also deactivated ones, in no particular order; unknown ids are left out. */
  async byIds(ids: readonly string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    return this.unitOfWork.read((em) => em.find(Person, { id: { $in: [...new Set(ids)] } }));
  }

  /** The person of an address, whatever its capitals; null when there is none. */
  async byEmail(email: string): Promise<Person | null> {
    return this.unitOfWork.read((em) => em.findOne(Person, { email: normalisedEmail(email) }));
  }

  /** The persons whose name is this one, whatever its capitals and spaces: a spreadsheet often has no address. */
  async byName(name: string): Promise<Person[]> {
    const nameKey = name.trim().replace(/\s+/gu, ' ').toLowerCase();
    return this.unitOfWork.read((em) => em.find(Person, { nameKey }, { orderBy: { id: 'asc' } }));
  }

  /** All active persons of a role or a higher one. */
  async withRole(lowest: Role): Promise<Person[]> {
    return this.unitOfWork.read((em) =>
      em.find(Person, { role: { $in: rolesFrom(lowest) }, deactivatedAt: null }, { orderBy: { id: 'asc' } }),
    );
  }

  /** Whether a person is active and has a role or a higher one. */
  async isActive(id: string, lowest: Role): Promise<boolean> {
    const person = await this.byId(id);
    return person !== null && person.active && atLeast(person.role, lowest);
  }
}
