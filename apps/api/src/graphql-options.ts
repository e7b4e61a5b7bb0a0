import { IdentifyVisitor, type Visitor } from '@stanch/people';
import {
  answerQueriesQuickly,
  callMethods,
  DirectFields,
  enforceAccess,
  formatError,
  LoaderRegistry,
  type RequestContext,
} from '@stanch/platform';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { policy } from './access-policy.js';
import { limitDepth } from './limit-depth.js';

interface Given {
  req: Request;
  res: Response;
}

/** How the API is served: code first, one endpoint. Subscriptions have sockets of their own. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly identify: IdentifyVisitor,
    private readonly registry: LoaderRegistry,
    private readonly directFields: DirectFields,
  ) {}

  createGqlOptions(): ApolloDriverConfig {
    return {
      driver: ApolloDriver,
      path: '/graphql',
      autoSchemaFile: true,
      sortSchema: true,
      graphiql: false,
      introspection: true,
      csrfPrevention: true,
      validationRules: [limitDepth],
      transformSchema: (schema) => enforceAccess(this.directFields.into(callMethods(schema)), policy),
      context: (given: Given) => this.contextOf(given),
      formatError,
      // Its hints for caches in between say nothing of data that belongs to whoever is signed in.
      plugins: [ApolloServerPluginCacheControlDisabled(), answerQueriesQuickly],
    };
  }

  private async contextOf({ req, res }: Given): Promise<RequestContext<Visitor>> {
    const prolong = (cookies: string[]) => void res.appendHeader('Set-Cookie', cookies);
    const visitor = await this.identify.run(this.identify.proofOf(req.headers), prolong);
    return { visitor, loaders: this.registry.open(), ip: req.ip ?? '', request: req, response: res };
  }
}
