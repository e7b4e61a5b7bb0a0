import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { EndWorkaround } from '../application/end-workaround.js';
import { OfferWorkaround } from '../application/offer-workaround.js';
import { Frames } from './frames.js';
import { PainPointType } from './pain-point.type.js';
import { EndWorkaroundInputType, OfferWorkaroundInputType } from './workaround.type.js';

type VisitorContext = RequestContext<Visitor>;

/** What helps until a pain point is fixed. */
@Resolver()
export class WorkaroundResolver {
  constructor(
    private readonly frames: Frames,
    private readonly offers: OfferWorkaround,
    private readonly ends: EndWorkaround,
  ) {}

  @Mutation(() => PainPointType, {
    description: 'It hurts less from now on, and bleeds by these figures; what it bled before stays as it was.',
  })
  async offerWorkaround(
    @Args('input', { type: () => OfferWorkaroundInputType }) input: OfferWorkaroundInputType,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.offers.run(requireVisitor(context), input));
  }

  @Mutation(() => PainPointType, { description: 'The workaround helps no longer: it bleeds as before it.' })
  async endWorkaround(
    @Args('input', { type: () => EndWorkaroundInputType }) input: EndWorkaroundInputType,
    @Context() context: VisitorContext,
  ): Promise<PainPointType> {
    return this.frames.painPoint(await this.ends.run(requireVisitor(context), input));
  }
}
