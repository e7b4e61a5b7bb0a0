import './enums.js';
import type { Instant } from '@stanch/kernel';
import {
  BUSINESS_UNIT_LOADER,
  BusinessUnitType,
  PERSON_LOADER,
  PersonType,
  requireVisitor,
  seesInternal,
  type Visitor,
} from '@stanch/people';
import { type Quote, QUOTE_LOADER, QuoteType, SERVICE_LOADER, ServiceType } from '@stanch/discovery';
import { InstantScalar, onceLoaded, type Page, PageInfoType, type RequestContext } from '@stanch/platform';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ListedTask, TaskProgress } from '../application/read-linked.js';
import { bleedPerWeek, Quadrant, quadrantOf, scoreOf, shareLeftOf, timeCostPerWeek } from '../domain/bleeding.js';
import type { Board } from '../domain/board.js';
import type { Change } from '../domain/change.js';
import type { Comment } from '../domain/comment.js';
import { maySilence, type Silence } from '../domain/silence.js';
import type { Stage } from '../domain/stage.js';
import { partNow, type UnitCost } from '../domain/unit-cost.js';
import type { Win } from '../domain/win.js';
import { type BledSpan, bledThrough, courseOf } from '../domain/workaround.js';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import { BoardType, StageType } from './board.type.js';
import { ChangeType } from './change.type.js';
import { CommentType } from './comment.type.js';
import type { Frame } from './frame.js';
import * as loader from './loader-names.js';
import { BleedExplainedType, ClosingType, NewsType, SilenceType } from './pain-point-parts.type.js';
import { RemediationTaskType } from './remediation-task.type.js';
import { UnitCostType } from './unit-cost.type.js';
import { WinType } from './win.type.js';
import { BledSpanType, WorkaroundType } from './workaround.type.js';

type Context = RequestContext<Visitor>;
type Soon<Value> = Value | Promise<Value>;

/**
 * A pain point as the API shows one. Its fields are plain values and methods, which GraphQL calls by itself: a board of
 * thousands of cards then costs no promise for what is known already.
 */
