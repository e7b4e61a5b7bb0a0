import type { Day, Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType, requireVisitor, seesInternal, type Visitor } from '@stanch/people';
import { DayScalar, InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { RemediationTask } from '../domain/remediation-task.js';
import type { Win } from '../domain/win.js';
import type { Frame } from './frame.js';
import * as loader from './loader-names.js';
import { RemediationTaskType } from './remediation-task.type.js';

/** A win as the API shows one. */
@ObjectType('Win', { description: 'What got better, told so that the business recognises it.' })
export class WinType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  headline!: string;

  @Field(() => String, { nullable: true, description: 'What was measured.' })
  measure!: string | null;

  @Field(() => String, { nullable: true })
  unit!: string | null;

  @Field(() => Float, { nullable: true })
  before!: number | null;

  @Field(() => Float, { nullable: true })
  after!: number | null;

  @Field(() => Float, { nullable: true, description: 'Money a week that it gives back.' })
  savedPerWeek!: number | null;

  @Field(() => DayScalar)
  achievedOn!: Day;

  @Field(() => Boolean)
  published!: boolean;

  @Field(() => InstantScalar, { nullable: true })
  publishedAt!: Instant | null;

  @Field(() => String, { nullable: true, description: 'What a sponsor said of it.' })
  quote!: string | null;

  readonly frame!: Frame;
  private readonly quotedId!: string | null;

  static of(win: Win, frame: Frame): WinType {
    return Object.assign(new WinType(), win, { published: win.published, frame });
  }

  @Field(() => PersonType, { nullable: true, description: 'The sponsor who is quoted.' })
  quotedBy(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.quotedId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.quotedId);
  }

  @Field(() => [PersonType])
  async thanks(_given: unknown, { loaders }: RequestContext): Promise<PersonType[]> {
    const ids = (await loaders.load<string[]>(loader.THANKS_LOADER, this.id)) ?? [];
    const people = await Promise.all(ids.map((id) => loaders.load<PersonType>(PERSON_LOADER, id)));
    return people.filter((person) => person !== null);
  }

  @Field(() => [RemediationTaskType], { description: 'A sponsor sees the shared ones.' })
  async tasks(_given: unknown, context: RequestContext<Visitor>): Promise<RemediationTaskType[]> {
    const name = loader.linkedLoader('tasksOfWin', seesInternal(requireVisitor(context).role));
    const tasks = await context.loaders.load<RemediationTask[]>(name, this.id);
    return (tasks ?? []).map((task) => RemediationTaskType.of(task, this.frame));
  }
}
