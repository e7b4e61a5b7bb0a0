import { Clock, Ids, RandomIds, SystemClock } from '@stanch/kernel';
import { MikroORM } from '@mikro-orm/sqlite';
import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Configuration } from './configuration/configuration.js';
import { DomainEvents } from './database/domain-events.js';
import { type DatabaseContents, migrate, openDatabase } from './database/open-database.js';
import { QueryStatistics } from './database/query-statistics.js';
import { UnitOfWork } from './database/unit-of-work.js';
import { DirectFields } from './graphql/direct-fields.js';
import { LoaderRegistry } from './graphql/loaders.js';
import { RememberedResults } from './idempotency/remembered-results.js';
import { SignedLinks } from './links/signed-links.js';
import { Live } from './live/live.js';
import { Outbox } from './outbox/outbox.js';

/** The technical ground that every part stands on. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(MikroORM) private readonly orm: MikroORM) {}

  static forRoot(configuration: Configuration, contents: DatabaseContents, clock?: Clock): DynamicModule {
    const doors = [
      UnitOfWork,
      DomainEvents,
      Outbox,
      Live,
      LoaderRegistry,
      DirectFields,
      RememberedResults,
      SignedLinks,
    ];
    return {
      module: PlatformModule,
      providers: [
        { provide: Configuration, useValue: configuration },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        { provide: Ids, useClass: RandomIds },
        {
          provide: MikroORM,
          useFactory: async () => {
            const orm = await openDatabase(configuration.databaseFile, contents);
            await migrate(orm, contents);
            return orm;
          },
        },
        ...doors,
        QueryStatistics,
      ],
      exports: [Clock, Ids, Configuration, MikroORM, ...doors],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.orm.close();
  }
}