@ObjectType('PainPoint', { description: 'Something IT delivers, or fails to, that hurts the business.' })
export class PainPointType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Readable and never reused, such as P-17.' })
  key!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "The pain in the sponsor's words." })
  description!: string;

  @Field(() => Int, { description: 'Counts every visible change; give it back as expectedVersion.' })
  version!: number;

  @Field(() => String, { description: 'The place in the stage: a fractional index, sorted byte by byte.' })
  rank!: string;

  @Field(() => InstantScalar)
  enteredStageAt!: Instant;

  @Field(() => InstantScalar)
  raisedAt!: Instant;

  @Field(() => InstantScalar, { nullable: true })
  fixedAt!: Instant | null;

  @Field(() => Boolean, { description: 'A sponsor has said that it is fixed.' })
  confirmed!: boolean;

  @Field(() => Int, { description: 'How often it bled again.' })
  reopenedCount!: number;

  @Field(() => [String])
  tags!: string[];

  @Field(() => Int)
  peopleAffected!: number;

  @Field(() => Float)
  hoursLostPerPersonPerWeek!: number;

  @Field(() => Float, { description: 'Money a week besides the time lost.' })
  directCostPerWeek!: number;

  @Field(() => Float, { nullable: true, description: 'The estimated effort in working days.' })
  effortDays!: number | null;

  @Field(() => Boolean)
  blocked!: boolean;

  @Field(() => String, { nullable: true })
  blockedReason!: string | null;

  estimateWhenPlanned!: ReadPainPoint['estimateWhenPlanned'];
  slowedBy!: ReadPainPoint['slowedBy'];
  pastRates!: ReadPainPoint['pastRates'];
  boardId!: string;
  stageId!: string;
  raiserId!: string;
  typedById!: string;
  ownerId!: string | null;
  businessUnitId!: string | null;
  serviceId!: string | null;
  closedAs!: ReadPainPoint['closedAs'];
  closedReason!: string | null;
  closedAt!: Instant | null;
  closedById!: string | null;
  mergedIntoId!: string | null;
  heard!: ReadPainPoint['heard'];

  private frame!: Frame;

  static of(painPoint: ReadPainPoint, frame: Frame): PainPointType {
    return Object.assign(new PainPointType(), painPoint, { frame });
  }

  @Field(() => BoardType)
  board(_given: unknown, { loaders }: Context): Soon<Board | null> {
    return loaders.load<Board>(loader.BOARD_LOADER, this.boardId);
  }

  @Field(() => StageType)
  stage(_given: unknown, { loaders }: Context): Soon<Stage | null> {
    return loaders.load<Stage>(loader.STAGE_LOADER, this.stageId);
  }

  @Field(() => PersonType, { description: 'The sponsor whose pain it is.' })
  raiser(_given: unknown, { loaders }: Context): Soon<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.raiserId);
  }

  @Field(() => PersonType, { description: 'Who wrote it down: the raiser, or IT on their behalf.' })
  raisedBy(_given: unknown, { loaders }: Context): Soon<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.typedById);
  }

  @Field(() => PersonType, { nullable: true })
  owner(_given: unknown, { loaders }: Context): Soon<PersonType | null> {
    return this.ownerId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.ownerId);
  }

  @Field(() => BusinessUnitType, { nullable: true })
  businessUnit(_given: unknown, { loaders }: Context): Soon<BusinessUnitType | null> {
    return this.businessUnitId === null
      ? null
      : loaders.load<BusinessUnitType>(BUSINESS_UNIT_LOADER, this.businessUnitId);
  }

  @Field(() => ServiceType, { nullable: true })
  service(_given: unknown, { loaders }: Context): Soon<ServiceType | null> {
    return this.serviceId === null ? null : loaders.load<ServiceType>(SERVICE_LOADER, this.serviceId);
  }

  @Field(() => Float, { description: 'People x hours each x hourly cost, plus the direct cost, in money a week.' })
  bleedPerWeek(): number {
    return bleedPerWeek(this, this.frame.hourlyCost);
  }

  @Field(() => Float, {
    nullable: true,
    description: 'By the estimate that stood when it was planned: what its wins are measured against.',
  })
  bleedWhenPlanned(): number | null {
    return this.estimateWhenPlanned && bleedPerWeek(this.estimateWhenPlanned, this.frame.hourlyCost);
  }

  @Field(() => Float, {
    description: 'What the figures count as stopped once it is fixed: as it was planned, less what its wins measured.',
  })
  async stopsPerWeek(_given: unknown, { loaders }: Context): Promise<number> {
    const wins = await loaders.load<Win[]>(loader.linkedLoader('wins', true), this.id);
    const rate = bleedPerWeek(this.estimateWhenPlanned ?? this, this.frame.hourlyCost);
    return rate * (1 - shareLeftOf(wins ?? []));
  }

  @Field(() => Float, { description: 'The bleed rate over the time since it was raised, until it was fixed.' })
  bledSoFar(): number {
    return bledThrough(this.course(), this.frame.hourlyCost);
  }

  @Field(() => BleedExplainedType, { description: 'How the figures were computed.' })
  bleedExplained(): BleedExplainedType {
    const { hourlyCost, currency } = this.frame;
    const course = this.course();
    return {
      peopleAffected: this.peopleAffected,
      hoursLostPerPersonPerWeek: this.hoursLostPerPersonPerWeek,
      hourlyCost,
      timeCostPerWeek: timeCostPerWeek(this, hourlyCost),
      directCostPerWeek: this.directCostPerWeek,
      bleedPerWeek: this.bleedPerWeek(),
      weeks: course.reduce((sum, { weeks }) => sum + weeks, 0),
      course: course.map((span) => BledSpanType.of(span, hourlyCost)),
      bledSoFar: bledThrough(course, hourlyCost),
      currency,
    };
  }

  @Field(() => WorkaroundType, { nullable: true, description: 'What helps until it is fixed.' })
  workaround(): WorkaroundType | null {
    return this.slowedBy && WorkaroundType.of(this.slowedBy, this.frame.hourlyCost);
  }

  @Field(() => Boolean, { description: 'A workaround makes it hurt less; it is not fixed.' })
  slowed(): boolean {
    return this.slowedBy !== null && this.fixedAt === null;
  }

  @Field(() => [UnitCostType], {
    description: 'What units beside the one it was raised for said that it costs them; part of bleedPerWeek.',
  })
  async unitCosts(_given: unknown, { loaders }: Context): Promise<UnitCostType[]> {
    const costs = await loaders.load<UnitCost[]>(loader.UNIT_COSTS_LOADER, this.id);
    return (costs ?? []).map((cost) => UnitCostType.of(partNow(cost, this.slowedBy), this.frame.hourlyCost));
  }

  @Field(() => Quadrant, { nullable: true, description: 'Null without an estimate of the effort.' })
  quadrant(): Quadrant | null {
    return quadrantOf(this.bleedPerWeek(), this.effortDays, this.frame.hourlyCost);
  }

  @Field(() => Float, { nullable: true, description: 'Bleed rate per day of effort: cost of delay over duration.' })
  score(): number | null {
    return scoreOf(this.bleedPerWeek(), this.effortDays);
  }

  @Field(() => ClosingType, { nullable: true, description: 'How it left the board without a fix.' })
  closed(): ClosingType | null {
    if (this.closedAs === null || this.closedAt === null) return null;
    return ClosingType.of(this.closedAs, this.closedReason ?? '', this.closedAt, this.closedById);
  }

  @Field(() => PainPointType, { nullable: true, description: 'The pain point that it lives on in.' })
  async mergedInto(_given: unknown, { loaders }: Context): Promise<PainPointType | null> {
    if (this.mergedIntoId === null) return null;
    const into = await loaders.load<ReadPainPoint>(loader.PAIN_POINT_LOADER, this.mergedIntoId);
    return into && PainPointType.of(into, this.frame);
  }

  @Field(() => [PainPointType], { description: 'What was merged into it: the same pain in the words of others.' })
  async mergedFrom(_given: unknown, { loaders }: Context): Promise<PainPointType[]> {
    const merged = await loaders.load<ReadPainPoint[]>(loader.MERGED_FROM_LOADER, this.id);
    return (merged ?? []).map((one) => PainPointType.of(one, this.frame));
  }

  @Field(() => Boolean, {
    description: 'Nobody has answered its sponsors for 3 working days, or for 14 days they could see no word.',
  })
  silent(): boolean {
    const silence = this.ownSilence();
    return silence !== null && silence.from <= this.frame.now;
  }

  @Field(() => SilenceType, {
    nullable: true,
    description: 'Why it is silent, or from when on it is unless a word comes. Null: it is fixed or off the board.',
  })
  silence(): SilenceType | null {
    const silence = this.ownSilence();
    return silence && SilenceType.of(silence, this.heard);
  }

  @Field(() => [RemediationTaskType], { description: 'In their order; a sponsor sees the shared ones.' })
  async tasks(_given: unknown, context: Context): Promise<RemediationTaskType[]> {
    const tasks = await context.loaders.load<ListedTask[]>(linked('tasks', context), this.id);
    return (tasks ?? []).map(({ task, position }) => RemediationTaskType.of(task, this.frame, position));
  }

  @Field(() => Int)
  taskCount(_given: unknown, context: Context): Soon<number> {
    return this.progress(context, ({ count }) => count);
  }

  @Field(() => Int)
  tasksDone(_given: unknown, context: Context): Soon<number> {
    return this.progress(context, ({ done }) => done);
  }

  @Field(() => [WinType], { description: 'Oldest first; a sponsor sees the published ones.' })
  async wins(_given: unknown, context: Context): Promise<WinType[]> {
    const wins = await context.loaders.load<Win[]>(linked('wins', context), this.id);
    return (wins ?? []).map((win) => WinType.of(win, this.frame));
  }

  @Field(() => [QuoteType], { description: 'What was said in interviews, word for word.' })
  async quotes(_given: unknown, { loaders }: Context): Promise<QuoteType[]> {
    const ids = (await loaders.load<string[]>(loader.QUOTE_IDS_LOADER, this.id)) ?? [];
    const quotes = await Promise.all(ids.map((id) => loaders.load<Quote>(QUOTE_LOADER, id)));
    return quotes.filter((quote) => quote !== null).map(QuoteType.of);
  }

  @Field(() => [CommentType], { description: 'Oldest first; a sponsor sees the shared ones.' })
  async comments(_given: unknown, context: Context): Promise<CommentType[]> {
    const comments = await context.loaders.load<Comment[]>(linked('comments', context), this.id);
    return (comments ?? []).map(CommentType.of);
  }

  @Field(() => [ChangeType], { description: 'Oldest first; a sponsor sees what concerns sponsors.' })
  async history(_given: unknown, context: Context): Promise<ChangeType[]> {
    const changes = await context.loaders.load<Change[]>(linked('history', context), this.id);
    return (changes ?? []).map(ChangeType.of);
  }

  @Field(() => NewsType, { nullable: true, description: 'The last thing that its sponsors could see.' })
  async latestNews(_given: unknown, { loaders }: Context): Promise<NewsType | null> {
    const change = await loaders.load<Change>(loader.LATEST_SHARED_LOADER, this.id);
    return change && NewsType.of(change);
  }

  private ownSilence(): Silence | null {
    return maySilence(this) ? this.frame.patience.silenceOf(this.heard) : null;
  }

  /** By which estimates it bled, and how long by each. */
  private course(): BledSpan[] {
    return courseOf(this, this.fixedAt ?? this.closedAt ?? this.frame.now);
  }

  private progress(context: Context, pick: (progress: TaskProgress) => number): Soon<number> {
    const progress = context.loaders.load<TaskProgress>(linked('taskProgress', context), this.id);
    return onceLoaded(progress, (known) => (known ? pick(known) : 0));
  }
}

/** A page of pain points. */
@ObjectType('PainPointConnection')
export class PainPointConnectionType implements Page<PainPointType> {
  @Field(() => [PainPointType])
  nodes!: PainPointType[];

  @Field(() => Int)
  totalCount!: number;

  @Field(() => PageInfoType)
  pageInfo!: PageInfoType;
}

function linked(what: Parameters<typeof loader.linkedLoader>[0], context: Context): string {
  return loader.linkedLoader(what, seesInternal(requireVisitor(context).role));
}
