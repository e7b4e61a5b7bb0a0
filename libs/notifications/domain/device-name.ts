/** What a browser says of itself that no other says; the first that fits is it. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bVivaldi\//u, 'Vivaldi'],
  [/\b(Firefox|FxiOS)\//u, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];

/** The same for what it runs on. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bAndroid\b/u, 'Android'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMacintosh\b/u, 'Mac'],
  [/\bLinux\b/u, 'Linux'],
];

/** A name by which people recognise a device of theirs, out of what its browser says of itself. */
export function deviceName(userAgent: string | undefined): string {
  const browser = named(BROWSERS, userAgent);
  const system = named(SYSTEMS, userAgent);
  if (system === undefined) return browser ?? 'A browser';
  return `${browser ?? 'A browser'} on ${system}`;
}

function named(names: typeof BROWSERS, userAgent = ''): string | undefined {
  return names.find(([mark]) => mark.test(userAgent))?.[1];
}
