import { dayAfter, type Day, type Instant } from '@stanch/kernel';
import { atLeast, PERSON_LOADER, PersonType, Role, type Visitor } from '@stanch/people';
import { DayScalar, InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Commitment, CommitmentState } from '../domain/commitment.js';
import { mayTakeBack, type Slip } from '../application/read-slips.js';
import { SLIPS_LOADER } from './loader-names.js';
import type { PromiseDays } from './promise-days.js';
import { type Sponsorship, SponsorshipReason } from '../domain/sponsorship.js';

registerEnumType(CommitmentState, { name: 'CommitmentState', description: 'What became of a promise.' });
registerEnumType(SponsorshipReason, {
  name: 'SponsorshipReason',
  description: 'How somebody came to sponsor a pain point.',
});

/** A promise as the API shows one. */
@ObjectType('Commitment', { description: 'A date promised to the sponsors by a named person.' })
export class CommitmentType {
  @Field(() => ID)
  id!: string;

  @Field(() => DayScalar)
  madeOn!: Day;

  @Field(() => DayScalar)
  dueOn!: Day;

  @Field(() => DayScalar, { description: 'The date that was promised first.' })
  firstDueOn!: Day;

  @Field(() => DayScalar, { description: 'From this day on its date is near: two working days ahead.' })
  nearFrom!: Day;

  @Field(() => CommitmentState)
  state!: CommitmentState;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'When IT said in time that it is done; its sponsors have the word.',
  })
  deliveredOn!: Day | null;

  @Field(() => String, { nullable: true, description: 'Why the date was moved.' })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was not kept; null while nobody has said.' })
  missedBecause!: string | null;

  private byId!: string;
  /** So lately promised that it may be a slip: of all others nothing is read. */
  private late!: boolean;

  static of(commitment: Commitment, { today, nearFrom }: PromiseDays): CommitmentType {
    const late = commitment.maySlip && commitment.madeOn >= dayAfter(today, -1);
    const seen = { state: commitment.stateOn(today), nearFrom: nearFrom(commitment.dueOn), late };
    return Object.assign(new CommitmentType(), commitment, seen);
  }

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Until when the viewer may take it back as noted by mistake; null: not, or no longer.',
  })
  async viewerMayWithdrawUntil(
    _given: unknown,
    { loaders, visitor }: RequestContext<Visitor>,
  ): Promise<Instant | null> {
    if (!this.late || !visitor || !atLeast(visitor.role, Role.IT)) return null;
    const slip = await loaders.load<Slip>(SLIPS_LOADER, this.id);
    return slip !== null && mayTakeBack(visitor, slip) ? slip.until : null;
  }

  @Field(() => PersonType)
  by(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.byId);
  }
}

/** A sponsorship as the API shows one. */
@ObjectType('Sponsorship', { description: 'The link between a person of the business and a pain point.' })
export class SponsorshipType {
  @Field(() => SponsorshipReason)
  reason!: SponsorshipReason;

  @Field(() => InstantScalar)
  at!: Instant;

  private personId!: string;
  private addedById!: string;

  static of({ reason, at, personId, addedById }: Sponsorship): SponsorshipType {
    return Object.assign(new SponsorshipType(), { reason, at, personId, addedById });
  }

  @Field(() => PersonType)
  person(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.personId);
  }

  @Field(() => PersonType, { nullable: true, description: 'Who made the link.' })
  addedBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.addedById);
  }
}

/** A date to promise, and why when it moves an earlier one. */
@InputType()
export class MakeCommitmentInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => DayScalar)
  dueOn!: Day;

  @Field(() => String, { nullable: true, description: 'Needed when it moves an earlier date; the sponsors read it.' })
  reason?: string | null;
}

/** What is answered to "is it fixed?", whoever answers in whatever way. */
@InputType({ isAbstract: true })
export class AnswerInput {
  @Field(() => Boolean)
  fixed!: boolean;

  @Field(() => Int, { nullable: true, description: '1 to 5.' })
  rating?: number | null;

  @Field(() => String, { nullable: true, description: 'When it still bleeds: what still hurts.' })
  words?: string | null;
}

/** A sponsor's answer. */
@InputType()
export class ConfirmFixedInput extends AnswerInput {
  @Field(() => ID)
  painPointId!: string;
}
