import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** The code of the contract that an answer was refused with. */
export function codeOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const code = error.errors[0]?.extensions?.['code'];
  return typeof code === 'string' ? code : undefined;
}

/** Whether the server would refuse this again, however often it is asked. */
export function isForGood(error: unknown): boolean {
  return ['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN'].includes(codeOf(error) ?? '');
}

/** The input field that was refused, when the server named one. */
export function fieldOf(error: unknown): string | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  const field = error.errors[0]?.extensions?.['field'];
  return typeof field === 'string' ? field : undefined;
}

/** The present state that a stale edit met. */
export function currentOf(error: unknown): Record<string, unknown> | undefined {
  if (!CombinedGraphQLErrors.is(error)) return undefined;
  return error.errors[0]?.extensions?.['current'] as Record<string, unknown> | undefined;
}

/** What went wrong and what to do, in one plain sentence. The server words its own refusals; the rest is worded here. */
export function sayError(error: unknown): string {
  if (CombinedGraphQLErrors.is(error)) {
    const said = error.errors[0]?.message;
    switch (codeOf(error)) {
      case 'BAD_USER_INPUT':
      case 'CONFLICT':
      case 'NOT_FOUND':
      case 'FORBIDDEN':
        return said ?? 'Stanch refused this.';
      case 'UNAUTHENTICATED':
        return 'You are signed out. Sign in and try again.';
      case 'TOO_MANY_REQUESTS':
        return 'That was too often in a short time. Wait a minute and try again.';
      default:
        return 'Stanch could not do this because of a fault of its own. Try again; if it stays, tell whoever runs Stanch.';
    }
  }
  if (ServerError.is(error)) return `The server answered with ${error.statusCode}. Try again in a moment.`;
  return 'Stanch cannot be reached. Check the connection and try again.';
}
