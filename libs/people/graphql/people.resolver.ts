import { type Page, type RequestContext, selectedFields } from '@stanch/platform';
import { Args, Context, Info, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AddBusinessUnit } from '../application/add-business-unit.js';
import { AddPerson } from '../application/add-person.js';
import { FindPeople } from '../application/find-people.js';
import { UpdatePerson } from '../application/update-person.js';
import type { BusinessUnit } from '../domain/business-unit.js';
import type { Person } from '../domain/person.js';
import { Role } from '../domain/role.js';
import type { Visitor } from '../domain/visitor.js';
import { BusinessUnits } from '../persistence/business-units.js';
import { BusinessUnitType } from './business-unit.type.js';
import { AddPersonInputType, UpdatePersonInputType } from './people.inputs.js';
import { PersonConnectionType, PersonType } from './person.type.js';
import { requireVisitor } from './require-visitor.js';

/** People and the parts of the company they belong to. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly findPeople: FindPeople,
    private readonly addsPerson: AddPerson,
    private readonly updatesPerson: UpdatePerson,
    private readonly units: BusinessUnits,
    private readonly addsBusinessUnit: AddBusinessUnit,
  ) {}

  @Query(() => PersonConnectionType, { description: 'In the order of their names.' })
  people(
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @Args('roles', { type: () => [Role], nullable: true }) roles: Role[] | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('includeInactive', { type: () => Boolean, nullable: true, defaultValue: false }) includeInactive: boolean,
    @Args('waiting', {
      type: () => Boolean,
      nullable: true,
      defaultValue: false,
      description: 'Only who was invited and has not come yet.',
    })
    waiting: boolean,
    @Context() context: RequestContext<Visitor>,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Person>> {
    const wantsTotal = selectedFields(info).has('totalCount');
    const input = { text, roles, first: first ?? 50, after, includeInactive, waiting, wantsTotal };
    return this.findPeople.run(requireVisitor(context), input);
  }

  @Query(() => [BusinessUnitType], { description: 'In the order of their names.' })
  businessUnits(): Promise<BusinessUnit[]> {
    return this.units.all();
  }

  @Mutation(() => PersonType, { description: 'A lead adds anyone up to their own role; IT adds sponsors.' })
  addPerson(
    @Args('input', { type: () => AddPersonInputType }) input: AddPersonInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return this.addsPerson.run(requireVisitor(context), input);
  }

  @Mutation(() => PersonType, { description: 'A lead changes anyone up to their own role.' })
  updatePerson(
    @Args('input', { type: () => UpdatePersonInputType }) input: UpdatePersonInputType,
    @Context() context: RequestContext<Visitor>,
  ): Promise<Person> {
    return this.updatesPerson.run(requireVisitor(context), input);
  }

  @Mutation(() => BusinessUnitType)
  addBusinessUnit(
    @Args('name', { type: () => String }) name: string,
    @Context() context: RequestContext<Visitor>,
  ): Promise<BusinessUnit> {
    return this.addsBusinessUnit.run(requireVisitor(context), { name });
  }
}
