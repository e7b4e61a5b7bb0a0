import './enums.js';
import type { Day } from '@stanch/kernel';
import { DayScalar } from '@stanch/platform';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { CommitmentTiming } from '../domain/commitment-timing.js';
import { Quadrant } from '../domain/bleeding.js';
import { CloseReason } from '../domain/pain-point.js';
import { TaskState } from '../domain/remediation-task.js';
import { StageCategory } from '../domain/stage.js';
import { Visibility } from '../domain/visibility.js';

/** A new pain point; only its title is needed. */
@InputType()
export class RaisePainPointInput {
  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: "Default: the raiser's." })
  businessUnitId?: string | null;

  @Field(() => ID, { nullable: true })
  serviceId?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => Int, { nullable: true })
  peopleAffected?: number | null;

  @Field(() => Float, { nullable: true })
  hoursLostPerPersonPerWeek?: number | null;

  @Field(() => Float, { nullable: true })
  directCostPerWeek?: number | null;

  @Field(() => Float, { nullable: true })
  effortDays?: number | null;

  @Field(() => ID, { nullable: true, description: "IT may raise it on a sponsor's behalf." })
  raiserId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Default: where the board starts.' })
  stageId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Default: the default board.' })
  boardId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The same key again within a day gives the first result.' })
  idempotencyKey?: string | null;
}

/** What to change of a pain point: a field that is missing stays as it is. */
@InputType()
export class UpdatePainPointInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => String, { nullable: true })
  description?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null takes the owner away.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true })
  businessUnitId?: string | null;

  @Field(() => ID, { nullable: true })
  serviceId?: string | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => Int, { nullable: true })
  peopleAffected?: number | null;

  @Field(() => Float, { nullable: true })
  hoursLostPerPersonPerWeek?: number | null;

  @Field(() => Float, { nullable: true })
  directCostPerWeek?: number | null;

  @Field(() => Float, { nullable: true })
  effortDays?: number | null;

  @Field(() => Boolean, { nullable: true })
  blocked?: boolean | null;

  @Field(() => String, { nullable: true })
  blockedReason?: string | null;
}

/** Which card goes where, beside which others. */
@InputType()
export class MovePainPointInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  toStageId!: string;

  @Field(() => ID, { nullable: true, description: 'The card right above; neither neighbour: to the end.' })
  afterId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The card right below.' })
  beforeId?: string | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** A new task and the pain points that it treats. */
@InputType()
export class AddTaskInput {
  @Field(() => String)
  title!: string;

  @Field(() => [ID])
  painPointIds!: string[];

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn?: Day | null;

  @Field(() => Float, { nullable: true })
  estimateDays?: number | null;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => Visibility, { nullable: true, defaultValue: Visibility.INTERNAL })
  visibility?: Visibility | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** What to change of a task: a field that is missing stays as it is. */
@InputType()
export class UpdateTaskInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field(() => TaskState, { nullable: true })
  state?: TaskState | null;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn?: Day | null;

  @Field(() => Float, { nullable: true })
  estimateDays?: number | null;

  @Field(() => String, { nullable: true })
  url?: string | null;

  @Field(() => Boolean, { nullable: true })
  blocked?: boolean | null;

  @Field(() => String, { nullable: true })
  blockedReason?: string | null;

  @Field(() => Visibility, { nullable: true })
  visibility?: Visibility | null;

  @Field(() => [ID], { nullable: true })
  painPointIds?: string[] | null;
}

/** Where a task goes in the list of a pain point. */
@InputType()
export class MoveTaskInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  painPointId!: string;

  @Field(() => ID, { nullable: true })
  afterId?: string | null;

  @Field(() => ID, { nullable: true })
  beforeId?: string | null;
}

/** What got better, how that shows, and whom to thank. */
@InputType()
export class RecordWinInput {
  @Field(() => String)
  headline!: string;

  @Field(() => [ID])
  painPointIds!: string[];

  @Field(() => [ID], { nullable: true })
  taskIds?: string[] | null;

  @Field(() => String, { nullable: true })
  measure?: string | null;

  @Field(() => String, { nullable: true })
  unit?: string | null;

  @Field(() => Float, { nullable: true })
  before?: number | null;

  @Field(() => Float, { nullable: true })
  after?: number | null;

  @Field(() => Float, { nullable: true })
  savedPerWeek?: number | null;

  @Field(() => DayScalar, { nullable: true, description: 'Default: today.' })
  achievedOn?: Day | null;

  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the sponsors are told.' })
  publish?: boolean | null;

  @Field(() => [ID], { nullable: true })
  thanksIds?: string[] | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** What somebody says, and to whom. */
@InputType()
export class AddCommentInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => String)
  text!: string;

  @Field(() => Visibility, { defaultValue: Visibility.INTERNAL })
  visibility!: Visibility;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** How a pain point leaves the board without a fix, and why. */
@InputType()
export class ClosePainPointInput {
  @Field(() => ID)
  id!: string;

  @Field(() => CloseReason)
  as!: CloseReason;

  @Field(() => String, { description: 'Its sponsors read it.' })
  reason!: string;
}

/** Which pain points become part of which one. */
@InputType()
export class MergePainPointsInput {
  @Field(() => [ID])
  fromIds!: string[];

  @Field(() => ID)
  intoId!: string;
}

/** What a list of pain points is narrowed to. */
@InputType('PainPointFilter', { description: 'What is missing narrows nothing.' })
export class PainPointFilterInput {
  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => [ID], { nullable: true })
  stageIds?: string[] | null;

  @Field(() => [StageCategory], { nullable: true })
  categories?: StageCategory[] | null;

  @Field(() => [ID], { nullable: true })
  ownerIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  sponsorIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  businessUnitIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  serviceIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Carries all of these.' })
  tags?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  blocked?: boolean | null;

  @Field(() => [Quadrant], { nullable: true })
  quadrants?: Quadrant[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Raised, sponsored, owned or worked on by me.' })
  mine?: boolean | null;

  @Field(() => [CommitmentTiming], {
    nullable: true,
    description: 'The promised date is near (at most two working days ahead) or past, and the card is not done.',
  })
  commitmentTimings?: CommitmentTiming[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether its sponsors wait for an answer or a word.' })
  silent?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Also those that left the board.' })
  includeClosed?: boolean | null;
}

/** A new stage and its place. */
@InputType()
export class AddStageInput {
  @Field(() => ID)
  boardId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => StageCategory)
  category!: StageCategory;

  @Field(() => Int, { nullable: true })
  wipLimit?: number | null;

  @Field(() => ID, { nullable: true, description: 'Default: before the last stage.' })
  afterId?: string | null;
}

/** What to change of a stage: a field that is missing stays as it is. */
@InputType()
export class UpdateStageInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'Null takes the limit away.' })
  wipLimit?: number | null;

  @Field(() => ID, { nullable: true })
  afterId?: string | null;

  @Field(() => ID, { nullable: true })
  beforeId?: string | null;
}
