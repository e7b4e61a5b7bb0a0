import type { Day, Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { DayScalar, InstantScalar, type Page, PageInfoType, type RequestContext } from '@stanch/platform';
import { PAIN_POINT_LOADER, PainPointType, type ReadPainPoint, TaskState, type Win } from '@stanch/remediation';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MeetingNews } from '../application/tell-followers.js';
import { AgendaStepKind } from '../domain/agenda.js';
import { type Meeting, MeetingState, type Position } from '../domain/meeting.js';
import type { ActionItem, Attendance, DecisionTaken, MeetingCard, MeetingStep, ShownItem } from '../domain/minutes.js';
import type { Slice } from '../domain/slice.js';
import { WIN_LOADER } from './loader-names.js';
import { MeetingCardType } from './meeting-card.type.js';
import { MeetingSliceType } from './slice.type.js';

registerEnumType(MeetingState, { name: 'MeetingState', description: 'How far a meeting is.' });

type Where = Pick<MeetingNews, 'position' | 'presentedAt' | 'presentedById' | 'presentedOn' | 'revision'>;

/** Where the presenter stands. */
@ObjectType('MeetingPosition', { description: 'Where the presenter stands, and all who follow.' })
export class MeetingPositionType implements Position {
  @Field(() => AgendaStepKind)
  step!: AgendaStepKind;

  @Field(() => Int, { description: 'From 0.' })
  page!: number;

  @Field(() => ID, { nullable: true, description: 'The card that is enlarged.' })
  painPointId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The win that is shown.' })
  winId!: string | null;

  @Field(() => InstantScalar, { description: 'Since when.' })
  at!: Instant;

  @Field(() => Int, { description: 'The revision of the meeting in which it stood there.' })
  revision!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The screen that presents, as it named itself; null: not known.',
  })
  screen!: string | null;

  private presentedById!: string;

  static of(where: Where): MeetingPositionType {
    const { position, presentedAt: at, presentedOn: screen, presentedById, revision } = where;
    return Object.assign(new MeetingPositionType(), position, { at, screen, revision, presentedById });
  }

  @Field(() => PersonType, { nullable: true, description: 'Who moved it there.' })
  presentedBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.presentedById);
  }

  @Field(() => String, {
    nullable: true,
    description: 'What is shown there, in a line, as it is called by now: the key and title of a card, or a win.',
  })
  async shown(_given: unknown, { loaders }: RequestContext): Promise<string | null> {
    if (this.painPointId !== null) {
      const card = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
      return card && `${card.key} ${card.title}`;
    }
    const win = this.winId === null ? null : await loaders.load<Win>(WIN_LOADER, this.winId);
    return win && win.headline;
  }
}

@ObjectType('MeetingStep', { description: 'A step of a meeting and how long it took.' })
export class MeetingStepType implements MeetingStep {
  @Field(() => AgendaStepKind)
  kind!: AgendaStepKind;

  @Field(() => Int, { description: 'As planned.' })
  minutes!: number;

  @Field(() => Int, { description: 'Up to readAt; one stay counts for 30 minutes at most.' })
  secondsSpent!: number;
}

@ObjectType('Attendance', { description: 'Somebody who was there, or could not come.' })
export class AttendanceType implements Attendance {
  @Field(() => ID)
  personId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  businessUnit!: string | null;

  @Field(() => Boolean)
  present!: boolean;
}

@ObjectType('Decision', { description: 'What a meeting decided.' })
export class DecisionType implements DecisionTaken {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  text!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String, { description: 'Who wrote it down.' })
  by!: string;

  @Field(() => MeetingCardType, { nullable: true, description: 'What it is about.' })
  card!: MeetingCard | null;
}

@ObjectType('ActionItem', {
  description: 'What somebody was asked to do: a remediation task that its sponsors may see.',
})
export class ActionItemType implements ActionItem {
  @Field(() => ID)
  taskId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true })
  assignee!: string | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn!: Day | null;

  @Field(() => TaskState)
  state!: string;

  @Field(() => [MeetingCardType], { description: 'None: it belongs to the meeting alone.' })
  cards!: readonly MeetingCard[];
}

