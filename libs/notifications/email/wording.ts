import type { InEachLanguage } from '../domain/language.js';
import type { DigestSection, Notice } from '../domain/notice.js';
import type { Voice } from './voice.js';

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
  readonly sections?: readonly DigestSection[];
  /** Small facts: what it is called, what it is. */
  readonly facts?: readonly (readonly [string, string])[];
  /** What the button says. */
  readonly action: string;
  /** Why the reader gets it, when it is not for one pain point. */
  readonly why?: string;
  /** Where within Stanch the button leads, when it is not to the pain point. */
  readonly leadsTo?: string;
  /** Where within Stanch the plot of the mail stands with its table, when that is not where all plots are. */
  readonly plotLeadsTo?: string;
  /** The one line in the app, when the first line is not enough there. */
  readonly inApp?: string;
}

/** What a notice says in a language. */
export type Say = (notice: Notice, voice: Voice) => Wording;

/**
 * One kind of mail: its words in each language, and how they are put together. English says which words there are; a
 * language that lacks one of them does not compile.
 */
export function mail<Words>(
  words: Readonly<{ en: Words }> & Omit<InEachLanguage<NoInfer<Words>>, 'en'>,
  put: (words: NoInfer<Words>, notice: Notice, voice: Voice) => Wording,
): Say {
  return (notice, voice) => put(words[voice.language], notice, voice);
}

const BEFORE: InEachLanguage<(count: string) => string> = {
  en: (count) => `(and ${count} before)`,
  de: (count) => `(und ${count} davor)`,
  fr: (count) => `(et ${count} avant)`,
};

/** Said of a notice that so many earlier ones of the same card were merged into. */
export function before(count: string, { language }: Voice): string {
  return BEFORE[language](count);
}

/** What stands in a line of the app, with how many earlier ones were merged into it. */
export function withBefore(line: string, { count = 1 }: Pick<Notice, 'count'>, voice: Voice): string {
  return count > 1 ? `${line} ${before(voice.number(count - 1), voice)}` : line;
}

const LONGEST_QUOTE = 1_500;

/** A text that begins with a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Somebody's words, cut where a mail would become a book. */
export function shortened(text: string, most = LONGEST_QUOTE): string {
  const clean = harmless(text).trim();
  if (clean.length <= most) return clean;
  const cut = clean.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40))} …`;
}

/** Somebody's words on one line; spaces that hold two of them together stay. */
export function oneLine(text: string, most = 200): string {
  return shortened(text.replace(/[^\S\u00a0\u202f]+/gu, ' '), most);
}

/** Without what could turn the reading direction, break a header or hide something. */
function harmless(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\ufeff]/gu, (sign) => (sign === '\n' ? sign : ''));
}
