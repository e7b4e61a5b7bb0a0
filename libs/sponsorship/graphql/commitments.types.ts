import type { Day } from '@stanch/kernel';
import { DayScalar, type RequestContext } from '@stanch/platform';
import { type Frames, PAIN_POINT_LOADER, PainPointType, type ReadPainPoint } from '@stanch/remediation';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CommitmentsOverview, GroupRate } from '../application/read-commitments.js';
import { type GivenPromise, type KeptRate, Outcome } from '../domain/kept-rate.js';
import type { PromiseDays } from './promise-days.js';
import { CommitmentType } from './sponsorship.types.js';

registerEnumType(Outcome, { name: 'CommitmentOutcome', description: 'How a promise ended, seen from its first date.' });

@ObjectType('KeptRate', { description: '"7 of 9": kept / fallen due.' })
export class KeptRateType implements KeptRate {
  @Field(() => Int)
  kept!: number;

  @Field(() => Int)
  due!: number;
}

@ObjectType('GroupRate', { description: 'The kept-rate of a business unit or a service.' })
export class GroupRateType extends KeptRateType implements GroupRate {
  @Field(() => String)
  name!: string;
}

/** What was promised once, with all its moves. */
@ObjectType('GivenPromise', { description: 'What was promised once, with all its moves; it counts once.' })
export class GivenPromiseType {
  @Field(() => CommitmentType, { description: 'The one that stands.' })
  commitment!: CommitmentType;

  @Field(() => Int, { description: 'How often its date was moved.' })
  moves!: number;

  @Field(() => Outcome)
  outcome!: Outcome;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was moved or not kept, said last; null while nobody has.',
  })
  reason!: string | null;

  private painPointId!: string;
  private frames!: Frames;

  static of({ painPointId, standing, moves, outcome, reason }: GivenPromise, days: PromiseDays, frames: Frames) {
    const commitment = CommitmentType.of(standing, days);
    const shown = { commitment, moves: moves.length, outcome, reason, painPointId, frames };
    return Object.assign(new GivenPromiseType(), shown);
  }

  @Field(() => PainPointType)
  async painPoint(_given: unknown, { loaders }: RequestContext): Promise<PainPointType | null> {
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
    return painPoint && this.frames.painPoint(painPoint);
  }
}

/** All promises of the programme. */
@ObjectType('CommitmentsOverview', { description: 'All promises of the programme, as of today.' })
export class CommitmentsOverviewType {
  @Field(() => DayScalar)
  today!: Day;

  @Field(() => DayScalar, { description: 'The Monday from which the trailing 12 weeks are counted.' })
  from!: Day;

  @Field(() => [GivenPromiseType], { description: 'Open, with a date in this week; the nearest first.' })
  dueThisWeek!: GivenPromiseType[];

  @Field(() => [GivenPromiseType], { description: 'Open, with a later date.' })
  later!: GivenPromiseType[];

  @Field(() => [GivenPromiseType], { description: 'Their date has passed, and they are not done yet.' })
  overdue!: GivenPromiseType[];

  @Field(() => [GivenPromiseType], { description: 'Moved at least once; of the trailing weeks.' })
  moved!: GivenPromiseType[];

  @Field(() => [GivenPromiseType], { description: 'Of the trailing weeks, the latest first.' })
  kept!: GivenPromiseType[];

  @Field(() => [GivenPromiseType], { description: 'Of the trailing weeks, with their reasons, the latest first.' })
  missed!: GivenPromiseType[];

  @Field(() => KeptRateType, { description: 'Of the trailing 12 weeks.' })
  rate!: KeptRate;

  @Field(() => KeptRateType)
  thisWeek!: KeptRate;

  @Field(() => [GroupRateType])
  byBusinessUnit!: readonly GroupRate[];

  @Field(() => [GroupRateType])
  byService!: readonly GroupRate[];

  static of(overview: CommitmentsOverview, days: PromiseDays, frames: Frames): CommitmentsOverviewType {
    const { dueThisWeek, later, overdue, moved, kept, missed } = overview;
    const lists = Object.fromEntries(
      Object.entries({ dueThisWeek, later, overdue, moved, kept, missed }).map(([name, promises]) => [
        name,
        promises.map((promise) => GivenPromiseType.of(promise, days, frames)),
      ]),
    );
    return Object.assign(new CommitmentsOverviewType(), overview, lists);
  }
}
