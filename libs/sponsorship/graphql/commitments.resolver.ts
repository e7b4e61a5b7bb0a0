import { Frames } from '@stanch/remediation';
import { Query, Resolver } from '@nestjs/graphql';
import { ReadCommitments } from '../application/read-commitments.js';
import { CommitmentsOverviewType } from './commitments.types.js';
import { ReadPromiseDays } from './promise-days.js';

/** What is promised, and how it went. */
@Resolver()
export class CommitmentsResolver {
  constructor(
    private readonly reads: ReadCommitments,
    private readonly frames: Frames,
    private readonly days: ReadPromiseDays,
  ) {}

  @Query(() => CommitmentsOverviewType, { description: 'All promises of the programme, as of today.' })
  async commitments(): Promise<CommitmentsOverviewType> {
    return CommitmentsOverviewType.of(await this.reads.run(), await this.days.now(), this.frames);
  }
}
