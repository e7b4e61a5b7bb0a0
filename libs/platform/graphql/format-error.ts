import { Refusal } from '@stanch/kernel';
import { Logger } from '@nestjs/common';
import { type GraphQLFormattedError, GraphQLError } from 'graphql';
import { misfitIn } from './misfit.js';
import { unwrapResolverError } from '@apollo/server/errors';

const log = new Logger('GraphQL');

/**
 * What a caller sees of an error: a refusal with its code and details; a fault of ours as one plain sentence, with the
 * cause in our log only.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const place = { locations: formatted.locations, path: formatted.path };
  const refusal = refusalIn(cause);
  if (refusal) return { message: refusal.message, ...place, extensions: { code: refusal.code, ...refusal.details } };
  const code = formatted.extensions?.['code'];
  const misfit = code === 'BAD_USER_INPUT' ? misfitIn(formatted.message) : null;
  if (misfit) return { message: misfit.message, ...place, extensions: { code, field: misfit.field } };
  if (cause instanceof GraphQLError && code !== 'INTERNAL_SERVER_ERROR') {
    return { message: formatted.message, ...place, extensions: { code } };
  }
  log.error(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
  return {
    message: 'Something went wrong on our side. Nothing was changed; please try again.',
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** A refusal, also one that a scalar raised while the input was read. */
function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof GraphQLError && error.originalError instanceof Refusal) return error.originalError;
  return null;
}
