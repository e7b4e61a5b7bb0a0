import { DayScalar } from '@stanch/platform';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

/** A day on which nobody works. */
@ObjectType('Holiday', { description: 'A day on which nobody works, besides Saturdays and Sundays.' })
export class HolidayType {
  @Field(() => DayScalar)
  day!: string;

  @Field(() => String)
  name!: string;
}

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

  @Field(() => Int, { description: 'When the weekly status meeting is: 1 for Monday to 7 for Sunday.' })
  meetingWeekday!: number;

  @Field(() => String, { description: 'When it begins, HH:MM, in the time zone of the workspace.' })
  meetingTime!: string;

  @Field(() => [HolidayType], { description: 'In the order of their days.' })
  holidays!: readonly HolidayType[];
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

  @Field(() => String, { nullable: true, description: 'IANA name: where the days of the workspace begin.' })
  timeZone!: string | null;

  @Field(() => Boolean, { description: 'False while mails wait in the outbox for a mail server.' })
  mailConfigured!: boolean;
}
