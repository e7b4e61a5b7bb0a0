import { lookup as resolveName } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** How long a receiver may take, in milliseconds. */
const PATIENCE = 10_000;
/** So much of an answer is kept to say what went wrong. */
const MOST_OF_ANSWER = 300;

/** What became of one attempt. */
export type Attempt =
  | { readonly arrived: true; readonly status: number }
  | { readonly arrived: false; readonly status: number | null; readonly reason: string };

/** What is handed over. */
export interface Call {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Buffer;
}

/** Whether addresses within private networks may be called, and the setting that says so. */
export interface PrivateCalls {
  readonly allowed: boolean;
  readonly setting: string;
}

/** Networks that somebody's address must not reach from here: the machine itself, its neighbours, a cloud's secrets. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

class PrivateAddress extends Error {
  constructor(host: string, setting: string) {
    super(`${host} is an address within a private network, where Stanch sends nothing unless ${setting} is set.`);
  }
}

/** Whether an IP address lies in a private network; an IPv4 address in the clothes of IPv6 is seen through. */
function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Whether an address names a private network outright; what a name stands for is judged where it is connected to. */
export function isPrivateHost(url: string): boolean {
  const host = hostOf(url);
  return isIP(host) !== 0 && isPrivate(host);
}

/**
 * Hands something over at an address that somebody else chose; redirections are not followed. The address is judged where
 * it is connected to, after its name was resolved, so that a name which points elsewhere a moment later gains nothing.
 */
export async function callOut(
  url: string,
  { headers, body }: Call,
  { allowed, setting }: PrivateCalls,
): Promise<Attempt> {
  const { protocol } = new URL(url);
  if (!allowed && isPrivateHost(url)) {
    return { arrived: false, status: null, reason: new PrivateAddress(hostOf(url), setting).message };
  }
  const options = {
    method: 'POST',
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
    lookup: allowed ? undefined : publicLookup(setting),
    signal: AbortSignal.timeout(PATIENCE),
  };
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ arrived: false, status: null, reason: sayFailure(error) });
    const call = (protocol === 'https:' ? requestSecure : requestPlain)(url, options, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        if (answer.length < MOST_OF_ANSWER) answer += chunk;
      });
      response.on('error', fail);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve({ arrived: true, status });
        else resolve({ arrived: false, status, reason: `It answered ${status}: ${answer.slice(0, MOST_OF_ANSWER)}` });
      });
    });
    call.on('error', fail);
    call.end(body);
  });
}

/** Without the brackets around an IPv6 address. */
function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/gu, '');
}

function publicLookup(setting: string): LookupFunction {
  return (hostname, options, done) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const first = addresses[0];
      if (first === undefined || addresses.some(({ address }) => isPrivate(address))) {
        return done(new PrivateAddress(hostname, setting), '', 0);
      }
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function sayFailure(error: Error & { code?: string }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'It did not answer within ten seconds.';
  if (error.code === 'ENOTFOUND') return 'There is no such host.';
  if (error.code === 'ECONNREFUSED') return 'Nobody listens at this address.';
  return error.message;
}
