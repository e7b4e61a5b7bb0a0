import type { Loaders } from '@stanch/platform';
import type { BusinessUnit } from '../domain/business-unit.js';
import type { Person } from '../domain/person.js';
import type { BusinessUnits } from '../persistence/business-units.js';
import type { People } from '../persistence/people.js';

/** The person of an id by the loader of the request: however many are asked for, one query. */
export function loadPerson(people: People, loaders: Loaders, id: string): Person | null | Promise<Person | null> {
  return loaders.load('person', id, async (ids) => byId(await people.byIds(ids)));
}

/** The business unit of an id by the loader of the request: however many are asked for, one query. */
export function loadBusinessUnit(
  units: BusinessUnits,
  loaders: Loaders,
  id: string,
): BusinessUnit | null | Promise<BusinessUnit | null> {
  return loaders.load('businessUnit', id, async (ids) => byId(await units.byIds(ids)));
}

function byId<Row extends { readonly id: string }>(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
