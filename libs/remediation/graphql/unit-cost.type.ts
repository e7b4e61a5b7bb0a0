import type { Instant } from '@stanch/kernel';
import { BUSINESS_UNIT_LOADER, BusinessUnitType, PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { bleedPerWeek } from '../domain/bleeding.js';
import type { UnitCost } from '../domain/unit-cost.js';

/** What a pain point costs one business unit. */
@ObjectType('UnitCost', { description: 'What a pain point costs one business unit a week: an estimate.' })
export class UnitCostType {
  @Field(() => Int)
  peopleAffected!: number;

  @Field(() => Float)
  hoursLostPerPersonPerWeek!: number;

  @Field(() => Float)
  directCostPerWeek!: number;

  @Field(() => Float)
  bleedPerWeek!: number;

  @Field(() => InstantScalar)
  saidAt!: Instant;

  private businessUnitId!: string;
  private saidById!: string;

  static of(cost: UnitCost, hourlyCost: number): UnitCostType {
    return Object.assign(new UnitCostType(), cost, { bleedPerWeek: bleedPerWeek(cost, hourlyCost) });
  }

  @Field(() => BusinessUnitType)
  businessUnit(
    _given: unknown,
    { loaders }: RequestContext,
  ): BusinessUnitType | null | Promise<BusinessUnitType | null> {
    return loaders.load<BusinessUnitType>(BUSINESS_UNIT_LOADER, this.businessUnitId);
  }

  @Field(() => PersonType, { description: 'Whose estimate it is.' })
  saidBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.saidById);
  }
}

/** What a pain point costs a business unit a week. */
@InputType()
export class SayUnitCostInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Default: the unit that the visitor speaks for; only IT names others.',
  })
  businessUnitId?: string | null;

  @Field(() => Int)
  peopleAffected!: number;

  @Field(() => Float)
  hoursLostPerPersonPerWeek!: number;

  @Field(() => Float, { defaultValue: 0, description: 'Money a week besides the time lost.' })
  directCostPerWeek!: number;
}
