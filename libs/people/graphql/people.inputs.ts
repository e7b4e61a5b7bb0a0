import { DayScalar } from '@stanch/platform';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { AddPersonInput } from '../application/add-person.js';
import type { StartWorkspaceInput } from '../application/start-workspace.js';
import type { UpdatePersonInput } from '../application/update-person.js';
import { Role } from '../domain/role.js';
import type { Holiday, WorkspaceChanges } from '../domain/workspace.js';

@InputType('StartWorkspaceInput')
export class StartWorkspaceInputType implements StartWorkspaceInput {
  @Field(() => String)
  workspaceName!: string;

  @Field(() => String, { description: 'ISO 4217, such as EUR.' })
  currency!: string;

  @Field(() => Float, { description: 'What an hour of one person costs.' })
  hourlyCost!: number;

  @Field(() => String, { description: 'IANA name, such as Europe/Berlin.' })
  timeZone!: string;

  @Field(() => String, { description: 'BCP 47, such as en-GB.' })
  locale!: string;

  @Field(() => String, { description: 'The name of the first lead.' })
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { description: 'At least 10 characters.' })
  password!: string;
}

@InputType('HolidayInput')
export class HolidayInputType implements Holiday {
  @Field(() => DayScalar)
  day!: string;

  @Field(() => String)
  name!: string;
}

@InputType('UpdateWorkspaceInput', { description: 'What is left out stays as it is.' })
export class UpdateWorkspaceInputType implements WorkspaceChanges {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  currency?: string | null;

  @Field(() => Float, { nullable: true })
  hourlyCost?: number | null;

  @Field(() => String, { nullable: true })
  locale?: string | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => Int, { nullable: true, description: '1 for Monday to 7 for Sunday.' })
  meetingWeekday?: number | null;

  @Field(() => String, { nullable: true, description: 'HH:MM.' })
  meetingTime?: string | null;

  @Field(() => [HolidayInputType], { nullable: true, description: 'All of them: what is left out is taken away.' })
  holidays?: HolidayInputType[] | null;
}

@InputType('AddPersonInput')
export class AddPersonInputType implements AddPersonInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => Role)
  role!: Role;

  @Field(() => ID, { nullable: true })
  businessUnitId?: string | null;

  @Field(() => String, { nullable: true, description: 'Without one, the person cannot sign in by password.' })
  password?: string | null;
}

@InputType('UpdatePersonInput', { description: 'What is left out stays as it is.' })
export class UpdatePersonInputType implements UpdatePersonInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Null takes the address away.' })
  email?: string | null;

  @Field(() => Role, { nullable: true })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: 'Null takes the person out of the unit.' })
  businessUnitId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A new password; ends the sessions and API tokens of the person.',
  })
  password?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'False ends the right to come in, at once.' })
  active?: boolean | null;
}
