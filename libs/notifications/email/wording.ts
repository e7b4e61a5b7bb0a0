import type { Day } from '@stanch/kernel';
import type { DigestContent, Notice } from '../domain/notice.js';
import type { Part } from '../domain/notification-rules.js';

/** What a notice says, before it has a form: the list in the app, the text and the HTML of a mail are made of it. */
export interface Wording {
  /** Put before the title in the subject, when the mail wants an answer. */
  readonly subject?: string;
  /** The first line: what changed for the reader. */
  readonly first: string;
  /** Somebody's own words. */
  readonly quote?: { readonly text: string; readonly by: string | null; readonly above?: boolean };
  /** What else there is to say, a paragraph each. */
  readonly lines?: readonly string[];
  /** Lists under headings, as a digest has them. */
  readonly sections?: DigestContent['sections'];
  /** Small facts: what it is called, what it is. */
  readonly facts?: readonly (readonly [string, string])[];
  /** What the button says. */
  readonly action: string;
  /** Why the reader gets it, when it is not for one pain point: goes on after "You get this mail". */
  readonly why?: string;
  /** Where within Stanch the button leads, when it is not to the pain point. */
  readonly leadsTo?: string;
  /** The one line in the app, when the first line is not enough there. */
  readonly inApp?: string;
}

const LONGEST_QUOTE = 1_500;

const YOURS: Record<Part, string> = {
  asked: 'the pain that hurts you',
  raiser: 'the pain you raised',
  newcomer: 'the pain you stand behind',
  sponsor: 'the pain you stand behind',
  owner: 'the pain point in your care',
  assignee: 'the pain point you work on',
  lead: 'a pain point',
  visitor: 'a pain point',
};

/** How the reader knows the pain point: "the pain you raised". */
export function yours({ part }: Notice): string {
  return YOURS[part];
}

/** The same at the beginning of a sentence. */
export function Yours(notice: Notice): string {
  return capital(yours(notice));
}

/** Who did it, at the beginning of a sentence. */
export function by({ by: name }: Notice, otherwise = 'IT'): string {
  return name ?? otherwise;
}

/** A text that begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A day as people say it: "Friday, 4 December 2026". */
export function dayInWords(day: Day): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(/^(\w+) /, '$1, ');
}

/** A number as people write it. */
export function numberInWords(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value);
}

/** "1 pain point", "3 pain points". */
export function counted(count: number, word: string): string {
  return `${numberInWords(count)} ${word}${count === 1 ? '' : 's'}`;
}

/** Quotation marks around somebody's words. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** Somebody's words, cut where a mail would become a book. */
export function shortened(text: string, most = LONGEST_QUOTE): string {
  const clean = harmless(text).trim();
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40))} …`;
}

/** Somebody's words on one line. */
export function oneLine(text: string, most = 200): string {
  return shortened(text.replace(/\s+/gu, ' '), most);
}

/** Without what could turn the reading direction, break a header or hide something. */
function harmless(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/gu, (sign) => (sign === '\n' ? sign : ''));
}
