import { QuoteType } from '@stanch/discovery';
import type { RequestContext } from '@stanch/platform';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ReadPainPoint } from '../persistence/read-rows.js';
import { Frames } from './frames.js';
import { PAIN_POINT_LOADER, PAIN_POINTS_OF_QUOTE_LOADER } from './loader-names.js';
import { PainPointType } from './pain-point.type.js';

/** What a quote supports: discovery keeps the words, remediation knows what became of them. */
@Resolver(() => QuoteType)
export class QuotePainPointsResolver {
  constructor(private readonly frames: Frames) {}

  @ResolveField(() => [PainPointType])
  async painPoints(@Parent() quote: QuoteType, @Context() { loaders }: RequestContext): Promise<PainPointType[]> {
    const ids = (await loaders.load<string[]>(PAIN_POINTS_OF_QUOTE_LOADER, quote.id)) ?? [];
    const found = await Promise.all(ids.map((id) => loaders.load<ReadPainPoint>(PAIN_POINT_LOADER, id)));
    const frame = await this.frames.now();
    return found.filter((one) => one !== null).map((one) => PainPointType.of(one, frame));
  }
}
