import { sayError } from '../graphql/say-error.js';
import { say } from './toasts.js';

/** Says in a toast that something was not done, and why: for what has no form in which to say it. */
export function sayFailure(error: unknown): void {
  say(sayError(error), { kind: 'heed' });
}
