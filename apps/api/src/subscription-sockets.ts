import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { IdentifyVisitor, type Visitor } from '@stanch/people';
import { formatError, LoaderRegistry, type RequestContext, subscribeQuickly } from '@stanch/platform';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { GraphQLError, type GraphQLFormattedError, specifiedRules, validate } from 'graphql';
import {
  CloseCode,
  type Context,
  type Disposable,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  type ServerOptions,
} from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { limitDepth } from './limit-depth.js';

const PATH = '/graphql';

/** The largest message, the same as the largest body of a request. Without an end, a few of them fill the memory. */
const LARGEST_MESSAGE = 1024 * 1024;

type Options = ServerOptions<Record<string, unknown>, Extra>;

/**
 * Serves subscriptions, by graphql-transport-ws and nothing else. A socket is limited as HTTP is, asks as who opened
 * it, and sees of errors what an HTTP answer would say.
 */
@Injectable()
export class SubscriptionSockets implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: (offered) => offered.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) && GRAPHQL_TRANSPORT_WS_PROTOCOL,
  });
  private serving: Disposable | undefined;
  /** The sockets of screens without a person, by the id of their pass. */
  private readonly guests = new Map<string, Set<WebSocket>>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly identify: IdentifyVisitor,
    private readonly registry: LoaderRegistry,
  ) {}

  onApplicationBootstrap(): void {
    // The command line has all of Stanch but a server.
    const server = (this.host.httpAdapter as typeof this.host.httpAdapter | undefined)?.getHttpServer() as
      Server | undefined;
    if (!server) return;
    const options: Options = {
      schema: this.schemaHost.schema,
      context: (context) => this.contextOf(context),
      subscribe: subscribeQuickly,
      validate: (schema, document, rules = specifiedRules, limits) =>
        validate(schema, document, [...rules, limitDepth], limits),
      onNext: (_context, _id, _payload, _args, result) =>
        result.errors ? { ...result, errors: result.errors.map(shown) } : undefined,
      onError: (_context, _id, _payload, errors) => errors.map(shown),
    };
    this.serving = useServer(options, this.sockets);
    // A link that was revoked ends at once what came in by it, not with the next news.
    this.identify.onChange((id) =>
      this.guests.get(id)?.forEach((socket) => socket.close(CloseCode.Forbidden, 'Ended')),
    );
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split('?')[0] === PATH) {
        this.sockets.handleUpgrade(request, socket, head, (opened) => this.sockets.emit('connection', opened, request));
      } else {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      }
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.serving?.dispose();
  }

  private async contextOf({ connectionParams, extra }: Context<Record<string, unknown>, Extra>) {
    const { request } = extra;
    const proof = this.identify.proofOfSocket(connectionParams, request.headers);
    const identify = () => this.identify.run(proof);
    const visitor = await identify();
    if (visitor?.pass) this.remember(visitor.pass.id, extra.socket);
    const context: RequestContext<Visitor> = {
      visitor,
      loaders: this.registry.open(),
      ip: request.socket.remoteAddress ?? '',
      identify,
    };
    return context;
  }

  private remember(passId: string, socket: WebSocket): void {
    const sockets = this.guests.get(passId) ?? new Set();
    this.guests.set(passId, sockets);
    if (sockets.has(socket)) return;
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.guests.delete(passId);
    });
  }
}

function shown(error: GraphQLError | GraphQLFormattedError): GraphQLError {
  const formatted = error instanceof GraphQLError ? error.toJSON() : error;
  return formatError(formatted, error) as GraphQLError;
}
