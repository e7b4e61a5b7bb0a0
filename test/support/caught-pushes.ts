import { createECDH, createPublicKey, type ECDH, randomBytes, verify } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import ece from 'http_ece';
import { loopbackCertificate } from './certificate.js';

/** What a browser gives away when push is switched on in it. */
export interface BrowserAddress {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** What a browser was pushed, decrypted with its key. */
export interface PushedMessage {
  readonly id: string;
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  readonly before: string;
  readonly to: string;
}

/** One push as it came over the wire. */
export interface Pushed {
  readonly endpoint: string;
  readonly headers: IncomingHttpHeaders;
  readonly message: PushedMessage;
  /** What the sender said of itself in its signed token (VAPID), and with which key. */
  readonly claims: { aud: string; exp: number; sub: string };
  readonly key: string;
}

/** What a browser gives away whose push service nobody needs to reach. */
export function newBrowser(origin = 'https://push.example.com', pair = createECDH('prime256v1')): BrowserAddress {
  const [p256dh, auth] = [pair.generateKeys('base64url'), randomBytes(16).toString('base64url')];
  return { endpoint: `${origin}/send/${randomBytes(12).toString('base64url')}`, p256dh, auth };
}

interface Keys {
  readonly pair: ECDH;
  readonly auth: string;
}

/**
 * A push service over real HTTPS on the loopback, with the browsers behind it: it refuses what is not signed as RFC 8292
 * wants it, and reads what is encrypted as RFC 8291 wants it. It can misbehave on demand.
 */
export class CaughtPushes {
  readonly pushed: Pushed[] = [];
  /** How often somebody called, refused calls included. */
  calls = 0;
  /** What is answered, one entry for each coming call; when empty, `always`. */
  readonly next: number[] = [];
  always = 201;
  /** While it is not settled, nothing is answered. */
  held: Promise<void> = Promise.resolve();
  private readonly browsers = new Map<string, Keys>();
  private readonly trusted = tls.getCACertificates('default');
  private server!: Server;
  private folder!: string;

  static async start(): Promise<CaughtPushes> {
    const service = new CaughtPushes();
    const { key, cert } = loopbackCertificate();
    service.folder = mkdtempSync(join(tmpdir(), 'stanch-push-'));
    writeFileSync(service.certificateFile, cert);
    tls.setDefaultCACertificates([...service.trusted, cert]);
    service.server = createServer({ key, cert }, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const status = service.take(request.url ?? '', request.headers, Buffer.concat(chunks));
        void service.held.then(() => response.writeHead(status, { Location: '/elsewhere' }).end('as asked'));
      });
    });
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  /** For NODE_EXTRA_CA_CERTS of a server in a process of its own. */
  get certificateFile(): string {
    return join(this.folder, 'certificate.pem');
  }

  get origin(): string {
    return `https://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** A browser in which push is switched on. */
  browser(): BrowserAddress {
    const pair = createECDH('prime256v1');
    const address = newBrowser(this.origin, pair);
    this.browsers.set(new URL(address.endpoint).pathname, { pair, auth: address.auth });
    return address;
  }

  /** What came to one browser, the oldest first. */
  to({ endpoint }: Pick<BrowserAddress, 'endpoint'>): PushedMessage[] {
    return this.pushed.filter((one) => one.endpoint === endpoint).map(({ message }) => message);
  }

  async close(): Promise<void> {
    tls.setDefaultCACertificates(this.trusted);
    rmSync(this.folder, { recursive: true });
    await new Promise((resolve) => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }

  private take(path: string, headers: IncomingHttpHeaders, body: Buffer): number {
    this.calls += 1;
    const keys = this.browsers.get(path);
    if (keys === undefined) return 404;
    const sender = senderOf(headers.authorization ?? '');
    if (sender === null || headers.ttl === undefined) return 403;
    const status = this.next.shift() ?? this.always;
    if (status >= 300) return status;
    const content = ece.decrypt(body, { version: 'aes128gcm', privateKey: keys.pair, authSecret: keys.auth });
    const message = JSON.parse(content.toString('utf8')) as PushedMessage;
    this.pushed.push({ endpoint: this.origin + path, headers, message, ...sender });
    return status;
  }
}

/** Who sends, out of `vapid t=TOKEN, k=KEY`; null when the token is not signed with the key. */
function senderOf(authorization: string): Pick<Pushed, 'claims' | 'key'> | null {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+), ?k=([\w-]+)$/u.exec(authorization) ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return null;
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url'))) return null;
  return { key, claims: JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Pushed['claims'] };
}
