import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Args, Context, createUnionType, Int, Query, Resolver } from '@nestjs/graphql';
import { FindSimilar } from '../application/find-similar.js';
import { Search } from '../application/search.js';
import { Frames } from './frames.js';
import { PainPointType } from './pain-point.type.js';
import { RemediationTaskType } from './remediation-task.type.js';
import { WinType } from './win.type.js';

const SearchHitType = createUnionType({
  name: 'SearchHit',
  description: 'Something that holds the text searched for.',
  types: () => [PainPointType, RemediationTaskType, WinType] as const,
  resolveType: (hit: object) => (hit as { constructor: typeof PainPointType }).constructor,
});

/** Finds pain points, tasks and wins by their words. */
@Resolver()
export class SearchResolver {
  constructor(
    private readonly searches: Search,
    private readonly similar: FindSimilar,
    private readonly frames: Frames,
  ) {}

  @Query(() => [PainPointType], {
    description: 'What stands on the board and may say the same, the likest first: look here before raising it again.',
  })
  async similarPainPoints(
    @Args('title', { type: () => String }) title: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 5 }) first: number | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<PainPointType[]> {
    requireVisitor(context);
    const frame = await this.frames.now();
    return (await this.similar.run(title, first ?? 5)).map((one) => PainPointType.of(one, frame));
  }

  @Query(() => [SearchHitType], {
    description: 'Pain points first, then tasks, then wins; a sponsor finds what is shared.',
  })
  async search(
    @Args('text', { type: () => String }) text: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<(PainPointType | RemediationTaskType | WinType)[]> {
    const frame = await this.frames.now();
    const most = first ?? 20;
    const { painPoints, tasks, wins } = await this.searches.run(requireVisitor(context), text, most);
    return [
      ...painPoints.map((one) => PainPointType.of(one, frame)),
      ...tasks.map((one) => RemediationTaskType.of(one, frame)),
      ...wins.map((one) => WinType.of(one, frame)),
    ].slice(0, most);
  }
}
