import { InstantScalar } from '@stanch/platform';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** An API token as its owner sees it; never with its secret. */
@ObjectType('ApiToken')
export class ApiTokenType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: string | null;
}

/** A new API token with its secret, which is shown this once. */
@ObjectType('CreatedApiToken')
export class CreatedApiTokenType {
  @Field(() => ApiTokenType)
  apiToken!: ApiTokenType;

  @Field(() => String, { description: 'Shown this once. Send it as `Authorization: Bearer`.' })
  secret!: string;
}
