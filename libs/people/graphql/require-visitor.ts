import { Refusal } from '@stanch/kernel';
import type { RequestContext } from '@stanch/platform';
import type { Visitor } from '../domain/visitor.js';

/** Whoever signed in. The access policy has asked already; this only tells the compiler, and refuses should it not. */
export function requireVisitor(context: RequestContext<Visitor>): Visitor {
  if (context.visitor === null) throw new Refusal('UNAUTHENTICATED', 'Please sign in first.');
  return context.visitor;
}
