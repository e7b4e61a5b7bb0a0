import { Refusal } from '@stanch/kernel';
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import type { RequestContext } from './request-context.js';

/** Decides whether a visitor may use a field. */
export type AccessCheck = (coordinate: string, visitor: unknown) => Refusal | null;

/** The rows of the access policy, and how they are judged. */
export interface AccessPolicy {
  /** Whether there is a row for a field, named `Type.field`, or for its whole type, named `Type`. */
  has(coordinate: string): boolean;
  check: AccessCheck;
}

const ROOTS = ['Query', 'Mutation', 'Subscription'];

/**
 * Puts the access policy before every resolver it has a row for, so that no path to a field leads around it. A root
 * field without a row stops the start: nothing is open by forgetting.
 */
export function enforceAccess(schema: GraphQLSchema, policy: AccessPolicy): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const row = policy.has(coordinate) ? coordinate : policy.has(type.name) ? type.name : null;
      if (row === null) {
        if (ROOTS.includes(type.name)) throw new Error(`The access policy has no row for ${coordinate}.`);
        continue;
      }
      field.resolve = guarded(field.resolve ?? defaultFieldResolver, row, policy.check);
      if (field.subscribe) field.subscribe = guarded(field.subscribe, row, policy.check);
    }
  }
  return schema;
}

function guarded(
  resolve: GraphQLFieldResolver<unknown, RequestContext>,
  coordinate: string,
  check: AccessCheck,
): GraphQLFieldResolver<unknown, RequestContext> {
  return (source, args, context, info) => {
    const refusal = check(coordinate, context.visitor);
    if (refusal) throw refusal;
    return resolve(source, args, context, info);
  };
}
