import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import mjml from 'mjml';
import { LAYOUT } from './layout.mjml.js';

const FILE = resolve('libs/notifications/email/layout.html.ts');

/** The layout as the mail programs need it. `WRITE_LAYOUT=1 npm run jest -- layout.spec` stores it. */
async function compiled(): Promise<string> {
  const { html, errors } = await mjml(LAYOUT, { validationLevel: 'strict', fonts: {} });
  expect(errors).toEqual([]);
  const tight = html.replace(/\n\s*/gu, '\n').replace(/\n+/gu, '\n').replace(/\\/gu, '\\\\').replace(/[`$]/gu, '\\$&');
  return `// Compiled from layout.mjml.ts by layout.spec.ts; never edited by hand.\n/** The layout of all mails as HTML. */\nexport const LAYOUT_HTML = \`${tight}\`;\n`;
}

it('is the compiled form of the MJML layout', async () => {
  const now = await compiled();
  if (process.env.WRITE_LAYOUT) writeFileSync(FILE, now);
  expect(readFileSync(FILE, 'utf8')).toBe(now);
});
