import { PeopleModule } from '@stanch/people';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { Module } from '@nestjs/common';
import { ReadFigureCards } from './application/read-figure-cards.js';
import { ReadTrustFigures } from './application/read-trust-figures.js';
import { TrustFiguresResolver } from './graphql/trust-figures.resolver.js';
import { TrustFacts } from './persistence/trust-facts.js';

/** Meetings: the figures that the weekly meeting looks at. */
@Module({
  imports: [PeopleModule, RemediationModule, SponsorshipModule],
  providers: [ReadFigureCards, ReadTrustFigures, TrustFacts, TrustFiguresResolver],
  exports: [ReadTrustFigures],
})
export class MeetingsModule {}
