import { badInput } from '@stanch/kernel';
import type { RequestContext } from '@stanch/platform';
import type { Origin } from '../persistence/credentials.js';

/** Puts `Set-Cookie` values on the HTTP answer. */
export function carryCookies(context: RequestContext, cookies: readonly string[]): void {
  if (cookies.length > 0) context.response?.appendHeader('Set-Cookie', cookies);
}

/** Where a request came from. Refuses one over a socket, whose answer could not carry a cookie. */
export function originOf(context: RequestContext): Origin {
  if (!context.request || !context.response) {
    throw badInput('', 'Signing in works over HTTP only: a socket cannot carry the session cookie.');
  }
  return { ip: context.ip, userAgent: context.request.headers['user-agent'] };
}
