import { count, instant, when } from '../../format.js';
import type { MailRow, MailState } from './outbox.graphql.js';

/** The states in the order of a mail's way, and what they are called. */
export const MAIL_STATES = {
  WAITING: 'Waiting',
  SENDING: 'Being sent',
  SENT: 'Sent',
  FAILED: 'Given up',
} as const satisfies Record<MailState, string>;

/** How a mail went, as a list shows it. Only what somebody must look at asks for heed. */
export interface SaidState {
  mark: '○' | '→' | '✓' | '▲';
  word: string;
  heed: boolean;
}

type Told = Pick<MailRow, 'state' | 'attempts' | 'nextAttemptAt' | 'sendAfter' | 'sentAt'>;

/** How a mail went, in a word. */
export function sayState({ state, attempts }: Told): SaidState {
  if (state === 'SENT') return { mark: '✓', word: 'sent', heed: false };
  if (state === 'SENDING') return { mark: '→', word: 'being sent', heed: false };
  if (state === 'FAILED') return { mark: '▲', word: 'given up', heed: true };
  if (attempts > 0) return { mark: '▲', word: 'failed, tried again', heed: true };
  return { mark: '○', word: 'waiting', heed: false };
}

/** How a mail went and what comes next, in a sentence. */
export function sayHow(mail: Told, mailConfigured: boolean, now = new Date()): string {
  const { state, attempts, nextAttemptAt, sendAfter, sentAt } = mail;
  if (state === 'SENT') return sentAt ? `The mail server took it: ${instant(sentAt)}.` : 'The mail server took it.';
  if (state === 'SENDING') return 'It is being handed to the mail server right now.';
  const tries = attempts === 1 ? 'once' : count(attempts, 'time');
  if (state === 'FAILED') return attempts > 0 ? `It was tried ${tries} and then given up.` : 'It was given up.';
  if (!mailConfigured) return 'It waits until a mail server is set up.';
  if (attempts > 0) {
    const next = nextAttemptAt ? `Next time: ${moment(nextAttemptAt, now)}.` : '';
    return `It did not go out, and was tried ${tries}. It is tried again by itself. ${next}`.trim();
  }
  if (Date.parse(sendAfter) > now.getTime()) {
    return `It goes out at ${moment(sendAfter, now)}. What happens to the card until then may still change it, or take it back.`;
  }
  return 'It goes out as soon as its turn comes.';
}

/** A moment to come: its time when it is today, else with its day. */
function moment(at: string, now: Date): string {
  const short = when(at, now);
  return short.includes(':') ? short : instant(at);
}

const REASONS: readonly [RegExp, string][] = [
  [
    /ECONNREFUSED/i,
    'Nobody answers at the address of the mail server. Is it running, and is the port in SMTP_URL right?',
  ],
  [/ENOTFOUND|EAI_AGAIN|EDNS|getaddrinfo/i, 'The name of the mail server cannot be found. Is SMTP_URL right?'],
  [/EAUTH|invalid login|\b53[045]\b|authenticat/i, 'The mail server refused the user name or password of SMTP_URL.'],
  [/certificate|self.signed|TLS|SSL/i, 'The mail server could not be trusted: its certificate is not in order.'],
  [/timed? ?out|greeting never|aborted/i, 'The mail server did not answer in time.'],
  [/ECONNRESET|socket|connection closed|closed unexpectedly|EPIPE/i, 'The mail server broke the connection off.'],
  [/\b4\d\d\b/, 'The mail server asks to try again later.'],
  [
    /5\.1\.[013]|(user|mailbox|recipient|address).*(unknown|unavailable|not found|does not exist|invalid|rejected)|(no such|unknown) (user|mailbox|recipient|address)/i,
    'The mail server knows nobody at this address. Correct it among the people, then send the mail again.',
  ],
  [/5\.2\.2|quota|mailbox full/i, 'The mailbox of the reader is full.'],
  [
    /spam|blocked|blacklist|block ?list|policy|5\.7\./i,
    'The mail server takes no mail from here: it holds it for spam.',
  ],
  [/\b5\d\d\b/, 'The mail server refused this mail for good.'],
];

/** What a mail server’s answer means, in plain words; null for an answer that speaks for itself. */
export function sayReason(lastError: string): string | null {
  return REASONS.find(([pattern]) => pattern.test(lastError))?.[1] ?? null;
}
