import type { Day } from '@stanch/kernel';
import { type InEachLanguage, Language, languageOf, localeOf } from '../domain/language.js';

const MARKS: InEachLanguage<readonly [string, string]> = {
  en: ['“', '”'],
  de: ['„', '“'],
  fr: ['«\u00a0', '\u00a0»'],
};

/** In which language something is said, and how its region writes days, numbers and money. */
export class Voice {
  constructor(
    readonly language: Language,
    /** BCP 47, such as de-AT. */
    readonly locale: string,
  ) {}

  /** A day as people say it: "Friday, 4 December 2026", "vendredi 1er janvier 2027". */
  day(day: Day): string {
    const format = new Intl.DateTimeFormat(this.locale, { dateStyle: 'full', timeZone: 'UTC' });
    const said = format.format(new Date(`${day}T12:00:00Z`));
    if (this.language === Language.FR) return said.replace(',', '').replace(' 1 ', ' 1er ');
    return this.language === Language.EN ? said.replace(/^(\p{L}+) /u, '$1, ') : said;
  }

  /** A time of the day, given as `HH:MM`. */
  time(time: string): string {
    const format = new Intl.DateTimeFormat(this.locale, { timeStyle: 'short', timeZone: 'UTC' });
    return format.format(new Date(`1970-01-01T${time}:00Z`));
  }

  /** A number as people write it. */
  number(value: number): string {
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: 2 }).format(value);
  }

  /** An amount of money, to the whole. */
  money(value: number, currency: string): string {
    return new Intl.NumberFormat(this.locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  }

  /** "1 pain point", "3 pain points": as the language counts. */
  counted(count: number, one: string, many: string): string {
    const isOne = new Intl.PluralRules(this.locale).select(count) === 'one';
    return `${this.number(count)} ${isOne ? one : many}`;
  }

  /** What stands between a name and what it names. */
  get colon(): string {
    return this.language === Language.FR ? '\u00a0:' : ':';
  }

  /** Quotation marks around somebody's words. */
  quoted(text: string): string {
    const [open, close] = MARKS[this.language];
    return open + text + close;
  }
}

/** The voice for somebody who chose a language, or none, in a workspace. */
export function voiceFor(chosen: Language | null, workspaceLocale: string): Voice {
  const language = chosen ?? languageOf(workspaceLocale);
  return new Voice(language, localeOf(language, workspaceLocale));
}

/** What the app says is said in the language of its screens. */
export const VOICE_OF_THE_APP = new Voice(Language.EN, 'en-GB');
