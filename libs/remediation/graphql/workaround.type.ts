import type { Instant } from '@stanch/kernel';
import { PERSON_LOADER, PersonType } from '@stanch/people';
import { InstantScalar, type RequestContext } from '@stanch/platform';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OfferWorkaroundInput } from '../application/offer-workaround.js';
import { bleedPerWeek } from '../domain/bleeding.js';
import type { BledSpan, Workaround } from '../domain/workaround.js';

/** What helps until a pain point is fixed. */
@ObjectType('Workaround', {
  description: 'Something that makes it hurt less until it is fixed: the bleeding is slowed, not stopped.',
})
export class WorkaroundType {
  @Field(() => String, { description: 'What to do meanwhile.' })
  words!: string;

  @Field(() => InstantScalar, { description: 'Since when it helps.' })
  at!: Instant;

  @Field(() => Float, { description: 'What it bled a week without it, by the estimate of that time.' })
  bleedPerWeekBefore!: number;

  private byId!: string;

  static of({ words, at, byId, before }: Workaround, hourlyCost: number): WorkaroundType {
    const bleedPerWeekBefore = bleedPerWeek(before, hourlyCost);
    return Object.assign(new WorkaroundType(), { words, at, byId, bleedPerWeekBefore });
  }

  @Field(() => PersonType, { nullable: true, description: 'Who offered it.' })
  by(_given: unknown, { loaders }: RequestContext): PersonType | null | Promise<PersonType | null> {
    return loaders.load<PersonType>(PERSON_LOADER, this.byId);
  }
}

/** A time through which a pain point bled by one estimate. */
@ObjectType('BledSpan', { description: 'A time through which it bled by one estimate; a workaround begins a new one.' })
export class BledSpanType {
  @Field(() => InstantScalar)
  from!: Instant;

  @Field(() => InstantScalar, { description: 'For the last one: until it was fixed, or now.' })
  until!: Instant;

  @Field(() => Float)
  weeks!: number;

  @Field(() => Float)
  bleedPerWeek!: number;

  static of({ from, until, weeks, estimate }: BledSpan, hourlyCost: number): BledSpanType {
    const rate = bleedPerWeek(estimate, hourlyCost);
    return Object.assign(new BledSpanType(), { from, until, weeks, bleedPerWeek: rate });
  }
}

@InputType('OfferWorkaroundInput', {
  description: 'What helps meanwhile, and what is left of the pain with it. A figure that is not given stays as it is.',
})
export class OfferWorkaroundInputType implements OfferWorkaroundInput {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => String)
  words!: string;

  @Field(() => Int, { nullable: true })
  peopleAffected?: number | null;

  @Field(() => Float, { nullable: true })
  hoursLostPerPersonPerWeek?: number | null;

  @Field(() => Float, { nullable: true, description: 'Money a week besides the time lost.' })
  directCostPerWeek?: number | null;
}

@InputType('EndWorkaroundInput')
export class EndWorkaroundInputType {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => String, { description: 'Why it helps no longer; its sponsors read it.' })
  reason!: string;
}
