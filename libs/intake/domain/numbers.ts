/** The sign before the fraction: `1.850,5` has a comma, `1,850.5` a point. */
export type DecimalSign = ',' | '.';

const EMPTY = /^(?:|[-–—?.]+|n\.?\s?\/?a\.?|k\.?\s?a\.?|none|null|tbd|unknown|unbekannt|keine?|#n\/a|#nv)$/iu;

/** Whether a cell says in words or signs that it has no value. */
export function saysNothing(text: string): boolean {
  return EMPTY.test(text.trim());
}

const CURRENCY =
  /[€$£¥]|(?<!\p{L})(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|JPY|CAD|AUD|NZD|INR|CNY|TRY|BRL|ZAR|euros?|fr|kr)(?!\p{L})\.?/giu;
const ABOUT = /^(?:ca|approx|about|etwa|rund|circa)(?!\p{L})\.?|^[~≈]/iu;
const UNIT =
  /(?<!\p{L})(?:h|hrs?|hours?|std|stunden?|d|days?|tage?|pt|pd|people|persons?|personen|users?|nutzer|leute|ma|mitarbeiter)(?!\p{L})\.?/giu;
const PER_WEEK = /(?:\/|(?<!\p{L})(?:a|per|pro|each|je)(?!\p{L}))\s*(?:week|woche|wk|w)(?!\p{L})\.?/giu;

/** The number's own signs of a cell: without currency, unit and "about". */
function bare(text: string): string {
  return text
    .trim()
    .replace(ABOUT, '')
    .replace(PER_WEEK, '')
    .replace(CURRENCY, '')
    .replace(UNIT, '')
    .trim()
    .replace(/[\u2019`´]/gu, "'")
    .replace(/([.,])[-–—]+$/u, (_, sign: string) => `${sign}00`)
    .replace(/\s/gu, ' ');
}

/** Reads a number as people write it; null when it is none. The sign decides only what the number itself leaves open. */
export function readNumber(text: string, decimal: DecimalSign): number | null {
  const number = bare(text);
  const sign = number.startsWith('-') || number.startsWith('−') ? -1 : 1;
  const digits = number.replace(/^[+\-−]\s*/u, '');
  const cut = cutOf(digits, decimal);
  if (cut === null) return null;
  const whole = wholeOf(digits.slice(0, cut));
  const fraction = digits.slice(cut + 1);
  if (whole === null || !/^\d*$/u.test(fraction) || !/\d/u.test(digits)) return null;
  return sign * Number(`${whole}.${fraction || '0'}`);
}

/** Reads `1:30` as one and a half, else a number. */
export function readHours(text: string, decimal: DecimalSign): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)(?:\s*h)?$/u.exec(text.trim());
  return clock ? Number(clock[1]) + Number(clock[2]) / 60 : readNumber(text, decimal);
}

/** Which sign a number shows to be its decimal one; null when it leaves that open or is no number. */
export function decimalSignOf(text: string): DecimalSign | null {
  if (text.length > 40 || !/\d/u.test(text)) return null;
  const digits = bare(text).replace(/^[+\-−]\s*/u, '');
  if (!/^[\d.,' ]+$/u.test(digits)) return null;
  const asComma = readNumber(digits, ',');
  const asPoint = readNumber(digits, '.');
  if (asComma === null || asPoint === null || asComma !== asPoint) return null;
  if (!/[.,]/u.test(digits)) return null;
  const cut = cutOf(digits, '.');
  if (cut !== null && cut < digits.length) return digits[cut] as DecimalSign;
  return digits.includes('.') ? ',' : '.';
}

/** Where the decimal sign stands; the length when there is none, null when the signs make no sense. */
function cutOf(digits: string, decimal: DecimalSign): number | null {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma < 0 && point < 0) return digits.length;
  if (comma >= 0 && point >= 0) return Math.max(comma, point);
  const [sign, at] = comma >= 0 ? ([',', comma] as const) : (['.', point] as const);
  if (digits.indexOf(sign) !== at) return digits.length;
  const before = digits.slice(0, at);
  const isOpen = digits.length - at - 1 === 3 && /^[1-9]\d{0,2}$/u.test(before);
  return isOpen && sign !== decimal ? digits.length : at;
}

/** The part before the fraction without what groups its digits by three; null when it is not written like that. */
function wholeOf(text: string): string | null {
  const compact = text.trim();
  if (compact === '') return text === '' ? '0' : null;
  if (/^\d+$/u.test(compact)) return compact;
  const group = /[.,' ]/u.exec(compact)?.[0];
  if (group === undefined) return null;
  const parts = compact.split(group);
  const wellFormed = /^\d{1,3}$/u.test(parts[0] ?? '') && parts.slice(1).every((part) => /^\d{3}$/u.test(part));
  return wellFormed ? parts.join('') : null;
}
