import { Clock } from '@stanch/kernel';
import { requireVisitor, type Visitor } from '@stanch/people';
import { Frames, PAIN_POINT_LOADER, PainPointFilterInput, type ReadPainPoint } from '@stanch/remediation';
import { RememberedResults, type RequestContext } from '@stanch/platform';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AddActionItem } from '../application/add-action-item.js';
import { AddDecision } from '../application/add-decision.js';
import { ArrangeAgenda } from '../application/arrange-agenda.js';
import { ChangeDecision } from '../application/change-decision.js';
import { ChooseQuickWin } from '../application/choose-quick-win.js';
import { EndMeeting } from '../application/end-meeting.js';
import { MarkPresent } from '../application/mark-present.js';
import { NarrowMeeting } from '../application/narrow-meeting.js';
import { OpenRemote } from '../application/open-remote.js';
import { PresentStep } from '../application/present-step.js';
import { ReadMeetings } from '../application/read-meetings.js';
import { ReadRoom } from '../application/read-room.js';
import { RemoveActionItem } from '../application/remove-action-item.js';
import { StartMeeting } from '../application/start-meeting.js';
import { SteerMeeting } from '../application/steer-meeting.js';
import { SteerCommand } from '../application/tell-followers.js';
import { type Agenda, AgendaStepKind } from '../domain/agenda.js';
import type { Meeting } from '../domain/meeting.js';
import { sliceOf } from '../domain/slice.js';
import { AgendaType, UpdateAgendaInput } from './agenda.type.js';
import {
  AddActionItemInput,
  AddDecisionInput,
  ChooseQuickWinInput,
  MarkPresentInput,
  PresentStepInput,
  StartMeetingInput,
  UpdateDecisionInput,
} from './meetings.inputs.js';
import { presenterOf } from './presenter-of.js';
import { MeetingSliceType, NarrowMeetingInput } from './slice.type.js';
import {
  ActionItemAddedType,
  DecisionAddedType,
  MeetingConnectionType,
  MeetingType,
  QuickWinChosenType,
  RemoteCodeType,
} from './meeting.type.js';

type VisitorContext = RequestContext<Visitor>;

/** The weekly meeting: begun, walked through, ended, and found again. */
@Resolver()
export class MeetingsResolver {
  constructor(
    private readonly reads: ReadMeetings,
    private readonly room: ReadRoom,
    private readonly starts: StartMeeting,
    private readonly presents: PresentStep,
    private readonly narrows: NarrowMeeting,
    private readonly ends: EndMeeting,
    private readonly remotes: OpenRemote,
    private readonly steers: SteerMeeting,
    private readonly marks: MarkPresent,
    private readonly decides: AddDecision,
    private readonly corrects: ChangeDecision,
    private readonly gives: AddActionItem,
    private readonly takesBack: RemoveActionItem,
    private readonly arranges: ArrangeAgenda,
    private readonly chooses: ChooseQuickWin,
    private readonly remembered: RememberedResults,
    private readonly frames: Frames,
    private readonly clock: Clock,
  ) {}

  @Query(() => MeetingType, {
    nullable: true,
    description: 'Without an id: the meeting of the board that runs now; null when none does.',
  })
  async meeting(
    @Args('id', { type: () => ID, nullable: true }) id: string | null,
    @Args('boardId', { type: () => ID, nullable: true, description: 'Default: the default board.' })
    boardId: string | null,
    @Args('filter', {
      type: () => PainPointFilterInput,
      nullable: true,
      description: 'Another slice than the one that is shown to all; one that narrows nothing: the whole board.',
    })
    filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
  ): Promise<MeetingType | null> {
    const meeting = id == null ? await this.reads.running(boardId) : await this.reads.one(id);
    if (!meeting || filter == null) return meeting && this.shown(meeting);
    return MeetingType.of(meeting, this.clock.now(), sliceOf(filter, requireVisitor(context).personId));
  }

