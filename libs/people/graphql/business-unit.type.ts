import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A business unit as the API shows one; resolved from a `BusinessUnit`. */
@ObjectType('BusinessUnit', { description: 'The part of the company that a sponsor speaks for.' })
export class BusinessUnitType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}
