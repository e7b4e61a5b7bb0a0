import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LinkState } from '../application/answer-by-link.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { ConfirmationRequest } from '../domain/confirmation-request.js';
import { AnswerInput } from './sponsorship.types.js';

registerEnumType(LinkState, { name: 'AnswerLinkState', description: 'What a link out of a mail is good for now.' });

/** Who was asked whether it is fixed, and how it stands with their answer. */
@ObjectType('ConfirmationRequest', { description: 'One person who was asked whether it is fixed.' })
export class ConfirmationRequestType {
  @Field(() => InstantScalar)
  askedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  remindedAt!: Instant | null;

  @Field(() => InstantScalar, { nullable: true })
  answeredAt!: Instant | null;

  @Field(() => Boolean, { nullable: true, description: 'The answer; null while there is none.' })
  fixed!: boolean | null;

  @Field(() => Boolean, { description: 'Still waits for an answer.' })
  open!: boolean;

  private personId!: string;

  static of(request: ConfirmationRequest): ConfirmationRequestType {
    const { personId, askedAt, remindedAt, answeredAt, fixed, open } = request;
    return Object.assign(new ConfirmationRequestType(), { personId, askedAt, remindedAt, answeredAt, fixed, open });
  }

  @Field(() => PersonType)
  person(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.personId);
  }
}

/** What a sponsor said about a fix. */
@ObjectType('Confirmation', { description: 'What a sponsor answered to “is it fixed?”.' })
export class ConfirmationType {
  @Field(() => Boolean)
  fixed!: boolean;

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  rating!: number | null;

  @Field(() => String)
  words!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String, { nullable: true, description: 'How a lead who answered for the sponsor knew it.' })
  howKnown!: string | null;

  private personId!: string;
  private byId!: string | null;

  static of(confirmation: Confirmation): ConfirmationType {
    return Object.assign(new ConfirmationType(), confirmation);
  }

  @Field(() => PersonType, { description: 'The sponsor whose word it is.' })
  person(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.personId);
  }

  @Field(() => PersonType, { nullable: true, description: 'The lead who answered for the sponsor; null: the sponsor.' })
  onBehalfBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.byId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.byId);
  }
}

/** What a link out of a mail asks. Only what the sponsors see, since whoever has the link reads it. */
@ObjectType('AskedByLink', { description: 'The question behind a link in a mail; opening it changes nothing.' })
export class AskedByLinkType {
  @Field(() => LinkState)
  state!: LinkState;

  @Field(() => String, { nullable: true, description: 'Who is asked.' })
  personName!: string | null;

  @Field(() => String, { nullable: true })
  key!: string | null;

  @Field(() => String, { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: "The pain in the sponsor's words." })
  description!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  askedAt!: Instant | null;

  @Field(() => [String], { description: 'The shared steps that IT has taken.' })
  steps!: string[];

  @Field(() => String, { nullable: true, description: 'The latest published win of it.' })
  win!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'What was answered by this link before.' })
  answer!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Another sponsor who has said that it is fixed.' })
  confirmedBy!: string | null;
}

/** The answer of whoever has the link. */
@InputType()
export class AnswerByLinkInput extends AnswerInput {
  @Field(() => String)
  token!: string;
}

/** What a lead knows of a sponsor's answer. */
@InputType()
export class ConfirmFixedForInput extends AnswerInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => ID, { description: 'The sponsor whose word it is.' })
  personId!: string;

  @Field(() => String, { description: 'How you know what the sponsor says; it stays with the answer for ever.' })
  howKnown!: string;
}
