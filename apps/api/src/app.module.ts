import type { Clock } from '@stanch/kernel';
import { DiscoveryModule } from '@stanch/discovery';
import { IntakeModule } from '@stanch/intake';
import { MeetingsModule } from '@stanch/meetings';
import { NotificationsModule } from '@stanch/notifications';
import { PeopleModule } from '@stanch/people';
import { Configuration, logOptions, PlatformModule } from '@stanch/platform';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { LoggerModule } from 'nestjs-pino';
import { databaseContents } from './database-contents.js';
import { DemoEntranceResolver } from './demo-entrance.resolver.js';
import { DemoSwitch } from './demo-switch.js';
import { EndInTime } from './end-in-time.js';
import { GraphqlOptions } from './graphql-options.js';
import { ImportsController } from './imports.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { RefusalFilter } from './refusal-filter.js';
import { SubscriptionSockets } from './subscription-sockets.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

/** Stanch, as a table of contents. */
@Module({})
export class AppModule {
  static forRoot(configuration: Configuration, demoSwitch: DemoSwitch, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(configuration, databaseContents, clock),
        LoggerModule.forRoot({ pinoHttp: logOptions(configuration) }),
        PeopleModule,
        DiscoveryModule,
        RemediationModule,
        SponsorshipModule,
        MeetingsModule,
        IntakeModule,
        NotificationsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [PeopleModule],
          useClass: GraphqlOptions,
        }),
      ],
      controllers: [ImportsController, MeetingsController, UnsubscribeController],
      providers: [
        { provide: DemoSwitch, useValue: demoSwitch },
        { provide: APP_FILTER, useClass: RefusalFilter },
        DemoEntranceResolver,
        EndInTime,
        SubscriptionSockets,
      ],
    };
  }
}
