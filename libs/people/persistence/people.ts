import { UnitOfWork } from '@stanch/platform';
import type { FilterQuery } from '@mikro-orm/core';
import { Injectable } from '@nestjs/common';
import { normalisedEmail } from '../domain/email-address.js';
import { Person } from '../domain/person.js';
import { atLeast, type Role, rolesFrom } from '../domain/role.js';

interface PersonTable {
  person: {
    id: string;
    name: string;
    name_key: string;
    email: string | null;
    role: Role;
    business_unit_id: string | null;
    created_at: string;
    deactivated_at: string | null;
  };
}

const COLUMNS = [
  'id',
  'name',
  'name_key',
  'email',
  'role',
  'business_unit_id',
  'created_at',
  'deactivated_at',
] as const;

/** Which people are looked for. `text` is in lower case. */
export interface WantedPeople {
  readonly text: string | null;
  /** Whether an e-mail address that contains the text counts too. */
  readonly inAddresses: boolean;
  readonly roles: readonly Role[] | null;
  readonly includeInactive: boolean;
  /** Only these; null: whoever it is. */
  readonly ids: readonly string[] | null;
}

/** Everybody whom the workspace knows. */
@Injectable()
export class People {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The person of an id, also a deactivated one; null when there is none. */
  async byId(id: string): Promise<Person | null> {
    return this.unitOfWork.read((em) => em.findOne(Person, { id }));
  }

  /**
   * The persons of these ids, also deactivated ones, in no particular order; unknown ids are left out. To be read only:
   * every card on every board shows people, so they come straight from their rows, eight times quicker than as
   * entities whose changes are watched.
   */
  async byIds(ids: readonly string[]): Promise<Readonly<Person>[]> {
    if (ids.length === 0) return [];
    const rows = await this.unitOfWork.read((em) =>
      em
        .getKysely<PersonTable>()
        .selectFrom('person')
        .select(COLUMNS)
        .where('id', 'in', [...new Set(ids)])
        .execute(),
    );
    return rows.map(toPerson);
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

  /** Everybody who is known, also deactivated ones; to be read only, for comparing many names at once. */
  async everybody(): Promise<Readonly<Person>[]> {
    const rows = await this.unitOfWork.read((em) =>
      em.getKysely<PersonTable>().selectFrom('person').select(COLUMNS).orderBy('id').execute(),
    );
    return rows.map(toPerson);
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

  /** The people looked for, by name, from a place in that order on. */
  async search(
    wanted: WantedPeople,
    page: { limit: number; after: { nameKey: string; id: string } | null },
  ): Promise<Person[]> {
    const { after, limit } = page;
    const further = after && {
      $or: [{ nameKey: { $gt: after.nameKey } }, { nameKey: after.nameKey, id: { $gt: after.id } }],
    };
    return this.unitOfWork.read((em) =>
      em.find(
        Person,
        { $and: [conditionOf(wanted), further ?? {}] },
        { orderBy: { nameKey: 'asc', id: 'asc' }, limit },
      ),
    );
  }

  /** How many people are looked for. */
  async countOf(wanted: WantedPeople): Promise<number> {
    return this.unitOfWork.read((em) => em.count(Person, conditionOf(wanted)));
  }
}

function toPerson(row: PersonTable['person']): Person {
  const stored: Omit<Person, 'active' | 'rename' | 'reachAt' | 'deactivate' | 'reactivate'> = {
    id: row.id,
    name: row.name,
    nameKey: row.name_key,
    email: row.email,
    role: row.role,
    businessUnitId: row.business_unit_id,
    createdAt: row.created_at,
    deactivatedAt: row.deactivated_at,
  };
  return Object.assign(Object.create(Person.prototype) as Person, stored);
}

function conditionOf(wanted: WantedPeople): FilterQuery<Person> {
  const conditions: FilterQuery<Person>[] = [];
  if (!wanted.includeInactive) conditions.push({ deactivatedAt: null });
  if (wanted.ids !== null) conditions.push({ id: { $in: [...wanted.ids] } });
  if (wanted.roles !== null) conditions.push({ role: { $in: [...wanted.roles] } });
  if (wanted.text !== null) {
    const contains = { $like: `%${harmless(wanted.text)}%` };
    conditions.push(wanted.inAddresses ? { $or: [{ nameKey: contains }, { email: contains }] } : { nameKey: contains });
  }
  return conditions.length === 0 ? {} : { $and: conditions };
}

/**
 * What means something to LIKE stands for any one character instead. Databases differ in how it is escaped; a match too
 * many is no harm.
 */
function harmless(text: string): string {
  return text.slice(0, 200).replace(/[%_\\]/gu, '_');
}
