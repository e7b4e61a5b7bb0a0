import { badInput, type Day } from '@stanch/kernel';
import { PERSON_LOADER, PersonType, seesInternal, type Visitor } from '@stanch/people';
import { DayScalar, type RequestContext } from '@stanch/platform';
import {
  BOARD_LOADER,
  BoardType,
  Frames,
  type RemediationTask,
  RemediationTaskType,
  Visibility,
} from '@stanch/remediation';
import { Args, Context, ID, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Content, Parts } from '../application/content.js';
import { ReadContent } from '../application/read-content.js';
import { ReadMinutes } from '../application/read-minutes.js';
import { ReadForecast, type ToldForecast } from '../application/read-forecast.js';
import { SaySlice } from '../application/say-slice.js';
import { MeetingState } from '../domain/meeting.js';
import type { ActionItem, Attendance } from '../domain/minutes.js';
import { TASK_LOADER } from './loader-names.js';
import { ForecastType } from './forecast.type.js';
import { MeetingCardType } from './meeting-card.type.js';
import {
  ActionItemType,
  AttendanceType,
  DecisionType,
  MeetingStepType,
  MeetingType,
  ShownItemType,
} from './meeting.type.js';
import { CommitmentNewsType, MeetingCommitmentsType, SinceLastType } from './since-last.type.js';
import { MeetingTrustType } from './meeting-trust.type.js';
import { MinutesType } from './minutes.type.js';
import { MeetingSliceType } from './slice.type.js';
import { MeetingStageType, MeetingWinType, WalkType } from './walk.type.js';

/** So many cards of the walk can be asked for by name. */
const MOST_ALSO = 100;

/** What a meeting shows; each part is read when it is asked for, and once. */
@Resolver(() => MeetingType)
export class MeetingContentResolver {
  private readonly contents = new WeakMap<MeetingType, Promise<Content>>();

  constructor(
    private readonly reads: ReadContent,
    private readonly forecasts: ReadForecast,
    private readonly minutesOf: ReadMinutes,
  ) {}

  @ResolveField(() => BoardType)
  board(@Parent() { meeting }: MeetingType, @Context() { loaders }: RequestContext) {
    return loaders.load<BoardType>(BOARD_LOADER, meeting.boardId);
  }

  @ResolveField(() => String, { description: 'As its board is called; of one that has ended, as it was called then.' })
  boardName(@Parent() meeting: MeetingType): Promise<string> {
    return this.part(meeting, 'board');
  }

  @ResolveField(() => String, { description: 'ISO 4217: in which money its amounts are.' })
  currency(@Parent() meeting: MeetingType): Promise<string> {
    return this.part(meeting, 'currency');
  }

  @ResolveField(() => MinutesType, { nullable: true, description: 'What stays of it; null while it runs.' })
  async minutes(@Parent() { meeting }: MeetingType): Promise<MinutesType | null> {
    return meeting.state === MeetingState.ENDED ? MinutesType.of(await this.minutesOf.whole(meeting.id)) : null;
  }

  @ResolveField(() => [MeetingStepType], { description: 'Those that are on, in their order.' })
  steps(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'steps');
  }

  @ResolveField(() => DayScalar, { description: 'The day of the meeting after it.' })
  nextOn(@Parent() meeting: MeetingType): Promise<Day> {
    return this.part(meeting, 'nextOn');
  }

  @ResolveField(() => [AttendanceType], { description: 'By name, those who were there first.' })
  attendance(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'attendance');
  }

  @ResolveField(() => [MeetingStageType], { description: 'From left to right.' })
  stages(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'stages');
  }

  @ResolveField(() => MeetingTrustType)
  trust(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'trust');
  }

  @ResolveField(() => ForecastType, { description: 'Of the whole board; of one that has ended, as of its end.' })
  forecast(@Parent() { meeting }: MeetingType): Promise<ToldForecast> {
    return this.forecasts.run(meeting.boardId, meeting.endedAt ?? undefined);
  }

  @ResolveField(() => SinceLastType)
  sinceLast(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'sinceLast');
  }

  @ResolveField(() => [MeetingWinType], { description: 'Published since the last meeting.' })
  wins(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'wins');
  }

  @ResolveField(() => MeetingCommitmentsType)
  commitments(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'commitments');
  }

  @ResolveField(() => WalkType, { description: 'What needs talk; at most 1,000 are listed.' })
  async walk(
    @Parent() meeting: MeetingType,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 100 }) first: number | null,
    @Args('also', {
      type: () => [ID],
      nullable: true,
      description:
        'Up to 100 pain points that the asking screen has been to; they are listed also once they need no more talk.',
    })
    also: string[] | null,
  ) {
    if (also && also.length > MOST_ALSO) throw badInput('also', `At most ${MOST_ALSO} pain points can be named here.`);
    return (await this.content(meeting)).walk(first ?? 100, also ?? []);
  }

  @ResolveField(() => [MeetingCardType], { description: 'The candidates for quick wins, the best score first.' })
  async candidates(
    @Parent() meeting: MeetingType,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 12 }) first: number | null,
  ) {
    return (await this.part(meeting, 'candidates')).slice(0, Math.max(0, first ?? 12));
  }

  @ResolveField(() => [DecisionType], { description: 'The oldest first.' })
  decisions(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'decisions');
  }

  @ResolveField(() => [ActionItemType], { description: 'The oldest first.' })
  actions(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'actions');
  }

  @ResolveField(() => [CommitmentNewsType], {
    description: 'What was promised while the meeting ran, and stands; the earliest date first.',
  })
  promised(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'promised');
  }

  @ResolveField(() => [ShownItemType], { description: 'What was on the screen, in the order in which it came there.' })
  shown(@Parent() meeting: MeetingType) {
    return this.part(meeting, 'shown');
  }

  private async part<Name extends keyof Parts>(meeting: MeetingType, name: Name): Promise<Parts[Name]> {
    return (await this.content(meeting)).part(name);
  }

  private content(shown: MeetingType): Promise<Content> {
    let content = this.contents.get(shown);
    if (!content) this.contents.set(shown, (content = this.reads.of(shown.meeting, shown.narrowed)));
    return content;
  }
}

/** A slice in words. */
@Resolver(() => MeetingSliceType)
export class MeetingSliceResolver {
  constructor(private readonly says: SaySlice) {}

  @ResolveField(() => String, { description: 'As it stands at the head of the screen: "only Sales, blocked".' })
  words(@Parent() { slice }: MeetingSliceType): Promise<string> {
    return this.says.run(slice);
  }
}

/** From the name of somebody who was there to the person. */
@Resolver(() => AttendanceType)
export class AttendanceResolver {
  @ResolveField(() => PersonType, { nullable: true })
  person(@Parent() { personId }: Attendance, @Context() { loaders }: RequestContext) {
    return loaders.load<PersonType>(PERSON_LOADER, personId);
  }
}

/** From what somebody was asked to do to the task of now. */
@Resolver(() => ActionItemType)
export class ActionItemResolver {
  constructor(private readonly frames: Frames) {}

  @ResolveField(() => RemediationTaskType, {
    nullable: true,
    description: 'As it is now; null when it is gone or internal by now.',
  })
  async task(
    @Parent() { taskId }: ActionItem,
    @Context() { loaders, visitor }: RequestContext<Visitor>,
  ): Promise<RemediationTaskType | null> {
    const task = await loaders.load<RemediationTask>(TASK_LOADER, taskId);
    const visible = task?.visibility === Visibility.SHARED || (visitor !== null && seesInternal(visitor.role));
    return task && visible ? this.frames.task(task) : null;
  }
}
