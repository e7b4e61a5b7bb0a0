import { Field, Float, ID, ObjectType } from '@nestjs/graphql';

/** The settings of the workspace as the API shows them. */
@ObjectType('Workspace')
export class WorkspaceType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'ISO 4217.' })
  currency!: string;

  @Field(() => Float, { description: 'What an hour of one person costs.' })
  hourlyCost!: number;

  @Field(() => String, { description: 'BCP 47.' })
  locale!: string;

  @Field(() => String, { description: 'IANA name.' })
  timeZone!: string;
}

/** What a browser needs to know before anybody has signed in. */
@ObjectType('Setup', { description: 'What a browser needs to know before anybody has signed in.' })
export class SetupType {
  @Field(() => Boolean, { description: 'True while no workspace has been started.' })
  needed!: boolean;

  @Field(() => Boolean, { description: 'True in the demo company.' })
  demo!: boolean;

  @Field(() => String, { nullable: true })
  workspaceName!: string | null;

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => Boolean, { description: 'False while mails wait in the outbox for a mail server.' })
  mailConfigured!: boolean;
}
