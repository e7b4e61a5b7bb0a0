import { type Page, PageInfoType } from '@stanch/platform';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Person } from '../domain/person.js';
import { Role } from '../domain/role.js';

registerEnumType(Role, { name: 'Role', description: 'What a person may do; each later one may do more.' });

/** A person as the API shows one; resolved from a `Person`. */
@ObjectType('Person', { description: 'Someone of the business or of IT.' })
export class PersonType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Role)
  role!: Role;

  @Field(() => Boolean, { description: 'False once the person may no longer come in.' })
  active!: boolean;
}

/** A page of people. */
@ObjectType('PersonConnection')
export class PersonConnectionType implements Page<Person> {
  @Field(() => [PersonType])
  nodes!: Person[];

  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}
