import type { Day } from '@stanch/kernel';
import { DayScalar } from '@stanch/platform';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ToldForecast } from '../application/read-forecast.js';

/** A forecast as the API gives it. */
@ObjectType('Forecast', { description: 'When the open quick wins will be done, by the own pace.' })
export class ForecastType implements ToldForecast {
  @Field(() => Boolean, { description: 'Whether there is enough history to say anything.' })
  enough!: boolean;

  @Field(() => String, { nullable: true, description: 'Why no date is given; null when one is.' })
  why!: string | null;

  @Field(() => Int, { description: 'How many quick wins are open.' })
  open!: number;

  @Field(() => Int, { description: 'The whole weeks of history that it is made of, up to 12.' })
  weeks!: number;

  @Field(() => Int, { description: 'How many were fixed in them.' })
  finished!: number;

  @Field(() => Int)
  runs!: number;

  @Field(() => Int, { description: 'So many of 100 runs are done by that day.' })
  percent!: number;

  @Field(() => DayScalar, { nullable: true })
  by!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'Half of the runs are done by then.' })
  halfBy!: Day | null;

  @Field(() => String, { description: 'All of it in a sentence.' })
  words!: string;

  @Field(() => String, { description: 'How it was computed.' })
  how!: string;
}
