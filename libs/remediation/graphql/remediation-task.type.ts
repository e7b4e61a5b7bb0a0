import './enums.js';
import type { Day } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { DayScalar, type RequestContext } from '@stanch/platform';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { type RemediationTask, TaskState } from '../domain/remediation-task.js';
import { Visibility } from '../domain/visibility.js';
import type { Frame } from './frame.js';
import { PAIN_POINTS_OF_TASK_LOADER } from './loader-names.js';

/** A task as the API shows one. */
@ObjectType('RemediationTask', { description: 'A piece of work that treats one or several pain points.' })
export class RemediationTaskType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => TaskState)
  state!: TaskState;

  @Field(() => DayScalar, { nullable: true })
  dueOn!: Day | null;

  @Field(() => Float, { nullable: true, description: 'In working days.' })
  estimateDays!: number | null;

  @Field(() => Boolean)
  blocked!: boolean;

  @Field(() => String, { nullable: true })
  blockedReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the work is tracked elsewhere.' })
  url!: string | null;

  @Field(() => Visibility, { description: 'Internal to IT unless it is shared.' })
  visibility!: Visibility;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'The place in the list it was read from; empty when read alone.' })
  position!: string;

  private assigneeId!: string | null;
  readonly frame!: Frame;

  static of(task: RemediationTask, frame: Frame, position = ''): RemediationTaskType {
    return Object.assign(new RemediationTaskType(), task, { frame, position });
  }

  @Field(() => PersonType, { nullable: true })
  assignee(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.assigneeId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.assigneeId);
  }

  @Field(() => Int)
  async painPointCount(_given: unknown, { loaders }: RequestContext): Promise<number> {
    return ((await loaders.load<string[]>(PAIN_POINTS_OF_TASK_LOADER, this.id)) ?? []).length;
  }
}
