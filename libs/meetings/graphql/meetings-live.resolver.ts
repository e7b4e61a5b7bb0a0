import { Clock } from '@stanch/kernel';
import type { Visitor } from '@stanch/people';
import { ReadBoard } from '@stanch/remediation';
import { Live, LoaderRegistry, type RequestContext, watchAs } from '@stanch/platform';
import { Args, Context, Field, ID, Int, ObjectType, registerEnumType, Resolver, Subscription } from '@nestjs/graphql';
import { ReadMeetings } from '../application/read-meetings.js';
import {
  type MeetingNews,
  type MeetingNewsKind,
  meetingsTopic,
  meetingTopic,
  newsOf,
  SteerCommand,
} from '../application/tell-followers.js';
import { AgendaStepKind } from '../domain/agenda.js';
import type { Meeting } from '../domain/meeting.js';
import { MEETING_LOADER } from './loader-names.js';
import { MeetingPositionType, MeetingType } from './meeting.type.js';

registerEnumType(SteerCommand, {
  name: 'SteerCommand',
  description: 'What a remote can ask of the screen that presents.',
});

/** Something that followers hear of a meeting. */
@ObjectType('MeetingChange', { description: 'Something changed of a meeting: where it stands, or what it holds.' })
export class MeetingChangeType {
  @Field(() => Int)
  revision!: number;

  @Field(() => String, {
    description:
      'started, position, slice, agenda, attendance, decisions, actions, ended, steered, or missed: see meetingChanged.',
  })
  kind!: MeetingNewsKind;

  @Field(() => MeetingPositionType, { description: 'Where it stood after the change.' })
  position!: MeetingPositionType;

  @Field(() => SteerCommand, { nullable: true, description: 'What a remote asks of the screen that presents.' })
  command!: SteerCommand | null;

  @Field(() => AgendaStepKind, { nullable: true, description: 'Where the command leads, when it is to a step.' })
  step!: AgendaStepKind | null;

  private meetingId!: string;
  private clock!: Clock;

  static of(news: MeetingNews, clock: Clock): MeetingChangeType {
    const { revision, kind, meetingId, steering } = news;
    const { command, step } = steering ?? { command: null, step: null };
    const position = MeetingPositionType.of(news);
    return Object.assign(new MeetingChangeType(), { revision, kind, position, command, step, meetingId, clock });
  }

  @Field(() => MeetingType, { description: 'As it is by now.' })
  async meeting(_given: unknown, { loaders }: RequestContext): Promise<MeetingType | null> {
    const meeting = await loaders.load<Meeting>(MEETING_LOADER, this.meetingId);
    return meeting && MeetingType.of(meeting, this.clock.now());
  }
}

/** The live meeting: all who follow hear where the presenter stands. */
@Resolver()
export class MeetingsLiveResolver {
  constructor(
    private readonly live: Live,
    private readonly registry: LoaderRegistry,
    private readonly meetings: ReadMeetings,
    private readonly board: ReadBoard,
    private readonly clock: Clock,
  ) {}

  @Subscription(() => MeetingChangeType, {
    description:
      'Every change of a meeting, in the order of its revisions. With `since`, and if the meeting has gone on from there, ' +
      'the first one is of the kind missed and says where it stands; read the meeting anew for the rest.',
    resolve(this: MeetingsLiveResolver, news: MeetingNews) {
      return MeetingChangeType.of(news, this.clock);
    },
  })
  async meetingChanged(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('since', { type: () => Int, nullable: true }) since: number | null | undefined,
    @Context() context: RequestContext<Visitor>,
  ): Promise<AsyncIterableIterator<MeetingNews>> {
    await this.meetings.one(meetingId);
    const messages = this.live.watch<MeetingNews>(meetingTopic(meetingId));
    if (typeof since === 'number') {
      // Read after the watch began: what is committed from here on is heard.
      const meeting = await this.meetings.one(meetingId);
      if (meeting.revision !== since) messages.push(newsOf(meeting, 'missed'));
    }
    return watchAs(context, this.registry, messages);
  }

  @Subscription(() => MeetingChangeType, {
    description: 'A meeting of the board begins; one that runs already is told at once, as missed.',
    resolve(this: MeetingsLiveResolver, news: MeetingNews) {
      return MeetingChangeType.of(news, this.clock);
    },
  })
  async meetingStarted(
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<AsyncIterableIterator<MeetingNews>> {
    const { id } = await this.board.board(boardId);
    const messages = this.live.watch<MeetingNews>(meetingsTopic(id));
    // Read after the watch began: whoever looked a moment before it began would hear of it nowhere.
    const meeting = await this.meetings.running(id);
    if (meeting) messages.push(newsOf(meeting, 'missed'));
    return watchAs(context, this.registry, messages);
  }
}
