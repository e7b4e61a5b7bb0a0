import { PeopleModule } from '@stanch/people';
import { LoaderRegistry } from '@stanch/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { AddService } from './application/add-service.js';
import { RecordInterview } from './application/record-interview.js';
import { RecordManyInterviews } from './application/record-many-interviews.js';
import { DiscoveryResolver } from './graphql/discovery.resolver.js';
import {
  INTERVIEW_LOADER,
  QUOTE_LOADER,
  QUOTES_OF_INTERVIEW_LOADER,
  SERVICE_LOADER,
} from './graphql/discovery.types.js';
import { Discovery202611231520 } from './persistence/migrations/202611231520-discovery.js';
import { Quotes } from './persistence/quotes.js';
import { Services } from './persistence/services.js';

export const discoveryMigrations = [Discovery202611231520];

const DOOR = [AddService, RecordInterview, RecordManyInterviews, Services, Quotes];

/** Discovery: where pain is found. */
@Module({ imports: [PeopleModule], providers: [...DOOR, DiscoveryResolver], exports: DOOR })
export class DiscoveryModule implements OnModuleInit {
  constructor(
    private readonly loaders: LoaderRegistry,
    private readonly services: Services,
    private readonly quotes: Quotes,
  ) {}

  onModuleInit(): void {
    this.loaders.register(SERVICE_LOADER, async (ids) => byId(await this.services.byIds(ids)));
    this.loaders.register(QUOTE_LOADER, async (ids) => byId(await this.quotes.byIds(ids)));
    this.loaders.register(INTERVIEW_LOADER, async (ids) => byId(await this.quotes.interviews(ids)));
    this.loaders.register(QUOTES_OF_INTERVIEW_LOADER, (ids) => this.quotes.ofInterviews(ids));
  }
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