@ObjectType('ShownItem', { description: 'What was on the screen, and for how long.' })
export class ShownItemType implements ShownItem {
  @Field(() => AgendaStepKind)
  step!: AgendaStepKind;

  @Field(() => String, { nullable: true, description: 'The card or the win; null for the step itself.' })
  what!: string | null;

  @Field(() => ID, { nullable: true })
  painPointId!: string | null;

  @Field(() => ID, { nullable: true })
  winId!: string | null;

  @Field(() => Int)
  seconds!: number;
}

/** A meeting as the API shows one; what it shows is added by its resolver. */
@ObjectType('Meeting', {
  description: 'The weekly status meeting. Read live while it runs; once ended it stays as it was.',
})
export class MeetingType {
  @Field(() => ID)
  id!: string;

  @Field(() => MeetingState)
  state!: MeetingState;

  @Field(() => Int, { description: 'Counts what followers see of it; give it to meetingChanged.' })
  revision!: number;

  @Field(() => InstantScalar)
  startedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  endedAt!: Instant | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When the last meeting before it was ended; null for the first, which looks back a week.',
  })
  since!: Instant | null;

  @Field(() => InstantScalar, { description: 'When this was read, by the clock of the server.' })
  readAt!: Instant;

  @Field(() => MeetingSliceType, {
    nullable: true,
    description: 'What of the board its parts are of; null: all of it, as what is kept always is.',
  })
  slice!: MeetingSliceType | null;

  readonly meeting!: Meeting;
  readonly narrowed!: Slice | null;

  /** As all see it who follow, or as somebody asks to see it. */
  static of(meeting: Meeting, readAt: Instant, asked: Slice | null = meeting.slice): MeetingType {
    const { id, state, revision, startedAt, endedAt, since } = meeting;
    const narrowed = state === MeetingState.RUNNING ? asked : null;
    const slice = narrowed && MeetingSliceType.of(narrowed);
    const fields = { id, state, revision, startedAt, endedAt, since, readAt, slice };
    return Object.assign(new MeetingType(), fields, { meeting, narrowed });
  }

  @Field(() => MeetingPositionType)
  position(): MeetingPositionType {
    return MeetingPositionType.of(this.meeting);
  }

  @Field(() => PersonType, { nullable: true })
  startedBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.meeting.startedById);
  }

  @Field(() => PersonType, { nullable: true })
  endedBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    const { endedById } = this.meeting;
    return endedById === null ? null : loaders.load<PersonType>(PERSON_LOADER, endedById);
  }
}

/** A page of meetings. */
@ObjectType('MeetingConnection')
export class MeetingConnectionType implements Page<MeetingType> {
  @Field(() => [MeetingType])
  nodes!: MeetingType[];

  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

/** What adding a decision did. */
@ObjectType('DecisionAdded')
export class DecisionAddedType {
  @Field(() => DecisionType)
  decision!: DecisionTaken;

  @Field(() => MeetingType)
  meeting!: MeetingType;
}

/** What giving something out did. */
@ObjectType('ActionItemAdded')
export class ActionItemAddedType {
  @Field(() => ActionItemType)
  action!: ActionItem;

  @Field(() => MeetingType)
  meeting!: MeetingType;
}

/** What choosing a quick win did. */
@ObjectType('QuickWinChosen', { description: 'A pain point that was planned, with an owner and a date.' })
export class QuickWinChosenType {
  @Field(() => PainPointType)
  painPoint!: PainPointType;

  @Field(() => [ID], { description: 'What `undo` can take back, the latest first.' })
  changeIds!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'What `withdrawCommitment` can take back; null when this very date was promised before.',
  })
  commitmentId!: string | null;
}

/** A code for a phone. */
@ObjectType('RemoteCode', { description: 'What somebody types on a phone that shall drive the meeting.' })
export class RemoteCodeType {
  @Field(() => String, { description: 'Six digits, once.' })
  code!: string;

  @Field(() => InstantScalar)
  until!: Instant;
}
