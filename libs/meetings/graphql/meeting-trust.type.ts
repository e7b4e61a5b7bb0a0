import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { TrustThen } from '../domain/minutes.js';

/** The trust figures as a meeting saw them. */
@ObjectType('MeetingTrust', { description: 'The trust figures as the meeting saw them, of the trailing 12 weeks.' })
export class MeetingTrustType implements TrustThen {
  @Field(() => Int, { description: 'Commitments kept of those fallen due.' })
  kept!: number;

  @Field(() => Int)
  due!: number;

  @Field(() => Int, { description: 'How many stand at fixed.' })
  fixed!: number;

  @Field(() => Int, { description: 'Of them, confirmed by a sponsor.' })
  confirmed!: number;

  @Field(() => Int, { description: 'How many came to be checked, ever.' })
  checked!: number;

  @Field(() => Int, { description: 'Of them, bleeding again at least once.' })
  reopened!: number;

  @Field(() => Float, { nullable: true })
  meanRating!: number | null;

  @Field(() => Int, { nullable: true, description: '85% were confirmed within so many days; null below 10 cases.' })
  fixedWithinDays!: number | null;

  @Field(() => Int, { description: 'Of so many cases.' })
  fixedCases!: number;

  @Field(() => Float, { nullable: true })
  medianAgeDays!: number | null;

  @Field(() => Float, { nullable: true })
  medianAnswerHours!: number | null;
}
