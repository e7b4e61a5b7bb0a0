import type { Notice } from '../../domain/notice.js';
import type { Wording } from '../wording.js';

/** Mails to somebody come back: told to the leads, who can mend it. */
export function bounced({ person, words, reason }: Notice): Wording {
  return {
    first: `Mails to ${person ?? 'somebody'} (${words ?? ''}) come back, so none is sent any more: ${reason ?? ''}`,
    action: 'Mend the address',
  };
}

/** An answer by mail waits for a lead, since nobody knows where it belongs. */
export function unreadable({ words, reason }: Notice): Wording {
  return {
    first: `An answer by mail of ${words ?? 'somebody'} waits in the outbox: ${reason ?? ''}`,
    action: 'Read it',
  };
}
