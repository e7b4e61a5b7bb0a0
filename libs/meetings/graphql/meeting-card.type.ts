import type { Day, Instant } from '@stanch/kernel';
import { DayScalar, InstantScalar, type RequestContext } from '@stanch/platform';
import {
  Frames,
  PAIN_POINT_LOADER,
  PainPointType,
  Quadrant,
  type ReadPainPoint,
  StageCategory,
} from '@stanch/remediation';
import { Context, Field, Float, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CountedCards, MeetingCard } from '../domain/minutes.js';

/** A card as a meeting shows it: of now while it runs, as it was once it has ended. */
@ObjectType('MeetingCard', {
  description: 'A pain point as the meeting sees it: of now while it runs, as it was once it has ended.',
})
export class MeetingCardType implements MeetingCard {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The pain in the sponsor's words; of a long story its beginning." })
  words!: string;

  @Field(() => String, { description: 'The name of the stage.' })
  stage!: string;

  @Field(() => StageCategory)
  category!: string;

  @Field(() => String)
  raiser!: string;

  @Field(() => String, { nullable: true })
  businessUnit!: string | null;

  @Field(() => String, { nullable: true })
  owner!: string | null;

  @Field(() => Int, { description: 'How many stand behind it.' })
  sponsors!: number;

  @Field(() => Float)
  bleedPerWeek!: number;

  @Field(() => Float, { nullable: true, description: 'In working days.' })
  effortDays!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bleed rate per day of effort.' })
  score!: number | null;

  @Field(() => Quadrant, { nullable: true })
  quadrant!: string | null;

  @Field(() => Boolean)
  blocked!: boolean;

  @Field(() => String, { nullable: true })
  blockedReason!: string | null;

  @Field(() => InstantScalar)
  raisedAt!: Instant;

  @Field(() => InstantScalar)
  enteredStageAt!: Instant;

  @Field(() => Int)
  daysInStage!: number;

  @Field(() => DayScalar, { nullable: true, description: 'The date that is promised and not settled yet.' })
  dueOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'The date that was promised first.' })
  firstDueOn!: Day | null;
}

/** Cards behind a figure. */
@ObjectType('CountedCards', { description: 'The cards behind a figure: so many, of which the first 100 are listed.' })
export class CountedCardsType implements CountedCards {
  @Field(() => Int)
  count!: number;

  @Field(() => Float, { description: 'What all of them cost a week.' })
  bleedPerWeek!: number;

  @Field(() => [MeetingCardType])
  cards!: readonly MeetingCard[];
}

/** From the card of a meeting to the card of now. */
@Resolver(() => MeetingCardType)
export class MeetingCardResolver {
  constructor(private readonly frames: Frames) {}

  @ResolveField(() => PainPointType, { nullable: true, description: 'As it is now; null when it is gone.' })
  async painPoint(
    @Parent() { painPointId }: MeetingCard,
    @Context() { loaders }: RequestContext,
  ): Promise<PainPointType | null> {
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, painPointId);
    return painPoint && this.frames.painPoint(painPoint);
  }
}
