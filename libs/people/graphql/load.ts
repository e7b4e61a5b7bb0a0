import type { RequestContext } from '@stanch/platform';
import type { BusinessUnit } from '../domain/business-unit.js';
import type { Person } from '../domain/person.js';

/** The names under which this part registers its loaders. */
export const PERSON_LOADER = 'person';
export const INVITATION_LOADER = 'invitationOfPerson';
export const BUSINESS_UNIT_LOADER = 'businessUnit';

/** Gives persons by the loaders of a request: however many are asked for, one query. */
export function loadPerson(context: RequestContext): (id: string) => Person | null | Promise<Person | null> {
  return (id) => context.loaders.load<Person>(PERSON_LOADER, id);
}

/** Gives business units by the loaders of a request: however many are asked for, one query. */
export function loadBusinessUnit(
  context: RequestContext,
): (id: string) => BusinessUnit | null | Promise<BusinessUnit | null> {
  return (id) => context.loaders.load<BusinessUnit>(BUSINESS_UNIT_LOADER, id);
}
