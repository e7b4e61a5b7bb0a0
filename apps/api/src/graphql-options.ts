import type { IncomingMessage } from 'node:http';
import { IdentifyVisitor, type Visitor } from '@stanch/people';
import {
  answerQueriesQuickly,
  callMethods,
  DirectFields,
  enforceAccess,
  formatError,
  LoaderRegistry,
  type RequestContext,
  subscribeQuickly,
} from '@stanch/platform';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { GraphQLError, type GraphQLFormattedError, specifiedRules, validate } from 'graphql';
import type { ServerOptions } from 'graphql-ws';
import { policy } from './access-policy.js';
import { limitDepth } from './limit-depth.js';

interface SocketContext {
  connectionParams?: Readonly<Record<string, unknown>>;
  extra?: { request: IncomingMessage };
  req?: Request;
  res?: Response;
}

/** How the API is served: code first, one endpoint for HTTP and for the graphql-transport-ws protocol. */
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
      context: (given: SocketContext) => this.contextOf(given),
      formatError,
      // Its hints for caches in between say nothing of data that belongs to whoever is signed in.
      plugins: [ApolloServerPluginCacheControlDisabled(), answerQueriesQuickly],
      subscriptions: { 'graphql-ws': socketOptions },
    };
  }

  private async contextOf(given: SocketContext): Promise<RequestContext<Visitor>> {
    const loaders = this.registry.open();
    const { req, res, extra } = given;
    if (req && res) {
      const prolong = (cookies: string[]) => void res.appendHeader('Set-Cookie', cookies);
      const visitor = await this.identify.run(this.identify.proofOf(req.headers), prolong);
      return { visitor, loaders, ip: req.ip ?? '', request: req, response: res };
    }
    const request = extra?.request as IncomingMessage;
    const proof = this.identify.proofOfSocket(given.connectionParams, request.headers);
    const identify = () => this.identify.run(proof);
    return { visitor: await identify(), loaders, ip: request.socket.remoteAddress ?? '', identify };
  }
}

/** A socket is limited as HTTP is, and sees of errors what an HTTP answer would say. */
const socketOptions: Pick<ServerOptions, 'subscribe' | 'validate' | 'onNext' | 'onError'> = {
  subscribe: subscribeQuickly,
  validate: (schema, document, rules = specifiedRules, options) =>
    validate(schema, document, [...rules, limitDepth], options),
  onNext: (_context, _id, _payload, _args, result) =>
    result.errors ? { ...result, errors: result.errors.map(shown) } : undefined,
  onError: (_context, _id, _payload, errors) => errors.map(shown),
};

function shown(error: GraphQLError | GraphQLFormattedError): GraphQLError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  return formatError(formatted, error) as GraphQLError;
}
