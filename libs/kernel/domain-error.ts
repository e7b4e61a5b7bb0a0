/** The reasons for which Stanch refuses a request; each is the `extensions.code` that the API answers with. */
export type RefusalCode =
  'BAD_USER_INPUT' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'TOO_MANY_REQUESTS';

/**
 * A refusal that a person can act on. The message says in plain words what is wrong and what to do; it is shown as it
 * is. Anything that is not a `Refusal` is a fault of ours and is never shown.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    /** What the caller gets besides the message, for example the field at fault. */
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

/** The input breaks a rule; `field` names the input field at fault. */
export function badInput(field: string, message: string): Refusal {
  return new Refusal('BAD_USER_INPUT', message, { field });
}

/** There is no such thing, or the caller may not know that there is. */
export function notFound(what: string): Refusal {
  return new Refusal('NOT_FOUND', `There is no such ${what}. It may have been removed.`);
}

/** The caller is known but may not do this. */
export function forbidden(message = 'You may not do this.'): Refusal {
  return new Refusal('FORBIDDEN', message);
}

/** The caller worked on an old state; `current` is the present one. */
export function conflict(message: string, current: unknown): Refusal {
  return new Refusal('CONFLICT', message, { current });
}
