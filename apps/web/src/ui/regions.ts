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

/** All time zones that the browser knows, with its own and the one in use among them. */
export function timeZones(inUse = guessTimeZone()): string[] {
  return [...new Set([inUse, guessTimeZone(), ...Intl.supportedValuesOf('timeZone')])].sort();
}

const LANGUAGES = ['en-GB', 'en-US', 'de-DE', 'de-CH', 'de-AT', 'fr-FR', 'it-IT', 'es-ES', 'nl-NL', 'sv-SE', 'pl-PL'];

/** Languages whose way to write figures and dates can be chosen, with the browser's and the one in use among them. */
export function languages(inUse: string): string[] {
  return [...new Set([inUse, navigator.language, ...LANGUAGES])].sort();
}

/** The name of a language in the reader's own. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(undefined, { type: 'language' }).of(code) ?? code;
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
