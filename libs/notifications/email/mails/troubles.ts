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

/** A webhook failed again and again, so nothing more is sent to it until a lead says so. */
export function webhookPaused({ words, reason }: Notice): Wording {
  return {
    first: `The webhook “${words ?? ''}” is paused, since it failed again and again: ${reason ?? ''}`,
    action: 'See the webhook',
  };
}

/** Sent by a lead to see whether a webhook arrives. */
export function webhookTest({ words }: Notice): Wording {
  return { first: `It works: the webhook “${words ?? ''}” of Stanch arrives here.`, action: 'Open Stanch' };
}
