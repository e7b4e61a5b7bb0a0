import type { Day, Instant } from '@stanch/kernel';
import { DayScalar, InstantScalar } from '@stanch/platform';
import { StageCategory } from '@stanch/remediation';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  type BleedEffects,
  type CardMove,
  type CommitmentNews,
  type CountedCards,
  type CountedLeft,
  type CountedMoves,
  type CountedReestimates,
  type LeftCard,
  Leaving,
  type MeetingCard,
  type MeetingCommitments,
  NewsOutcome,
  type Reestimate,
  type SinceLastLive,
} from '../domain/minutes.js';
import { CountedCardsType, MeetingCardType } from './meeting-card.type.js';

registerEnumType(Leaving, { name: 'Leaving', description: 'How a card left the board without a fix.' });
registerEnumType(NewsOutcome, { name: 'CommitmentNewsOutcome', description: 'What a meeting tells of a promise.' });

@ObjectType('CardMove', { description: 'A card’s way since the last meeting; there and back again is none.' })
export class CardMoveType implements CardMove {
  @Field(() => MeetingCardType)
  card!: MeetingCard;

  @Field(() => String)
  fromStage!: string;

  @Field(() => String)
  toStage!: string;

  @Field(() => StageCategory)
  fromCategory!: string;

  @Field(() => StageCategory)
  toCategory!: string;
}

@ObjectType('CountedMoves', { description: 'So many ways, of which the first 100 are listed.' })
export class CountedMovesType implements CountedMoves {
  @Field(() => Int)
  count!: number;

  @Field(() => [CardMoveType])
  moves!: readonly CardMove[];
}

@ObjectType('LeftCard', { description: 'A card that left the board without a fix.' })
export class LeftCardType implements LeftCard {
  @Field(() => MeetingCardType)
  card!: MeetingCard;

  @Field(() => Leaving)
  how!: Leaving;

  @Field(() => String, { description: 'What its sponsors read; of a merged one, where it lives on.' })
  reason!: string;
}

@ObjectType('CountedLeft', { description: 'So many cards, of which the first 100 are listed.' })
export class CountedLeftType implements CountedLeft {
  @Field(() => Int)
  count!: number;

  @Field(() => [LeftCardType])
  cards!: readonly LeftCard[];
}

@ObjectType('Reestimate', { description: 'A card that costs more or less a week than before.' })
export class ReestimateType implements Reestimate {
  @Field(() => MeetingCardType)
  card!: MeetingCard;

  @Field(() => Float, { description: 'How much more a week, in money; less where it is negative.' })
  change!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The key of the card in which it lives on, and as part of which it costs nothing more.',
  })
  into!: string | null;
}

@ObjectType('CountedReestimates', {
  description: 'So many cards, of which the first 100 are listed, what changed most first.',
})
export class CountedReestimatesType implements CountedReestimates {
  @Field(() => Int)
  count!: number;

  @Field(() => [ReestimateType])
  cards!: readonly Reestimate[];
}

@ObjectType('CommitmentNews', { description: 'A promise that the meeting speaks of.' })
export class CommitmentNewsType implements CommitmentNews {
  @Field(() => ID)
  commitmentId!: string;

  @Field(() => MeetingCardType)
  card!: MeetingCard;

  @Field(() => String, { description: 'Whose name stands behind it.' })
  by!: string;

  @Field(() => DayScalar, { description: 'The date that was kept, broken, moved or is still ahead.' })
  dueOn!: Day;

  @Field(() => DayScalar, { description: 'The date that was promised first.' })
  firstDueOn!: Day;

  @Field(() => DayScalar, { nullable: true, description: 'The date that stands instead, once it was moved.' })
  newDueOn!: Day | null;

  @Field(() => Int, { description: 'How often the date was moved.' })
  moves!: number;

  @Field(() => NewsOutcome)
  outcome!: NewsOutcome;

  @Field(() => String, { nullable: true, description: 'Why it was moved or broken; null while nobody has said.' })
  reason!: string | null;

  @Field(() => Boolean, { description: 'A new date for one that had been missed, as an earlier meeting told.' })
  missedBefore!: boolean;
}

@ObjectType('BleedEffects', {
  description: 'What each kind of change added to what bleeds a week, in money; together what bleeds more now.',
})
export class BleedEffectsType implements BleedEffects {
  @Field(() => Float)
  raised!: number;

  @Field(() => Float, { description: 'No longer fixed.' })
  reopened!: number;

  @Field(() => Float)
  returned!: number;

  @Field(() => Float)
  fixed!: number;

  @Field(() => Float)
  left!: number;

  @Field(() => Float, { description: 'Said to cost more or less than before, or an hour of work is.' })
  reestimated!: number;
}

/** What happened since the last meeting, as the API shows it. */
@ObjectType('SinceLast', { description: 'What happened since the last meeting that was ended.' })
export class SinceLastType implements SinceLastLive {
  @Field(() => InstantScalar)
  from!: Instant;

  @Field(() => InstantScalar)
  to!: Instant;

  @Field(() => Float, { description: 'Money a week, of all that was not fixed then.' })
  bleedThen!: number;

  @Field(() => Float, { description: 'Money a week, of all that is not fixed now.' })
  bleedNow!: number;

  @Field(() => BleedEffectsType)
  effects!: BleedEffects;

  @Field(() => CountedCardsType)
  raised!: CountedCards;

  @Field(() => CountedMovesType)
  moved!: CountedMoves;

  @Field(() => CountedCardsType)
  fixed!: CountedCards;

  @Field(() => CountedCardsType, { description: 'A sponsor said that it is fixed.' })
  confirmed!: CountedCards;

  @Field(() => CountedCardsType, { description: 'Still bleeding, or bleeding again.' })
  reopened!: CountedCards;

  @Field(() => CountedCardsType, { description: 'Brought back after it was parked or declined.' })
  returned!: CountedCards;

  @Field(() => CountedReestimatesType, {
    description:
      'Said to cost more or less than before, or an hour of work is; none of minutes that were kept before this was told.',
  })
  reestimated!: () => Promise<CountedReestimates>;

  @Field(() => CountedLeftType, { description: 'Parked, declined or merged.' })
  left!: CountedLeft;

  @Field(() => [CommitmentNewsType])
  kept!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType])
  broken!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType], { description: 'Whose date was moved.' })
  postponed!: readonly CommitmentNews[];
}

/** The promises that a meeting goes through, as the API shows them. */
@ObjectType('MeetingCommitments', {
  description: 'What became of the promises since the last meeting, and what is ahead.',
})
export class MeetingCommitmentsType implements MeetingCommitments {
  @Field(() => Int, { description: 'How many fell due since the last meeting: kept, broken, or moved at the last.' })
  fellDue!: number;

  @Field(() => [CommitmentNewsType])
  kept!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType])
  broken!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType], { description: 'The same as postponed in sinceLast.' })
  moved!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType], { description: 'Delivered, and waiting for the word of their sponsors.' })
  awaited!: readonly CommitmentNews[];

  @Field(() => [CommitmentNewsType], { description: 'Open, with a date up to the day of the next meeting.' })
  dueNext!: readonly CommitmentNews[];
}
