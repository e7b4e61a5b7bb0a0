import { type Day, dayIn, type Instant } from '@stanch/kernel';
import type { MailLanguage } from '../mail-language.js';

/** How the workspace writes numbers, money and dates. */
export interface Customs {
  /** BCP 47. */
  readonly locale: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  /** In which language its words are, where a plot has words in several; default: English. */
  readonly language?: MailLanguage;
}

/** Money from here on is written short where there is little room. */
const LONG_MONEY = 10_000;

/** Says numbers, money and dates as the workspace does. */
export class Voice {
  private readonly kept = new Map<string, Intl.NumberFormat>();
  private readonly dates = new Map<string, Intl.DateTimeFormat>();

  constructor(readonly customs: Customs) {}

  number(value: number, maximumFractionDigits = 0): string {
    return this.format(`n${maximumFractionDigits}`, { maximumFractionDigits }).format(value);
  }

  /** Whole money: "€4,350". */
  money(value: number): string {
    const { currency } = this.customs;
    return this.format('money', { style: 'currency', currency, maximumFractionDigits: 0 }).format(value);
  }

  /** Money in little room: "€43.5K". */
  shortMoney(value: number): string {
    if (Math.abs(value) < LONG_MONEY) return this.money(value);
    return this.compact().format(value);
  }

  /** Money beside an axis: all of it short as soon as one is. */
  axisMoney(values: readonly number[]): { at: number; text: string }[] {
    const short = values.some((value) => value >= LONG_MONEY);
    const format = short ? this.compact() : null;
    return values.map((at) => ({ at, text: format?.format(at) ?? this.money(at) }));
  }

  percent(share: number): string {
    return this.format('percent', { style: 'percent', maximumFractionDigits: 0 }).format(share);
  }

  /** "1 pain point", "3 pain points". */
  count(value: number, one: string, many = `${one}s`): string {
    return `${this.number(value)} ${value === 1 ? one : many}`;
  }

  /** Of a calendar day or an instant: "12 Mar", as the locale orders them. */
  day(when: Instant): string {
    return this.date('day', { day: 'numeric', month: 'short' }).format(this.noon(when));
  }

  /** "12 March 2027". */
  wholeDay(when: Instant): string {
    return this.date('whole', { day: 'numeric', month: 'long', year: 'numeric' }).format(this.noon(when));
  }

  /** "Mar"; January by its year. */
  month(when: Instant): string {
    const day = this.dayOf(when);
    if (day.slice(5, 7) === '01') return day.slice(0, 4);
    return this.date('month', { month: 'short' }).format(this.noon(day));
  }

  /** The calendar day of an instant in the workspace's time zone. */
  dayOf(when: Instant): Day {
    return when.length === 10 ? when : dayIn(when, this.customs.timeZone);
  }

  /** Of languages that have no short word for a thousand the thousands are written out, without the rest below. */
  private compact(): Intl.NumberFormat {
    const { currency } = this.customs;
    const short = { notation: 'compact', maximumSignificantDigits: 3, useGrouping: 'always' } as const;
    return this.format('short money', { style: 'currency', currency, ...short });
  }

  private noon(when: Instant): Date {
    return new Date(`${this.dayOf(when)}T12:00:00Z`);
  }

  private format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
    let format = this.kept.get(key);
    if (!format) this.kept.set(key, (format = new Intl.NumberFormat(this.customs.locale, options)));
    return format;
  }

  private date(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    let format = this.dates.get(key);
    if (!format) {
      format = new Intl.DateTimeFormat(this.customs.locale, { ...options, timeZone: 'UTC' });
      this.dates.set(key, format);
    }
    return format;
  }
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
