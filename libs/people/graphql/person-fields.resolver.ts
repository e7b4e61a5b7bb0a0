import type { RequestContext } from '@stanch/platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { BusinessUnit } from '../domain/business-unit.js';
import type { Person } from '../domain/person.js';
import { seesInternal } from '../domain/role.js';
import type { Visitor } from '../domain/visitor.js';
import { BusinessUnitType } from './business-unit.type.js';
import { loadBusinessUnit } from './load.js';
import { PersonType } from './person.type.js';

/** The fields of a person that depend on who asks or lie in another table. */
@Resolver(() => PersonType)
export class PersonFieldsResolver {
  @ResolveField(() => String, { nullable: true, description: 'For the person and for IT; null for everyone else.' })
  email(@Parent() person: Person, @Context() context: RequestContext<Visitor>): string | null {
    const { visitor } = context;
    return visitor && (visitor.personId === person.id || seesInternal(visitor.role)) ? person.email : null;
  }

  @ResolveField(() => BusinessUnitType, { nullable: true })
  businessUnit(
    @Parent() person: Person,
    @Context() context: RequestContext<Visitor>,
  ): BusinessUnit | null | Promise<BusinessUnit | null> {
    return person.businessUnitId === null ? null : loadBusinessUnit(context)(person.businessUnitId);
  }
}
