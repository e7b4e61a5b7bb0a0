import { existsSync, readdirSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

/** Where the build puts the web app, seen from the built server and from its sources alike. */
const FOLDERS = ['../../../web', '../../../dist/web'];

const YEAR = 31_536_000;

/** Serves the built web app: files with a hash in their name for ever, the page itself always fresh. */
export function serveWebApp(app: NestExpressApplication): void {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = FOLDERS.map((path) => join(here, path)).find((path) => existsSync(join(path, 'index.html')));
  if (!folder) return;
  app.use('/assets', smallerWhereUnderstood(join(folder, 'assets')));
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: YEAR * 1000, fallthrough: false }),
  );
  // The service worker of push: a browser that keeps an old one would show what is pushed as it was yesterday.
  app.use('/push-worker.js', (_request: Request, response: Response, next: NextFunction) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });
  app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isPage = ['GET', 'HEAD'].includes(request.method) && request.accepts(['html', 'json']) === 'html';
    if (!isPage || request.path.startsWith('/graphql')) next();
    else response.set('Cache-Control', 'no-cache').sendFile(join(folder, 'index.html'));
  });
}

/** The build leaves each script and style also compressed beside it; a browser that understands it gets that one. */
function smallerWhereUnderstood(folder: string) {
  const there = new Set(readdirSync(folder));
  return (request: Request, response: Response, next: NextFunction) => {
    const name = request.path.slice(1);
    const encoding = (['br', 'gzip'] as const).find(
      (one) => there.has(`${name}.${ENDINGS[one]}`) && request.acceptsEncodings(one) === one,
    );
    if (encoding) {
      response.type(extname(name)).set('Content-Encoding', encoding).vary('Accept-Encoding');
      request.url = `/${name}.${ENDINGS[encoding]}`;
    }
    next();
  };
}

const ENDINGS = { br: 'br', gzip: 'gz' } as const;
