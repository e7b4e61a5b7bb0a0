import { DiscoveryModule } from '@stanch/discovery';
import { PeopleModule } from '@stanch/people';
import { Configuration } from '@stanch/platform';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { BringIn } from './application/bring-in.js';
import { CancelImport } from './application/cancel-import.js';
import { InterpretFile } from './application/interpret-file.js';
import { NameKeeper } from './application/name-keeper.js';
import { PreviewImport } from './application/preview-import.js';
import { ReadImport } from './application/read-import.js';
import { ReceiveFile } from './application/receive-file.js';
import { RunImport } from './application/run-import.js';
import { RunningImports } from './application/running-imports.js';
import { IntakeResolver } from './graphql/intake.resolver.js';
import { ImportFiles } from './persistence/import-files.js';
import { ImportedRows } from './persistence/imported-rows.js';

const DOOR = [ImportFiles, PreviewImport, ReceiveFile, RunImport, RunningImports];

/** Intake: pain points that come in from a spreadsheet. */
@Module({
  imports: [PeopleModule, DiscoveryModule, RemediationModule, SponsorshipModule],
  providers: [...DOOR, BringIn, CancelImport, ImportedRows, InterpretFile, NameKeeper, ReadImport, IntakeResolver],
  exports: DOOR,
})
export class IntakeModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly configuration: Configuration,
    private readonly runImport: RunImport,
    private readonly running: RunningImports,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A command beside the server must not end what the server runs.
    if (this.configuration.delivers) await this.runImport.failLost();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running.stopAll();
  }
}
