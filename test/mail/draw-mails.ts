import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestBrowser } from '../support/browser.js';
import type { CaughtMail } from '../support/caught-mail.js';

/** A mail to be looked at. */
export interface Drawn {
  readonly name: string;
  readonly mail: Pick<CaughtMail, 'html' | 'attachments'>;
}

/** Draws mails as a mail program shows them, wide and on a phone, in light and dark, each as a picture of its own. */
export async function drawMails(mails: readonly Drawn[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await TestBrowser.open();
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of [600, 390]) {
        const page = await browser.pageOf('about:blank', null, { colorScheme, viewport: { width, height: 800 } });
        for (const { name, mail } of mails) {
          await page.setContent(withPictures(mail));
          await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        }
        await page.context().close();
      }
    }
  } finally {
    await browser.close();
  }
}

/** The HTML with the pictures in it that came along as parts of the mail. */
function withPictures({ html, attachments }: Drawn['mail']): string {
  return attachments.reduce(
    (page, { cid, content, contentType }) =>
      page.replaceAll(`cid:${cid}`, `data:${contentType};base64,${content.toString('base64')}`),
    html || '',
  );
}
