import { createServer } from 'node:http';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { WebSocketServer } from 'ws';

/** What this machine can do at best, without Stanch. Each runs in a process of its own, as the server does. */
export type Limit =
  | { kind: 'http'; bytes: string }
  | { kind: 'broadcast'; bytes: string }
  | { kind: 'commits'; folder: string; seconds: number };

/** A bare Node server that sends the same bytes. */
function http(body: string): void {
  const bytes = Buffer.from(body);
  listen(
    createServer((request, response) => {
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
        response.end(bytes);
      });
    }),
  );
}

/** A bare `ws` server that sends the same bytes to everybody on each request. */
function broadcast(message: string): void {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      for (const client of sockets.clients) client.send(message);
      response.end('{}');
    });
  });
  const sockets = new WebSocketServer({ server });
  listen(server);
}

function listen(server: ReturnType<typeof createServer>): void {
  server.listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}/` });
  });
}

/** One durable commit of one row after the other, straight through the driver. */
function commits(folder: string, seconds: number): void {
  const database = new Database(join(folder, 'commits.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('DROP TABLE IF EXISTS move');
  database.exec('CREATE TABLE move (id INTEGER PRIMARY KEY, card TEXT NOT NULL, rank TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO move (card, rank) VALUES (?, ?)');
  const from = performance.now();
  let count = 0;
  while (performance.now() - from < seconds * 1000) {
    insert.run('0193a8e2-6f5c-7b3a-9d1e-4c2b8a7f6e5d', `a${count}`);
    count += 1;
  }
  process.send?.({ perSecond: (count / (performance.now() - from)) * 1000 });
  database.close();
}

process.once('message', (limit: Limit) => {
  if (limit.kind === 'http') http(limit.bytes);
  else if (limit.kind === 'broadcast') broadcast(limit.bytes);
  else commits(limit.folder, limit.seconds);
});
