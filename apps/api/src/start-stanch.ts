import { once } from 'node:events';
import type { Configuration } from '@stanch/platform';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import type { DemoSwitch } from './demo-switch.js';
import { serveWebApp } from './serve-web-app.js';

/** The largest body of a request besides uploads. */
const BODY_LIMIT = '1mb';

/** Boots the whole of Stanch: API, subscriptions and web app in one process. Listens when it resolves. */
export async function startStanch(
  configuration: Configuration,
  demoSwitch: DemoSwitch,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(configuration, demoSwitch), {
    // A start that fails is told in one sentence by whoever asked for it, not by the log as well.
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
    bodyParser: false,
  });
  app.useLogger(app.get(Logger));
  prepare(app);
  await app.init();
  const server = app.getHttpServer();
  server.listen(configuration.port, configuration.host);
  await once(server, 'listening');
  app.flushLogs();
  return app;
}

/** What every Stanch has before it listens, also the one of a test. */
export function prepare(app: NestExpressApplication): void {
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.set('trust proxy', 'loopback');
  app.disable('x-powered-by');
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'default-src': ["'self'"],
          // Styles that the components compute are written into the page.
          'style-src': ["'self'", "'unsafe-inline'"],
          'img-src': ["'self'", 'data:'],
          'connect-src': ["'self'", 'ws:', 'wss:'],
          'frame-src': ["'self'"],
          'upgrade-insecure-requests': null,
        },
      },
      strictTransportSecurity: false,
    }),
  );
  serveWebApp(app);
  app.enableShutdownHooks([], { useProcessExit: true });
}
