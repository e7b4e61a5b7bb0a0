import { Refusal } from '@stanch/kernel';
import { ConfigurationError, DatabaseError } from '@stanch/platform';

/** A reason why a command stops; the message is for the operator. */
export class Stop extends Error {}

/** What went wrong, in a sentence for the operator; a fault of ours with its place in the code. */
export function plainly(error: unknown): string {
  for (const known of [Stop, Refusal, ConfigurationError, DatabaseError])
    if (error instanceof known) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (/SQLITE_BUSY|database is locked/i.test(error.message)) {
    return 'The database was busy all the time. Try again in a moment.';
  }
  return `Something went wrong that should not: ${error.stack ?? error.message}`;
}
