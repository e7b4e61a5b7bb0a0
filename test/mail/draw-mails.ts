import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestBrowser } from '../support/browser.js';

/** A mail to be looked at. */
export interface Drawn {
  readonly name: string;
  readonly html: string;
}

/** Draws mails as a mail program shows them, wide and on a phone, in light and dark, each as a picture of its own. */
export async function drawMails(mails: readonly Drawn[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await TestBrowser.open();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [600, 390]) {
        const page = await browser.pageOf('about:blank', null, { colorScheme, viewport: { width, height: 800 } });
        for (const { name, html } of mails) {
          await page.setContent(html);
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
  }
}
