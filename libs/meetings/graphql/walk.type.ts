import type { Day, Instant } from '@stanch/kernel';
import { DayScalar, InstantScalar, type RequestContext } from '@stanch/platform';
import { Frames, StageCategory, type Win, WinType } from '@stanch/remediation';
import {
  Context,
  Field,
  Float,
  ID,
  Int,
  ObjectType,
  Parent,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import {
  type LateTask,
  type MeetingCard,
  type MeetingStage,
  type MeetingWin,
  type NextTask,
  type TalkInStage,
  TalkReason,
  type Walk,
  type WalkItem,
} from '../domain/minutes.js';
import { WIN_LOADER } from './loader-names.js';
import { MeetingCardType } from './meeting-card.type.js';

registerEnumType(TalkReason, { name: 'TalkReason', description: 'Why a card needs talk, the weightiest first.' });

@ObjectType('NextTask', { description: 'What is done next about a card; of what its sponsors may see.' })
export class NextTaskType implements NextTask {
  @Field(() => ID)
  taskId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  assignee!: string | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn!: Day | null;

  @Field(() => Boolean)
  blocked!: boolean;
}

@ObjectType('LateTask', { description: 'Work on a card that should be done by now.' })
export class LateTaskType implements LateTask {
  @Field(() => String, { nullable: true, description: 'Null: it is internal to IT.' })
  title!: string | null;

  @Field(() => DayScalar)
  dueOn!: Day;
}

@ObjectType('WalkItem', { description: 'A card that the meeting talks about.' })
export class WalkItemType implements WalkItem {
  @Field(() => MeetingCardType)
  card!: MeetingCard;

  @Field(() => [TalkReason], { description: 'In the order of their weight.' })
  reasons!: readonly TalkReason[];

  @Field(() => Int)
  daysInStage!: number;

  @Field(() => Int, { description: '85 of 100 stood in this stage for so many days or fewer, in the last 12 weeks.' })
  usualDays!: number;

  @Field(() => Int, { description: 'Of how many cases.' })
  usualCases!: number;

  @Field(() => Boolean, { description: 'True below 10 cases: usualDays is a rule of thumb then.' })
  usualIsFallback!: boolean;

  @Field(() => DayScalar, { nullable: true, description: 'The promised date that has passed.' })
  missedOn?: Day | null;

  @Field(() => LateTaskType, { nullable: true })
  lateTask?: LateTask | null;

  @Field(() => NextTaskType, { nullable: true })
  nextTask!: NextTask | null;

  @Field(() => String, { description: 'What there is to decide, in one sentence.' })
  toDecide!: string;
}

@ObjectType('TalkInStage', { description: 'How many cards of a stage need talk.' })
export class TalkInStageType implements TalkInStage {
  @Field(() => String)
  stage!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Of what bleeds: how many have been there longer than is usual. Null elsewhere.',
  })
  waitLong?: number;
}

@ObjectType('Walk', { description: 'The cards that need talk, from right to left over the board, then what is new.' })
export class WalkType implements Walk {
  @Field(() => Int, { description: 'Of all, also of those that are not listed.' })
  count!: number;

  @Field(() => [TalkInStageType], { nullable: true, description: 'Null in minutes of before it was counted.' })
  byStage?: readonly TalkInStage[];

  @Field(() => [WalkItemType])
  items!: readonly WalkItem[];
}

@ObjectType('MeetingStage', { description: 'A stage and what stands in it.' })
export class MeetingStageType implements MeetingStage {
  @Field(() => String)
  name!: string;

  @Field(() => StageCategory)
  category!: string;

  @Field(() => Int)
  count!: number;

  @Field(() => Float)
  bleedPerWeek!: number;

  @Field(() => Int, { nullable: true, description: 'How many stand in it in all, where a slice is shown.' })
  countOfAll?: number;

  @Field(() => Int, { nullable: true })
  wipLimit!: number | null;
}

/** A win as it is told in the room. */
@ObjectType('MeetingWin', { description: 'A win as it is told in the room.' })
export class MeetingWinType implements MeetingWin {
  @Field(() => ID)
  winId!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String, { nullable: true })
  measure!: string | null;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => Float, { nullable: true })
  before!: number | null;

  @Field(() => Float, { nullable: true })
  after!: number | null;

  @Field(() => DayScalar)
  achievedOn!: Day;

  @Field(() => InstantScalar)
  publishedAt!: Instant;

  @Field(() => Float, { nullable: true, description: 'Money a week.' })
  givesBackPerWeek!: number | null;

  @Field(() => Boolean, { description: 'Follows from what the pain was said to cost when it was planned.' })
  givesBackIsEstimate!: boolean;

  @Field(() => String, { nullable: true, description: 'How it hurt, in a sponsor’s words.' })
  wordsBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Whose words they are; null when nobody noted it.' })
  wordsBeforeBy!: string | null;

  @Field(() => String, { nullable: true, description: 'What a sponsor says of the fix.' })
  wordsAfter!: string | null;

  @Field(() => String, { nullable: true })
  wordsAfterBy!: string | null;

  @Field(() => [String], { description: 'What was done: the shared tasks behind it.' })
  done!: readonly string[];

  @Field(() => [String], { description: 'Whom to thank, by name.' })
  thanks!: readonly string[];

  @Field(() => [MeetingCardType])
  cards!: readonly MeetingCard[];
}

/** From the win of a meeting to the win of now. */
@Resolver(() => MeetingWinType)
export class MeetingWinResolver {
  constructor(private readonly frames: Frames) {}

  @ResolveField(() => WinType, { nullable: true, description: 'As it is now; null when it is gone.' })
  async win(@Parent() { winId }: MeetingWin, @Context() { loaders }: RequestContext): Promise<WinType | null> {
    const win = await loaders.load<Win>(WIN_LOADER, winId);
    return win && this.frames.win(win);
  }
}
