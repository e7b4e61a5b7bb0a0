import { Frames } from '@stanch/remediation';
import { Query, Resolver } from '@nestjs/graphql';
import { ReadCommitments } from '../application/read-commitments.js';
import { CommitmentsOverviewType } from './commitments.types.js';

/** What is promised, and how it went. */
@Resolver()
export class CommitmentsResolver {
  constructor(
    private readonly reads: ReadCommitments,
    private readonly frames: Frames,
  ) {}

  @Query(() => CommitmentsOverviewType, { description: 'All promises of the programme, as of today.' })
  async commitments(): Promise<CommitmentsOverviewType> {
    return CommitmentsOverviewType.of(await this.reads.run(), this.frames);
  }
}
