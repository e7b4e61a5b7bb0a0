import type { Meeting } from './meeting.graphql.js';

/** A title that says "no card" says that it is none of the slice that is shown. */
export function ofSlice({ slice }: { slice: object | null }): string {
  return slice ? ' of this slice' : '';
}

/** From when on a meeting tells what happened. */
export function sinceThen({ since }: Pick<Meeting, 'since'>): string {
  return since === null ? 'in the last seven days' : 'since the last meeting';
}
