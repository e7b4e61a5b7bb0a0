import type { Instant } from '@stanch/kernel';
import { InstantScalar } from '@stanch/platform';
import { Args, Field, Float, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { ReadWeekFigures, type WeekFigures } from '../application/read-week-figures.js';

/** A week in figures as the API shows it. */
@ObjectType('WeekFigures', { description: 'What happened in seven days, in figures, out of the recorded history.' })
export class WeekFiguresType implements WeekFigures {
  @Field(() => InstantScalar)
  from!: Instant;

  @Field(() => InstantScalar)
  to!: Instant;

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

  @Field(() => Int)
  commitmentsKept!: number;

  @Field(() => Int)
  commitmentsBroken!: number;

  @Field(() => Int)
  commitmentsMoved!: number;
}

/** Any weeks beside each other, with or without a meeting. */
@Resolver()
export class WeekFiguresResolver {
  constructor(private readonly reads: ReadWeekFigures) {}

  @Query(() => [WeekFiguresType], { description: 'The seven days up to each of these moments, at most 53 of them.' })
  weekFigures(
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
    @Args('ends', { type: () => [InstantScalar] }) ends: Instant[],
  ): Promise<WeekFigures[]> {
    return this.reads.run(boardId, ends);
  }
}
