import type { IncomingHttpHeaders } from 'node:http';
import { forbidden } from '@stanch/kernel';
import type { RequestContext } from '@stanch/platform';
import type { SignedIn } from '../application/sign-in.js';
import type { Person } from '../domain/person.js';
import type { Visitor } from '../domain/visitor.js';
import type { Origin } from '../persistence/credentials.js';

/** Puts `Set-Cookie` values on the HTTP answer. */
export function carryCookies(context: RequestContext, cookies: readonly string[]): void {
  if (cookies.length > 0) context.response?.appendHeader('Set-Cookie', cookies);
}

/**
 * Lets someone in with the answer to this request, and counts the rest of the request as theirs, so that it may show
 * them their own address.
 */
export function letIn(context: RequestContext<Visitor>, { person, cookies }: SignedIn): Person {
  carryCookies(context, cookies);
  (context as { visitor: Visitor | null }).visitor = { personId: person.id, role: person.role };
  return person;
}

/** Where a request came from. Refuses one over a socket, whose answer could not carry a cookie. */
export function originOf(context: RequestContext): Origin {
  return { ip: context.ip, userAgent: headersOf(context)['user-agent'] };
}

/** The headers of an HTTP request. Refuses one over a socket, whose answer could neither set nor take a cookie. */
export function headersOf(context: RequestContext): IncomingHttpHeaders {
  if (!context.request || !context.response) {
    throw forbidden('Signing in and out works over HTTP only: a socket cannot carry the session cookie.');
  }
  return context.request.headers;
}