  @Query(() => MeetingConnectionType, { description: 'The meetings of a board, the latest first.' })
  async meetings(
    @Args('boardId', { type: () => ID, nullable: true }) boardId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<MeetingConnectionType> {
    const page = await this.reads.page(boardId, first ?? 20, after);
    return { ...page, nodes: page.nodes.map((meeting) => this.shown(meeting)) };
  }

  @Query(() => MeetingSliceType, {
    nullable: true,
    description: 'A filter in words, as a screen says which slice it shows; null when it narrows nothing.',
  })
  slice(
    @Args('filter', { type: () => PainPointFilterInput, nullable: true }) filter: PainPointFilterInput | null,
    @Context() context: VisitorContext,
  ): MeetingSliceType | null {
    const slice = sliceOf(filter, requireVisitor(context).personId);
    return slice && MeetingSliceType.of(slice);
  }

  @Query(() => AgendaType, { description: 'What the meetings of a board walk through.' })
  agenda(@Args('boardId', { type: () => ID, nullable: true }) boardId: string | null): Promise<Agenda> {
    return this.arranges.read(boardId);
  }

  @Mutation(() => AgendaType, { description: 'Orders the steps; a meeting that runs goes on with it.' })
  updateAgenda(@Args('input', { type: () => UpdateAgendaInput }) input: UpdateAgendaInput): Promise<Agenda> {
    return this.arranges.run(input);
  }

  @Mutation(() => MeetingType, { description: 'One at a time: a meeting that runs goes on.' })
  async startMeeting(
    @Args('input', { type: () => StartMeetingInput, nullable: true }) input: StartMeetingInput | null,
    @Context() context: VisitorContext,
  ): Promise<MeetingType> {
    const actor = requireVisitor(context);
    const { personId } = actor;
    const { id } = await this.remembered.once(
      { personId, operation: 'startMeeting', input: input ?? {} },
      async () => ({ id: (await this.starts.run(actor, input ?? {})).id }),
    );
    return this.byId(id);
  }

  @Mutation(() => MeetingType, { description: 'The presenter moves, and all who follow move along.' })
  async presentStep(
    @Args('input', { type: () => PresentStepInput }) input: PresentStepInput,
    @Context() context: VisitorContext,
  ): Promise<MeetingType> {
    const presenter = presenterOf(requireVisitor(context), input.meetingId);
    return this.shown(await this.presents.run(presenter, input));
  }

  @Mutation(() => MeetingType, {
    description: 'Shows a slice of the board to all who follow, or all of it; the minutes are of the whole board.',
  })
  async narrowMeeting(
    @Args('input', { type: () => NarrowMeetingInput }) input: NarrowMeetingInput,
    @Context() context: VisitorContext,
  ): Promise<MeetingType> {
    return this.shown(await this.narrows.run(requireVisitor(context), input.meetingId, input.filter));
  }

  @Mutation(() => Boolean, {
    description: 'Asks the screen that presents to go on; followers hear it by meetingChanged. Keeps nothing.',
  })
  async steerMeeting(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('command', { type: () => SteerCommand }) command: SteerCommand,
    @Args('step', { type: () => AgendaStepKind, nullable: true, description: 'With the command STEP.' })
    step: AgendaStepKind | null,
    @Context() context: VisitorContext,
  ): Promise<boolean> {
    presenterOf(requireVisitor(context), meetingId);
    await this.steers.run(meetingId, { command, step: step ?? null });
    return true;
  }

  @Mutation(() => RemoteCodeType, { description: 'Six digits for a phone that shall drive this meeting.' })
  openRemote(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Context() context: VisitorContext,
  ): Promise<RemoteCodeType> {
    return this.remotes.run(requireVisitor(context), meetingId);
  }

  @Mutation(() => MeetingType, { description: 'Keeps the minutes for ever. One that has ended stays as it is.' })
  async endMeeting(
    @Args('id', { type: () => ID }) id: string,
    @Context() context: VisitorContext,
  ): Promise<MeetingType> {
    return this.shown(await this.ends.run(requireVisitor(context), id));
  }

  @Mutation(() => MeetingType, { description: 'Says who is there and who could not come.' })
  async markPresent(@Args('input', { type: () => MarkPresentInput }) input: MarkPresentInput): Promise<MeetingType> {
    return this.shown(await this.marks.run(input));
  }

  @Mutation(() => DecisionAddedType, { description: 'Writes down what was decided; it was said in the room.' })
  async addDecision(
    @Args('input', { type: () => AddDecisionInput }) input: AddDecisionInput,
    @Context() context: VisitorContext,
  ): Promise<DecisionAddedType> {
    const actor = requireVisitor(context);
    const { personId } = actor;
    const { id } = await this.remembered.once({ personId, operation: 'addDecision', input }, async () => ({
      id: (await this.decides.run(actor, input)).id,
    }));
    const meeting = await this.byId(input.meetingId);
    return { decision: await this.room.decision(input.meetingId, id), meeting };
  }

  @Mutation(() => MeetingType, { description: 'Corrects a decision while the meeting runs.' })
  async updateDecision(
    @Args('input', { type: () => UpdateDecisionInput }) input: UpdateDecisionInput,
  ): Promise<MeetingType> {
    return this.shown(await this.corrects.correct(input));
  }

  @Mutation(() => MeetingType, { description: 'Takes a decision back while the meeting runs.' })
  async removeDecision(@Args('id', { type: () => ID }) id: string): Promise<MeetingType> {
    return this.shown(await this.corrects.takeBack(id));
  }

  @Mutation(() => ActionItemAddedType, { description: 'A remediation task that its sponsors may see.' })
  async addActionItem(
    @Args('input', { type: () => AddActionItemInput }) input: AddActionItemInput,
    @Context() context: VisitorContext,
  ): Promise<ActionItemAddedType> {
    const actor = requireVisitor(context);
    const { personId } = actor;
    const { id } = await this.remembered.once({ personId, operation: 'addActionItem', input }, async () => ({
      id: await this.gives.run(actor, input),
    }));
    const meeting = await this.byId(input.meetingId);
    return { action: await this.room.action(input.meetingId, id), meeting };
  }

  @Mutation(() => MeetingType, { description: 'Takes it back while the meeting runs, also off its pain points.' })
  async removeActionItem(
    @Args('meetingId', { type: () => ID }) meetingId: string,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Context() context: VisitorContext,
  ): Promise<MeetingType> {
    return this.shown(await this.takesBack.run(requireVisitor(context), { meetingId, taskId }));
  }

  @Mutation(() => QuickWinChosenType, { description: 'Plans a pain point, with an owner and a date, in one act.' })
  async chooseQuickWin(
    @Args('input', { type: () => ChooseQuickWinInput }) input: ChooseQuickWinInput,
    @Context() context: VisitorContext,
  ): Promise<QuickWinChosenType> {
    const actor = requireVisitor(context);
    const { personId } = actor;
    const chosen = await this.remembered.once({ personId, operation: 'chooseQuickWin', input }, () =>
      this.chooses.run(actor, input),
    );
    const painPoint = await context.loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, input.painPointId);
    return { painPoint: await this.frames.painPoint(painPoint as ReadPainPoint), ...chosen };
  }

  private async byId(id: string): Promise<MeetingType> {
    return this.shown(await this.reads.one(id));
  }

  private shown(meeting: Meeting): MeetingType {
    return MeetingType.of(meeting, this.clock.now());
  }
}
