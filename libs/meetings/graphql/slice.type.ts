import { CommitmentTiming, PainPointFilterInput, Quadrant, StageCategory } from '@stanch/remediation';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Slice, SliceFilter } from '../domain/slice.js';

/** A slice as the API shows one: in words, and by the names of the filter that makes it. */
@ObjectType('MeetingSlice', { description: 'A slice of the board; what is null narrows nothing.' })
export class MeetingSliceType implements SliceFilter {
  readonly slice!: Slice;

  @Field(() => String, { nullable: true })
  text!: string | null;

  @Field(() => [ID], { nullable: true })
  stageIds!: string[] | null;

  @Field(() => [StageCategory], { nullable: true })
  categories!: StageCategory[] | null;

  @Field(() => [ID], { nullable: true })
  ownerIds!: string[] | null;

  @Field(() => [ID], { nullable: true })
  sponsorIds!: string[] | null;

  @Field(() => [ID], { nullable: true })
  businessUnitIds!: string[] | null;

  @Field(() => [ID], { nullable: true })
  serviceIds!: string[] | null;

  @Field(() => [String], { nullable: true })
  tags!: string[] | null;

  @Field(() => Boolean, { nullable: true })
  blocked!: boolean | null;

  @Field(() => [Quadrant], { nullable: true })
  quadrants!: Quadrant[] | null;

  @Field(() => Boolean, { nullable: true, description: 'What concerns whoever chose it.' })
  mine!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  silent!: boolean | null;

  @Field(() => [CommitmentTiming], { nullable: true })
  commitmentTimings!: CommitmentTiming[] | null;

  static of(slice: Slice): MeetingSliceType {
    return Object.assign(new MeetingSliceType(), slice.filter, { slice });
  }
}

/** What a meeting is narrowed to. */
@InputType()
export class NarrowMeetingInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => PainPointFilterInput, { nullable: true, description: 'Null, or what narrows nothing: the whole board.' })
  filter?: PainPointFilterInput | null;
}
