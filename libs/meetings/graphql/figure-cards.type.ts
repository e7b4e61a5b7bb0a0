import type { Day } from '@stanch/kernel';
import { DayScalar, type RequestContext } from '@stanch/platform';
import { type Frames, PAIN_POINT_LOADER, PainPointType, type ReadPainPoint } from '@stanch/remediation';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type FigureCard, TrustFigure } from '../application/read-figure-cards.js';

registerEnumType(TrustFigure, { name: 'TrustFigure', description: 'A figure that opens to what it is computed from.' });

/** One pain point behind a figure. */
@ObjectType('FigureCard', { description: 'One pain point behind a figure, and its part in it.' })
export class FigureCardType {
  @Field(() => Boolean, { description: 'Of the part that is counted, as in “7 of 9”; true where all are.' })
  counts!: boolean;

  @Field(() => Float, {
    nullable: true,
    description: 'Money a week, days, hours, a rating or how often, as the figure counts; null when it has none.',
  })
  value!: number | null;

  @Field(() => DayScalar, { nullable: true, description: 'The date that was promised first.' })
  day!: Day | null;

  private painPointId!: string;
  private frames!: Frames;

  static of(card: FigureCard, frames: Frames): FigureCardType {
    return Object.assign(new FigureCardType(), card, { frames });
  }

  @Field(() => PainPointType, { nullable: true })
  async painPoint(_given: unknown, { loaders }: RequestContext): Promise<PainPointType | null> {
    const painPoint = await loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, this.painPointId);
    return painPoint && this.frames.painPoint(painPoint);
  }
}

/** What a figure is computed from. */
@ObjectType('FigureCards', { description: 'The pain points that a figure is computed from.' })
export class FigureCardsType {
  @Field(() => Int)
  total!: number;

  @Field(() => [FigureCardType], { description: 'At most 200: what weighs most, or does not count, comes first.' })
  cards!: FigureCardType[];
}
