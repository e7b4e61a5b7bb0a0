/** Currencies offered first; any other ISO 4217 code can be chosen too. */
const COMMON = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'CAD',
  'AUD',
  'JPY',
  'INR',
  'BRL',
  'ZAR',
];

const BY_REGION: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  CA: 'CAD',
  AU: 'AUD',
  JP: 'JPY',
  IN: 'INR',
  BR: 'BRL',
  ZA: 'ZAR',
};

/** All currencies to choose from: the common ones first. */
export function currencies(): string[] {
  const all = Intl.supportedValuesOf('currency');
  return [...COMMON, ...all.filter((code) => !COMMON.includes(code))];
}

/** All time zones that the browser knows, with its own among them. */
export function timeZones(): string[] {
  return [...new Set([guessTimeZone(), ...Intl.supportedValuesOf('timeZone')])].sort();
}

export function guessTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The currency of the region that the browser's language names; euros where it names none that is known. */
export function guessCurrency(): string {
  return BY_REGION[new Intl.Locale(navigator.language).maximize().region ?? ''] ?? 'EUR';
}

/** The name of a currency in the reader's language, with its code. */
export function currencyName(code: string): string {
  return `${code}: ${new Intl.DisplayNames(undefined, { type: 'currency' }).of(code) ?? code}`;
}
