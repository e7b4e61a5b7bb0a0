import type { Day, Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { DayScalar, InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { type Change, ChangeKind } from '../domain/change.js';
import type { Comment } from '../domain/comment.js';
import { CloseReason } from '../domain/pain-point.js';
import { type Heard, type Silence, SilenceReason } from '../domain/silence.js';
import { ChangeType } from './change.type.js';
import { SHARED_COMMENT_LOADER } from './loader-names.js';
import { sayNews } from './say-news.js';
import { BledSpanType } from './workaround.type.js';

/** How the cost of a pain point was computed, term by term. */
@ObjectType('BleedExplained', {
  description:
    'bleedPerWeek = peopleAffected x hoursLostPerPersonPerWeek x hourlyCost + directCostPerWeek; ' +
    'bledSoFar = bleedPerWeek x weeks, or with a workaround: the sum of its course, each rate x its weeks.',
})
export class BleedExplainedType {
  @Field(() => Int)
  peopleAffected!: number;

  @Field(() => Float)
  hoursLostPerPersonPerWeek!: number;

  @Field(() => Float)
  hourlyCost!: number;

  @Field(() => Float)
  timeCostPerWeek!: number;

  @Field(() => Float)
  directCostPerWeek!: number;

  @Field(() => Float)
  bleedPerWeek!: number;

  @Field(() => Float, { description: 'Since it was raised, until it was fixed.' })
  weeks!: number;

  @Field(() => [BledSpanType], { description: 'The oldest first; more than one when workarounds came or went.' })
  course!: BledSpanType[];

  @Field(() => Float)
  bledSoFar!: number;

  @Field(() => String)
  currency!: string;
}

/** How a pain point left the board without a fix. */
@ObjectType('Closing', { description: 'How a pain point left the board without a fix.' })
export class ClosingType {
  @Field(() => CloseReason)
  as!: CloseReason;

  @Field(() => String)
  reason!: string;

  @Field(() => InstantScalar)
  at!: Instant;

  private byId!: string | null;

  static of(as: CloseReason, reason: string, at: Instant, byId: string | null): ClosingType {
    return Object.assign(new ClosingType(), { as, reason, at, byId });
  }

  @Field(() => PersonType, { nullable: true })
  by(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.byId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.byId);
  }
}

/** That its sponsors hear nothing, or from when on that is so. */
@ObjectType('Silence', {
  description: 'That its sponsors hear nothing, or from when on that is so unless a word comes.',
})
export class SilenceType implements Silence {
  @Field(() => SilenceReason)
  why!: SilenceReason;

  @Field(() => InstantScalar, { description: 'Since when its sponsors wait for an answer, or have heard nothing.' })
  since!: Instant;

  @Field(() => InstantScalar, { description: 'From when on it counts as silent; may lie ahead.' })
  from!: Instant;

  @Field(() => DayScalar, { nullable: true, description: 'When its owner was told.' })
  ownerToldOn!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: 'When the leads were told: at once where nobody owns it.' })
  leadsToldOn!: Day | null;

  static of(silence: Silence, { ownerToldOn, leadsToldOn }: Heard): SilenceType {
    return Object.assign(new SilenceType(), silence, { ownerToldOn, leadsToldOn });
  }
}

/** The last thing that the sponsors of a pain point could see. */
@ObjectType('News', { description: 'The last thing that the sponsors of a pain point could see.' })
export class NewsType {
  @Field(() => InstantScalar)
  at!: Instant;

  @Field(() => String)
  text!: string;

  @Field(() => ChangeType, { description: 'The line of the history that says it.' })
  change!: ChangeType;

  private byId!: string | null;
  private commentId!: string | null;

  static of(change: Change): NewsType {
    const { at, actorId: byId, kind, newValue } = change;
    const commentId = kind === ChangeKind.COMMENT ? (newValue as string) : null;
    const shown = { at, text: sayNews(change), change: ChangeType.of(change), byId, commentId };
    return Object.assign(new NewsType(), shown);
  }

  @Field(() => String, { nullable: true, description: 'What was said, when somebody said something.' })
  async words(_given: unknown, { loaders }: RequestContext): Promise<string | null> {
    if (this.commentId === null) return null;
    return (await loaders.load<Comment>(SHARED_COMMENT_LOADER, this.commentId))?.text ?? null;
  }

  @Field(() => PersonType, { nullable: true })
  by(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return this.byId === null ? null : loaders.load<PersonType>(PERSON_LOADER, this.byId);
  }
}
