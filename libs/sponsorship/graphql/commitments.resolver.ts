import { requireVisitor, type Visitor } from '@stanch/people';
import type { RequestContext } from '@stanch/platform';
import { Frames, PainPointFilterInput, ReadPainPoints } from '@stanch/remediation';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { ReadCommitments } from '../application/read-commitments.js';
import { CommitmentsOverviewType } from './commitments.types.js';
import { ReadPromiseDays } from './promise-days.js';

/** What is promised, and how it went. */
@Resolver()
export class CommitmentsResolver {
  constructor(
    private readonly reads: ReadCommitments,
    private readonly painPoints: ReadPainPoints,
    private readonly frames: Frames,
    private readonly days: ReadPromiseDays,
  ) {}

  @Query(() => CommitmentsOverviewType, { description: 'All promises of the programme, as of today.' })
  async commitments(
    @Args('filter', { type: () => PainPointFilterInput, nullable: true, description: 'Of which pain points.' })
    filter: PainPointFilterInput | null,
    @Context() context: RequestContext<Visitor>,
  ): Promise<CommitmentsOverviewType> {
    const of = filter && (await this.painPoints.idsWithin(requireVisitor(context).personId, filter));
    return CommitmentsOverviewType.of(await this.reads.run(of), await this.days.now(), this.frames);
  }
}
