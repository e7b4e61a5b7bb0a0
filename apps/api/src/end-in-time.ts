import type { Server } from 'node:http';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

/** So long an ending server waits for requests to finish; a supervisor that asked it to end is patient for 10 seconds. */
const PATIENCE_MS = 3_000;

/** Sees that the server ends soon after it was asked to, also when somebody sends a request very slowly. */
@Injectable()
export class EndInTime implements OnModuleDestroy {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleDestroy(): void {
    // The command line has all of Stanch but a server.
    const server = (this.host.httpAdapter as typeof this.host.httpAdapter | undefined)?.getHttpServer() as
      Server | undefined;
    if (server) setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  }
}
