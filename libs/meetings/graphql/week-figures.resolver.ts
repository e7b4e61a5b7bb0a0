import type { Day, Instant } from '@stanch/kernel';
import { DayScalar, InstantScalar } from '@stanch/platform';
import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadWeekFigures, type WeekFigures } from '../application/read-week-figures.js';

/** A week in figures as the API shows it. */
@ObjectType('WeekFigures', { description: 'What happened in a week, Monday to Sunday, out of the recorded history.' })
export class WeekFiguresType implements WeekFigures {
  @Field(() => DayScalar)
  monday!: Day;

  @Field(() => InstantScalar)
  from!: Instant;

  @Field(() => InstantScalar, { description: 'Its end; of the week of now, now.' })
  to!: Instant;

  @Field(() => String, { description: 'ISO 4217: in which money it was counted at its end.' })
  currency!: string;

  @Field(() => Float, { description: 'Money a week, of all that was not fixed when it began.' })
  bleedThen!: number;

  @Field(() => Float, { description: 'The same at its end.' })
  bleedNow!: number;

  @Field(() => Int)
  raised!: number;

  @Field(() => Int, { description: 'There and back again is none.' })
  moved!: number;

  @Field(() => Int)
  fixed!: number;

  @Field(() => Int)
  confirmed!: number;

  @Field(() => Int)
  reopened!: number;

  @Field(() => Int)
  returned!: number;

  @Field(() => Int)
  left!: number;

  @Field(() => Int, { description: 'Promises of the whole programme that fell due in it.' })
  commitmentsDue!: number;

  @Field(() => Int, { description: 'Of these the kept ones. What a meeting closed stays so; else as of today.' })
  commitmentsKept!: number;

  @Field(() => Int)
  commitmentsMoved!: number;
}

/** Any weeks beside each other, with or without a meeting. */
@Resolver()
export class WeekFiguresResolver {
  constructor(private readonly reads: ReadWeekFigures) {}

  @Query(() => [WeekFiguresType], { description: 'The weeks, Monday to Sunday, at most 53 of them.' })
  weekFigures(
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
    @Args('weeks', { type: () => [DayScalar], description: 'Any day of each.' }) weeks: Day[],
  ): Promise<WeekFigures[]> {
    return this.reads.run(boardId, weeks);
  }
}
