import { Refusal } from '@stanch/kernel';
import { ConfigurationError, DatabaseError } from '@stanch/platform';
import { sayDatabaseTrouble } from '../database-trouble.js';

/** A reason why a command stops; the message is for the operator. */
export class Stop extends Error {}

/** What went wrong, in a sentence for the operator; a fault of ours with its place in the code. */
export function plainly(error: unknown): string {
  for (const known of [Stop, Refusal, ConfigurationError, DatabaseError])
    if (error instanceof known) return error.message;
  if (!(error instanceof Error)) return String(error);
  return sayDatabaseTrouble(error) ?? `Something went wrong that should not: ${error.stack ?? error.message}`;
}
