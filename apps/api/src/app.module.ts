import { DiscoveryModule } from '@stanch/discovery';
import { NotificationsModule } from '@stanch/notifications';
import { PeopleModule } from '@stanch/people';
import { Configuration, PlatformModule } from '@stanch/platform';
import { RemediationModule } from '@stanch/remediation';
import { SponsorshipModule } from '@stanch/sponsorship';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { LoggerModule } from 'nestjs-pino';
import { databaseContents } from './database-contents.js';
import { GraphqlOptions } from './graphql-options.js';

/** Stanch, as a table of contents. */
@Module({})
export class AppModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(configuration, databaseContents),
        LoggerModule.forRoot({ pinoHttp: { level: configuration.logLevel, autoLogging: false, quietReqLogger: true } }),
        PeopleModule,
        DiscoveryModule,
        RemediationModule,
        SponsorshipModule,
        NotificationsModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          imports: [PeopleModule],
          useClass: GraphqlOptions,
        }),
      ],
    };
  }
}
