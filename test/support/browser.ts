import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import type { Member } from './world.js';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The screens that Stanch is looked at on. */
export const SCREENS = {
  projector: { width: 1920, height: 1080 },
  laptop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** Chromium, in which several people can sit side by side, each with cookies of their own. */
export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async open(): Promise<TestBrowser> {
    const executablePath = await findChromium();
    if (!executablePath) throw new Error('There is no Chromium; `npm test` gets one, or set STANCH_CHROMIUM.');
    return new TestBrowser(await chromium.launch({ executablePath, args: ARGUMENTS }));
  }

  /** A page of somebody who is signed in, in a browser of their own. An error in the page fails the test that closes it. */
  async pageOf(url: string, member: Member | null, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: url,
      viewport: SCREENS.laptop,
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      ...options,
    });
    const pairs = (member?.agent.credentials()['cookie'] ?? '').split('; ').filter(Boolean);
    await context.addCookies(
      pairs.map((pair) => {
        const at = pair.indexOf('=');
        return { name: pair.slice(0, at), value: pair.slice(at + 1), url };
      }),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return page;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Looks again and again until what is seen equals what is expected; then, or at the latest in `withinMs`, expects it. */
export async function sees<T>(look: () => Promise<T>, expected: T, withinMs = 20_000): Promise<void> {
  const until = Date.now() + withinMs;
  const same = async () => JSON.stringify(await look()) === JSON.stringify(expected);
  while (!(await same()) && Date.now() < until) await new Promise((done) => setTimeout(done, 40));
  expect(await look()).toEqual(expected);
}
