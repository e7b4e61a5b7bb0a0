import type { Day } from '@stanch/kernel';
import { DayScalar } from '@stanch/platform';
import { PainPointFilterInput } from '@stanch/remediation';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { AgendaStepKind } from '../domain/agenda.js';

/** Whose meeting begins. */
@InputType()
export class StartMeetingInput {
  @Field(() => ID, { nullable: true, description: 'Default: the default board.' })
  boardId?: string | null;

  @Field(() => PainPointFilterInput, { nullable: true, description: 'The slice it begins with; see narrowMeeting.' })
  filter?: PainPointFilterInput | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** Where the presenter goes. */
@InputType()
export class PresentStepInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => AgendaStepKind)
  step!: AgendaStepKind;

  @Field(() => Int, { nullable: true, description: 'Default: 0.' })
  page?: number | null;

  @Field(() => ID, { nullable: true, description: 'The card that is enlarged.' })
  painPointId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The win that is shown.' })
  winId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Which screen presents, by a name of its own making: all others, also of the same person, follow it. None: only while no screen presents.',
  })
  screen?: string | null;
}

/** Who is there. */
@InputType()
export class MarkPresentInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => ID)
  personId!: string;

  @Field(() => Boolean, { nullable: true, description: 'False: could not come. Null: not known any more.' })
  present?: boolean | null;
}

/** What was decided. */
@InputType()
export class AddDecisionInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => String)
  text!: string;

  @Field(() => ID, { nullable: true, description: 'What it is about.' })
  painPointId?: string | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** What to correct of a decision: what is left out stays. */
@InputType()
export class UpdateDecisionInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Null: it is about none.' })
  painPointId?: string | null;
}

/** What somebody is asked to do. */
@InputType()
export class AddActionItemInput {
  @Field(() => ID)
  meetingId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => [ID], { nullable: true, description: 'None: it belongs to the meeting alone.' })
  painPointIds?: string[] | null;

  @Field(() => ID, { nullable: true })
  assigneeId?: string | null;

  @Field(() => DayScalar, { nullable: true })
  dueOn?: Day | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** What is healed next, by whom and until when. */
@InputType()
export class ChooseQuickWinInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => ID, { description: 'Somebody of IT, whose name stands behind the date.' })
  ownerId!: string;

  @Field(() => DayScalar, { description: 'The date that its sponsors are promised.' })
  dueOn!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'Needed when it moves a date that was promised before; its sponsors read it.',
  })
  reason?: string | null;

  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}
