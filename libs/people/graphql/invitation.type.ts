import type { Instant } from '@stanch/kernel';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { InvitedPerson, InvitePeopleInput } from '../application/invite-people.js';
import type { Invitation } from '../domain/invitation.js';
import { Role } from '../domain/role.js';
import { loadPerson } from './load.js';
import { PersonType } from './person.type.js';

/** How it stands with somebody who was asked to come in. */
@ObjectType('Invitation', { description: 'Somebody was asked to come in. For leads.' })
export class InvitationType {
  @Field(() => InstantScalar)
  sentAt!: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'When they came in first.' })
  acceptedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  withdrawnAt!: Instant | null;

  @Field(() => InstantScalar, { description: 'Until when the link in its mail counts.' })
  until!: Instant;

  private invitedById!: string;

  static of({ sentAt, acceptedAt, withdrawnAt, until, invitedById }: Invitation): InvitationType {
    return Object.assign(new InvitationType(), { sentAt, acceptedAt, withdrawnAt, until, invitedById });
  }

  @Field(() => PersonType, { nullable: true })
  invitedBy(_given: unknown, context: RequestContext) {
    return loadPerson(context)(this.invitedById);
  }
}

@InputType('InvitedPersonInput')
export class InvitedPersonInputType implements InvitedPerson {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true, description: 'By its name; a new name makes a new unit.' })
  businessUnit?: string | null;

  @Field(() => Role, { nullable: true, description: 'Default: SPONSOR.' })
  role?: Role | null;
}

@InputType('InvitePeopleInput')
export class InvitePeopleInputType implements InvitePeopleInput {
  @Field(() => [InvitedPersonInputType])
  people!: InvitedPersonInputType[];

  @Field(() => String, { nullable: true, description: 'What you want to say to them.' })
  words?: string | null;
}
