import { DiscoveryModule } from '@stanch/discovery';
import { PeopleModule } from '@stanch/people';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { Module } from '@nestjs/common';
import { CancelImport } from './application/cancel-import.js';
import { PreviewImport } from './application/preview-import.js';
import { ReadImport } from './application/read-import.js';
import { RunImport } from './application/run-import.js';
import { IntakeResolver } from './graphql/intake.resolver.js';

const DOOR = [CancelImport, PreviewImport, ReadImport, RunImport];

/** Intake: pain points that come in from a spreadsheet. */
@Module({
  imports: [PeopleModule, DiscoveryModule, RemediationModule, SponsorshipModule],
  providers: [...DOOR, IntakeResolver],
  exports: DOOR,
})
export class IntakeModule {}
