import { PeopleModule } from '@stanch/people';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { Module } from '@nestjs/common';
import { ReadFlow } from './application/read-flow.js';
import { ReadTrustFigures } from './application/read-trust-figures.js';
import { TrustFiguresResolver } from './graphql/trust-figures.resolver.js';
import { BoardRecords } from './persistence/board-records.js';
import { TrustFacts } from './persistence/trust-facts.js';

/** Meetings: the figures that the weekly meeting looks at. */
@Module({
  imports: [PeopleModule, RemediationModule, SponsorshipModule],
  providers: [BoardRecords, ReadFlow, ReadTrustFigures, TrustFacts, TrustFiguresResolver],
  exports: [ReadFlow, ReadTrustFigures],
})
export class MeetingsModule {}
