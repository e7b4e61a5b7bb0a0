import { KeptRateType } from '@stanch/sponsorship';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { TrustFigures } from '../application/read-trust-figures.js';
import type { TimeToFixed } from '../domain/trust-figures.js';

@ObjectType('TimeToFixed', { description: 'From raised to confirmed, of the trailing 12 weeks.' })
export class TimeToFixedType implements TimeToFixed {
  @Field(() => Int)
  cases!: number;

  @Field(() => Int, { nullable: true, description: '85% were confirmed within so many days; null below 10 cases.' })
  withinDays!: number | null;

  @Field(() => [Int], { description: 'The cases in days, the shortest first, while they are below 10.' })
  days!: readonly number[];
}

/** The trust figures as the API shows them. */
@ObjectType('TrustFigures', { description: 'Whether IT can be believed: of the programme, never of a person.' })
export class TrustFiguresType implements TrustFigures {
  @Field(() => KeptRateType, { description: 'Commitments kept of those fallen due in the trailing 12 weeks.' })
  kept!: KeptRateType;

  @Field(() => KeptRateType)
  keptThisWeek!: KeptRateType;

  @Field(() => Float, { description: 'Money a week, of all that is not fixed.' })
  bleedPerWeek!: number;

  @Field(() => Float, { description: 'Of it, raised since Monday.' })
  bleedNewThisWeek!: number;

  @Field(() => Float, { description: 'Of what was fixed since Monday.' })
  bleedStoppedThisWeek!: number;

  @Field(() => Float, { description: 'Of what was fixed since the first of this month.' })
  bleedStoppedThisMonth!: number;

  @Field(() => TimeToFixedType)
  timeToFixed!: TimeToFixedType;

  @Field(() => Float, { nullable: true, description: 'Median age in days of what still bleeds.' })
  medianAgeDays!: number | null;

  @Field(() => Int, { description: 'How many stand at fixed.' })
  fixed!: number;

  @Field(() => Int, { description: 'Of them, confirmed by a sponsor.' })
  confirmed!: number;

  @Field(() => Int, { description: 'Of them, by no sponsor’s own word, but by one that a lead brought.' })
  brought!: number;

  @Field(() => Int, { description: 'How many came to be checked, ever.' })
  checked!: number;

  @Field(() => Int, { description: 'Of them, still bleeding or bleeding again at least once.' })
  reopened!: number;

  @Field(() => Float, { nullable: true, description: 'Mean of the ratings from 1 to 5 of the trailing 12 weeks.' })
  meanRating!: number | null;

  @Field(() => Int)
  ratings!: number;

  @Field(() => Float, { nullable: true, description: 'Median hours from raised to the first answer of a person.' })
  medianAnswerHours!: number | null;

  @Field(() => Int, { description: 'How many of those raised in the trailing 12 weeks were answered.' })
  answered!: number;

  @Field(() => Int)
  unanswered!: number;
}
